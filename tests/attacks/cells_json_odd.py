# tries: doubled keys, NaN, a byte order mark and a second list of cells
# base: stub
# may score: 0
# tamper: json_odd
