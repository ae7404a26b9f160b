"""From bytes to points, in a real kernel: honest work has its points, and nobody's mistakes cost another task."""

import json

import pytest
import tiny_course

from autograder.grading import grade
from autograder.result import GRADED, REJECTED

BIDI, ESCAPE = "\u202e\u2066", "\x1b]0;title\x07\x1b[2J\x1b[31m"


def graded(assignment, answers=None, **added):
    """Grade the release with answers. The result must be one that can be stored and shown."""
    result = grade(assignment, tiny_course.data(tiny_course.filled(assignment, answers, **added)))
    assert result.status == GRADED
    assert list(result.cells) == list(tiny_course.POINTS)
    for cell in result.cells.values():
        assert all(c.isprintable() or c == "\n" for c in cell.message)
        assert 0 < len(cell.message) <= 2000
    result.notebook.encode("utf-8")
    return result


def scores(result):
    return {grade_id: cell.score for grade_id, cell in result.cells.items()}


def message(result, grade_id="test-1-1"):
    return result.cells[grade_id].message


def test_source_has_full_marks_and_waits_for_a_reader(assignment):
    result = grade(assignment, assignment.source_bytes)
    assert (result.score, result.max_score, result.waiting) == (6.0, 7.0, ["answer-1"])
    assert scores(result) == {"test-1-1": 2.0, "test-1-2": 3.0, "answer-1": None, "test-2-1": 1.0}
    assert result.wall_s > result.cpu_s > 0 or result.cpu_s > 0
    assert result.notes == ()


def test_release_has_no_points(assignment):
    result = grade(assignment, assignment.release_bytes)
    assert result.score == 0
    assert set(scores(result).values()) == {0.0}
    assert message(result) == "Task 1.1 is not written yet"
    assert message(result, "answer-1") == "no answer was written"


def test_unusable_bytes_are_a_row_too(assignment):
    result = grade(assignment, b"not a notebook")
    assert (result.status, result.score, result.max_score) == (REJECTED, 0.0, 7.0)
    assert "\n" not in result.error


def test_answers_in_other_cells_score(assignment):
    answers = {"task-1-1": "", "task-1-2": "'''moved'''"}
    before = [tiny_course.ANSWERS["task-1-1"], tiny_course.ANSWERS["task-1-2"]]
    assert graded(assignment, answers, before=before).score == 6.0


def test_syntax_error_costs_its_own_task_only(assignment):
    result = graded(assignment, {"task-1-1": "def double(x:\n    return 2 * x"})
    assert scores(result) == {"test-1-1": 0.0, "test-1-2": 3.0, "answer-1": 0.0, "test-2-1": 1.0}
    assert message(result) == (
        "name 'double' is not defined, because an earlier cell stopped: "
        "SyntaxError in Task 1.1: '(' was never closed (line 1)"
    )


def test_an_error_in_a_cell_of_the_students_own_is_found(assignment):
    notebook = tiny_course.filled(assignment, {"task-1-1": "pass"}, before=["# my helper\nfor x in y\n    pass"])
    assert message(grade(assignment, tiny_course.data(notebook))) == (
        "name 'double' is not defined, because an earlier cell stopped: SyntaxError in the cell that begins with "
        "“# my helper”: expected ':' (line 2)"
    )


def test_where_python_stopped_is_said(assignment):
    result = graded(assignment, {"task-1-2": "import os\nos._exit(3)"})
    assert result.cells["test-1-1"].passed
    for grade_id in ("test-1-2", "test-2-1"):
        assert result.cells[grade_id].message == "Python stopped in an earlier cell: Task 1.2"
    in_test = graded(assignment, {"task-1-2": "import os\ndef half(x):\n    os._exit(3)"})
    assert in_test.cells["test-1-2"].message == "Python stopped while running this cell"
    assert in_test.cells["test-2-1"].message == "Python stopped in an earlier cell: the test of Task 1.2"


def test_an_older_notebook_is_told_from_a_wrong_answer(assignment):
    notebook = tiny_course.filled(assignment)
    cells = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in notebook.cells}
    for grade_id in ("task-1-2", "test-1-2"):
        notebook.cells.remove(cells[grade_id])
    result = grade(assignment, tiny_course.data(notebook))
    lacks = "the notebook has no cell {} (an older version, or deleted)"
    assert result.cells["test-1-2"].message == f"name 'half' is not defined: {lacks.format('task-1-2')}"
    assert result.notes == (lacks.format("task-1-2"), f"{lacks.format('test-1-2')}; it was put back")
    assert scores(result) == {"test-1-1": 2.0, "test-1-2": 0.0, "answer-1": 0.0, "test-2-1": 1.0}


def test_part_of_the_points(assignment):
    result = graded(assignment, {"task-1-2": "def half(x):\n    return x // 2"})
    assert scores(result)["test-1-2"] == 1.0
    assert message(result, "test-1-2") == "1 of 3 points"


