"""A release holds nothing of the solutions and hidden tests, and is made only when that is so."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import tiny_course

from autograder import CourseError
from autograder.assignment import Assignment
from autograder.course import Course
from autograder.generator import generate
from autograder.release import leaks, make_release

STAGE = tiny_course.STAGE
CHECKOUT = Course(tiny_course.CHECKOUT)
SOLUTION_LINE = 'return f"hello {name}"'
HIDDEN_LINE = 'assert double(50) == 100, "twice 50 is 100"'


@pytest.fixture
def planted(tmp_path, tiny):
    """A function that changes the tiny source and returns what make_release then says."""
    course = Course(tmp_path.resolve())
    shutil.copy(tiny.root / "nbgrader_config.py", tmp_path)

    def say(change):
        notebook = tiny_course.source()
        change({cell.id: cell for cell in notebook.cells}, notebook)
        for number, cell in enumerate(notebook.cells):
            cell.id = f"{number:08x}"  # as JupyterLab names them
        tiny_course.write_source(course, notebook)
        with pytest.raises(CourseError) as caught:
            make_release(course, STAGE)
        assert not (tmp_path / "release").exists()
        assert "Traceback" not in str(caught.value)
        return str(caught.value)

    return say


def set_source(cell_id, text):
    def change(cells, notebook):
        cells[cell_id].source = text.replace("%", cells[cell_id].source)

    return change


LEAKS = {
    "solution in a text": (set_source("part-3", f"%\n\n    {SOLUTION_LINE}"), "a line of a solution"),
    "solution in a sentence": (set_source("part-3", f"% Write `{SOLUTION_LINE}`."), "a line of a solution"),
    "hidden line in an ordinary cell": (set_source("setup", f"%\n# {HIDDEN_LINE}"), "a line of a hidden test"),
    "hidden line in a text": (set_source("part-1", f"%\n{HIDDEN_LINE}"), "a line of a hidden test"),
    "hidden line in a stub": (set_source("task-1-1", f"# {HIDDEN_LINE}\n%"), "a line of a hidden test"),
    "autograder in a visible line": (set_source("setup", "%\nimport autograder"), "names the autograder"),
    "mark in a text": (set_source("title", "%\n### BEGIN HIDDEN TESTS"), "tiny: cell 1 (# Tiny): line 2 has"),
    "failing cell": (set_source("setup", "%\nraise ValueError"), "fails with ValueError"),
    "failing without a text": (set_source("setup", "%\nassert False"), "cell setup: fails with AssertionError"),
}


@pytest.mark.parametrize(("change", "said"), LEAKS.values(), ids=LEAKS)
def test_planted_leak_is_found(planted, change, said):
    assert said in planted(change)


def test_short_line_within_a_sentence(planted):
    """As short as `return x - x.mean()`; shorter ones stand in many a text."""

    def change(cells, notebook):
        cells["task-1-1"].source = cells["task-1-1"].source.replace("return 2 * x", "return x - x.mean()")
        cells["part-1"].source += "\n\nHint: return x - x.mean()"

    assert "cell 5 (### Task 1.1 `double` (2 points)): a line of a solution" in planted(change)


def test_solution_cell_without_a_task_number(planted):
    def change(cells, notebook):
        cells["task-1-1"].metadata.nbgrader["grade_id"] = "double"

    assert "has the form task-2-3" in planted(change)


def test_faults_of_the_marks_are_lines_of_the_stage(planted):
    def change(cells, notebook):
        cells["task-1-1"].source = cells["task-1-1"].source.replace("### END SOLUTION", "")
        cells["test-1-2"].source = cells["test-1-2"].source.replace("BEGIN HIDDEN TESTS", "BEGIN HIDDEN TEST")

    assert planted(change).splitlines() == [
        "tiny: cell task-1-1: `BEGIN SOLUTION` in line 3 has no end; "
        "put `### END SOLUTION` behind the last line of the solution",
        "tiny: cell test-1-2: line 2, `### BEGIN HIDDEN TEST`, is no mark; write `### BEGIN HIDDEN TESTS`, "
        "or word it differently",
    ]


CAUSES = {
    "no marks": (
        "def double(x):\n    return 2 * x",
        "but has no marks, so all of it was cut: put `### BEGIN SOLUTION` and `### END SOLUTION` around the answer",
    ),
    "marks around all": (
        "### BEGIN SOLUTION\ndef double(x):\n    return 2 * x\n### END SOLUTION",
        "between its marks: define it above `### BEGIN SOLUTION`, where students have it",
    ),
}


@pytest.mark.parametrize(("text", "said"), CAUSES.values(), ids=CAUSES)
def test_name_that_the_release_does_not_have_any_more(planted, text, said):
    line = planted(set_source("task-1-1", text))
    assert line.startswith(
        "tiny: cell test-1-1: fails with NameError: name 'double' is not defined; task-1-1 defines it"
    )
    assert line.endswith(said) and len(line.splitlines()) == 1


def test_name_that_only_hidden_tests_define(planted):
    said = planted(set_source("test-2-1", "marker_of_double\n%"))
    assert said.endswith(
        "cell test-2-1: fails with NameError: name 'marker_of_double' is not defined; "
        "test-1-1 defines it between its marks: define it above `### BEGIN HIDDEN TESTS`, where students have it"
    )


def test_name_that_nothing_defines(planted):
    said = planted(set_source("setup", "%\ntotal"))
    assert said == "tiny: cell setup: fails with NameError: name 'total' is not defined"


def test_cell_without_marks_is_fine_where_nothing_needs_its_names(tiny, tmp_path):
    course = Course(tmp_path.resolve())
    shutil.copy(tiny.root / "nbgrader_config.py", tmp_path)
    notebook = tiny_course.source()
    notebook.cells.append(tiny_course.cell("task-9-9", "best = 3", solution=True))
    tiny_course.write_source(course, notebook)
    assert b'NotImplementedError(\\"Task 9.9\\")' in make_release(course, STAGE)


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b"[]"])
def test_source_of_no_use(tiny, tmp_path, content):
    shutil.copy(tiny.root / "nbgrader_config.py", tmp_path)
    course = Course(tmp_path.resolve())
    course.source(STAGE).parent.mkdir(parents=True)
    course.source(STAGE).write_bytes(content)
    with pytest.raises(CourseError, match=r"tiny\.ipynb") as caught:
        make_release(course, STAGE)
    assert len(str(caught.value).splitlines()) == 1


def test_broken_config(tiny, tmp_path):
    course = Course(shutil.copytree(tiny.root, tmp_path / "course"))
    (course.root / "nbgrader_config.py").write_text("c = get_config(\n")
    with pytest.raises(CourseError, match=r"cannot read .*nbgrader_config\.py: SyntaxError"):
        generate(course, STAGE)


def test_stub_names_its_task(assignment):
    for grade_id, name in (("task-1-1", "Task 1.1"), ("task-2-1", "Task 2.1")):
        assert f'raise NotImplementedError("{name}")' in assignment.release_cells[grade_id].source
    assert tiny_course.SECRET.encode() not in assignment.release_bytes


def test_source_handed_out_by_mistake_is_found(assignment):
    found = "\n".join(leaks(assignment.source, assignment.source))
    for said in ("cell task-1-1: a marker is left over", "cell test-1-1: a marker is left over"):
        assert said in found
    assert f"cell task-2-1: a line of a solution stands in the release: {SOLUTION_LINE}" in found
    assert f"cell test-1-1: a line of a hidden test stands in the release: {HIDDEN_LINE}" in found


def test_shared_lines_of_worked_examples_are_no_leak(assignment):
    assert leaks(assignment.source, assignment.release) == []


@pytest.mark.parametrize("stage", CHECKOUT.stages())
def test_committed_release_is_what_the_source_gives(stage):
    assert CHECKOUT.release(stage).read_bytes() == generate(CHECKOUT, stage)


@pytest.mark.parametrize("stage", CHECKOUT.stages())
def test_committed_release_has_no_leak(stage):
    assignment = Assignment.load(CHECKOUT, stage)
    assert leaks(assignment.source, assignment.release) == []


def test_nbgraders_own_command_gives_the_same_bytes(tiny, tmp_path):
    root = tmp_path / "course"
    shutil.copytree(tiny.root, root, ignore=shutil.ignore_patterns("release"))
    scripts = str(Path(sys.executable).parent)
    env = {**os.environ, "PATH": scripts + os.pathsep + os.environ["PATH"]}
    command = [sys.executable, "-m", "nbgrader", "generate_assignment", STAGE]
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert Course(root).release(STAGE).read_bytes() == tiny.release(STAGE).read_bytes()


@pytest.mark.parametrize("stage", CHECKOUT.stages())
def test_source_is_stored_clean(stage):
    content = CHECKOUT.source(stage).read_text(encoding="utf-8")
    notebook = nbformat.reads(content, as_version=4)
    nbformat.validate(notebook)
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    for cell in notebook.cells:
        if "nbgrader" in cell.metadata:
            assert cell.id == cell.metadata.nbgrader.grade_id
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None
    assert set(notebook.metadata) <= {"autograder", "kernelspec", "language_info"}
    assert content == nbformat.writes(notebook).rstrip("\n") + "\n"
