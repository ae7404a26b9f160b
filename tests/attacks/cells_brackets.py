# tries: 200,000 brackets in the metadata
# base: birch
# may score: 22
# tamper: brackets
