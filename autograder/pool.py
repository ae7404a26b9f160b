"""Grade many submissions at once, so that nothing one of them does can stop the others."""

import multiprocessing
import os
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool

from .grading import grade
from .result import Result
from .submission import Rejected

# One BLAS thread a worker: with as many workers as cores, more only get in each other's way.
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def grade_all(assignment, handed_in, workers=None):
    """Yield (HandedIn, Result) for each submission, in the order in which they are done.

    workers: processes; as many as there are cores by default. A worker that dies is replaced and its submission tried
    once more, alone; when it dies again, that submission is `failed` and the rest goes on.
    """
    workers = workers or os.cpu_count() or 1
    limits = assignment.limits
    suspects = []
    queue = iter(handed_in)
    with _executor(workers) as executor:
        running = {}
        broken = False
        while True:
            while not broken and len(running) < 2 * workers and (item := next(queue, None)) is not None:
                try:
                    running[executor.submit(_grade, assignment, item.read(limits), limits)] = item
                except Rejected as reason:
                    yield item, Result.rejected(assignment, str(reason))
                except BrokenProcessPool:
                    suspects.append(item)
                    broken = True
            if not running:
                break
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                item = running.pop(future)
                try:
                    yield item, future.result()
                except BrokenProcessPool:
                    suspects.append(item)
                    broken = True
    for item in suspects:
        yield item, _alone(assignment, item, limits)
    rest = list(queue)
    if rest:
        yield from grade_all(assignment, rest, workers)


def _executor(workers):
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_prepare)


def _prepare():
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))


def _alone(assignment, item, limits):
    with _executor(1) as executor:
        try:
            return executor.submit(_grade, assignment, item.read(limits), limits).result()
        except Rejected as reason:
            return Result.rejected(assignment, str(reason))
        except BrokenProcessPool:
            return Result.failed(assignment, "the grading process died twice on this submission")


def _grade(assignment, data, limits):
    try:
        return grade(assignment, data, limits)
    except Exception as error:
        # The grader's own fault: this student's row says so, and the class goes on.
        first = (str(error).splitlines() or [""])[0]
        return Result.failed(assignment, f"{type(error).__name__}: {first}"[:300])
