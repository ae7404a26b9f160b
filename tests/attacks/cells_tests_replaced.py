# tries: test cells whose text is `pass`, with fitting checksums
# base: stub
# may score: 0
# tamper: tests_replaced
