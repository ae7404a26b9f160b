"""Whatever one submission does to the process that grades it, every student has a row."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import tiny_course

from autograder import pool
from autograder.collection import collect
from autograder.pool import grade_all, processes
from autograder.pool.processes import Processes
from autograder.pool.worker import Terms
from autograder.result import FAILED, GRADED, REJECTED

STAGE = tiny_course.STAGE


@pytest.fixture(scope="module")
def assignment(deadly):
    """The tiny stage with a test that can end its own process."""
    return tiny_course.load(deadly)


def grade(assignment, items, workers):
    with Processes(Terms(assignment), workers) as crew:
        pairs = [pair for pairs in grade_all(crew, items) for pair in pairs]
    assert len(pairs) == len(items)
    return {item.student: result for item, result in pairs}


def statuses(results):
    return {student: (result.status, result.score) for student, result in results.items()}


FULL = (GRADED, 6.0)


def test_killed_workers_lose_no_other_row(assignment, tmp_path):
    tiny_course.hand_in_orders(tmp_path, assignment, ann="", ben="kill", cat="", dan="kill", eve="")
    tiny_course.hand_in(tmp_path, "fay", b"not a notebook")
    results = grade(assignment, collect(tmp_path, STAGE), workers=2)
    dead = (FAILED, None)
    assert statuses(results) == {
        "ann": FULL,
        "ben": dead,
        "cat": FULL,
        "dan": dead,
        "eve": FULL,
        "fay": (REJECTED, 0.0),
    }
    assert results["ben"].error == pool.DIED_ALONE


def test_submission_that_dies_once_is_graded_again(assignment, tmp_path):
    items = tiny_course.hand_in_orders(tmp_path / "s", assignment, ann=f"once {tmp_path / 'flag'}")
    assert statuses(grade(assignment, items, workers=1)) == {"ann": FULL}
    assert (tmp_path / "flag").exists()


def test_stopped_worker_loses_no_other_row(assignment, tmp_path, monkeypatch):
    monkeypatch.setattr(processes, "GRACE", 8 - assignment.limits.total_seconds)
    items = tiny_course.hand_in_orders(tmp_path, assignment, ann="", ben="stop", cat="")
    assert statuses(grade(assignment, items, workers=2)) == {"ann": FULL, "ben": (FAILED, None), "cat": FULL}


def test_order_and_workers_change_nothing(assignment, tmp_path):
    tiny_course.hand_in_orders(tmp_path, assignment, ann="")
    tiny_course.hand_in(tmp_path, "ben", tiny_course.filled(assignment, {"task-1-1": "def double(x):\n    return 0"}))
    tiny_course.hand_in(
        tmp_path, "cat", tiny_course.filled(assignment, {"task-1-1": "def double(x):\n    return 2 * x + (x > 9)"})
    )
    items = collect(tmp_path, STAGE)
    forth, back = grade(assignment, items, workers=1), grade(assignment, items[::-1], workers=3)
    assert {s: r.cells for s, r in forth.items()} == {s: r.cells for s, r in back.items()}
    assert [forth[name].score for name in ("ann", "ben", "cat")] == [6.0, 4.0, 4.0]


def started_in(folder):
    """The processes whose own temporary folder lies in a folder."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if f"TMPDIR={folder}".encode() in (path / "environ").read_bytes():
                found.append(int(path.name))
        except OSError:
            continue
    return found


def wait_until(condition, seconds=60):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["ctrl-c", "killed"])
def test_nothing_runs_on(tiny, empty_book, tmp_path, how):
    loop = "open('running', 'w')\nimport time\ntry:\n    time.sleep(600)\nfinally:\n    time.sleep(600)"
    for student in ("ann", "ben", "cat"):
        tiny_course.hand_in(tmp_path / "s", student, tiny_course.filled(tiny_course.load(tiny), before=[loop]))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "gradebook.db").write_bytes(empty_book.read_bytes())
    command = [sys.executable, "-m", "autograder", "--course", str(tiny.root), "grade", STAGE]
    command += ["--submitted", str(tmp_path / "s"), "--out", str(tmp_path / "out"), "--workers", "2"]
    (tmp_path / "tmp").mkdir()
    env = {**os.environ, "TMPDIR": str(tmp_path / "tmp")}
    process = subprocess.Popen(
        command,
        env=env,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # A shell starts what it runs in the background without this signal.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    wait_until(lambda: list((tmp_path / "tmp").glob("grading-*/submission-*/*/running")))
    if how == signal.SIGINT:
        os.killpg(process.pid, how)
    else:
        process.kill()
    output, _ = process.communicate(timeout=60)
    wait_until(lambda: started_in(tmp_path / "tmp") == [], seconds=20)
    assert "Traceback" not in output
    if how == signal.SIGINT:
        assert process.returncode == 1
        assert "Aborted" in output
        ours = ("grading-", "submission-", "release-")
        assert [path.name for path in (tmp_path / "tmp").iterdir() if path.name.startswith(ours)] == []
