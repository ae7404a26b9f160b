"""Otter-Grader's local run, so that the bench can put it beside the others on the same submissions.

`otter run` grades one notebook without a container: it runs all cells in one Jupyter kernel and writes results.json.
A stage becomes what `otter assign` would make of it: each test cell, visible and hidden part together, is a test file
worth the same points, and in the notebook its place is taken by grader.check. All other cells stay as they are.
"""

import ast
import importlib.metadata
import subprocess
import sysconfig
from pathlib import Path

import click
import nbformat

from .. import files

# The script is what its users call; `python -m otter` also looks for modules in the folder it is started in.
OTTER = str(Path(sysconfig.get_path("scripts")) / "otter")
INIT = "import otter\ngrader = otter.Notebook()"
# The finest share of a task in `check.part`.
SHARE = 0.25
# The text runs among the notebook's own names, as the cell did. A case has all its points or none, so a cell that
# gives points for its parts becomes a case for each share: the first runs it, and as many pass as there are points.
TEST_FILE = """from otter.test_files import test_case

OK_FORMAT = False
name = {name!r}
points = {points!r}
cases, source = {cases}, {source!r}
held = 0.0


def case(number):
    def test(env):
        global held
        if number == 1:
            exec(compile(source, name, "exec"), env)
            held = {held}
        assert held >= number * points / cases, f"{{held:g}} of {{points:g}} points"

    return test_case()(test)


for number in range(1, cases + 1):
    globals()[f"case{{number}}"] = case(number)
"""


def available():
    """What to do before otter can take part, in one line; "" if nothing."""
    try:
        importlib.metadata.version("otter-grader")
    except importlib.metadata.PackageNotFoundError:
        return "otter-grader is not installed; install it with: pip install '.[bench]'"
    return ""


def prepare(assignment, submissions, folder):
    """Write all that otter needs to grade the stage into a folder: tests, autograder.zip, and a notebook a student.

    submissions: {student: bytes of a notebook that still has its nbgrader marks}. Cells that a person reads get no
    test. Raises click.ClickException when otter cannot make its zip, nbformat's errors for bytes that are no notebook.
    """
    folder = Path(folder).resolve()
    tests = [grade_id for grade_id in assignment.points if grade_id not in assignment.answers]
    for grade_id in tests:
        text = _test_file(grade_id, assignment.points[grade_id], assignment.source_cells[grade_id].source)
        files.write(folder / "tests" / f"{grade_id}.py", text.encode("utf-8"))
    # --no-...: nothing is taken from files that lie in the folder by chance.
    command = [OTTER, "generate", "--no-config", "--no-requirements", "--no-environment"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise click.ClickException(f"otter generate failed:\n{done.stdout}{done.stderr}")
    for student, data in submissions.items():
        files.write(_submission(folder, student), _with_checks(data, tests))
        _results(folder, student).mkdir(parents=True, exist_ok=True)


def commands(folder, students):
    """The commands that grade the students, to be run one after another: a list of lists of arguments.

    Otter's own way to grade several at a time, `otter grade`, needs Docker.
    """
    folder = Path(folder).resolve()
    start = [OTTER, "run", "--no-logo", "--autograder", str(folder / "autograder.zip"), "--output-dir"]
    return [[*start, str(_results(folder, student)), str(_submission(folder, student))] for student in students]


def _test_file(grade_id, points, source):
    in_parts = ast.unparse(ast.parse(source).body[-1]) == "check.points()"
    cases, held = (round(points / SHARE), 'env["check"].points()') if in_parts else (1, "points")
    return TEST_FILE.format(name=grade_id, points=points, cases=cases, held=held, source=source)


def _with_checks(data, tests):
    """A student's notebook with otter's checks in the places of the test cells, as bytes."""
    notebook = nbformat.reads(data.decode("utf-8"), as_version=4)
    for cell in notebook.cells:
        if (grade_id := cell.metadata.get("nbgrader", {}).get("grade_id")) in tests:
            cell.source = f"grader.check({grade_id!r})"
    notebook.cells.insert(0, nbformat.v4.new_code_cell(INIT))
    return nbformat.writes(notebook).encode("utf-8")


def _submission(folder, student):
    return folder / "submitted" / f"{student}.ipynb"


def _results(folder, student):
    return folder / "results" / student
