"""What a student's code raised, as exceptions of the trusted side, and what ends a cell or a session."""

import builtins
import functools

from flatgrad.verdict import TestFault

# Groups cannot be made without their members (there are none before Python 3.11).
GROUPS = getattr(builtins, "BaseExceptionGroup", ())


class StudentError(Exception):
    """Student code raised this. student_name: the name of its class; student_text: its text.

    Both are a stranger's words. What reaches a test is of a subclass that also is the built-in exception the student's
    was, so that `except ValueError` works.
    """

    student_name = student_text = ""

    def __str__(self):
        return self.student_text


class CellOver(BaseException):
    """The cell cannot go on. Not an Exception: a test that expects errors must not swallow it."""


class OverTime(CellOver):
    """A limit of time was reached."""


class Late(OverTime):
    """The same, in the middle of whatever the grader was doing."""


class Stopped(CellOver):
    """The student's process is gone, or was ended: no later cell can use it. The text says why."""


class NotSplittable(TestFault):
    """A test asks for something that cannot cross between a test and student code: the test's mistake."""


def student_error(name, bases, text):
    """The StudentError for a name, the names of built-in bases and a text, all from the wire."""
    base = next((found for found in map(_builtin, bases) if found), Exception)
    error = _class_of(base).__new__(_class_of(base))
    error.student_name, error.student_text = name, text
    return error


@functools.cache
def _class_of(base):
    """A StudentError that also is a built-in exception, where it can be one."""
    if base in (Exception, BaseException) or issubclass(base, GROUPS):
        return StudentError
    if issubclass(base, StopIteration | StopAsyncIteration):
        # In a test it would pass for the end of the test's own loop.
        base = RuntimeError
    return type(base.__name__, (StudentError, base), {})


def _builtin(name):
    kind = getattr(builtins, name, None) if isinstance(name, str) else None
    return kind if isinstance(kind, type) and issubclass(kind, BaseException) else None
