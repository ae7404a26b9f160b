"""Run the test cells of a notebook as plain Python, with what the student defined as proxies.

A name means what the instructor wrote or imported, then Python's own, and only then what the student defined.
"""

import ast
import builtins
import contextlib
import functools
import io
import warnings
from dataclasses import dataclass, field

import numpy as np
from nbgrader.utils import is_grade, is_locked, is_solution

from flatgrad.verdict import CheckFailed

from ..cellnames import is_lent, names_of
from ..hidden import hidden_numbers
from .deadline import deadline
from .errors import Late, NotSplittable, OverTime, Stopped, StudentError

# Seconds that a test has after the student's process was told to stop, before it is stopped itself.
GRACE = 5.0
MOST_TEXT = 200_000
OVER_TIME, DEAD = "TimeLimit", "DeadKernelError"


@dataclass(frozen=True)
class Outcome:
    """How a test cell ended. error: the name of what it raised, or "". text: its text. ours: the text is the grader's
    or the check's own, fit to be shown as it is. hidden: it was raised in a line that the student does not see.
    students: student code raised it.
    value: that of the last line. printed: what the test printed.
    """

    error: str = ""
    text: str = ""
    ours: bool = False
    hidden: bool = False
    students: bool = False
    value: object = field(default=None, repr=False)
    printed: str = ""


def is_test(cell):
    """True for a locked, graded code cell."""
    return cell.cell_type == "code" and is_grade(cell) and not is_solution(cell)


class TestCells:
    """The tests of one notebook. They share one namespace, as they would in a kernel.

    lendable: the names that the instructor expects of the student; any other of a test's is the instructor's own, also
    when the line that should define it was not reached. By default all.
    """

    def __init__(self, notebook, session, lendable=None):
        self.session, self.lendable, self.lent = session, lendable, set()
        self.space = {"__name__": "__main__", "__builtins__": builtins, "display": _display}
        # The instructor's other cells, for tests that use a name of theirs.
        self.givers = {}
        for cell in notebook.cells:
            if cell.cell_type == "code" and is_locked(cell) and not is_grade(cell) and not is_lent(cell):
                for name in names_of(cell.source)[0]:
                    self.givers.setdefault(name, cell)
        self.given = set()

    def run(self, cell, seconds, now):
        """The Outcome of a test cell. now: time.monotonic()."""
        filename = f"<{cell.metadata.nbgrader.grade_id}>"
        printed = _Text()
        try:
            # The deadline of the session comes first: it stops the student and leaves the test whole.
            with self.session.until(now + seconds), deadline(seconds + GRACE), _quiet(printed):
                self._lend(cell.source)
                value = _execute(cell.source, filename, self.space)
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt) and not isinstance(error, StudentError):
                raise
            return self._failed(error, cell, filename, printed.getvalue())
        finally:
            for name in self.lent:
                self.space.pop(name, None)
            self.lent.clear()
        return Outcome(value=value, printed=printed.getvalue())

    def _lend(self, source):
        """Put what a cell needs into the namespace. Adds the names that are the student's to `lent`."""
        wanted = [name for name in sorted(names_of(source)[1]) if name not in self.space]
        for name in wanted:
            giver = self.givers.get(name)
            if giver is not None and id(giver) not in self.given:
                self._lend(giver.source)
                _execute(giver.source, f"<{giver.metadata.nbgrader.grade_id}>", self.space)
                # Only now: one that failed may not leave its names to the student.
                self.given.add(id(giver))
        asked = [name for name in wanted if name not in self.space and self._may_be_lent(name)]
        found = self.session.names(asked) if asked else {}
        self.space.update(found)
        self.lent.update(found)

    def _may_be_lent(self, name):
        return name not in self.givers and (self.lendable is None or name in self.lendable)

    def _failed(self, error, cell, filename, printed):
        line = _line(error, filename)
        numbers = hidden_numbers(cell.source)
        hidden = bool(numbers) and (line is None or line - 1 in numbers)
        if isinstance(error, OverTime):
            text = "" if isinstance(error, Late) else ": the function that it called had not come back"
            return Outcome(OVER_TIME, text, ours=True, printed=printed)
        if isinstance(error, Stopped):
            return Outcome(DEAD, str(error), ours=True, printed=printed)
        if isinstance(error, CheckFailed):
            # What the student does not see, the instructor finds among the outputs of the cell.
            printed += f"{error.full}\n" if error.full != str(error) else ""
            return Outcome("CheckFailed", str(error), ours=True, hidden=hidden, printed=printed)
        if isinstance(error, NotSplittable):
            return Outcome("NotSplittable", str(error), hidden=hidden, printed=printed)
        if isinstance(error, StudentError):
            return Outcome(error.student_name, error.student_text, hidden=hidden, students=True, printed=printed)
        try:
            text = str(error)
        except Exception:
            text = ""
        if isinstance(error, AssertionError) and not (text or hidden):
            text = _failed_assert(error, cell.source, filename)
        return Outcome(type(error).__name__, text, hidden=hidden, printed=printed)


def parse(source):
    """The syntax tree of a test cell. Raises NotSplittable when it is not plain Python."""
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError) as error:
        line = f" in line {error.lineno}" if isinstance(error, SyntaxError) and error.lineno else ""
        raise NotSplittable(
            f"the test is not plain Python{line} (magics and shell commands do not work in tests)"
        ) from None


def _execute(source, filename, space):
    """Run a cell. Returns the value of its last line, if that is an expression without a semicolon behind it."""
    statements, last = _compiled(source, filename)
    exec(statements, space)
    return None if last is None else eval(last, space)


@functools.lru_cache(maxsize=256)
def _compiled(source, filename):
    """(code of a cell, code of its last expression or None). Every submission has the same ones."""
    tree = parse(source)
    last = tree.body[-1] if tree.body else None
    silent = source.rstrip().endswith(";")
    if isinstance(last, ast.Expr) and not silent:
        statements = compile(ast.Module(tree.body[:-1], []), filename, "exec")
        return statements, compile(ast.Expression(last.value), filename, "eval")
    return compile(tree, filename, "exec"), None


def _failed_assert(error, source, filename):
    """The visible `assert` without a message of a cell that raised an error, in one line; "" for any other."""
    trace = error.__traceback__
    while trace.tb_next is not None:
        trace = trace.tb_next
    if trace.tb_frame.f_code.co_filename != filename or trace.tb_lineno - 1 in hidden_numbers(source):
        return ""
    asserts = (node for node in ast.walk(parse(source)) if isinstance(node, ast.Assert))
    found = [node for node in asserts if node.lineno <= trace.tb_lineno <= node.end_lineno]
    return " ".join(ast.get_source_segment(source, found[-1]).split()) if found else ""


def _line(error, filename):
    """The line of the cell that was running when an error was raised, or None."""
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == filename:
            line = trace.tb_lineno
            break
        trace = trace.tb_next
    return line


@contextlib.contextmanager
def _quiet(printed):
    """What a test prints is kept; what it sets for all of Python ends with it."""
    with (
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(printed),
        np.errstate(),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        yield


class _Text(io.StringIO):
    def write(self, text):
        return super().write(text[: max(0, MOST_TEXT - self.tell())])


def _display(*values, **options):
    for value in values:
        print(value)
