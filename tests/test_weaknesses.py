"""What an attacker with fresh eyes found in the separated grader, each as a test that it stays mended."""

import time

import nbformat
import pytest
import tiny_course
from tiny_session import run

from autograder.grading import grade
from autograder.limits import Limits
from autograder.pool import grade_all
from autograder.pool.processes import Processes
from autograder.pool.worker import Terms
from autograder.result import GRADED
from autograder.session import servers
from autograder.session.notebook import Run
from autograder.session.server import ServerGone

SECRET = tiny_course.SECRET


def graded(assignment, answers=None, **added):
    return grade(assignment, tiny_course.data(tiny_course.filled(assignment, answers, **added)))


ODD_OUTPUTS = [
    "add({'output_type': 'error', 'ename': 10**5000, 'evalue': {}, 'traceback': [10**5000]})",
    "add({'output_type': 'error', 'ename': 'E', 'evalue': {'a': [1]}, 'traceback': None})",
    "add({'output_type': ['error'], 'data': {'text/plain': 'x'}})",
    "import numpy as np\nout.append({'output_type': 'stream', 'name': np.zeros(3), 'text': 'x'})",
    "out.append({'output_type': 'display_data', 'data': {'text/plain': 10**5000, 'image/png': b'x'}})",
    "out.append(5)",
    "out.append({})",
]


@pytest.mark.parametrize("text", ODD_OUTPUTS)
def test_odd_outputs_cost_nothing(assignment, text):
    before = f"shell = get_ipython()\nout, add = shell.outputs.items, shell.outputs.add\n{text}"
    result = graded(assignment, before=[before])
    assert (result.status, result.score) == (GRADED, 6.0)
    nbformat.validate(nbformat.reads(result.notebook, as_version=4))


ODD_ERRORS = [
    "ExceptionGroup('x', [ValueError()])",
    "BaseExceptionGroup('x', [KeyboardInterrupt()])",
    "StopIteration(1)",
    "StopAsyncIteration()",
    "GeneratorExit()",
    "UnicodeEncodeError('a', 'b', 0, 1, 'c')",
    "OSError(2, 'x')",
    "ImportError(name='x')",
    "type('E', (SyntaxError, KeyError), {})()",
    "type('E' * 10**6, (Exception,), {})()",
]


@pytest.mark.parametrize("error", ODD_ERRORS)
def test_odd_errors_are_errors(error):
    name = error.split("(")[0]
    student = f"def f(x):\n    raise {error}"
    text = f"import builtins\nif not hasattr(builtins, {name!r}): raise ValueError\nf(1)\n"
    for outcome in run(student, text, "all(map(f, [1, 2]))\nassert False, 'reached'", "list(zip(map(f, [1])))\n1.0"):
        assert outcome.error
        assert outcome.text != "reached"


def test_a_score_that_is_too_large_for_a_float(tmp_path):
    notebook = tiny_course.source()
    notebook.cells[-1].source = "greet('you')"
    assignment = tiny_course.load(tiny_course.make(tmp_path / "course", notebook))
    huge = graded(assignment, {"task-2-1": "def greet(name):\n    return 10**400"})
    assert huge.cells["test-2-1"].score == 0.0
    assert "impossible score" in huge.cells["test-2-1"].message


def test_hidden_inputs_are_in_no_message(assignment):
    greet = "def greet(name):\n    if name == 'you':\n        return 'hello you'\n    raise {}"
    broken = ["1 / 0"]
    for error in (
        "NameError(name)",
        "NotImplementedError(name)",
        "NotImplementedError('Task 1.%d' % int.from_bytes(name.encode(), 'big'))",
        "type(name, (Exception,), {})(name)",
    ):
        result = graded(assignment, {"task-2-1": greet.format(error)}, before=broken)
        message = result.cells["test-2-1"].message
        assert SECRET not in message
        assert str(int.from_bytes(SECRET.encode(), "big")) not in message


def test_a_later_error_tells_no_inputs(tmp_path):
    notebook = tiny_course.source()
    notebook.cells[-1].source += "\nassert greet_again('you')"
    notebook.cells[-2].source += "\n\ndef greet_again(name):\n    return name"
    assignment = tiny_course.load(tiny_course.make(tmp_path / "course", notebook))
    seen = "SEEN = []\ndef double(x):\n    SEEN.append(x)\n    return 2 * x"
    tell = "def greet(name):\n    return 'hello ' + name\nraise ValueError(f'inputs were {SEEN}')"
    result = graded(assignment, {"task-1-1": seen, "task-2-1": tell})
    message = result.cells["test-2-1"].message
    assert message == "name 'greet_again' is not defined, because an earlier cell stopped: ValueError in Task 2.1"


def test_spaces_take_no_time(assignment):
    start = time.monotonic()
    result = graded(assignment, before=["x = (\n" + " " * 900_000 + "x"])
    assert result.score == 6.0
    assert time.monotonic() - start < 20


GREEDY = {
    "long range": "range(30_000_000)",
    "long text among many": "['x' * 1_000_000] + [''] * 400",
    "long bytes among many": "[b'x' * 20_000_000] + [b''] * 80",
    "nothing, many times": "np.zeros((2**27, 0))",
    "wide broadcast": "np.ones((10_000_000, 1, 1), dtype=np.int8)",
}
MEMORY = """
import numpy as np, resource
from flatgrad.check import Check, CheckFailed
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    Check("Task 1.1").value(f(), np.ones((4, 3)), "f()")
    assert False
except (CheckFailed, TypeError, ValueError):
    pass
used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
assert used < 400_000, f"{used / 1000} MB"
"""


