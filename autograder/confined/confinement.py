"""The layers that close a child off, in the order in which they are put on. None can be taken off again.

Every layer is tried and what failed is reported: the trusted side decides whether to go on, before it sends anything.
"""

import ctypes
import os
import signal

try:
    import resource
except ImportError:  # Windows, where the names of the layers are asked for, and nothing is confined
    resource = None

from . import landlock, seccomp

LIMITS, PRIVILEGES, LANDLOCK, SECCOMP, NAMESPACES = (
    "limits",
    "no-new-privileges",
    "landlock",
    "seccomp",
    "namespaces",
)
LAYERS = (LIMITS, PRIVILEGES, LANDLOCK, SECCOMP, NAMESPACES)
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS = 1, 4, 38

# Where a Linux system keeps what a running Python may have to read. Not /proc, /home, /tmp, /var, nor all of /etc.
SYSTEM = """
/usr/lib /usr/lib32 /usr/lib64 /usr/libexec /usr/local/lib /usr/share /lib /lib32 /lib64 /nix/store /etc/ld.so.cache
/etc/ld.so.conf /etc/ld.so.conf.d /etc/localtime /etc/timezone /etc/fonts /etc/ssl/openssl.cnf /dev/zero /dev/random
/dev/urandom
"""


def apply(order, program):
    """Confine this process. Returns ([layers that hold], {layer: why it does not}).

    order: "readable", "listed", "writable": paths; "memory_bytes", "file_bytes", "cpu_seconds", "descriptors": numbers.
    program: the seccomp filter, empty where there is none.
    """
    held, missing = [], {}
    steps = (
        (LIMITS, lambda: _set_limits(order)),
        (PRIVILEGES, _no_new_privileges),
        (LANDLOCK, lambda: landlock.restrict(order["readable"], order["listed"], order["writable"])),
        (SECCOMP, lambda: _filter(program)),
    )
    for name, step in steps:
        try:
            step()
            held.append(name)
        except (OSError, ValueError) as error:
            missing[name] = str(error) or type(error).__name__
    return held, missing


def end_with_parent():
    """Have the kernel kill this process when its parent ends."""
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "prctl"):
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def mapped_bytes():
    """The address space that this process uses."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def _set_limits(order):
    # Address space counts from what is mapped already; shared mappings count there and not as data.
    memory = mapped_bytes() + int(order["memory_bytes"])
    cpu = max(1, int(order["cpu_seconds"]))
    for name, value in (
        ("RLIMIT_AS", memory),
        ("RLIMIT_DATA", memory),
        ("RLIMIT_CPU", cpu),
        ("RLIMIT_FSIZE", int(order["file_bytes"])),
        ("RLIMIT_NOFILE", int(order["descriptors"])),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_MEMLOCK", 0),
        ("RLIMIT_MSGQUEUE", 0),
    ):
        number = getattr(resource, name, None)
        if number is not None:
            _, hard = resource.getrlimit(number)
            value = value if hard == resource.RLIM_INFINITY else min(value, hard)
            # Hard and soft alike: the soft limit of CPU time is a signal that can be ignored.
            resource.setrlimit(number, (value, value))


def _no_new_privileges():
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _filter(program):
    if not program:
        raise OSError("there is no filter")
    seccomp.load(program)
