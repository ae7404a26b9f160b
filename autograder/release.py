"""The student's notebook of a stage: made by nbgrader's generator, then looked at with suspicion."""

import copy
import re

import nbformat
from nbgrader.utils import is_grade, is_solution

from . import CourseError
from .assignment import UNREADABLE, Assignment
from .cellnames import names_of
from .generator import generate
from .hidden import SHORTEST_TELLING_LINE, SINGLE_NAME
from .kernel import run
from .markup import BEGIN, END, faults, labelled
from .stubs import task_name
from .text import one_line

# Lines of this length tell something also as a part of another line, unless they are a single name.
TELLING_PART = 16
UNDEFINED = re.compile(r"name '(\w+)' is not defined")


def make_release(course, stage):
    """Generate a stage's release and check it. Returns its bytes; writes nothing.

    Raises CourseError with a line per problem when something of the source shows, or more than the stubs fails.
    """
    path = course.source(stage)
    try:
        source = path.read_bytes()
        notebook = nbformat.reads(source.decode("utf-8"), as_version=4)
        nbformat.validate(notebook)
    except OSError as error:
        raise CourseError(f"cannot read {path}: {error.strerror}") from None
    except UNREADABLE as error:
        raise CourseError(f"{path} is not a notebook: {one_line(str(error))}") from None
    _refuse(stage, faults(notebook))
    release = generate(course, stage)
    assignment = Assignment(stage, source, release)
    _refuse(
        stage,
        [
            *leaks(assignment.source, assignment.release),
            *_stub_problems(assignment),
            *_output_problems(assignment),
        ],
    )
    _refuse(stage, _run_problems(assignment))
    return release


def _refuse(stage, problems):
    lines = [f"{stage}: {problem}" for problem in problems]
    if lines:
        raise CourseError("\n".join(lines))


def leaks(source, release):
    """Lines about what of the source's solutions and hidden tests stands in the release, compared line by line.

    A solution's line that also stands in a visible code cell, as in a worked example, gives nothing away and is
    allowed; so is a hidden test's line that also stands in the visible part of a test.
    """
    secret, excused = {}, {"solution": set(), "hidden test": set()}
    for cell in source.cells:
        for line, kind in _kinds(cell):
            if kind is not None:
                secret.setdefault(line.strip(), kind)
            elif cell.cell_type == "code":
                excused["solution"].add(line.strip())
                excused["hidden test"].update([line.strip()] if is_grade(cell) else [])
    secret = {
        line: kind for line, kind in secret.items() if line not in excused[kind] and len(line) >= SHORTEST_TELLING_LINE
    }
    found = []
    for where, cell in labelled(release):
        for line in cell.source.split("\n"):
            text = line.strip()
            if re.search(r"\bautograder\b", text) and cell.cell_type == "code":
                found.append(f"{where}: imports or names the autograder: {text}")
            elif (line := _secret_in(text, secret)) is not None and text not in excused[secret[line]]:
                found.append(f"{where}: a line of a {secret[line]} stands in the release: {text}")
            elif any(mark in text for mark in (*BEGIN.values(), *END.values())):
                found.append(f"{where}: a marker is left over: {text}")
    return found


def _secret_in(text, secret):
    """The secret line that a text is, or has in it, or None."""
    if text in secret:
        return text
    telling = (line for line in secret if len(line) >= TELLING_PART and not SINGLE_NAME.fullmatch(line))
    return next((line for line in telling if line in text), None)


def _kinds(cell):
    """(line, kind) of each line of a source cell: kind is "solution", "hidden test" or None for a visible one."""
    lines = cell.source.split("\n")
    marked = any(mark in line for line in lines for mark in BEGIN.values())
    kind = "solution" if is_solution(cell) and not marked else None
    for line in lines:
        started = next((name for name, mark in BEGIN.items() if mark in line), None)
        if started or any(mark in line for mark in END.values()):
            kind = started
            continue
        yield line, kind


def _stub_problems(assignment):
    for grade_id, cell in assignment.release_cells.items():
        if not is_solution(cell) or cell.cell_type != "code":
            continue
        name = task_name(grade_id)
        if name is None:
            yield f"cell {grade_id}: the grade_id of a solution cell has the form task-2-3"
        elif f'raise NotImplementedError("{name}")' not in cell.source:
            yield f"cell {grade_id}: its stub does not raise NotImplementedError({name!r})"


def _output_problems(assignment):
    for where, cell in labelled(assignment.release):
        if cell.cell_type == "code" and (cell.outputs or cell.execution_count):
            yield f"{where}: has outputs"


def _run_problems(assignment):
    """Run the release as a student would who has written nothing: only stubs may fail."""
    notebook = copy.deepcopy(assignment.release)
    try:
        run(notebook, assignment.limits)
    except CourseError as reason:
        return [f"the release does not run: {reason}"]
    problems = []
    for where, cell in labelled(notebook):
        for output in cell.get("outputs", []):
            stub = output.output_type == "error" and output.ename == "NotImplementedError"
            if output.output_type == "error" and not (stub and output.evalue.startswith("Task ")):
                text = one_line(output.evalue, 200)
                problems.append(f"{where}: fails with {output.ename}: {text}{_cause(output, assignment)}")
    return problems


def _cause(error, assignment):
    """Why a name is not there that a cell of the source defines, or ""."""
    name = UNDEFINED.search(error.evalue) if error.ename == "NameError" else None
    for grade_id, cell in assignment.source_cells.items() if name else ():
        ours, students = (names_of(each.source)[0] for each in (cell, assignment.release_cells[grade_id]))
        if cell.cell_type == "code" and name[1] in ours - students:
            kind = "solution" if is_solution(cell) else "hidden test"
            if BEGIN[kind] in cell.source:
                why = f"between its marks: define it above `### {BEGIN[kind]}`, where students have it"
            else:
                marks = f"`### {BEGIN[kind]}` and `### {END[kind]}`"
                why = f"but has no marks, so all of it was cut: put {marks} around the answer"
            return f"; {grade_id} defines it {why}"
    return ""
