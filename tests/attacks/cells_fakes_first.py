# tries: the tests once more at the top, in text that does not run
# base: stub
# may score: 0
# tamper: fakes_first
