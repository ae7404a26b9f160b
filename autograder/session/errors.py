"""What a student's code raised, as exceptions of the trusted side, and what ends a cell or a session."""

import builtins


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


class Stopped(CellOver):
    """The student's process is gone, or was ended: no later cell can use it. The text says why."""


class NotSplittable(Exception):
    """A test asks for something that cannot cross between a test and student code: the test's mistake."""


_made = {}


def student_error(name, bases, text):
    """The StudentError for a name, the names of built-in bases and a text, all from the wire."""
    base = next((found for found in map(_builtin, bases) if found), Exception)
    if base not in _made:
        parts = (StudentError,) if base in (Exception, BaseException) else (StudentError, base)
        try:
            _made[base] = type(base.__name__, parts, {})
        except TypeError:  # of a layout that goes with no other exception
            _made[base] = StudentError
    error = _made[base].__new__(_made[base])
    error.student_name, error.student_text = name, text
    return error


def _builtin(name):
    kind = getattr(builtins, name, None) if isinstance(name, str) else None
    return kind if isinstance(kind, type) and issubclass(kind, BaseException) else None
