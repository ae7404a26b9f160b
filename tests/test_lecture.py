"""Each topic of the lecture has a heading in a notebook: the table in assignments/README.md, row by row."""

import json
import re

import pytest
import tiny_course

ROW = re.compile(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
PLACE = re.compile(r"(\w+): \*([^*]+)\*")
TOPICS = 24
STAGES = ("knn", "svm", "softmax", "two_layer_net", "backprop")


def rows():
    """(number, topic, [(stage, heading)]) of the table."""
    syllabus = (tiny_course.CHECKOUT / "assignments" / "README.md").read_text(encoding="utf-8")
    table = syllabus.split("## Where the lecture is")[1].split("\n## ")[0]
    return [(int(number), topic, PLACE.findall(places)) for number, topic, places in ROW.findall(table)]


def headings(stage):
    """All headings of the notebook that students get, without their points."""
    path = tiny_course.CHECKOUT / "release" / stage / f"{stage}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    text = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    return {re.sub(r" \([^()]*points?[^()]*\)$", "", line) for line in re.findall(r"^#+ +(.+)$", text, re.MULTILINE)}


def test_every_topic_has_a_row():
    assert [number for number, _, _ in rows()] == list(range(1, TOPICS + 1))
    assert all(places for _, _, places in rows())


@pytest.mark.parametrize(("number", "topic", "places"), rows())
def test_every_place_is_a_heading(number, topic, places):
    for stage, heading in places:
        assert stage in STAGES
        assert heading in headings(stage)


def test_every_notebook_is_named():
    assert {stage for _, _, places in rows() for stage, _ in places} == set(STAGES)
