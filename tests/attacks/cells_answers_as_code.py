# tries: hand-graded cells as code that is graded by running, and 20 new graded cells
# base: stub
# may score: 0
# tamper: answers_as_code
