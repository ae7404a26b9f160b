"""How close answers come to the tolerances of the checks: for measuring the checks themselves.

    with margins.noted() as found:
        ...  # run a test
    found  # [("gradient", 0.003), ...]: kind of check, error / tolerance

Meanwhile no finite value fails for being wrong, so that one run tells at which tolerances an answer would pass.
"""

import contextlib
import contextvars

_notes = contextvars.ContextVar("notes", default=None)


@contextlib.contextmanager
def noted():
    """Note errors instead of judging them. Yields the list of (kind, error / tolerance)."""
    found = []
    token = _notes.set(found)
    try:
        yield found
    finally:
        _notes.reset(token)


def exceeded(kind, error, tol):
    """Whether an error is above the tolerance. Never while errors are noted."""
    notes = _notes.get()
    if notes is None:
        return error > tol
    notes.append((kind, error / tol))
    return False
