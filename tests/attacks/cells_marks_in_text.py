# tries: marks of hidden tests and solutions in the student's own cells
# base: stub
# may score: 0
# tamper: marks_in_text