@pytest.mark.parametrize("name", GREEDY)
def test_small_answers_take_little_memory(name):
    (outcome,) = run(f"import numpy as np\ndef f():\n    return {GREEDY[name]}", MEMORY)
    assert (outcome.error, outcome.text) == ("", "")


def test_memory_of_the_grading_process_has_a_limit(tmp_path):
    """What a test makes of an answer can be large all the same: then the test is lost, not the machine."""
    notebook = tiny_course.source()
    notebook.cells[-1].source = "import numpy as np\nx = np.zeros((int(greet('you')),))\nassert x.sum() == 0"
    notebook.cells[-2].source = "def greet(name):\n    ### BEGIN SOLUTION\n    return 5\n    ### END SOLUTION"
    assignment = tiny_course.load(tiny_course.make(tmp_path / "course", notebook))
    tiny_course.hand_in(
        tmp_path / "s",
        "ann",
        tiny_course.filled(assignment, {"task-2-1": "def greet(name):\n    return 10**9"}),
    )
    from autograder.collection import collect

    with Processes(Terms(assignment), workers=1) as crew:
        (((_, result),),) = grade_all(crew, collect(tmp_path / "s", "tiny"))
    assert result.status == GRADED
    assert "MemoryError" in result.cells["test-2-1"].message
    assert result.score == 5.0


EACH_STREAM = """
import os
found = b""
for n in (0, 1, 2):
    try:
        os.write(n, b"letter")
        os.lseek(n, 0, 0)
        found += os.read(n, 100)
    except OSError:
        pass
def f():
    return found
"""


def test_one_submission_leaves_nothing_for_the_next():
    for _ in range(2):
        (outcome,) = run(EACH_STREAM, "assert f() == b''")
        assert (outcome.error, outcome.text) == ("", "")


def test_names_of_the_instructor_stay_the_instructors():
    locked = tiny_course.cell("helpers", "close = 1e-6\nif f(0): raise ValueError('once')\nTOL = 1e-6", locked=True)
    student = "CALLS = []\nTOL = 1e9\nclose = 1e9\ndef f(x):\n    CALLS.append(x)\n    return len(CALLS) == 1"
    outcomes = run(student, "assert TOL < 1", "assert TOL < 1 and close < 1", before=[locked])
    assert [outcome.error for outcome in outcomes] == ["ValueError", ""]


def test_only_what_was_asked_for_is_lent(tmp_path):
    notebook = tiny_course.source()
    begin, end = "\n### BEGIN HIDDEN TESTS\n", "\n### END HIDDEN TESTS"
    notebook.cells[6].source += f"{begin}def near(a, b):\n    return abs(a - b) < 1e-9{end}"
    notebook.cells[9].source = f"assert half(4) == 2{begin}assert near(half(3), 1.5){end}"
    assignment = tiny_course.load(tiny_course.make(tmp_path / "course", notebook))
    assert graded(assignment).cells["test-1-2"].score == 3.0
    cheat = {
        "task-1-1": "def double(x):\n    return 0\ndef near(a, b):\n    return True",
        "task-1-2": "def half(x):\n    return 2",
    }
    result = graded(assignment, cheat)
    assert result.cells["test-1-2"].score == 0.0
    assert "hidden" in result.cells["test-1-2"].message


def test_a_server_that_answered_too_late_is_replaced():
    server = servers.current()
    server.control.settimeout(0.0)  # no time to answer in
    with pytest.raises(ServerGone):
        Run(server, nbformat.v4.new_notebook(), Limits())
    assert not server.alive()
    (outcome,) = run("def f():\n    return 1", "assert f() == 1")
    assert outcome.error == ""
    assert servers.current() is not server


def test_what_numpy_reads_as_an_array_is_one():
    student = """
import array
class Wrapped:
    def __array__(self, dtype=None, copy=None):
        import numpy as np
        return np.arange(3.0)
def f():
    return array.array("d", [1, 2]), memoryview(b"ab"), Wrapped()
"""
    test = (
        "import numpy as np\na, b, c = map(np.ndarray.tolist, f())\nassert (a, b, c) == ([1, 2], [97, 98], [0, 1, 2])"
    )
    (outcome,) = run(student, test)
    assert outcome.text == ""
    assert outcome.error == ""


def test_unreadable_answer_is_named():
    student = "class Answer: pass\ndef f():\n    return Answer()"
    text = "import numpy as np\nfrom flatgrad.check import Check\nCheck('Task 1.1').value(f(), 1.0, 'f()')"
    (outcome,) = run(student, text)
    assert "got an Answer" in outcome.text


def test_a_path_too_long_to_look_into_counts_as_full():
    deep = "import os, time\nfor _ in range(1000):\n    os.mkdir('folder')\n    os.chdir('folder')\ntime.sleep(30)"
    cells = [tiny_course.cell("task", deep, solution=True)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    start = time.monotonic()
    Run(servers.current(), notebook, Limits())
    assert "to disk and was stopped" in notebook.cells[0].outputs[0].evalue
    assert time.monotonic() - start < 15
