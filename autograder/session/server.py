"""The grader's end of a fork server: starts it, has it fork, interrupt and end children, and makes sure that it holds.

One per process, started when the first submission comes and kept: starting takes a second or two, a child a few
milliseconds.
"""

import array
import contextlib
import functools
import glob
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile

import matplotlib

from .. import CourseError, files
from ..confined import seccomp
from ..confined.forkserver import LONGEST_ORDER
from . import bubblewrap, places

# The fork server knows the autograder's two rooms under another name, and nothing else of it.
BOOT = """
import sys, types
folder, descriptor, namespaces, program, *path = sys.argv[1:]
sys.path[:] = path
room = types.ModuleType("grading_room")
room.__path__ = [folder]
sys.modules["grading_room"] = room
from grading_room.confined import forkserver
room.__path__ = []
forkserver.main(int(descriptor), namespaces == "yes", bytes.fromhex(program))
"""
START_SECONDS = 120
FONT_LIST = "fontlist-*.json"
ANSWER_SECONDS = 30
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class ServerGone(CourseError):
    """The fork server died or does not answer: the grader's own fault, not a student's."""


class Server:
    """A running fork server. scratch: the folder in which each child gets one of its own."""

    def __init__(self):
        if sys.platform != "linux":
            raise CourseError("grading needs Linux: a Linux machine, a virtual one, or WSL on Windows")
        self.scratch = files.scratch("submission-")
        self.namespaces_missing = bubblewrap.trouble()
        self.program, self.program_missing = _program()
        self.readable, self.listed = places.readable(), places.listed()
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        # What is sent must fit one packet.
        self.control.settimeout(START_SECONDS)
        self.number, self.broken = 0, False
        with theirs:
            self.process = self._start(theirs)
        try:
            self._answer()
        except ServerGone:
            reason = self.said()
            self.close()
            raise ServerGone(f"the fork server did not start: {reason}") from None
        self.control.settimeout(ANSWER_SECONDS)
        # Nothing of a student's has run yet, so what lies there is matplotlib's own.
        _copy_fonts(os.path.join(self.scratch, "fonts"), matplotlib.get_cachedir())

    def _start(self, theirs):
        namespaces = "no" if self.namespaces_missing else "yes"
        arguments = [str(places.PACKAGE), str(theirs.fileno()), namespaces, self.program.hex(), *places.import_path()]
        words = [places.interpreter(), "-I", "-S", "-c", BOOT, *arguments]
        if not self.namespaces_missing:
            words = bubblewrap.command(words, self.scratch)
        fonts = os.path.join(self.scratch, "fonts")
        os.mkdir(fonts)
        _copy_fonts(matplotlib.get_cachedir(), fonts)
        self.log = tempfile.TemporaryFile()  # noqa: SIM115  (as long as the server)
        kept = {"HOME": self.scratch, "TMPDIR": self.scratch, "LANG": "C.UTF-8", "MPLCONFIGDIR": fonts}
        return subprocess.Popen(
            words,
            env={
                **kept,
                **ONE_THREAD,
                "PATH": "/usr/bin:/bin",
                "MPLBACKEND": "module://matplotlib_inline.backend_inline",
            },
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=self.log,
            pass_fds=(theirs.fileno(),),
            start_new_session=True,
        )

    def said(self):
        """The last line that the server wrote, to find out why it did not start."""
        self.log.seek(0)
        lines = self.log.read()[-2000:].decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else "it said nothing"

    def fork(self, limits):
        """Fork a child. Returns (pid in the server's eyes, our end of its connection, its scratch folder)."""
        self.number += 1
        scratch = os.path.join(self.scratch, str(self.number))
        os.mkdir(scratch, 0o700)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        order = {
            "do": "fork",
            "scratch": scratch,
            "readable": self.readable,
            "listed": self.listed,
            "writable": [scratch, "/dev/null"],
            "memory_bytes": limits.memory_bytes,
            "file_bytes": limits.file_bytes,
            "cpu_seconds": limits.cpu_seconds,
            "descriptors": limits.descriptors,
            "value_bytes": int(limits.value_bytes),
        }
        with theirs:
            answer = self._ask(order, theirs.fileno())
        if "error" in answer:
            ours.close()
            raise ServerGone(f"no process could be started: {answer['error']}")
        return answer["pid"], ours, scratch

    def signal(self, pid, number):
        """Send a signal to a child."""
        self._ask({"do": "signal", "pid": pid, "signal": int(number)})

    def cpu_seconds(self, pid):
        """The CPU seconds that a child has used up to now."""
        return self._ask({"do": "clock", "pid": pid})["cpu_s"]

    def end(self, pid):
        """Kill a child. Returns {"cpu_s", "memory_bytes", "status"}: what it used, and how it ended."""
        return self._ask({"do": "end", "pid": pid})

    def alive(self):
        """False when the server has died, or did not answer in time: its next answer would be one too many."""
        return not self.broken and self.process.poll() is None

    def close(self):
        """End the server and its children."""
        self.control.close()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        files.remove(self.scratch)

    def _ask(self, order, *descriptors):
        data = json.dumps(order).encode("ascii")
        assert len(data) < LONGEST_ORDER
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))] if descriptors else []
        try:
            self.control.sendmsg([data], rights)
        except OSError as error:
            raise self._lost(f"the fork server is gone: {error}") from None
        return self._answer()

    def _lost(self, reason):
        self.broken = True
        return ServerGone(reason)

    def _answer(self):
        try:
            data = self.control.recv(LONGEST_ORDER)
        except OSError as error:
            raise self._lost(f"the fork server does not answer: {error}") from None
        if not data:
            raise self._lost("the fork server died")
        return json.loads(data)


@functools.cache
def _program():
    """(the seccomp filter, why there is none): made here, where libseccomp can be found."""
    try:
        return seccomp.program(), ""
    except Exception as error:
        return b"", f"libseccomp cannot be used ({type(error).__name__}: {error})"


def _copy_fonts(source, target):
    """matplotlib's list of fonts, which takes it seconds to make."""
    for path in glob.glob(os.path.join(source, FONT_LIST)):
        copy = os.path.join(target, os.path.basename(path))
        if not os.path.exists(copy):
            with contextlib.suppress(OSError):
                shutil.copyfile(path, copy)
