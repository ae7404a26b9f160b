"""Write a file whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path

from . import CourseError


def write(path, data):
    """Put bytes at a path by way of a temporary neighbour, so that a reader never sees half of them.

    Folders are made. Raises CourseError when the place cannot be written; what was there before then stays.
    """
    path = Path(path)
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise CourseError(f"cannot write {path}: {error.strerror or error}") from None
