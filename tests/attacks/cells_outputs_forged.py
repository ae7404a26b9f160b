# tries: outputs, counts and scores as if every check had passed
# base: birch
# may score: 22
# tamper: outputs_forged
