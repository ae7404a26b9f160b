"""Processes of this machine: as many as it has cores, each with a fork server for student code."""

import contextlib
import multiprocessing
import os
import signal
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection

from .. import CourseError, files
from ..preload import process_context
from .worker import learn

# Seconds that a submission may take beyond its own limit, before its process counts as stuck.
GRACE = 90


class Processes:
    """The crew of this machine. A worker that dies takes its executor along: the next one has new workers.

    workers: as many as there are cores by default. Use it as a context manager.
    """

    deaths, breaks = (BrokenProcessPool,), True
    gone = "the grading was stopped"

    def __init__(self, terms, workers=None):
        self.terms, self.workers = terms, workers or os.cpu_count() or 1
        self.assignment, self.key = terms.assignment, terms.assignment.key
        self.window = 2 * self.workers
        self.processes = set()

    @property
    def patience(self):
        """The seconds after which a crew that gives no result is stuck."""
        return self.assignment.limits.total_seconds + GRACE

    def __enter__(self):
        self.scratch = files.scratch("grading-")
        return self

    def __exit__(self, *exception):
        files.remove(self.scratch)

    @contextlib.contextmanager
    def executor(self):
        """An executor with new workers; none of them is left afterwards."""
        executor = _Watched(self.workers, process_context(), _prepare, (self.scratch, self.terms), self.processes)
        done = False
        try:
            yield executor
            done = not executor.broken()
        finally:
            if not done:  # a class left in the middle, by Ctrl-C or an error, or workers that may never answer
                _end(self.processes, seconds=10)
            executor.shutdown(cancel_futures=True)
            self.processes.clear()

    def end_workers(self):
        """End workers that may be stuck."""
        _end(self.processes, seconds=0)


class _Watched(ProcessPoolExecutor):
    """A ProcessPoolExecutor that puts its workers into a set: it forgets them when one of them dies."""

    def __init__(self, workers, context, initializer, initargs, processes):
        super().__init__(workers, mp_context=context, initializer=initializer, initargs=initargs)
        self.seen = processes

    def submit(self, *args, **kwargs):
        future = super().submit(*args, **kwargs)
        self.seen.update((self._processes or {}).values())
        return future

    def broken(self):
        return bool(self._broken)


def spread(function, jobs, workers=None):
    """Yield function(*job) for each of the jobs, in the order in which they are done. Raises CourseError when a
    process dies.
    """
    with ProcessPoolExecutor(workers or os.cpu_count() or 1, mp_context=process_context()) as executor:
        try:
            for future in as_completed([executor.submit(function, *job) for job in jobs]):
                yield future.result()
        except BrokenProcessPool:
            raise CourseError("a process died: is there enough memory? Try --workers 1") from None
        finally:
            executor.shutdown(cancel_futures=True)


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


def _prepare(scratch, terms):
    """Set a worker up: its temporary files lie in the run's folder, and only the main process answers Ctrl-C."""
    tempfile.tempdir = scratch
    learn(terms)
    signal.signal(signal.SIGINT, lambda *_: None)
    signal.signal(signal.SIGTERM, _stop)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent():
    connection.wait([multiprocessing.parent_process().sentinel])
    os.kill(os.getpid(), signal.SIGTERM)


def _stop(*_):
    # The fork server notices that nobody listens any more; what lies about is the main process's to clear away.
    os._exit(1)
