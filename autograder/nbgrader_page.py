"""The pages of `autograder feedback` for nbgrader's own command to generate feedback, a button of the formgrader too.

nbgrader's pages print every hidden test. `nbgrader_config.py` names this exporter.
"""

from pathlib import Path

from nbconvert.exporters import HTMLExporter

from .course import Course
from .feedback import page_maker


class FeedbackExporter(HTMLExporter):
    """Of what `autograder grade` graded, the page of `autograder feedback`; of all else, nbgrader's."""

    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
        # nbgrader makes an exporter for each run, and asks it for one student after the other.
        self._makers = {}

    def from_filename(self, filename, resources=None, **kw):
        """(page, resources) of a notebook autograded/<student>/<stage>/<stage>.ipynb."""
        path = Path(filename).resolve()
        if not path.with_name("result.json").exists():
            return super().from_filename(filename, resources=resources, **kw)
        out, student, stage = path.parents[3], *path.parts[-3:-1]
        if (out, stage) not in self._makers:
            course = Course(Path(self.config.CourseDirectory.root).resolve())
            self._makers[out, stage] = page_maker(course, stage, out)
        resources = {**(resources or {}), "output_extension": self.file_extension}
        return self._makers[out, stage](student), resources
