"""A Python with everything imported that forks one child per submission. It has never seen an assignment.

It obeys one connection, that of its grader: {"do": "fork"} with a descriptor and an order, {"do": "signal"},
{"do": "clock"}, {"do": "end"}, a packet each and answered with one. When the connection closes, it ends, and its
children with it.
"""

import contextlib
import gc
import json
import os
import signal
import socket
import sys
import time

from ..wire import frames, shared
from . import child, confinement
from .shell import make_shell

LONGEST_ORDER = 1_000_000


def warm():
    """Import all that a notebook of this course is likely to import, and decode the images."""
    for name in ("numpy.testing", "matplotlib.pyplot", "matplotlib.font_manager", "asyncio", "warnings", "timeit"):
        with contextlib.suppress(ImportError):
            __import__(name)
    with contextlib.suppress(Exception):
        from flatgrad import check, data, gradcheck, plots, training  # noqa: F401

        data.load_cifar10()


class Server:
    """The loop of the fork server."""

    def __init__(self, control, namespaces, program):
        self.control, self.namespaces, self.program = control, namespaces, program
        self.children = set()
        self.shell = make_shell()

    def serve(self):
        """Obey until the connection closes."""
        self._say({"ready": True})
        while True:
            data, descriptors, _, _ = socket.recv_fds(self.control, LONGEST_ORDER, 1)
            if not data:
                break
            order = json.loads(data)
            doers = {"fork": self._fork, "signal": self._signal, "clock": self._clock, "end": self._end}
            self._say(doers[order["do"]](order, descriptors))
        for pid in list(self.children):
            self._end({"pid": pid}, [])

    def _say(self, answer):
        self.control.sendall(json.dumps(answer).encode("ascii"))

    def _fork(self, order, descriptors):
        try:
            pid = os.fork()
        except OSError as error:
            os.close(descriptors[0])
            return {"error": error.strerror}
        if pid == 0:
            self._become_child(order, descriptors[0])
        os.close(descriptors[0])
        self.children.add(pid)
        return {"pid": pid}

    def _become_child(self, order, descriptor):
        try:
            confinement.end_with_parent()
            self.control.close()
            connection = os.dup2(descriptor, 3)
            nowhere = os.open(os.devnull, os.O_RDWR)
            for number in range(3):
                os.dup2(nowhere, number)
            os.closerange(4, 4096)
            channel = frames.Channel(
                socket.socket(fileno=connection), sendable=order["value_bytes"], files=shared.Files()
            )
            held, missing = confinement.apply(order, self.program)
            if self.namespaces:
                held.append(confinement.NAMESPACES)
            channel.send("layers", [held, missing])
            child.run(channel, self.shell, order["scratch"])
        finally:
            os._exit(1)

    def _signal(self, order, descriptors):
        if order["pid"] in self.children:
            os.kill(order["pid"], order["signal"])
        return {}

    def _clock(self, order, descriptors):
        """The CPU seconds that a child has used."""
        # Linux's name for the CPU clock of another process, see clock_getcpuclockid(3).
        return {"cpu_s": time.clock_gettime((~order["pid"] << 3) | 2) if order["pid"] in self.children else 0.0}

    def _end(self, order, descriptors):
        """Kill a child and say what it used."""
        if order["pid"] not in self.children:
            return {"cpu_s": 0.0, "memory_bytes": 0, "status": 0}
        self.children.remove(order["pid"])
        with contextlib.suppress(ProcessLookupError):
            os.kill(order["pid"], signal.SIGKILL)
        _, status, used = os.wait4(order["pid"], 0)
        return {"cpu_s": used.ru_utime + used.ru_stime, "memory_bytes": used.ru_maxrss * 1024, "status": status}


def main(descriptor, namespaces, program):
    """Be a fork server on a connected socket. program: the seccomp filter, empty where there is none."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warm()
    server = Server(socket.socket(fileno=descriptor), namespaces, program)
    # What is there now stays: a child's garbage collector need not go through it, nor copy its pages by doing so.
    gc.collect()
    gc.freeze()
    server.serve()
    sys.exit(0)
