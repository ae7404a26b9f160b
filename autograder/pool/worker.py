"""What happens in a worker, whatever brought the submission there: a process of this machine's or of a cluster's."""

import contextlib
import threading
from typing import NamedTuple

from .. import CourseError
from ..assignment import Assignment
from ..confined.confinement import mapped_bytes
from ..grading import grade
from ..result import Result, as_bytes
from ..session import servers
from ..text import one_line

# What a grading process may map for tests, beyond what it has when it starts.
MEMORY_BYTES = 3_000_000_000
_known = {}
# Tests run with the output and the warnings of the whole process turned off: one submission at a time.
_one_at_a_time = threading.Lock()


class Terms(NamedTuple):
    """How a run is graded. private: paths that student code must not reach, see `session.servers`. unsafe_no_sandbox:
    see `grading.grade`.
    """

    assignment: Assignment
    private: tuple = ()
    unsafe_no_sandbox: bool = False


def learn(terms):
    """Keep what all submissions of a run have in common, under the assignment's key."""
    _limit_memory()
    servers.keep_private(terms.private)
    _known[terms.assignment.key] = terms


def forget(key):
    """Drop what was kept under a key, when nothing is being graded; with the last one, also the fork server ends."""
    with _one_at_a_time:
        _known.pop(key, None)
        if not _known:
            servers.close()


def grade_bytes(key, submission_bytes):
    """Grade a submission of an assignment that this worker has learnt. Returns a Result as bytes."""
    terms = _known[key]
    with _one_at_a_time:
        try:
            result = grade(terms.assignment, submission_bytes, unsafe_no_sandbox=terms.unsafe_no_sandbox)
        except servers.Unconfined:
            raise
        except Exception as error:
            # The grader's own fault: this student's row says so, and the class goes on.
            text = str(error) if isinstance(error, CourseError) else f"{type(error).__name__}: {error}"
            result = Result.failed(terms.assignment, one_line(text)[:300])
    return as_bytes(result)


def _limit_memory():
    """What a test makes of a student's answer must not take the whole machine: it gets a MemoryError instead."""
    if not _known:
        import resource  # pages and exports are made where there is no such thing, too

        with contextlib.suppress(OSError, ValueError):
            _, hard = resource.getrlimit(resource.RLIMIT_AS)
            resource.setrlimit(resource.RLIMIT_AS, (mapped_bytes() + MEMORY_BYTES, hard))
