# tries: test cells with 100 points each, marked as demonstrations
# base: stub
# may score: 0
# tamper: points_edited
