"""nbgrader's formgrader opens what was graded: the page of each submission, and the scores that it asks the API for."""

import pytest
import tiny_class
import tiny_course
from nbconvert.exporters import HTMLExporter
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.server_extensions.formgrader import handlers
from traitlets.config import Config

STAGE = tiny_course.STAGE


@pytest.fixture
def api(tiny, graded_class):
    """nbgrader's API as the formgrader has it, for a course graded into a folder of its own."""
    directory = CourseDirectory(config=Config())
    directory.root = str(graded_class.out)
    directory.db_url = f"sqlite:///{graded_class.out / 'gradebook.db'}"
    directory.submitted_directory = str(graded_class.out.parent / "submitted")
    directory.source_directory = str(tiny.root / "source")
    return NbGraderAPI(coursedir=directory)


def test_the_lists_have_everyone_with_scores(api):
    rows = {row["student"]: row for row in api.get_submissions(STAGE)}
    scores = {student: score for student, score in tiny_class.SCORES.items() if student != "gone"}
    assert {student: rows[student]["score"] for student in scores} == scores
    for student in ("ann", "ben", tiny_class.ODD_NAME):
        assert rows[student]["autograded"] and rows[student]["max_score"] == 7.0
    assert rows["ben"]["needs_manual_grade"] and not rows["ann"]["needs_manual_grade"]
    notebooks = {row["student"]: row for row in api.get_notebook_submissions(STAGE, STAGE)}
    assert {"ann", "ben", "peek"} <= set(notebooks)
    assert notebooks["ben"]["failed_tests"] and notebooks["ben"]["score"] == 4.0


def test_each_graded_notebook_is_a_page(graded_class):
    """Rendered as the handler of /formgrader/submissions/<id>/ does."""
    config = Config()
    config.HTMLExporter.template_name = "formgrade"
    config.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    exporter = HTMLExporter(config=config)
    found = sorted(graded_class.out.glob(f"autograded/*/{STAGE}/{STAGE}.ipynb"))
    assert len(found) == len(tiny_class.ANSWERS) + 1
    for path in found:
        names = [
            "assignment_id",
            "notebook_id",
            "submission_id",
            "base_url",
            "notebook_path",
            "last_name",
            "first_name",
        ]
        student = path.parent.parent.name
        resources = {**dict.fromkeys(names, "x"), "index": 0, "total": 1, "student": student}
        html, _ = exporter.from_filename(str(path), resources=resources)
        for grade_id in tiny_course.POINTS:
            assert f'id="{grade_id}"' in html
        if student == "ben":
            assert "twice 50 is 100" in html
