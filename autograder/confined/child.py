"""A student's process from its first line to its last: what the trusted side asks, it does, and answers.

A test's call arrives as an operation on an object that the trusted side has a handle of. What student code prints
meanwhile goes nowhere; what it raises goes back as data.
"""

import os
import signal
import sys
import tempfile

from ..wire import Unsendable
from ..wire.frames import Gone
from . import canary
from .objects import Objects
from .operations import OPERATIONS, write_through

LONGEST_ERROR = 5_000
MOST_BASES = 30


class Child:
    """The loop at the confined end of a channel."""

    def __init__(self, channel, shell):
        self.channel, self.shell = channel, shell
        self.objects = Objects(self._ask)
        self.in_student_code, self.interrupted = 0, False
        self.doers = {
            "cell": self._cell,
            "names": self._names,
            "operate": self._operate,
            "canary": lambda body, buffers: self.channel.send("done", canary.escapes(body)),
        }

    def serve(self):
        """Answer until the trusted side goes away."""
        signal.signal(signal.SIGINT, self._interrupted)
        while True:
            self._serve_one(*self.channel.receive())

    def _serve_one(self, kind, body, buffers):
        self.interrupted = False
        self.doers[kind](body, buffers)

    def _interrupted(self, *_):
        # Outside of student code an interrupt must not tear a frame in two: it waits until the test's function is done.
        if self.in_student_code:
            raise KeyboardInterrupt
        self.interrupted = True

    def _running(self, function, *args):
        self.in_student_code += 1
        try:
            return function(*args)
        finally:
            self.in_student_code -= 1

    def _cell(self, source, buffers):
        def run():
            outputs, good = self.shell.run(source)
            return {"outputs": outputs, "good": good, "count": self.shell.execution_count - 1}

        self._answer(run)

    def _names(self, names, buffers):
        space = self.shell.user_ns
        self._answer(lambda: {name: space[name] for name in names if name in space})

    def _operate(self, body, buffers):
        def operate():
            operation, give_back, what = body
            target, args, *rare = self.objects.decode(what, buffers)
            kwargs, changed = rare or ({}, ())
            for owner, path, value in changed:
                write_through(self.objects.find(owner), path, value)
            result = OPERATIONS[operation](target, *args, **kwargs)
            return (result, args, kwargs) if give_back else result

        self._answer(operate)

    def _answer(self, function):
        """Send what a function returns or raises."""
        try:
            # Encoding runs student code too: a property, an __iter__, a __len__.
            tagged, buffers = self._running(lambda: self.objects.encode(function()))
            self.channel.send("value", tagged, buffers)
        except Gone:
            os._exit(0)
        except Unsendable as reason:
            self.channel.send("raised", ["Unsendable", [], str(reason)])
        except BaseException as error:
            self.channel.send("raised", _described(error))

    def _ask(self, number, args, kwargs):
        """Call a function of the test. While it runs, it may call student code in turn."""
        tagged, buffers = self.objects.encode([list(args), dict(kwargs)])
        inside, self.in_student_code = self.in_student_code, 0
        try:
            self.channel.send("callback", [number, tagged], buffers)
            while True:
                kind, body, buffers = self.channel.receive()
                if self.interrupted:
                    raise KeyboardInterrupt
                if kind == "result":
                    return self.objects.decode(body, buffers)
                if kind == "failed":
                    raise _FAILURES.get(body[0], RuntimeError)(body[1])
                self._serve_one(kind, body, buffers)
        finally:
            self.in_student_code = inside


# What a function of the test may be seen to raise. An interrupt is how a call that took too long is ended.
_FAILURES = {error.__name__: error for error in (TypeError, ValueError, IndexError, KeyError, KeyboardInterrupt)}


def _described(error):
    """An exception as [name, names of its built-in bases, text]."""
    try:
        text = str(error)[:LONGEST_ERROR]
    except BaseException as other:
        return _described_as(other, "")
    return _described_as(error, text)


def _described_as(error, text):
    bases = [base.__name__ for base in type(error).__mro__ if base.__module__ == "builtins"]
    return [str(type(error).__name__)[:200], bases[:MOST_BASES], text]


def run(channel, shell, scratch):
    """Be a student's process. Never returns."""
    try:
        os.environ.clear()
        os.environ.update(
            {"HOME": scratch, "TMPDIR": scratch, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "MPLCONFIGDIR": scratch}
        )
        os.chdir(scratch)
        sys.argv = [""]
        # As in a notebook: modules may lie beside it, temporary files go where there is room.
        sys.path.insert(0, "")
        tempfile.tempdir = None
        Child(channel, shell).serve()
    except Gone:
        pass
    finally:
        os._exit(0)
