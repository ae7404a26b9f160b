"""Does the confinement hold? Tries, from inside, what student code must not be able to do, and tells what worked."""

import os
import signal
import socket
import stat
import tempfile


def escapes(order):
    """A line for each thing that could be done and should not. order: {"unreadable": paths, "unwritable": folders}."""
    found = []
    for path in order["unreadable"]:
        if _works(lambda path=path: _read(path)):
            found.append(f"{path} can be read")
    for path in order["unwritable"]:
        if _works(lambda path=path: tempfile.TemporaryFile(dir=path).close()):
            found.append(f"{path} can be written")
    tries = {
        "a process can be started": _fork,
        "a program can be run": lambda: os.execv("/bin/true", ["true"]) if os.path.exists("/bin/true") else _fail(),
        "a socket can be opened": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM).close(),
        "a local socket can be opened": lambda: socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).close(),
        "a signal can be sent": lambda: os.kill(os.getppid(), 0),
        "a signal can be sent by way of a socket": _own_socket,
        "another process can be seen": lambda: _read(f"/proc/{os.getppid()}/stat"),
        "the mode of a file can be changed": _change_mode,
        "the server's own streams can be written": _find_file,
    }
    # The program to run comes last: where it starts, nothing comes after it.
    for name in sorted(tries, key=lambda name: name == "a program can be run"):
        if _works(tries[name]):
            found.append(name)
    return found


def _works(action):
    try:
        action()
    except Exception:
        return False
    return True


def _read(path):
    if os.path.isdir(path):
        return os.listdir(path)
    with open(path, "rb") as file:
        return file.read(1)


def _fail():
    raise OSError


def _own_socket():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        import fcntl  # not where nothing is confined

        fcntl.fcntl(ours, fcntl.F_SETOWN, os.getppid())


def _change_mode():
    with tempfile.NamedTemporaryFile(dir=".") as file:
        os.chmod(file.name, 0o750)
        if os.stat(file.name).st_mode & 0o777 != 0o750:
            raise OSError


def _find_file():
    if not any(stat.S_ISREG(os.fstat(number).st_mode) for number in range(3)):
        raise OSError


def _fork():
    if os.fork() == 0:
        os.kill(os.getpid(), signal.SIGKILL)
        os._exit(0)
