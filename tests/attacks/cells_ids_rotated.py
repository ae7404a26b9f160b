# tries: each test with the grade_id of the next
# base: stub
# may score: 0
# tamper: ids_rotated
