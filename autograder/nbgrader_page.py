"""The pages of `autograder feedback` for nbgrader's own command to generate feedback, a button of the formgrader too.

nbgrader's pages print every hidden test. `nbgrader_config.py` names this exporter.
"""

from pathlib import Path

from nbconvert.exporters import HTMLExporter

from .course import Course
from .feedback import page


class FeedbackExporter(HTMLExporter):
    """Of what `autograder grade` graded, the page of `autograder feedback`; of all else, nbgrader's."""

    def from_filename(self, filename, resources=None, **kw):
        """(page, resources) of a notebook autograded/<student>/<stage>/<stage>.ipynb."""
        path = Path(filename).resolve()
        if not path.with_name("result.json").exists():
            return super().from_filename(filename, resources=resources, **kw)
        student, stage = path.parts[-3:-1]
        course = Course(Path(self.config.CourseDirectory.root).resolve())
        resources = {**(resources or {}), "output_extension": self.file_extension}
        return page(course, stage, path.parents[3], student), resources
