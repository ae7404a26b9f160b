"""Stores what a run finds as it comes: the only one who writes. What comes at the same time is one transaction."""

from dataclasses import replace

from . import CourseError, graded_folder
from .files import NotWritten
from .gradebook import is_stored
from .identity import Identity
from .result import FAILED


class Keeper:
    """Stores the results of a run. results: {student: Result}; troubles: (student, what could not be stored)."""

    def __init__(self, stage, out, assignment, gradebook):
        self.stage, self.out, self.assignment, self.gradebook = stage, out, assignment, gradebook
        self.results, self.troubles, self._locked = {}, [], ""

    def keep(self, pairs):
        """Store new results: in the gradebook, and then in the students' folders, which say that it is done."""
        self._store(pairs)
        for item, result in pairs:
            self.results[item.student] = replace(result, notebook=None)  # a thousand notebooks are many megabytes
            self._write(item, result)

    def keep_again(self, pairs):
        """Take over results of an earlier run; the gradebook may have lost some."""
        stored = self.gradebook.stored()
        self.results.update((item.student, result) for item, result in pairs)
        self._store([pair for pair in pairs if not is_stored(stored.get(pair[0].student), pair[1], pair[0].timestamp)])

    def _store(self, pairs):
        rows = [(item.student, result, item.timestamp) for item, result in pairs if not item.absent]
        trouble = self._trouble(rows)
        if trouble and len(rows) > 1:
            # All or nothing: one by one, most of them can be stored.
            self.troubles.extend((row[0], trouble) for row in rows if (trouble := self._trouble([row])))
        elif trouble:
            self.troubles.append((rows[0][0], trouble))

    def _trouble(self, rows):
        """Store rows; returns why that cannot be, or ""."""
        if rows and not self._locked:
            try:
                self.gradebook.store(rows)
            except CourseError as error:
                # Waiting for a lock takes seconds each time: whoever holds it still does.
                self._locked = str(error) if "locked" in str(error) else ""
                return str(error)
        return self._locked if rows else ""

    def _write(self, item, result):
        identity = Identity.of(result.submission, self.assignment)
        try:
            final = result.submission and result.status != FAILED
            graded_folder.write(self.out, self.stage, item.student, result, identity if final else None)
        except NotWritten as error:
            self.troubles.append((item.student, error.said_of(self.out / "autograded")))
        except CourseError as error:
            self.troubles.append((item.student, str(error)))
