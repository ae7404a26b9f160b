"""One student's process, seen from the trusted side: run a cell in it, look names up, call what they stand for.

Everything that comes back is checked by the wire; what is not as it should be ends the session, not the grader.
"""

import contextlib
import os
import signal
import time

from .. import files
from ..wire import Malformed, Unsendable
from ..wire.decoding import Decoder
from ..wire.encoding import Encoder
from ..wire.frames import Channel, Gone, TimeUp
from .disk import size
from .errors import CellOver, Late, NotSplittable, OverTime, Stopped, StudentError, student_error
from .links import Links
from .proxies import callback_tag, proxy

# Seconds that a cell which was interrupted has to come to an end.
LAST_WORDS = 4.0
DEPTH = 25
START_SECONDS = 30
MISBEHAVED = "the student's process sent what no notebook sends"


class Session:
    """A forked child. Use it as a context manager; afterwards, `used` tells what it used."""

    def __init__(self, server, limits):
        self.server, self.limits = server, limits
        self.pid, sock, self.scratch = server.fork(limits)
        self.channel = Channel(sock, buffer_bytes=int(limits.value_bytes), share=True)
        self.over, self.used = "", {"cpu_s": 0.0, "memory_bytes": 0, "status": 0}
        self.deadline, self.callbacks, self.links = None, {}, Links()
        self.depth, self.last_look = 0, 0.0
        self.vanished = False
        with self._ended_when_lost():
            _, (self.layers, self.missing), _ = self.channel.receive(time.monotonic() + START_SECONDS)
        if server.namespaces_missing:
            self.missing["namespaces"] = server.namespaces_missing

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.end("the notebook was done")

    def end(self, reason):
        """End the process. Nothing can be asked of it afterwards: the reason is what everyone is told who tries."""
        if not self.over:
            self.over = reason
            self.channel.close()
            self.used = self.server.end(self.pid)
            files.remove(self.scratch)

    @property
    def killed(self):
        """Did it end by a SIGKILL that we did not order? From the system, when memory is short, or from a person."""
        status = self.used["status"]
        return self.vanished and os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL

    @contextlib.contextmanager
    def until(self, deadline):
        """All that is asked in here has to be answered by a moment of time.monotonic()."""
        self.deadline = deadline
        try:
            yield
        finally:
            self.deadline = None
            self.callbacks.clear()
            self.links.known.clear()

    def run_cell(self, source):
        """Run a cell. Returns its outputs, a list of dicts that nobody has looked at yet. Raises CellOver."""
        try:
            answer = self._request("cell", source)
        except StudentError:
            # A cell answers with its errors among its outputs; with one of its own only when there is too much to send.
            return [{"output_type": "stream", "name": "stdout", "text": "(the outputs cannot be kept)"}], None
        if not isinstance(answer, dict) or not isinstance(answer.get("outputs"), list):
            self._misbehaved()
        count = answer.get("count")
        return answer["outputs"], count if type(count) is int and 0 <= count < 10**9 else None

    def cpu_seconds(self):
        """The CPU time that the process has used, taken from outside of it: student code cannot tell it otherwise."""
        return self.used["cpu_s"] if self.over else self.server.cpu_seconds(self.pid)

    def canary(self, order):
        """What `confined.canary` could do from inside, a line each. Asked before any student code came."""
        with self.until(time.monotonic() + START_SECONDS), self._ended_when_lost():
            self.channel.send("canary", order)
            return self._receive()[1]

    def names(self, names):
        """{name: value or proxy} of those that the student has defined."""
        found = self._request("names", sorted(names))
        if not isinstance(found, dict) or not set(found) <= set(names):
            self._misbehaved()
        return found

    def operate(self, operation, target, args=(), kwargs=None, give_back=False):
        """Do something with an object of the student's. Raises what the student's code raises, as StudentError."""
        encoder = Encoder(self._foreign_out)
        changed = self.links.changed()
        try:
            what = (target, args, kwargs or {}, changed) if kwargs or changed else (target, args)
            body = [operation, give_back, encoder.encode(what)]
        except Unsendable as reason:
            raise NotSplittable(f"an argument cannot be sent to the student's function: {reason}") from None
        result = self._request("operate", body, encoder.buffers)
        if give_back and not (isinstance(result, tuple) and len(result) == 3):
            self._misbehaved()
        return result

    def _request(self, kind, body, buffers=()):
        if self.over:
            raise Stopped(self.over)
        if self.depth >= DEPTH:
            raise NotSplittable("the test and the student's function call each other without an end")
        self.depth += 1
        try:
            with self._ended_when_lost():
                self._look_around()
                if not self.channel.is_quiet():
                    raise Malformed
                if self.deadline is not None and time.monotonic() >= self.deadline:
                    raise OverTime  # nothing was asked, so nothing has to be stopped
                self.channel.send(kind, body, buffers, self.deadline and self.deadline + LAST_WORDS)
                return self._reply()
        finally:
            self.depth -= 1

    def _reply(self):
        while True:
            kind, body, buffers = self._receive()
            if kind == "callback":
                self._call_back(body, buffers)
            elif kind == "value":
                return self._decode(body, buffers)
            elif kind == "raised":
                raise self._error(body)
            else:
                raise Malformed

    def _receive(self):
        try:
            return self.channel.receive(self.deadline, self._look_around)
        except TimeUp:
            self._interrupt()
            raise OverTime from None

    def _interrupt(self):
        """Ask the process to stop what it is doing, and end it when it does not."""
        self.server.signal(self.pid, signal.SIGINT)
        self._drain()

    def _drain(self):
        """Wait for the answer to the request that is under way, and drop it."""
        end = time.monotonic() + LAST_WORDS
        try:
            while self.channel.receive(end, self._look_around)[0] == "callback":
                self.channel.send("failed", ["KeyboardInterrupt", "stopped"], (), end)
        except (TimeUp, Gone, Malformed):
            self.end("an earlier cell could not be stopped")

    def _call_back(self, body, buffers):
        """The student's code calls a function of the test."""
        if not isinstance(body, list) or len(body) != 2 or not isinstance(body[0], int):
            raise Malformed
        function = self.callbacks.get(body[0])
        called = self._decode(body[1], buffers)
        if function is None or not isinstance(called, list) or len(called) != 2:
            raise Malformed
        args, kwargs = called
        if (
            not isinstance(args, list)
            or not isinstance(kwargs, dict)
            or not all(isinstance(key, str) for key in kwargs)
        ):
            raise Malformed
        encoder = Encoder(self._foreign_out)
        try:
            result = encoder.encode(function(*args, **kwargs))
        except CellOver:
            if not self.over:
                self.channel.send("failed", ["KeyboardInterrupt", "stopped"], (), self.deadline)
                self._drain()
            raise
        except Exception as error:
            # The test's own words about its inside are not for the student.
            self.channel.send("failed", [type(error).__name__, "the function of the test failed"], (), self.deadline)
        else:
            self.channel.send("result", result, encoder.buffers, self.deadline)

    def _decode(self, tagged, buffers):
        return Decoder(buffers, lambda tag, rest: proxy(self, tag, rest)).decode(tagged)

    def _foreign_out(self, value):
        return callback_tag(self, value)

    def _error(self, body):
        if not (isinstance(body, list) and len(body) == 3 and isinstance(body[1], list)):
            raise Malformed
        name, bases, text = body
        if not isinstance(name, str) or not isinstance(text, str):
            raise Malformed
        if name == "Unsendable" and not bases:
            return student_error("TypeError", ["TypeError"], f"what was returned cannot be graded: {text}"[:500])
        return student_error(name[:200], bases, text[:20_000])

    def _look_around(self):
        """Called while waiting: has the process filled the disk?"""
        now = time.monotonic()
        if now - self.last_look > 0.3:
            self.last_look = now
            if size(self.scratch, self.limits.disk_bytes) > self.limits.disk_bytes:
                raise _DiskFull

    @contextlib.contextmanager
    def _ended_when_lost(self):
        """Whatever goes wrong with the connection ends the process, and is told as Stopped."""
        try:
            yield
        except Malformed:
            self._misbehaved()
        except _DiskFull:
            self._lost(f"the cell wrote more than {self.limits.disk_bytes / 1e6:g} MB to disk and was stopped")
        except TimeUp:
            self.end("an earlier cell could not be stopped")
            raise OverTime from None
        except Gone:
            self.vanished = True
            self._lost("Python stopped while running this cell")
        except BaseException as error:
            if isinstance(error, Late) or not isinstance(error, StudentError | NotSplittable | CellOver):
                # Cut off in the middle of a frame, perhaps: the rest of it would be taken for the next one.
                self.end("an earlier cell could not be stopped")
            raise

    def _misbehaved(self):
        self._lost(MISBEHAVED)

    def _lost(self, reason):
        self.end("Python stopped in an earlier cell" if reason != MISBEHAVED else MISBEHAVED)
        raise Stopped(reason) from None


class _DiskFull(Exception):
    pass
