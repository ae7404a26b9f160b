"""Feedback pages: for each graded cell the points, the check's own message and the student's own code.

Hidden tests are not in a page, because no test cell is. Text of a submission is escaped; its outputs are left out.
"""

import itertools
import json
import re
from dataclasses import dataclass
from pathlib import Path

import nbformat
from jinja2 import UndefinedError
from markupsafe import Markup

from . import CourseError, files, graded_folder, pages
from .assignment import UNREADABLE, Assignment
from .gradebook import NO_RESPONSE
from .inert import as_written, rendered
from .penalties import LateBook, span
from .pool.processes import spread
from .result import ABSENT, REJECTED, CellScore, counting
from .text import by_reason, counted, one_line, plain, visible

HEADING = re.compile(r"^#+\s*((?:Task|Question)\s[^\n]*?)\s*(?:\([^()]*\))?\s*$", re.MULTILINE)
LONGEST_CODE = 20_000
# Pages that a process makes at a time.
CHUNK = 100


@dataclass(frozen=True)
class Item:
    """One graded cell on the page. comment: what a person wrote. code and answer: what the student wrote, or "".

    overruled: what the test gave, where a person gave something else in its place; otherwise None.
    """

    anchor: str
    title: str
    score: float | None
    max_score: float
    message: str
    comment: Markup
    code: Markup
    answer: str
    overruled: float | None = None

    @property
    def state(self):
        """A word for the page: full, part, none or waiting."""
        if self.score is None:
            return "waiting"
        return "full" if self.score >= self.max_score else "part" if self.score > 0 else "none"

    @property
    def blocks(self):
        """The message as (is it a table of numbers, text) pairs: sentences are wrapped, rows of a table are not."""
        lines = itertools.groupby(self.message.split("\n"), key=lambda line: line.startswith("  "))
        return [(is_table, "\n".join(block)) for is_table, block in lines]


def write_pages(course, stage, out, workers=None):
    """Write feedback/<student>/<stage>/<stage>.html for every graded submission in out. Returns the pages' paths.

    workers: processes that make them; as many as there are cores by default. Raises CourseError when nothing was
    graded there yet, or, with all other pages written, when some cannot be.
    """
    assignment = Assignment.load(course, stage)
    out = Path(out)
    found = sorted(out.glob(f"autograded/*/{stage}/result.json"))
    if not found:
        raise CourseError(f"nothing of {stage} was graded in {out}; run: autograder grade {stage}")
    manual, late = _by_hand(stage, out)
    students = [(name, manual.get(name, {}), late.get(name)) for name in (path.parent.parent.name for path in found)]
    jobs = [(assignment, out, students[start : start + CHUNK]) for start in range(0, len(students), CHUNK)]
    # A few pages are made before a process has started.
    done = [_write_some(*job) for job in jobs] if len(jobs) == 1 else list(spread(_write_some, jobs, workers))
    troubles = [trouble for _, troubles in done for trouble in troubles]
    if troubles:
        raise CourseError("\n".join(sorted(by_reason(troubles, "no page"))))
    return sorted(page for written, _ in done for page in written)


def page_maker(course, stage, out):
    """A function from students to their pages, as `write_pages` writes them. What they share is read once.

    Raises CourseError, and so does the function, when a page cannot be made.
    """
    assignment = Assignment.load(course, stage)
    manual, late = _by_hand(stage, Path(out))
    titles = cell_titles(assignment.source)
    template = pages.template("feedback.html.j2")

    def page(student):
        path = graded_folder.place(out, stage, student) / "result.json"
        return _page(template, assignment, titles, student, path, manual.get(student, {}), late.get(student))

    return page


def _by_hand(stage, out):
    """({student: what a person gave}, {student: Late}) from the gradebook."""
    with LateBook(stage, out / "gradebook.db") as gradebook:
        return gradebook.manual(), gradebook.late()


