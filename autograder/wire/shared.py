"""Large buffers as files in memory, which the other side maps where a socket would copy them twice.

They go from the trusted side to the confined one only: what student code sends could change while it is read.
"""

import array
import contextlib
import ctypes
import functools
import mmap
import os
import socket
import weakref

POSSIBLE = hasattr(os, "memfd_create")
LEAST_BYTES = 1_000_000
MOST_FILES = 8
FAILED = ctypes.c_void_p(-1).value


@contextlib.contextmanager
def files_of(views):
    """{number: descriptor} of files with the content of the largest buffers: few, since a process may have few files
    open, and none of those for which there is no room. They are closed afterwards.
    """
    large = [number for number, view in enumerate(views) if view.nbytes >= LEAST_BYTES]
    with contextlib.ExitStack() as stack:
        found = {}
        for number in sorted(sorted(large, key=lambda number: -views[number].nbytes)[:MOST_FILES]):
            with contextlib.suppress(OSError):
                descriptor = os.memfd_create("buffer")
                stack.callback(os.close, descriptor)
                _write(descriptor, views[number])
                found[number] = descriptor
        yield found


def _write(descriptor, view):
    while view:
        view = view[os.write(descriptor, view) :]


def rights(descriptors):
    """The descriptors as what sendmsg takes beside its data."""
    return [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))] if descriptors else []


class Files:
    """The receiving end: descriptors that came with frames, in their order."""

    def __init__(self):
        self.descriptors = []

    def receive_into(self, sock, buffer):
        """As socket.recv_into, and keeps the descriptors that come along."""
        count, messages, _, _ = sock.recvmsg_into([buffer], socket.CMSG_SPACE(4 * MOST_FILES))
        for level, kind, data in messages:
            if (level, kind) == (socket.SOL_SOCKET, socket.SCM_RIGHTS):
                found = array.array("i")
                found.frombytes(data[: len(data) - len(data) % found.itemsize])
                self.descriptors.extend(found)
        return count

    def take(self, size):
        """The next file as a writable buffer, a copy of its own as soon as it is written to.

        Raises LookupError and MemoryError.
        """
        descriptor = self.descriptors.pop(0)
        try:
            # Not Python's mmap: that one would keep a descriptor open for each.
            address = _libc().mmap(None, size, mmap.PROT_READ | mmap.PROT_WRITE, mmap.MAP_PRIVATE, descriptor, 0)
        finally:
            os.close(descriptor)
        if address == FAILED:
            raise MemoryError
        buffer = (ctypes.c_char * size).from_address(address)
        weakref.finalize(buffer, _libc().munmap, address, size)
        return buffer


@functools.cache
def _libc():
    libc = ctypes.CDLL(None, use_errno=True)
    libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t] + 3 * [ctypes.c_int] + [ctypes.c_long]
    libc.mmap.restype = ctypes.c_void_p
    libc.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
    return libc
