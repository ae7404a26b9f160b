"""Whatever one submission does to the process that grades it, every student has a row."""

import os
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest
import tiny_course

from autograder import pool
from autograder.collection import collect
from autograder.pool import grade_all
from autograder.result import FAILED, GRADED, REJECTED

STAGE = tiny_course.STAGE
KILL = "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)"
STOP = "import os, signal\nos.kill(os.getppid(), signal.SIGSTOP)"


def hand_in(folder, assignment, **cells):
    """Hand in right answers with one more cell each."""
    for student, text in cells.items():
        tiny_course.hand_in(folder, student, tiny_course.filled(assignment, before=[text] if text else []))
    return collect(folder, STAGE)


def grade(assignment, items, workers):
    pairs = list(grade_all(assignment, items, workers))
    assert len(pairs) == len(items)
    return {item.student: result for item, result in pairs}


def statuses(results):
    return {student: (result.status, result.score) for student, result in results.items()}


FULL = (GRADED, 6.0)


def test_killed_workers_lose_no_other_row(assignment, tmp_path):
    hand_in(tmp_path, assignment, ann="", ben=KILL, cat="", dan=KILL, eve="")
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
    flag = f"import pathlib\nflag = pathlib.Path({str(tmp_path / 'flag')!r})\nif not flag.exists():\n    flag.touch()\n"
    items = hand_in(tmp_path / "s", assignment, ann=flag + "    import os\n    os.kill(os.getppid(), 9)")
    assert statuses(grade(assignment, items, workers=1)) == {"ann": FULL}
    assert (tmp_path / "flag").exists()


def test_stopped_worker_loses_no_other_row(assignment, tmp_path, monkeypatch):
    monkeypatch.setattr(pool, "GRACE", 8 - assignment.limits.total_seconds)
    items = hand_in(tmp_path, assignment, ann="", ben=STOP, cat="")
    assert statuses(grade(assignment, items, workers=2)) == {"ann": FULL, "ben": (FAILED, None), "cat": FULL}


def test_order_and_workers_change_nothing(assignment, tmp_path):
    items = hand_in(tmp_path, assignment, ann="", ben="def double(x):\n    return 0")
    tiny_course.hand_in(
        tmp_path, "cat", tiny_course.filled(assignment, {"task-1-1": "def double(x):\n    return 2 * x + (x > 9)"})
    )
    items = collect(tmp_path, STAGE)
    forth, back = grade(assignment, items, workers=1), grade(assignment, items[::-1], workers=3)
    assert {s: r.cells for s, r in forth.items()} == {s: r.cells for s, r in back.items()}
    assert [r.score for r in forth.values()] == [6.0, 6.0, 4.0]


def marked(mark):
    """The processes that have a mark in their environment."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (path / "environ").read_bytes():
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
def test_nothing_runs_on(tiny, assignment, empty_book, tmp_path, how):
    mark, flag = uuid.uuid4().hex, tmp_path / "running"
    loop = f"import pathlib, time\npathlib.Path({str(flag)!r}).touch()\n"
    loop += "try:\n    time.sleep(600)\nfinally:\n    time.sleep(600)"
    hand_in(tmp_path / "s", assignment, ann=loop, ben=loop, cat=loop)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "gradebook.db").write_bytes(empty_book.read_bytes())
    command = [sys.executable, "-m", "autograder", "--course", str(tiny.root), "grade", STAGE]
    command += ["--submitted", str(tmp_path / "s"), "--out", str(tmp_path / "out"), "--workers", "2"]
    (tmp_path / "tmp").mkdir()
    env = {**os.environ, "MARK": mark, "TMPDIR": str(tmp_path / "tmp")}
    process = subprocess.Popen(
        command, env=env, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    wait_until(flag.exists)
    if how == signal.SIGINT:
        os.killpg(process.pid, how)
    else:
        process.kill()
    output, _ = process.communicate(timeout=60)
    wait_until(lambda: marked(mark) == [], seconds=20)
    assert "Traceback" not in output
    if how == signal.SIGINT:
        assert process.returncode == 1
        assert "Aborted" in output
        ours = ("grading-", "submission-", "kernel-", "release-")
        assert [path.name for path in (tmp_path / "tmp").iterdir() if path.name.startswith(ours)] == []
