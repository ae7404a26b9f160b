# tries: passing copies of each test before and behind it
# base: stub
# may score: 0
# tamper: tests_doubled
