# tries: the tests' own text behind magics and quotes that keep it from running
# base: stub
# may score: 0
# tamper: tests_wrapped
