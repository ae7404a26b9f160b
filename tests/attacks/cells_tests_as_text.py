# tries: test cells turned into markdown and raw cells
# base: stub
# may score: 0
# tamper: tests_as_text
