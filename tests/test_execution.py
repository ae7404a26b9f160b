"""Limits hold whatever a cell does, and what a kernel says is cut to what can be stored."""

import json
import tempfile
import time
from pathlib import Path

import nbformat
import pytest
import tiny_course

from autograder.execution import DEAD, OVER_TIME, execute
from autograder.grading import grade
from autograder.limits import Limits
from autograder.submission import read

LIMITS = Limits(cell_seconds=1, total_seconds=8, output_bytes=100_000)
# Starting and ending a kernel, and a busy machine.
SPARE = 10


def run(*texts, limits=LIMITS):
    """(outputs of each cell, seconds)."""
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(text) for text in texts],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )
    start = time.monotonic()
    execute(notebook, limits)
    nbformat.validate(notebook)
    json.dumps(notebook, ensure_ascii=False).encode("utf-8")
    return [cell.outputs for cell in notebook.cells], time.monotonic() - start


def error(outputs):
    """(name, text) of the last error of a cell."""
    return [(output.ename, output.evalue) for output in outputs if output.output_type == "error"][-1]


@pytest.fixture(scope="module")
def loops():
    return run("while True: pass", "import time\ntime.sleep(600)", "6 * 7")


def test_endless_loop_is_stopped_and_the_next_cell_runs(loops):
    (first, second, third), seconds = loops
    assert error(first) == (OVER_TIME, "this cell ran longer than 1 s and was stopped")
    assert error(second)[0] == OVER_TIME
    assert third[0].data["text/plain"] == "42"
    assert seconds < 2 + SPARE


@pytest.mark.parametrize(
    "text",
    [
        "import time\nwhile True:\n    try:\n        time.sleep(600)\n    except KeyboardInterrupt:\n        pass",
        "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass",
    ],
)
def test_loop_that_cannot_be_interrupted_ends_the_notebook(text):
    (first, second), seconds = run(text, "1", limits=Limits(cell_seconds=0.5, total_seconds=8))
    assert error(first)[0] == OVER_TIME
    assert error(second) == (DEAD, "not run: an earlier cell could not be stopped")
    assert seconds < 8 + SPARE


def test_time_for_the_whole_notebook():
    limits = Limits(cell_seconds=30, total_seconds=3)
    (first, second), seconds = run("import time\ntime.sleep(20)", "1", limits=limits)
    assert error(first) == (OVER_TIME, "this cell ran longer than 3 s for the whole notebook and was stopped")
    assert error(second) == (OVER_TIME, "not run: the 3 s for the whole notebook were used up before")
    assert seconds < 3 + SPARE


@pytest.mark.parametrize(
    "text", ["import os\nos._exit(0)", "import os\nos.kill(os.getpid(), 9)", "import ctypes\nctypes.string_at(0)"]
)
def test_python_that_stops(text):
    (first, second), seconds = run(text, "1")
    assert error(first) == (DEAD, "Python stopped while running this cell")
    assert error(second) == (DEAD, "not run: Python stopped in an earlier cell")
    assert seconds < SPARE


def test_flood_of_output_is_cut_and_the_score_found(assignment):
    half = "def half(x):\n    print('x' * 50_000_000)\n    return x / 2"
    double = "def double(x):\n    for i in range(5_000):\n        print(i)\n    return 2 * x"
    result = grade(assignment, tiny_course.data(tiny_course.filled(assignment, {"task-1-1": double, "task-1-2": half})))
    assert result.score == 6.0
    assert len(result.notebook) < 500_000
    assert "MB of output, not kept" in result.notebook


FORGED = """
def send(kind, content):
    kernel = get_ipython().kernel
    kernel.session.send(kernel.iopub_socket, kind, content, parent=kernel.get_parent('shell'), ident=b'x')
"""


@pytest.mark.parametrize(
    "call",
    [
        "send('display_data', {})",
        "send('display_data', {'data': {'text/plain': ['a'], 'image/png': '<svg>'}, 'metadata': 5})",
        "send('stream', {'name': ['x'], 'text': {'a': 1}})",
        "send('error', {'ename': None, 'evalue': 7, 'traceback': 'x'})",
        "send('execute_input', {'code': 'x', 'execution_count': {'a': ['b']}})",
        "send('status', {})",
        "send('comm_open', {})",
        "send('clear_output', {})",
        "send('execute_result', {'data': {'text/plain': '\\ud800'}, 'metadata': {}, 'execution_count': '1'})",
        "send('display_data', {'data': {}, 'metadata': {}, 'transient': {'display_id': ['x']}})",
    ],
)
def test_forged_messages_harm_no_other_cell(forged, call):
    assert forged[call][0].data["text/plain"] == "'still here'"


@pytest.fixture(scope="module")
def forged(request):
    calls = test_forged_messages_harm_no_other_cell.pytestmark[0].args[1]
    texts = [text for call in calls for text in (call, "'still here'")]
    outputs, _ = run(FORGED, *texts, limits=Limits(cell_seconds=10, total_seconds=60))
    return dict(zip(calls, outputs[2::2], strict=True))


def test_nothing_is_left_in_the_temporary_folder(assignment, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    deep = "import os\nfor _ in range(1200):\n    os.mkdir('d')\n    os.chdir('d')"
    link = "import os\nhere = os.getcwd()\nos.chdir('/')\nos.rmdir(here)\nos.symlink('/etc', here)"
    run("open('file', 'w').write('x')", deep)
    run(link)
    assert list(tmp_path.iterdir()) == []
    assert Path("/etc/passwd").exists()


def test_terminal_stays_clean(capfd):
    run(
        "import os\nos.write(1, b'LEAK')\nos.write(2, b'LEAK')\nos.system('echo LEAK')",
        "import ctypes\nctypes.string_at(0)",
    )
    captured = capfd.readouterr()
    assert captured.out + captured.err == ""


def test_skipped_cells_do_not_run(assignment):
    notebook, _ = read(assignment.source_bytes, assignment, LIMITS)
    execute(notebook, LIMITS, skip=notebook.cells)
    assert not any(cell.get("execution_count") for cell in notebook.cells)
