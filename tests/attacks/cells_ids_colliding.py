# tries: one cell id for all cells
# base: birch
# may score: 22
# tamper: ids_colliding
