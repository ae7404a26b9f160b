"""Grade many submissions at once, so that nothing one of them does can stop the others.

A crew brings an executor of `concurrent.futures`: processes on this machine or workers of a cluster. What happens in a
worker is the same for all.
"""

from concurrent.futures import FIRST_COMPLETED, CancelledError, wait

from .. import CourseError
from ..result import Result, from_bytes
from ..submission import Rejected
from .worker import grade_bytes

DIED_ALONE = "the grading process died or hung on this submission, also when it was graded alone"


def grade_all(crew, handed_in):
    """Yield lists of (HandedIn, Result), in the order in which they are done: in one list what is done by then.

    crew: see `processes.Processes` and `cluster.Cluster`; it has been entered. What a worker may have been grading when
    it died or hung is tried once more, alone; what fails again is `failed` and the rest goes on. Raises CourseError
    when student code cannot be confined and the crew was not told to go on all the same, or when the crew is gone.
    """
    queue = iter(handed_in)
    more = True
    while more:
        suspects = []
        more = yield from _until_broken(crew, queue, crew.window, suspects)
        alone, again = iter(suspects), suspects
        while again:
            again = []
            yield from _until_broken(crew, alone, 1, again)
            for item in again:
                yield [(item, Result.failed(crew.assignment, DIED_ALONE))]


def _until_broken(crew, queue, window, suspects):
    """Grade from the queue, so many at once, until it is empty or the crew breaks; True in the second case.

    What was under way on a worker that died is put into suspects.
    """
    limits = crew.assignment.limits
    running, broken = {}, False
    with crew.executor() as executor:
        while True:
            while not broken and len(running) < window and (item := next(queue, None)) is not None:
                try:
                    running[executor.submit(grade_bytes, crew.key, item.read(limits))] = item
                except Rejected as reason:
                    yield [(item, Result.rejected(crew.assignment, str(reason)))]
                except CourseError as reason:
                    yield [(item, Result.failed(crew.assignment, str(reason)))]
                except crew.deaths:
                    suspects.append(item)
                    broken = True
            if not running:
                return broken
            finished = wait(running, timeout=crew.patience, return_when=FIRST_COMPLETED).done
            if not finished:
                # Nothing came in all that time: a worker can be stopped without being dead.
                crew.end_workers()
            done, gone = [], False
            for future in finished:
                item = running.pop(future)
                try:
                    done.append((item, from_bytes(future.result())))
                except crew.deaths:
                    suspects.append(item)
                    broken = broken or crew.breaks
                except CancelledError:
                    gone = True
            yield done
            if gone:
                raise CourseError(crew.gone)
