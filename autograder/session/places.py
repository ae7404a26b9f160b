"""What the student's process may read: Python, its packages, flatgrad and the images; nothing of the autograder."""

import contextlib
import os
import sys
import sysconfig
from pathlib import Path

import flatgrad
from flatgrad.data.embedded import embedded_folder

from ..confined.confinement import SYSTEM

PACKAGE = Path(__file__).resolve().parents[1]
# What the fork server is loaded from, before anything is closed off.
OWN = (str(PACKAGE / "confined"), str(PACKAGE / "wire"), str(PACKAGE / "__init__.py"))
LIBRARIES = ("site-packages", "dist-packages", "lib-dynload")


def interpreter():
    """The Python that environments are made from: it starts without one."""
    return os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)


def import_path():
    """sys.path for the student's process: Python's own folders, the installed packages, and flatgrad.

    Not the folder the command was started in, nor a checkout: they hold the autograder, or a course.
    """
    entries = [os.path.realpath(entry) for entry in sys.path if entry and os.path.exists(entry)]
    return list(dict.fromkeys([*filter(_is_library, entries), str(_flatgrad().parent)]))


def readable():
    """Files and folders that may be read. The autograder's own are left out, wherever it is installed."""
    roots = [
        *SYSTEM.split(),
        *_standard(),
        *filter(_is_library, import_path()),
        str(_flatgrad()),
        str(embedded_folder()),
    ]
    roots = dict.fromkeys(os.path.realpath(root) for root in roots if os.path.exists(root))
    return list(dict.fromkeys(path for root in roots for path in _without(root, str(PACKAGE))))


def listed():
    """Folders in which Python looks for packages: it must see the names in them."""
    return [entry for entry in import_path() if os.path.isdir(entry)]


def _flatgrad():
    return Path(flatgrad.__file__).resolve().parent


def _standard():
    named = [sysconfig.get_path(name) for name in ("stdlib", "platstdlib")]
    return [*named, os.path.join(sys.base_prefix, "lib")]


def _is_library(entry):
    if os.path.basename(entry) in LIBRARIES or entry.endswith(".zip"):
        return True
    return any(entry == folder or entry.startswith(folder + os.sep) for folder in map(os.path.realpath, _standard()))


def _without(root, forbidden):
    """A path, or, when the forbidden one lies in it, what else lies there."""
    if root == forbidden or root.startswith(forbidden + os.sep):
        return
    if not forbidden.startswith(root.rstrip(os.sep) + os.sep):
        yield root
        return
    with contextlib.suppress(OSError):
        for name in sorted(os.listdir(root)):
            yield from _without(os.path.join(root, name), forbidden)
