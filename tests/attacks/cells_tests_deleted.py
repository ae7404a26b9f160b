# tries: a notebook without test cells
# base: stub
# may score: 0
# tamper: tests_deleted