def _write_some(assignment, out, students):
    """Write the pages of some students: (name, what a person gave, Late). Returns (paths, (name, trouble) pairs)."""
    template = pages.template("feedback.html.j2")
    titles = cell_titles(assignment.source)
    written, troubles = [], []
    for student, manual, late in students:
        target = out / "feedback" / student / assignment.stage / f"{assignment.stage}.html"
        path = graded_folder.place(out, assignment.stage, student) / "result.json"
        try:
            files.write(target, _page(template, assignment, titles, student, path, manual, late).encode("utf-8"))
            written.append(target)
        except files.NotWritten as error:
            troubles.append((student, error.said_of(out / "feedback")))
        except CourseError as error:
            troubles.append((student, str(error)))
    return written, troubles


def cell_titles(notebook):
    """{grade_id: heading} of all nbgrader cells: the last heading "Task …" or "Question …" above each."""
    titles, heading = {}, ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and (found := HEADING.findall(cell.source)):
            heading = found[-1].replace("`", "")
        if "nbgrader" in cell.metadata:
            grade_id = cell.metadata.nbgrader.grade_id
            titles[grade_id] = heading or grade_id
    return titles


def _page(template, assignment, titles, student, path, manual, late):
    try:
        result = json.loads(path.read_text(encoding="utf-8"))
        written = _written(path.with_name(f"{assignment.stage}.ipynb"))
        comments = _comments(assignment, manual)
        cells = {grade_id: CellScore(**cell) for grade_id, cell in result["cells"].items()}
        items = [
            _item(grade_id, cells[grade_id], titles, written, _given(manual, grade_id), comments[grade_id], assignment)
            for grade_id in assignment.points
            if grade_id in cells
        ]
        # What was given to an earlier submission stays, also where the last one was rejected.
        scores = [item.score for item in items] or [_given(manual, name) for name in assignment.points]
        return template.render(
            stage=assignment.stage,
            student=visible(student),
            result=result,
            items=items,
            absent=result["status"] == REJECTED and result["error"].startswith(ABSENT),
            total=counting(scores, late.points if late else 0.0),
            late=f"handed in {span(late.seconds)} late: {counted(late.points, 'point')} less" if late else "",
            waiting=sum(item.max_score for item in items if item.score is None),
        )
    except (OSError, RecursionError, UndefinedError, *UNREADABLE) as error:
        reason = f"{type(error).__name__}: {one_line(str(error))}"
        raise CourseError(f"cannot read {path.parent}: {reason}; grade again") from None


def _given(manual, grade_id):
    """The points that a person gave, or None."""
    return manual.get(grade_id, (None, ""))[0]


def _comments(assignment, manual):
    """{grade_id: the comments on a graded cell, and on the solution that it tests}.

    A solution without a test of its name belongs to the next graded cell, or to the last one.
    """
    found = {grade_id: [] for grade_id in assignment.points}
    order = list(assignment.source_cells)
    for place, grade_id in enumerate(order):
        own = (grade_id, grade_id.replace("task-", "test-", 1), *order[place:], *reversed(assignment.points))
        _, comment = manual.get(grade_id, (None, ""))
        found[next(name for name in own if name in found)].append(comment.strip())
    return {grade_id: "\n\n".join(filter(None, comments)) for grade_id, comments in found.items()}


def _item(grade_id, cell, titles, written, score, comment, assignment):
    solution = grade_id.replace("test-", "task-", 1)
    code = plain(written.get(solution, ""), LONGEST_CODE) if solution != grade_id else ""
    is_answer = grade_id in assignment.answers
    unanswered = is_answer and cell.passed is False and score is None
    return Item(
        anchor=grade_id,
        title=titles[grade_id],
        score=cell.score if score is None else score,
        max_score=cell.max_score,
        message="" if is_answer and score is not None else cell.message,
        # Said once is enough: the message says it, nbgrader's own comment and the empty answer need not.
        comment=Markup("") if comment in ("", NO_RESPONSE) else rendered(comment),
        code=pages.highlighted(code),
        answer=plain(written.get(grade_id, ""), LONGEST_CODE) if is_answer and not unanswered else "",
        overruled=None if is_answer or score in (None, cell.score) else cell.score,
    )


def _written(path):
    """{grade_id: text} of what the student wrote, from the graded notebook; empty when there is none."""
    if not path.exists():
        return {}
    notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
    return {
        cell.metadata.nbgrader.grade_id: as_written(cell.source)
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }
