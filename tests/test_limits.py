"""Limits hold whatever a cell does, and what a student's process says is cut to what can be stored."""

import json
import os
import time
from pathlib import Path

import nbformat
import pytest
import tiny_course

from autograder.grading import grade
from autograder.limits import Limits
from autograder.session import servers
from autograder.session.notebook import Run
from autograder.session.testcell import DEAD, OVER_TIME

LIMITS = Limits(cell_seconds=1, total_seconds=8, output_bytes=100_000)
# A busy machine.
SPARE = 5


def run(*texts, limits=LIMITS):
    """(outputs of each cell, seconds)."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text) for text in texts])
    server = servers.current()
    start = time.monotonic()
    Run(server, notebook, limits)
    seconds = time.monotonic() - start
    nbformat.validate(notebook)
    json.dumps(notebook, ensure_ascii=False).encode("utf-8")
    return [cell.outputs for cell in notebook.cells], seconds


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
        "import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))\nwhile True: pass",
    ],
)
def test_loop_that_cannot_be_interrupted_ends_the_notebook(text):
    (first, second), seconds = run(text, "1", limits=Limits(cell_seconds=0.5, total_seconds=8))
    assert error(first)[0] == OVER_TIME
    words = text.split("\n")[0]
    assert error(second) == (
        DEAD,
        f"not run: an earlier cell could not be stopped: the cell that begins with “{words}”",
    )
    assert seconds < 3 + SPARE


def test_time_for_the_whole_notebook():
    limits = Limits(cell_seconds=30, total_seconds=2)
    (first, second), seconds = run("import time\ntime.sleep(20)", "1", limits=limits)
    assert error(first) == (OVER_TIME, "this cell ran longer than 2 s for the whole notebook and was stopped")
    assert error(second) == (OVER_TIME, "not run: the 2 s for the whole notebook were used up before")
    assert seconds < 2 + SPARE


@pytest.mark.parametrize("text", ["import os\nos._exit(0)", "import ctypes\nctypes.string_at(0)"])
def test_python_that_stops(text):
    (first, second), seconds = run(text, "1")
    assert error(first) == (DEAD, "Python stopped while running this cell")
    words = text.split("\n")[0]
    assert error(second) == (DEAD, f"not run: Python stopped in an earlier cell: the cell that begins with “{words}”")
    assert seconds < SPARE


def test_memory():
    limits = Limits(memory_bytes=300_000_000)
    texts = ("import numpy as np\nx = np.ones(10**8)", "x = bytearray(10**9)", "np.ones(10**6).sum()")
    (first, second, third), _ = run(*texts, limits=limits)
    assert error(first)[0] in ("MemoryError", "_ArrayMemoryError")
    assert error(second)[0] == "MemoryError"
    assert "1000000.0" in third[0].data["text/plain"]


def test_cpu_time():
    threads = "import threading\ndef f():\n    while True: pass\nthreading.Thread(target=f, daemon=True).start()"
    (_, second, third), _ = run(threads, "import time\ntime.sleep(30)", "1", limits=Limits(cpu_seconds=2))
    assert error(second) == (DEAD, "Python stopped while running this cell")
    assert error(third)[0] == DEAD


def test_size_of_a_file():
    text = "with open('big', 'wb') as file:\n    for _ in range(100):\n        file.write(bytes(10**6))"
    (first, second), _ = run(text, "'still here'", limits=Limits(file_bytes=5_000_000))
    assert error(first)[0] == "OSError"
    assert second[0].data["text/plain"] == "'still here'"


def test_size_of_all_files():
    text = "import time\nfor i in range(40):\n    open(f'{i}', 'wb').write(bytes(10**6))\ntime.sleep(20)"
    (first, second), seconds = run(text, "1", limits=Limits(disk_bytes=20_000_000))
    assert error(first) == (DEAD, "the cell wrote more than 20 MB to disk and was stopped")
    assert error(second)[0] == DEAD
    assert seconds < SPARE


def test_open_files():
    text = "files = [open('/dev/null') for _ in range(1000)]"
    (first, second), _ = run(text, "'still here'")
    assert error(first)[0] == "OSError"
    assert second[0].data["text/plain"] == "'still here'"


def test_limits_cannot_be_raised():
    text = "import resource\nresource.setrlimit(resource.RLIMIT_CPU, (10**6, 10**6))"
    (first, second), _ = run(text, "resource.getrlimit(resource.RLIMIT_CPU)[0]", limits=Limits(cpu_seconds=77))
    assert error(first)[0] in ("ValueError", "OSError", "PermissionError")
    assert second[0].data["text/plain"] == "77"


def test_flood_of_output_is_cut_and_the_score_found(assignment):
    half = "def half(x):\n    print('x' * 50_000_000)\n    return x / 2"
    double = "def double(x):\n    for i in range(5_000):\n        print(i)\n    return 2 * x"
    result = grade(assignment, tiny_course.data(tiny_course.filled(assignment, {"task-1-1": double, "task-1-2": half})))
    assert result.score == 6.0
    assert len(result.notebook) < 500_000


def test_flood_of_output_in_a_cell_is_cut():
    (first, second), _ = run("for i in range(50):\n    print('x' * 10**6)", "print('y')")
    assert sum(len(str(output)) for output in first) < 200_000
    assert "MB of output, not kept" in first[0].text
    assert second[0].text == "y\n"


def test_nothing_is_left_in_the_temporary_folder():
    scratch = Path(servers.current().scratch)
    before = set(scratch.iterdir())
    deep = "import os\nfor _ in range(1200):\n    os.mkdir('d')\n    os.chdir('d')"
    link = "import os\nhere = os.getcwd()\nos.symlink('/etc', 'etc')\nos.mkdir('x', 0)\nprint(here)"
    (_, second), _ = run("open('file', 'w').write('x')", link)
    assert str(scratch) in second[-1].text
    run(deep, limits=Limits())
    assert set(scratch.iterdir()) == before
    assert Path("/etc/passwd").exists()


def test_terminal_stays_clean(capfd):
    run(
        "import os\nos.write(1, b'LEAK')\nos.write(2, b'LEAK')\nos.system('echo LEAK')",
        "import ctypes\nctypes.string_at(0)",
    )
    captured = capfd.readouterr()
    assert captured.out + captured.err == ""


def test_no_process_is_left():
    server = servers.current()
    run("import os\nprint(os.getpid())", "import os\nos._exit(3)")
    run("while True: pass", limits=Limits(cell_seconds=0.5))
    with pytest.raises(ChildProcessError):
        # All children of this process but the server itself are gone.
        while os.waitpid(-1, os.WNOHANG)[0] not in (0, server.process.pid):
            pass
        raise ChildProcessError
    assert server.alive()
