# tries: points that are texts, negative, infinite, lists or NaN
# base: stub
# may score: 0
# tamper: points_odd
