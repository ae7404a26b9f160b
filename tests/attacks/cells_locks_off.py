# tries: tests that claim to be unlocked, solutions, ungraded or tasks
# base: stub
# may score: 0
# tamper: locks_off
