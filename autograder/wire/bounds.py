"""How large a value of the wire may be."""

DEPTH = 50
NODES = 300_000
# Dicts of hostile keys cost the square of their number; this is for all of a value together.
KEYS = 10_000
INT_BITS = 20_000
