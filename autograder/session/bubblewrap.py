"""The namespaces layer: bubblewrap starts the fork server where other files, processes and networks do not exist."""

import functools
import shutil
import subprocess

from . import places


@functools.cache
def trouble():
    """Why namespaces cannot be had here, or ""."""
    path = shutil.which("bwrap")
    if path is None:
        return "the program bwrap is not installed (package bubblewrap)"
    try:
        done = subprocess.run(
            [path, *_isolation(), "--ro-bind", "/", "/", "true"], capture_output=True, text=True, timeout=20
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"bwrap does not run: {error}"
    lines = done.stderr.strip().splitlines()
    return "" if done.returncode == 0 else f"bwrap cannot make namespaces: {lines[-1] if lines else done.returncode}"


def command(words, writable):
    """The command that runs `words` with nothing of this machine but Python, its packages and a folder to write in."""
    binds = [word for path in (*places.readable(), *places.OWN) for word in ("--ro-bind-try", path, path)]
    program = places.interpreter()
    libraries = [word for path in ("/lib", "/lib64", "/lib32") for word in ("--ro-bind-try", path, path)]
    return [
        shutil.which("bwrap"),
        *_isolation(),
        *binds,
        *libraries,
        *("--ro-bind", program, program),
        *("--proc", "/proc", "--dev", "/dev"),
        *("--bind", writable, writable),
        *("--chdir", writable),
        "--",
        *words,
    ]


def _isolation():
    return ["--unshare-all", "--unshare-user", "--cap-drop", "ALL", "--new-session"]
