"""Copies that a test has of parts of student objects, kept in step, so that `model.params["W"][0] += h` does so."""

import numpy as np

MOST_LINKS = 1_000


class Links:
    """Parts of student objects that a test has a copy of: what it changes there is written back before the next call.

    So `model.params["W"][0, 0] += h` in a test does what it says.
    """

    def __init__(self):
        self.known = {}

    def remember(self, owner, path, value):
        """Keep the newest copy of a part, if it is one that can be changed in place. Returns the value."""
        if isinstance(value, np.ndarray | dict | list) and len(self.known) < MOST_LINKS:
            key = (owner._number, path[0], repr(path[1]))
            self.known[key] = (owner._number, path, value, _state(value))
        return value

    def changed(self):
        """[(handle, path, value)] of the parts that the test has changed since they were last sent or fetched."""
        found = []
        for key, (number, path, value, before) in self.known.items():
            now = _state(value)
            if now != before:
                self.known[key] = (number, path, value, now)
                found.append((number, path, value))
        return found


def _state(value):
    """Something that differs when the content does."""
    if isinstance(value, np.ndarray):
        return (value.shape, value.tobytes())
    if isinstance(value, dict):
        return [(key, _state(item)) for key, item in value.items()]
    if isinstance(value, list | tuple):
        return [_state(item) for item in value]
    return repr(value)
