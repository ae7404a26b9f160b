"""`autograder export`: write what a format asks for, and say what was written."""

from pathlib import Path

import click

from .. import graded_folder
from ..assignment import Assignment
from ..complaint import complain
from ..feedback import cell_titles
from ..files import write
from ..intake import classlist
from ..result import FAILED
from ..tables import number
from ..text import counted, visible
from . import canvas, container, gradescope, nbgrader_csv, scores


def export(course, stages, asked, form, out, to, roster, students, tasks, unsafe_no_sandbox):
    """Export stages in a format. students: the path of a class list.

    Returns True when nobody was left out. Raises CourseError.
    """
    if form == "gradescope":
        assignments = [Assignment.load(course, stage) for stage in stages]
        # All is read before anything is written.
        graded = [_results(assignment, out) for assignment in assignments]
        good = [
            _gradescope(course, assignment, *each, to or out / "gradescope", unsafe_no_sandbox)
            for assignment, each in zip(assignments, graded, strict=True)
        ]
        return all(good)
    class_list = classlist.load(students) if students is not None else None
    found = scores.read(out, stages, asked, course.root / "submitted")
    if form == "canvas":
        good = _canvas(found, to or out / "canvas.csv", roster, class_list)
    else:
        good = _nbgrader(course, found, to or out / "grades.csv", tasks)
    for each in found:
        _say_waiting(each)
    return good


def _nbgrader(course, found, path, tasks):
    nbgrader_csv.export(found, path)
    click.echo(f"{path}: {', '.join(_count(each) for each in found)}")
    for each in found if tasks else ():
        place = path.with_name(f"{path.stem}-{each.stage}-tasks{path.suffix}")
        order = [name for name in Assignment.load(course, each.stage).points if name in each.points]
        nbgrader_csv.export_cells(each, order, place)
        click.echo(f"{place}: a column for each of {len(order)} graded cells")
    return True


def _canvas(found, path, roster, class_list):
    done = canvas.export(found, path, roster, class_list)
    click.echo(f"{path}: {counted(done.rows, 'student')}, {', '.join(_count(each) for each in found)}")
    for line in done.notes:
        click.echo(line)
    for line in done.troubles:
        complain(line)
    return not done.troubles


def _gradescope(course, assignment, results, left_out, folder, unsafe_no_sandbox):
    """Write the zip of a stage and the results of what was graded here."""
    stage = assignment.stage
    path = folder / f"{stage}.zip"
    container.make(course, stage, path, unsafe_no_sandbox)
    by_hand = sum(assignment.points[name] for name in assignment.answers)
    rest = f"; {number(by_hand)} more are read by hand" if by_hand else ""
    click.echo(f"{path}: the autograder, {counted(assignment.max_score - by_hand, 'point')} by tests{rest}")
    for student, content in results.items():
        write(folder / "results" / student / stage / "results.json", content)
    if results:
        click.echo(f"{folder / 'results'}: a results.json for each of {len(results)} that were graded here")
    for student in left_out:
        complain(f"{visible(student)} has no whole result of {stage}; left out: grade again")
    return not left_out


def _results(assignment, out):
    """What was graded here: ({student: the bytes of results.json}, who has no whole result)."""
    stage, titles = assignment.stage, cell_titles(assignment.source)
    students = sorted(place.parts[-3] for place in Path(out).glob(f"autograded/*/{stage}/result.json"))
    kept = {student: graded_folder.read(out, stage, student) for student in students}
    whole = {student: each.result for student, each in kept.items() if each and each.result.status != FAILED}
    booked = scores.read(out, [stage])[0].submissions if whole else {}
    contents = {
        student: gradescope.as_bytes(_content(result, assignment, titles, booked.get(student)))
        for student, result in whole.items()
    }
    return contents, [student for student in kept if student not in whole]


def _content(result, assignment, titles, ours):
    """ours: the Scores in the gradebook, or None."""
    if ours is None:
        return gradescope.results(result, assignment, titles)
    given = {name: cell.score for name, cell in ours.cells.items() if not cell.waiting}
    return gradescope.results(result, assignment, titles, ours.penalty, given)


def _count(found):
    return f"{len(found.submissions)} of {found.stage}"


def _say_waiting(found):
    waiting = sum(bool(each.waiting) for each in found.submissions.values())
    if waiting:
        click.echo(f"{found.stage}: {waiting} with answers that nobody has read yet; these count 0 until then")
