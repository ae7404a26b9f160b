"""The course is found from where one stands, and its stages are named in the order in which they are taught."""

import shutil

import pytest
import tiny_course

from autograder import CourseError
from autograder.course import Course


@pytest.fixture
def course(tmp_path):
    (tmp_path / "nbgrader_config.py").write_text("")
    (tmp_path / "source").mkdir()
    return Course(tmp_path.resolve())


def add(course, *stages):
    for stage in stages:
        tiny_course.write_source(course, tiny_course.source(), stage)


def test_found_from_below(course):
    add(course, "svm")
    assert Course.find(course.root / "source" / "svm") == course


def test_found_from_the_current_folder(course, monkeypatch):
    monkeypatch.chdir(course.root / "source")
    assert Course.find() == course


def test_elsewhere_there_is_no_course(tmp_path, monkeypatch):
    """Not that of the checkout the package lies in, either: it would be the wrong class."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CourseError, match="no course at"):
        Course.find()
    with pytest.raises(CourseError, match="no course at"):
        Course.find(tmp_path)


@pytest.mark.parametrize("name", ["missing", "file"])
def test_not_a_folder(tmp_path, name):
    (tmp_path / "file").write_text("")
    with pytest.raises(CourseError, match="is not a folder"):
        Course.find(tmp_path / name)


def test_stages_in_teaching_order(course):
    add(course, "zeta", "backprop", "knn", "alpha", "softmax")
    (course.root / "source" / "notes").mkdir()
    (course.root / "source" / "knn" / "other.ipynb").write_text("")
    assert course.stages() == ["knn", "softmax", "backprop", "alpha", "zeta"]


def test_choose(course):
    add(course, "knn", "svm")
    assert course.choose([]) == ["knn", "svm"]
    assert course.choose(["svm", "knn", "svm"]) == ["svm", "knn"]
    with pytest.raises(CourseError, match=r"no stage 'nn'.*there is: knn, svm"):
        course.choose(["knn", "nn"])


@pytest.mark.parametrize("name", ["../knn", "", "knn/", "."])
def test_choose_takes_names_only(course, name):
    add(course, "knn")
    with pytest.raises(CourseError, match="no stage"):
        course.choose([name])


def test_no_stage_at_all(course):
    with pytest.raises(CourseError, match="there is no source"):
        course.choose([])


def test_a_copy_elsewhere_is_a_course_of_its_own(tiny, tmp_path):
    copy = shutil.copytree(tiny.root, tmp_path / "moved away")
    assert tiny_course.load(Course.find(copy)).points == tiny_course.POINTS
