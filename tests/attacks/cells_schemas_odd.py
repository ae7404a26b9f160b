# tries: marks of other nbgrader versions, incomplete and of wrong types
# base: birch
# may score: 22
# tamper: schemas_odd
