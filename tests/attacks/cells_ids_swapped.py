# tries: harmless cells with the grade_id of each test, the tests without marks
# base: stub
# may score: 0
# tamper: ids_swapped
