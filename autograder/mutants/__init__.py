"""Small wrong variants of the instructor's solutions: what the hidden tests let pass shows what they miss."""
