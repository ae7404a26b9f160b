"""A stage is fit to be handed out when its source scores everything and its release nothing."""

import shutil

import pytest
import tiny_course

from autograder import CourseError, files
from autograder.assignment import Assignment
from autograder.course import Course
from autograder.generator import generate
from autograder.limits import Limits
from autograder.release import make_release
from autograder.validation import problems

STAGE = tiny_course.STAGE


def changed(tiny, folder, changes, **limits):
    """The tiny course with other texts in some cells of the source."""
    shutil.copy(tiny.root / "nbgrader_config.py", folder)
    course = Course(folder.resolve())
    notebook = tiny_course.source(**limits)
    for cell in notebook.cells:
        cell.source = changes.get(cell.id, cell.source)
    tiny_course.write_source(course, notebook)
    files.write(course.release(STAGE), generate(course, STAGE))
    return course


def test_fit(tiny):
    assert problems(tiny, STAGE) == []


def test_both_faults_are_named(tiny, tmp_path):
    wrong = tiny_course.DOUBLE.replace("return 2 * x", "return 3 * x")
    course = changed(tiny, tmp_path, {"task-1-1": wrong, "test-2-1": "print('well done')"})
    assert problems(course, STAGE) == [
        "test-1-1: the source scores 0 of 2: AssertionError: double(2) must be 4",
        "test-2-1: the untouched release scores 1 of 1",
    ]


def test_source_over_its_own_limits(tiny, tmp_path):
    course = changed(tiny, tmp_path, {}, cells=3)
    assert problems(course, STAGE) == ["the source is not accepted: the notebook has 15 cells; at most 3 are read"]


def test_visible_assert_without_a_message_is_shown(tiny, tmp_path):
    """A hidden one never is."""
    visible = 'def check(text):\n    assert (\n        text\n        == "hi"\n    )\n\ncheck(greet("you"))'
    hidden = "assert True\n### BEGIN HIDDEN TESTS\nassert double(50) == 101\n### END HIDDEN TESTS"
    course = changed(tiny, tmp_path, {"test-2-1": visible, "test-1-1": hidden})
    assert problems(course, STAGE) == [
        "test-1-1: the source scores 0 of 2: AssertionError in a hidden check, at inputs other than the visible ones",
        'test-2-1: the source scores 0 of 1: AssertionError: assert ( text == "hi" )',
    ]


def test_points_of_the_text_are_those_of_the_cells(tiny, tmp_path):
    course = changed(tiny, tmp_path, {"part-1": "### Task 1.1 `double` (1 point)"})
    assert problems(course, STAGE) == ["the heading 'Task 1.1 `double` (1 point)' says 1 point; test-1-1 has 2"]


def test_fault_of_a_test_is_told_to_the_instructor(tiny, tmp_path):
    """Who reads this is the one whom students are told to ask."""
    course = changed(tiny, tmp_path, {"test-2-1": "greet('you')\n'done'"})
    assert problems(course, STAGE) == [
        "test-2-1: the source scores 0 of 1: the test ends with something that is no score"
    ]


def test_stale_release(tiny, tmp_path):
    course = Course(shutil.copytree(tiny.root, tmp_path / "course"))
    notebook = tiny_course.source()
    notebook.cells[0].source = "# Tiny, new edition"
    tiny_course.write_source(course, notebook)
    assert problems(course, STAGE) == ["release/tiny differs from what the source gives; run: autograder release tiny"]


def test_release_with_other_cells_is_refused(tiny, tmp_path):
    course = Course(shutil.copytree(tiny.root, tmp_path / "course"))
    notebook = tiny_course.source()
    notebook.cells.append(tiny_course.cell("test-9-9", "pass", points=1, locked=True))
    tiny_course.write_source(course, notebook)
    with pytest.raises(CourseError, match="other nbgrader cells than the source"):
        Assignment.load(course, STAGE)


def test_manually_graded_task_is_refused(tiny, tmp_path):
    course = changed(tiny, tmp_path, {})
    notebook = tiny_course.source()
    for cell in notebook.cells:
        if cell.id == "answer-1":
            cell.metadata.nbgrader.update(task=True, solution=False, grade=False, locked=False)
    tiny_course.write_source(course, notebook)
    files.write(course.release(STAGE), generate(course, STAGE))
    with pytest.raises(CourseError, match="'answer-1' is a 'manually graded task', which is not supported"):
        Assignment.load(course, STAGE)
    with pytest.raises(CourseError, match="cell answer-1: it is a 'Manually graded task', which is not supported"):
        make_release(course, STAGE)


def test_missing_release_says_what_to_do(tiny, tmp_path):
    course = Course(shutil.copytree(tiny.root, tmp_path / "course"))
    course.release(STAGE).unlink()
    with pytest.raises(CourseError, match="make it with: autograder release tiny"):
        Assignment.load(course, STAGE)


@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        ({"limits": {"cell_second": 1}}, "unknown limit 'cell_second'"),
        ({"limits": {"cell_seconds": "9"}}, "must be a positive number"),
        ({"limits": {"cell_seconds": True}}, "must be a positive number"),
        ({"limits": {"cell_seconds": 0}}, "must be a positive number"),
        ({"limits": {"cell_seconds": float("nan")}}, "must be a positive number"),
        ({"limits": [1]}, "must have the form"),
        ("limits", "must have the form"),
    ],
)
def test_limits_of_no_use(metadata, said):
    notebook = tiny_course.source()
    notebook.metadata["autograder"] = metadata
    with pytest.raises(CourseError, match=said):
        Limits.of(notebook)


def test_limits_of_the_source_hold(assignment):
    assert assignment.limits == Limits(cell_seconds=15, total_seconds=60, output_bytes=100_000)
