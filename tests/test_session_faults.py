"""What cannot cross between a test and student code, what takes too long, and what dies, costs its own test."""

import signal
import time

import nbformat
import pytest
import tiny_course
from tiny_session import run

from autograder.grading import grade
from autograder.limits import Limits
from autograder.session import servers
from autograder.session.notebook import Run
from autograder.session.server import ServerGone
from autograder.session.session import Session


def test_what_is_printed_in_a_call_is_not_shown():
    cells = [
        tiny_course.cell("task-1-1", "def f(x):\n    print('QUIET', x)\n    display(x)\n    return x", solution=True),
        tiny_course.cell("test", "print('LOUD', f(3))", points=1, locked=True),
        tiny_course.cell("task-1-2", "print('own')", solution=True),
    ]
    notebook = nbformat.v4.new_notebook(cells=cells)
    outcomes = Run(servers.current(), notebook, Limits()).outcomes
    assert outcomes["test"].printed == "LOUD 3\n"
    assert "QUIET" not in str([cell.outputs for cell in notebook.cells])
    assert notebook.cells[2].outputs[0].text == "own\n"


@pytest.mark.parametrize(
    ("test", "words"),
    [
        ("%matplotlib inline\nf(1)", "not plain Python"),
        ("!ls", "not plain Python"),
        ("import datetime\nf(datetime.date(2020, 1, 1))", "a value of type date"),
        ("class T(C):\n    pass", "cannot derive a class"),
        ("import numpy as np\nf(np.random.RandomState(0))", "RandomState"),
        ("loop = []\nloop.append(loop)\nf(loop)", "nested too deep"),
    ],
)
def test_what_cannot_cross_is_told(test, words):
    (outcome,) = run("def f(x):\n    return x\nclass C:\n    pass", test)
    assert outcome.error == "NotSplittable"
    assert words in outcome.text


def test_slow_reply_costs_its_test_only():
    limits = Limits(cell_seconds=1)
    slow = "import time\ndef f(x):\n    time.sleep(x)\n    return x\ndef g():\n    while True:\n        yield 1"
    first, second, third = run(slow, "f(60)", "for _ in g(): pass", "assert f(0) == 0", limits=limits)
    assert (first.error, second.error, third.error) == ("TimeLimit", "TimeLimit", "")


def test_slow_test_is_stopped_too(monkeypatch):
    from autograder.session import testcell

    monkeypatch.setattr(testcell, "GRACE", 0.2)
    start = time.monotonic()
    first, second = run("n = 10**12", "for _ in range(n): pass", "assert n == 10**12", limits=Limits(cell_seconds=0.5))
    assert (first.error, second.error) == ("TimeLimit", "")
    assert time.monotonic() - start < 10


def test_callback_that_never_ends_is_stopped():
    student = "def apply(f):\n    while True:\n        try: f(1)\n        except Exception: pass"
    first, second = run(student, "apply(lambda x: x)", "assert apply is not None", limits=Limits(cell_seconds=1))
    assert first.error == "TimeLimit"
    assert second.error == ""


def test_test_in_a_callback_runs_over():
    first, second = run(
        "def apply(f):\n    return f(1)\ndef sleep(x):\n    import time\n    time.sleep(x)",
        "apply(lambda x: sleep(60))",
        "assert apply(lambda x: x + 1) == 2",
        limits=Limits(cell_seconds=1),
    )
    assert first.error == "TimeLimit"
    assert second.error == ""


def test_endless_mutual_calls_end():
    student, test = "def apply(f, n):\n    return f(n)", "def g(n):\n    return apply(g, n + 1)\ng(0)"
    first, second = run(student, test, "apply(abs, 1)")
    assert first.error
    assert second.error == ""


def test_dead_process_costs_the_rest():
    first, second, third = run("import os\ndef f():\n    os._exit(0)", "pass", "f()", "f()")
    assert first.error == ""
    assert (second.error, second.text) == ("DeadKernelError", "Python stopped while running this cell")
    assert (third.error, third.text) == ("DeadKernelError", "Python stopped in an earlier cell: the cell test-1")


def test_a_value_too_large_is_told():
    student = "import numpy as np\ndef f():\n    return np.zeros(10**6)"
    (outcome, after) = run(student, "f()", "assert f is not None", limits=Limits(value_bytes=10**6))
    assert outcome.text == "what was returned cannot be graded: the value is too large (8 MB)"
    assert after.error == ""


def test_sessions_share_nothing():
    run("import builtins, numpy as np\nbuiltins.mine = 1\nnp.mine = 1\nopen('f', 'w').write('x')")
    student = "import builtins, numpy, os\ndef f():\n    return hasattr(numpy, 'mine'), os.listdir()"
    (outcome,) = run(student, "assert f() == (False, [])")
    assert outcome.error == ""


@pytest.mark.parametrize("kills", [1, 2])
@pytest.mark.parametrize("moment", ["before its first cell", "in a test"])
def test_killed_from_outside_is_run_once_more(assignment, monkeypatch, kills, moment):
    """As the system does when memory is short. Twice is taken for the student's own doing."""
    sessions = []

    def kill(session):
        if session not in sessions and len(sessions) < kills:
            sessions.append(session)
            session.server.signal(session.pid, signal.SIGKILL)

    where = "_student" if moment == "before its first cell" else "_test"
    honest = getattr(Run, where)

    def killed(self, *args):
        kill(self.session)
        return honest(self, *args)

    monkeypatch.setattr(Run, where, killed)
    result = grade(assignment, tiny_course.data(tiny_course.filled(assignment)))
    assert len(sessions) == kills
    assert result.score == (6.0 if kills == 1 else 0.0)


def test_death_by_the_students_own_hand_is_tried_twice_at_most(assignment):
    last = "import os\ndef half(x):\n    os.kill(os.getpid(), 9)"
    result = grade(assignment, tiny_course.data(tiny_course.filled(assignment, {"task-1-2": last})))
    assert result.cells["test-1-1"].score == 2.0
    assert result.cells["test-1-2"].score == 0.0


@pytest.mark.parametrize("moment", ["names", "operate"])
def test_server_that_is_killed_is_replaced_and_the_submission_graded(assignment, monkeypatch, moment):
    """Also when the test itself has caught what came of it."""
    killed, honest = [], getattr(Session, moment)

    def then_gone(self, *args, **kwargs):
        if not killed:
            killed.append(self.server)
            self.server.process.kill()
            self.server.process.wait()
        return honest(self, *args, **kwargs)

    monkeypatch.setattr(Session, moment, then_gone)
    result = grade(assignment, tiny_course.data(tiny_course.filled(assignment)))
    assert result.score == 6.0 and servers.current() is not killed[0]


def test_server_that_dies_each_time_is_the_graders_fault(assignment, monkeypatch):
    honest = Session.operate

    def then_gone(self, *args, **kwargs):
        self.server.process.kill()
        self.server.process.wait()
        return honest(self, *args, **kwargs)

    monkeypatch.setattr(Session, "operate", then_gone)
    with pytest.raises(ServerGone):
        grade(assignment, tiny_course.data(tiny_course.filled(assignment)))


def test_layer_that_a_later_process_lacks_stops_the_run(assignment, monkeypatch):
    servers.current()
    monkeypatch.setattr(Session, "__enter__", lambda self: self.missing.update(landlock="gone") or self)
    with pytest.raises(servers.Unconfined, match="landlock: gone"):
        grade(assignment, tiny_course.data(tiny_course.filled(assignment)))
