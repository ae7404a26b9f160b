"""Processes that each keep a stage warm, and the work that is spread over them."""

import os
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

from .. import CourseError
from ..pool import process_context
from .stage import WarmStage

_warm = {}


def warm(assignment):
    """This process's WarmStage of an assignment: made when first asked for, and kept."""
    if assignment.digest not in _warm:
        _warm[assignment.digest] = WarmStage(assignment)
    return _warm[assignment.digest]


def spread(function, jobs, workers=None):
    """Yield function(*job) for each of the jobs, in the order in which they are done."""
    with ProcessPoolExecutor(workers or os.cpu_count() or 1, mp_context=process_context()) as executor:
        try:
            for future in as_completed([executor.submit(function, *job) for job in jobs]):
                yield future.result()
        except BrokenProcessPool:
            raise CourseError("a process that ran the tests died: is there enough memory? Try --workers 1") from None
        finally:
            executor.shutdown(cancel_futures=True)
