"""The fork server of this process: started with the first submission, tried for leaks, kept, replaced if it dies."""

import os
from multiprocessing.util import Finalize
from pathlib import Path

from .. import CourseError, secret
from ..limits import Limits
from . import places
from .server import Server
from .session import Session

# Not a layer: what a child could do in spite of all that hold.
WHOLE = "confinement"
_state = {"server": None, "pid": None, "private": ()}


class Unconfined(CourseError):
    """A layer of the sandbox is missing, and nobody said that grading may go on without it."""

    def __init__(self, missing):
        self.missing = missing
        reasons = "; ".join(f"{layer}: {reason}" for layer, reason in missing.items())
        super().__init__(
            f"student code cannot be confined here, so nothing was graded ({reasons}). "
            "`autograder doctor` tells what to do; notebooks that you trust can be graded with --unsafe-no-sandbox"
        )

    def __reduce__(self):
        return type(self), (self.missing,)


def keep_private(paths):
    """Paths of the course and the class that student code must not reach: a new server is tried on them."""
    _state["private"] = tuple(str(path) for path in paths)


def current(unsafe_no_sandbox=False):
    """The running Server. Raises Unconfined when a layer is missing or leaks, unless told that this is acceptable."""
    server = _state["server"]
    if server is None or _state["pid"] != os.getpid() or not server.alive():
        close()
        server = _state["server"] = Server()
        _state["pid"] = os.getpid()
        server.layers, server.missing = tried(server, _state["private"])
        Finalize(None, close, exitpriority=10)
    if server.missing and not unsafe_no_sandbox:
        raise Unconfined(server.missing)
    return server


def tried(server, private=()):
    """(layers that hold, {layer: why it does not}): a child is forked and tries to get out."""
    order = {
        "unreadable": [path for path in (*_own(), *private) if os.path.exists(path)],
        "unwritable": ["/tmp", "/var/tmp", "/dev/shm", str(Path.home()), os.getcwd(), server.scratch],
    }
    with Session(server, Limits()) as session:
        escapes = session.canary(order)
        layers, missing = list(session.layers), dict(session.missing)
    if escapes:
        missing[WHOLE] = f"from inside, {', '.join(escapes)}"
    return layers, missing


def close():
    """End the server, if this process started one."""
    server = _state["server"]
    _state["server"] = None
    if server is not None and _state["pid"] == os.getpid():
        server.close()


def _own():
    return [str(places.PACKAGE / "reference" / "__init__.py"), str(secret.path()), str(Path.home())]
