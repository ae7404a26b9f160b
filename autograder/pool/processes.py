"""Grade many submissions at once, so that nothing one of them does can stop the others."""

import contextlib
import contextvars
import multiprocessing
import os
import resource
import signal
import tempfile
import threading
import time
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection

from . import CourseError, files
from .confined.confinement import mapped_bytes
from .grading import grade
from .result import Result
from .session import servers
from .submission import Rejected
from .text import one_line

# In a worker: may it go on without a layer of the sandbox?
_unsafe = contextvars.ContextVar("unsafe_no_sandbox", default=False)
DIED_ALONE = "the grading process died or hung on this submission, also when it was graded alone"
# Seconds that a submission may take beyond its own limit, before its process counts as stuck.
GRACE = 90
# What a grading process may map for tests, beyond what it has when it starts.
MEMORY_BYTES = 3_000_000_000


def grade_all(assignment, handed_in, workers=None, private=(), unsafe_no_sandbox=False):
    """Yield (HandedIn, Result) for each submission, in the order in which they are done.

    workers: processes; as many as there are cores by default. private: paths that student code must not reach, see
    `session.servers`. A worker that dies or hangs is replaced and what it may have been grading tried once more, alone;
    what fails again is `failed` and the rest goes on. Raises CourseError when student code cannot be confined and
    unsafe_no_sandbox is not set.
    """
    workers = workers or os.cpu_count() or 1
    queue = iter(handed_in)
    scratch = tempfile.mkdtemp(prefix="grading-")
    setup = (scratch, private, unsafe_no_sandbox)
    try:
        more = True
        while more:
            suspects = []
            more = yield from _until_broken(assignment, queue, workers, 2 * workers, setup, suspects)
            alone, again = iter(suspects), suspects
            while again:
                again = []
                yield from _until_broken(assignment, alone, 1, 1, setup, again)
                for item in again:
                    yield item, Result.failed(assignment, DIED_ALONE)
    finally:
        files.remove(scratch)


def _until_broken(assignment, queue, workers, at_once, setup, suspects):
    """Grade from the queue, so many at once, until it is empty or a worker breaks; True in the second case.

    What was under way then is put into suspects.
    """
    limits = assignment.limits
    executor = ProcessPoolExecutor(workers, mp_context=process_context(), initializer=_prepare, initargs=setup)
    running, processes, broken = {}, set(), False
    try:
        while True:
            while not broken and len(running) < at_once and (item := next(queue, None)) is not None:
                try:
                    running[executor.submit(_grade, assignment, item.read(limits), limits)] = item
                except Rejected as reason:
                    yield item, Result.rejected(assignment, str(reason))
                except CourseError as reason:
                    yield item, Result.failed(assignment, str(reason))
                except BrokenProcessPool:
                    suspects.append(item)
                    broken = True
                processes.update((executor._processes or {}).values())
            if not running:
                break
            finished = wait(running, timeout=limits.total_seconds + GRACE, return_when=FIRST_COMPLETED).done
            if not finished:
                # Nothing came in all that time: a worker can be stopped without being dead.
                _end(processes, seconds=0)
            for future in finished:
                item = running.pop(future)
                try:
                    yield item, future.result()
                except BrokenProcessPool:
                    suspects.append(item)
                    broken = True
    finally:
        if running or broken:  # a class left in the middle, by Ctrl-C or an error, or workers that may never answer
            _end(processes, seconds=10)
        executor.shutdown(cancel_futures=True)
    return broken


def process_context():
    """New processes are forked from one that has imported all there is to import; where that works."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["autograder.grading"])
    return context


def _end(processes, seconds):
    """Ask processes to end, and kill those that have not after some seconds."""
    for process in processes:
        _signal(process, signal.SIGTERM)
    end = time.monotonic() + seconds
    left = [process.sentinel for process in processes]
    while left and (remaining := end - time.monotonic()) > 0:
        ended = connection.wait(left, timeout=remaining)
        left = [sentinel for sentinel in left if sentinel not in ended]
    for process in processes:
        if process.sentinel in left:
            _signal(process, signal.SIGKILL)


def _signal(process, number):
    with contextlib.suppress(OSError):
        os.kill(process.pid, number)


def _prepare(scratch, private, unsafe_no_sandbox):
    """Set a worker up: its temporary files lie in the run's folder, and only the main process answers Ctrl-C."""
    tempfile.tempdir = scratch
    _limit_memory()
    servers.keep_private(private)
    _unsafe.set(unsafe_no_sandbox)
    signal.signal(signal.SIGINT, lambda *_: None)
    signal.signal(signal.SIGTERM, _stop)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _limit_memory():
    """What a test makes of a student's answer must not take the whole machine: it gets a MemoryError instead."""
    with contextlib.suppress(OSError, ValueError):
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (mapped_bytes() + MEMORY_BYTES, hard))


def _end_with_parent():
    connection.wait([multiprocessing.parent_process().sentinel])
    os.kill(os.getpid(), signal.SIGTERM)


def _stop(*_):
    # The fork server notices that nobody listens any more; what lies about is the main process's to clear away.
    os._exit(1)


def _grade(assignment, data, limits):
    try:
        return grade(assignment, data, limits, _unsafe.get())
    except servers.Unconfined:
        raise
    except Exception as error:
        # The grader's own fault: this student's row says so, and the class goes on.
        return Result.failed(assignment, f"{type(error).__name__}: {one_line(str(error))}"[:300])