ODD_CELLS = [
    "import sys\nprint('to stderr', file=sys.stderr)",
    "import warnings\nwarnings.warn('careful')",
    "from IPython.display import HTML, display\ndisplay(HTML('<script>alert(1)</script>'))",
    "get_ipython().run_line_magic('lsmagic', '')",
    "input('name? ')",
    "import sys\nsys.exit()",
    "raise KeyboardInterrupt",
    "raise SystemExit('bye')",
    "import os, shutil\nshutil.rmtree(os.getcwd())",
    "import threading, time\nthreading.Thread(target=time.sleep, args=(600,)).start()",
    "import subprocess\nchild = subprocess.Popen(['sleep', '600'])\nprint('child', child.pid)",
    "import os\nos.write(2, b'\\x1b[31mred')\nos.write(1, b'\\x1b[31mred')",
    f"raise ValueError({ESCAPE + BIDI!r} + 'text')",
    "raise ValueError('x' * 10**7)",
    "print('\\ud800')",
    "%not_a_magic",
    "!echo from the shell",
    "print('\\0 \\x1b[31m')",
    "x = '\0'",
    "class E(Exception):\n    def __str__(self):\n        raise RuntimeError\nraise E",
]


@pytest.fixture(scope="module")
def odd(assignment):
    return graded(assignment, before=ODD_CELLS)


def test_odd_cells_cost_nothing(odd):
    assert odd.score == 6.0


def test_other_processes_cannot_be_started(odd):
    cells = json.loads(odd.notebook)["cells"]
    outputs = next(cell["outputs"] for cell in cells if "Popen" in "".join(cell["source"]))
    assert [output["ename"] for output in outputs] == ["PermissionError"]


def test_markup_of_a_student_is_not_stored(odd):
    outputs = [cell.get("outputs", []) for cell in json.loads(odd.notebook)["cells"]]
    assert "text/plain" in json.dumps(outputs)
    assert "text/html" not in json.dumps(outputs)


ODD_ERRORS = {
    "task-1-1": f"def double(x):\n    raise ValueError({ESCAPE + BIDI!r} + '[red]<b>' + 'x' * 10**6)",
    "task-1-2": "class E(Exception):\n    def __str__(self):\n        raise RuntimeError\n"
    "def half(x):\n    print('\\x1b[2J' * 10)\n    raise E",
    "task-2-1": "def greet(name):\n    raise type('\\x1b[31m' + name, (Exception,), {})('\\ud800')",
}


def test_odd_errors_in_tests(assignment):
    result = graded(assignment, ODD_ERRORS)
    assert result.score == 0
    assert "ValueError: " in message(result)
    assert message(result).endswith("xx…")
    assert message(result, "test-1-2") == "RuntimeError"


def test_hidden_lines_are_not_in_messages(assignment):
    peek = "get_ipython().user_ns['In'][-1]"
    result = graded(
        assignment,
        {
            "task-1-1": f"def double(x):\n    if x == 2:\n        return 4\n    raise ValueError({peek})",
            "task-1-2": f"class CheckFailed(Exception):\n    pass\ndef half(x):\n    raise CheckFailed({peek})",
            "task-2-1": "def greet(name):\n    if name == 'you':\n        return 'hello you'\n    raise KeyError(name)",
        },
    )
    messages = {grade_id: cell.message for grade_id, cell in result.cells.items()}
    assert tiny_course.SECRET not in str(messages)
    assert "assert" not in str(messages)
    assert messages["test-1-1"] == "ValueError in a hidden check, at inputs other than the visible ones"
    assert messages["test-1-2"].startswith("CheckFailed: class CheckFailed")  # the student's own cell: all there is
    assert messages["test-2-1"] == "KeyError in a hidden check, at inputs other than the visible ones"


def test_error_at_a_visible_line_is_told(assignment):
    result = graded(assignment, {"task-1-1": "def double(x):\n    return [][x]", "task-2-1": "greet = None"})
    assert message(result) == "IndexError: list index out of range"
    assert message(result, "test-2-1") == "TypeError: 'NoneType' object is not callable"


def test_demonstration_runs_when_an_answer_needs_it(assignment):
    answers = {"task-1-1": "def double(x):\n    return 2 * x + 0 * drawn_sum"}
    needed = graded(assignment, answers)
    assert needed.score == 6.0
    counts = {cell["id"]: cell.get("execution_count") for cell in json.loads(needed.notebook)["cells"]}
    assert counts["picture"] and counts["picture-sum"]


def test_demonstration_is_left_out_when_not_needed(assignment):
    result = graded(assignment)
    counts = {cell["id"]: cell.get("execution_count") for cell in json.loads(result.notebook)["cells"]}
    assert (counts["picture"], counts["picture-sum"]) == (None, None)
    assert counts["setup"]
