"""How the trusted side and the confined side talk: frames over a socket, and values by value. Never pickle.

Both sides import these rooms; nothing here knows of notebooks, tests or scores. Whatever arrives malformed raises
`Malformed`, and nothing else.
"""


class Malformed(Exception):
    """What arrived is not a frame, or not a value, of this wire."""


class Unsendable(Exception):
    """A value of a kind or a size that does not cross."""
