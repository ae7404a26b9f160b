"""Grading on a dask cluster: real workers, the same results, and a worker that dies takes nothing along."""

import os
import subprocess
import sys

import dask
import pytest
import tiny_class
import tiny_course
from distributed import LocalCluster

from autograder import CourseError, class_run
from autograder.collection import collect
from autograder.pool import DIED_ALONE, cluster, grade_all
from autograder.pool.cluster import Cluster
from autograder.pool.processes import Processes
from autograder.pool.worker import Terms
from autograder.result import FAILED, GRADED

STAGE = tiny_course.STAGE
FULL = (GRADED, 6.0)


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A scheduler with two workers of one thread, each looked after by a nanny that replaces it when it dies."""
    folder = tmp_path_factory.mktemp("cluster")
    settings = {"distributed.scheduler.allowed-failures": 1, "distributed.admin.low-level-log-length": 0}
    with (
        dask.config.set(settings),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0", local_directory=str(folder)) as made,
    ):
        yield made.scheduler_address


@pytest.fixture(scope="module")
def deadly_assignment(deadly):
    return tiny_course.load(deadly)


def graded(crew, items):
    with crew:
        pairs = [pair for pairs in grade_all(crew, items) for pair in pairs]
    assert sorted(item.student for item, _ in pairs) == sorted(item.student for item in items)
    return {item.student: result for item, result in pairs}


def statuses(results):
    return {student: (result.status, result.score) for student, result in results.items()}


def test_results_are_those_of_one_machine(tiny, address, tmp_path):
    tiny_class.hand_in(tiny, tmp_path)
    terms = Terms(tiny_course.load(tiny))
    items = collect(tmp_path, STAGE)
    here, there = graded(Processes(terms, 2), items), graded(Cluster(terms, address), items)
    assert statuses(there) == statuses(here) and len(there) == len(tiny_class.SCORES)
    for student, result in there.items():
        expected = here[student]
        assert (result.cells, result.notes, result.layers) == (expected.cells, expected.notes, expected.layers)
        assert (result.notebook, result.submission) == (expected.notebook, expected.submission)


def test_killed_worker_loses_nothing(deadly_assignment, address, tmp_path):
    orders = {"ann": "", "ben": f"once {tmp_path / 'flag'}", "cat": "", "dan": "", "eve": ""}
    items = tiny_course.hand_in_orders(tmp_path / "s", deadly_assignment, **orders)
    results = graded(Cluster(Terms(deadly_assignment), address), items)
    assert statuses(results) == dict.fromkeys(orders, FULL)
    assert (tmp_path / "flag").exists()


def test_submission_that_kills_every_worker_fails_alone(deadly_assignment, address, tmp_path):
    orders = dict.fromkeys(("ann", "cat", "dan", "eve", "fay"), "")
    items = tiny_course.hand_in_orders(tmp_path, deadly_assignment, ben="kill", **orders)
    results = graded(Cluster(Terms(deadly_assignment), address), items)
    assert statuses(results) == {**dict.fromkeys(orders, FULL), "ben": (FAILED, None)}
    assert results["ben"].error == DIED_ALONE


def test_the_command_fills_the_same_gradebook(tiny, address, empty_book, tmp_path):
    tiny_class.hand_in(tiny, tmp_path / "s")
    stored = {}
    for name, words in (("here", ["--workers", "2"]), ("there", ["--dask", address])):
        (tmp_path / name).mkdir()
        (tmp_path / name / "gradebook.db").write_bytes(empty_book.read_bytes())
        command = [sys.executable, "-m", "autograder", "--course", str(tiny.root), "grade", STAGE]
        command += ["--submitted", str(tmp_path / "s"), "--out", str(tmp_path / name), *words]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert f"[{len(tiny_class.SCORES)}/{len(tiny_class.SCORES)}]" in done.stderr
        with class_run.ClassGradebook(STAGE, tmp_path / name / "gradebook.db") as gradebook:
            stored[name] = gradebook.stored()
    assert stored["there"] == stored["here"] and len(stored["here"]) == len(tiny_class.SCORES) - 1


def test_scheduler_that_goes_away_ends_the_run_with_one_line(deadly_assignment, tmp_path):
    items = tiny_course.hand_in_orders(
        tmp_path / "s", deadly_assignment, **{f"student{number}": "" for number in range(20)}
    )
    made = LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=":0", local_directory=str(tmp_path / "w"))
    with made, Cluster(Terms(deadly_assignment), made.scheduler_address) as crew:
        graded = grade_all(crew, items)
        first = next(pairs for pairs in graded if pairs)
        made.close()
        with pytest.raises(CourseError, match="is gone; what was graded is kept") as caught:
            for pairs in graded:
                first += pairs
    assert "\n" not in str(caught.value) and 1 <= len(first) < len(items)


def test_other_version_at_the_workers(tiny, address, monkeypatch):
    monkeypatch.setattr(cluster, "grader_digest", lambda: str(os.getpid()))
    with pytest.raises(CourseError, match="has another autograder than this machine"), _entered(tiny, address):
        pass


def test_no_worker(tiny, monkeypatch, tmp_path):
    monkeypatch.setattr(cluster, "WORKER_SECONDS", 1)
    with (
        LocalCluster(n_workers=0, dashboard_address=":0", local_directory=str(tmp_path)) as empty,
        pytest.raises(CourseError, match="no worker came to"),
        _entered(tiny, empty.scheduler_address),
    ):
        pass


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "127.0.0.1:1"])
def test_no_scheduler(tiny, monkeypatch, address):
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 1)
    with pytest.raises(CourseError, match="cannot use the scheduler at") as caught, _entered(tiny, address):
        pass
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("address", ["nonsense", "foo://x:1", "tcp://x:y"])
def test_an_address_that_is_none_is_one_line(tiny, tmp_path, address):
    """Of the whole command, too: what is left behind can complain when Python ends."""
    tiny_course.hand_in(tmp_path / "s", "ann", b"x")
    words = ("grade", STAGE, "--submitted", tmp_path / "s", "--out", tmp_path, "--dask", address)
    done = tiny_class.shell(*words, cwd=tiny.root)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"autograder: cannot use the scheduler at {address}: an address looks like tcp://HOST:8786\n"


def _entered(course, address):
    return Cluster(Terms(tiny_course.load(course)), address)


def test_workers_and_dask_together_are_refused(tiny):
    command = [sys.executable, "-m", "autograder", "--course", str(tiny.root), "grade", STAGE]
    done = subprocess.run([*command, "--workers", "2", "--dask", "x:1"], capture_output=True, text=True)
    assert done.returncode == 2 and "--workers is for this machine" in done.stderr
