"""The bank of attacks, graded as one class beside honest students: nobody gains, nothing leaks, no neighbour is harmed.

A marker stands in every hidden test. It must be in nothing that grading leaves behind but the instructor's own copies
of the tests, and never on its way to a student's process.
"""

import json
import os
import shutil

import attack_bank
import nbformat
import pytest
import tiny_class
import tiny_course

from autograder.assignment import Assignment
from autograder.course import Course
from autograder.demo import answers, tampering
from autograder.grading import grade
from autograder.session import servers
from autograder.wire import frames

STAGE = "softmax"
MARKER = "MARKER-5d0c1e8f37"
BEGIN = "### BEGIN HIDDEN TESTS\n"
# An honest student stands behind every so many attackers.
EVERY, HONEST, HONEST_SCORE = 12, "hazel", 3.0
# These print in a later cell what a hidden test called them with. The instructor sees it in the graded notebook; the
# student's page shows no outputs.
TELLS_THE_INSTRUCTOR = {"arguments_recorded"}


def marked(path):
    """The source notebook with a marker in every hidden test, and little patience."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        cell.source = cell.source.replace(BEGIN, f'{BEGIN}marker = "{MARKER}"\n')
    notebook.metadata.autograder["limits"] = {
        "cell_seconds": 2,
        "total_seconds": 10,
        "cpu_seconds": 15,
        "memory_bytes": 1_000_000_000,
    }
    nbformat.write(notebook, path)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    root = tmp_path_factory.mktemp("attacked").resolve()
    for name in ("source", "release"):
        shutil.copytree(tiny_course.CHECKOUT / name, root / name)
    shutil.copy(tiny_course.CHECKOUT / "nbgrader_config.py", root)
    marked(root / "source" / STAGE / f"{STAGE}.ipynb")
    return Course(root)


@pytest.fixture(scope="module")
def attacked(course):
    """The folder with all that grading and feedback wrote, and {student: row}."""
    release = Assignment.load(course, STAGE).release
    honest = tampering.none(answers.fill_in(release, answers.load(STAGE, HONEST).cells))
    submitted, out = course.root / "submitted", course.root / "out"
    for number, name in enumerate(attack_bank.names()):
        tiny_course.hand_in(submitted, name, attack_bank.submission(name, release), STAGE)
        if number % EVERY == 0:
            tiny_course.hand_in(submitted, f"{name}-neighbour", honest, STAGE)
    path = course.root / "results.json"
    words = (STAGE, "--submitted", submitted, "--out", out, "--json", path, "--workers", 2)
    done = tiny_class.shell("grade", *words, cwd=course.root, timeout=900)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    done = tiny_class.shell("feedback", STAGE, "--out", out, cwd=course.root)
    assert done.returncode == 0, done.stderr
    rows = {row["student"]: row for row in json.loads(path.read_text(encoding="utf-8"))["results"]}
    return out, rows


def test_each_has_a_row_in_the_table():
    table = (tiny_course.CHECKOUT / "docs" / "security.md").read_text(encoding="utf-8")
    assert len(attack_bank.names()) >= 45
    assert [name for name in attack_bank.names() if f"| {name} | " not in table] == []


@pytest.mark.parametrize("name", attack_bank.names())
def test_attack_gains_and_leaks_nothing(attacked, name):
    out, rows = attacked
    row, attack = rows[name], attack_bank.load(name)
    assert row["status"] in ("graded", "rejected")
    assert row["score"] <= attack.may_score
    assert row["missing_layers"] == []
    page = (out / "feedback" / name / STAGE / f"{STAGE}.html").read_text(encoding="utf-8")
    told = json.dumps(row) + page + outputs(out, name)
    for form in attack_bank.forms(MARKER):
        assert form not in told
    assert attack_bank.BREACH not in messages(row)
    if name not in TELLS_THE_INSTRUCTOR:
        assert attack_bank.BREACH not in printed(out, name)
    # Markup of a student is text on the page, not a part of it.
    assert f"<script>{attack_bank.SCRIPT}" not in page
    assert "<script" not in page and "onerror=" not in page.replace("&quot;", '"').split("<body>")[0]


def cells(out, name):
    path = out / "autograded" / name / STAGE / f"{STAGE}.ipynb"
    return json.loads(path.read_text(encoding="utf-8"))["cells"] if path.exists() else []


def outputs(out, name):
    return json.dumps([cell.get("outputs") for cell in cells(out, name)])


def printed(out, name):
    streams = [part for cell in cells(out, name) for part in cell.get("outputs", []) if part["output_type"] == "stream"]
    return "".join("".join(part["text"]) for part in streams)


def messages(row):
    return json.dumps([cell["message"] for cell in row["cells"].values()])


def test_neighbours_are_as_if_alone(attacked):
    _, rows = attacked
    neighbours = [row for student, row in rows.items() if student.endswith("-neighbour")]
    assert len(neighbours) == len(rows) - len(attack_bank.names()) >= 5
    assert {row["score"] for row in neighbours} == {HONEST_SCORE}
    lost = [{grade_id for grade_id, cell in row["cells"].items() if not cell["passed"]} for row in neighbours]
    assert all(each == lost[0] for each in lost)


def test_nothing_else_was_written(attacked):
    out, rows = attacked
    assert {path.name for path in out.iterdir()} == {"autograded", "feedback", "gradebook.db"}
    assert {path.name for path in (out / "autograded").iterdir()} == set(rows)
    for path in (out / "autograded").rglob("*"):
        assert path.is_dir() or path.name in (f"{STAGE}.ipynb", "result.json")
    # The gradebook holds the source's own cells, and no text that a student or a test said.
    database = (out / "gradebook.db").read_bytes()
    assert all(f'"{form}' not in str(database) for form in attack_bank.forms(MARKER)[1:])


def test_nothing_hidden_is_sent_to_a_student_process(course, monkeypatch):
    servers.current()  # its own trial names files of the autograder
    sent, files_sent = bytearray(), []
    send = frames.Channel._send

    def listen(channel, part, deadline, descriptors=()):
        sent.extend(memoryview(part).cast("B")[:100_000])
        for descriptor in descriptors:  # large arrays
            files_sent.append(os.pread(descriptor, 100_000, 0))
        send(channel, part, deadline, descriptors)

    monkeypatch.setattr(frames.Channel, "_send", listen)
    assignment = Assignment.load(course, STAGE)
    notebook = answers.fill_in(assignment.release, answers.load(STAGE, HONEST).cells)
    assert grade(assignment, tampering.none(notebook)).score == HONEST_SCORE
    assert len(sent) > 10_000 and files_sent
    sent += b"".join(files_sent)
    assert all(form.encode() not in sent for form in attack_bank.forms(MARKER))
    for line in ("BEGIN HIDDEN", "reference", "seeds.rng", "check.value"):
        assert line.encode() not in sent
