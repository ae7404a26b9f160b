"""The course as stock nbgrader sees it: run nbgrader's own commands in this folder, or open its formgrader here."""

from pathlib import Path

from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import ClearSolutions

from autograder.stubs import ClearTaskSolutions

c = get_config()  # noqa: F821  (given by traitlets)

c.CourseDirectory.course_id = "flatgrad"
c.CourseDirectory.root = str(Path(__file__).resolve().parent)
# Stubs carry their task's number: NotImplementedError("Task 2.3").
c.GenerateAssignment.preprocessors = [
    ClearTaskSolutions if step is ClearSolutions else step for step in GenerateAssignment.preprocessors.default()
]
# nbgrader's own pages of feedback print the hidden tests; these are the pages of `autograder feedback`.
c.GenerateFeedback.exporter_class = "autograder.nbgrader_page.FeedbackExporter"
# What a page is made of is not handed out.
c.CourseDirectory.ignore.append("result.json")
# A tuning task may take 20 seconds by itself.
c.Execute.timeout = 60
# Deleted test cells come back, as they do in `autograder grade`.
c.OverwriteCells.add_missing_cells = True
