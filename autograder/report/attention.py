"""What an instructor should look at: the lines at the top of a report, and the submissions that are not as others."""

from typing import NamedTuple

import numpy as np
from nbgrader.utils import is_solution

from .. import pages
from ..restoration import NO_CELL
from ..text import counted, one_line, visible
from .items import REMARKS, SOME, state
from .limit_hits import MEANINGS

NAMED = 3


class Alert(NamedTuple):
    """What to look at first. kind: the class that gives its colour. place: the id of the section that tells more."""

    kind: str
    text: str
    place: str


class ToLookAt(NamedTuple):
    """A submission that a person should look at, and why. reasons: a line each."""

    student: str
    reasons: list


def alerts(report):
    """The Alerts, the gravest first."""
    results, found = report.results, []
    for item in report.items:
        found += [Alert("none", f"{item.title}: {line}", f"cell-{item.grade_id}") for line in item.warnings]
    damaged = [student for student, _ in results.damaged]
    groups = (
        ("none", "Could not be graded, by the grader’s fault (grade again)", results.failed, "look"),
        ("none", "Left no result that can be read (grade again)", damaged, "look"),
        ("none", "Graded when the stage had other tests or points (grade again)", results.outdated, "look"),
        ("none", "Graded without all layers of the sandbox", report.unconfined, "sandbox"),
        ("part", "Handed in something that cannot be graded", results.rejected, "look"),
        *(("part", _capital(MEANINGS[kind]), _hit(report, kind), "look") for kind in MEANINGS),
        ("part", "The notebook lacks cells (an older version, or deleted)", _lacking(results), "look"),
    )
    found += [Alert(kind, f"{what}: {named(who)}", place) for kind, what, who, place in groups if who]
    if report.waiting:
        answers = sum(len(rows) for rows in report.waiting.values())
        found.append(Alert("waiting", f"{counted(answers, 'answer')} to be read by a person", "read"))
    for line in REMARKS.values():
        titles = [item.title for item in report.items if line in item.remarks]
        found += [Alert("empty", f"{line}: {', '.join(titles)}", "tests")] if titles else []
    return found


def _capital(text):
    return text[0].upper() + text[1:]


def _hit(report, kind):
    return [row for row in report.results.graded if kind in report.hits[row.student]]


def _lacking(results):
    return [row for row in results.graded if lacking(row, results.assignment)]


def lacking(row, assignment):
    """The grade_ids of the cells for answers that a submission did not have."""
    return [
        grade_id
        for grade_id, cell in assignment.source_cells.items()
        if is_solution(cell) and any(note.startswith(NO_CELL.format(grade_id)) for note in row.result.notes)
    ]


def to_look_at(report):
    """A ToLookAt for each submission that is not as others are."""
    results, found = report.results, {}

    def add(student, reason):
        found.setdefault(student, []).append(reason)

    for row in results.failed:
        add(row.student, f"could not be graded, by the grader’s fault: {one_line(row.result.error)}")
    for student, what in results.damaged:
        add(student, f"{what}; grade again")
    for row in results.outdated:
        add(row.student, "was graded when the stage had other tests or points; grade again")
    for row in results.rejected:
        add(row.student, f"rejected: {one_line(row.result.error)}")
    few = _few(results)
    for row in results.graded:
        for kind, places in report.hits[row.student].items():
            add(row.student, MEANINGS[kind] + _where(results, places))
        if gone := lacking(row, results.assignment):
            add(row.student, NO_CELL.format(", ".join(gone)))
        if all(state(row, grade_id) == "empty" for grade_id in results.assignment.points):
            add(row.student, "handed in the notebook with nothing written")
        elif row.total < few:
            add(row.student, f"has far fewer points than the others: {pages.points(row.total)}")
        if row.again:
            titles = ", ".join(results.titles.get(grade_id, grade_id) for grade_id in row.again)
            add(row.student, f"has points that a person gave to an earlier submission: {titles}")
    return [ToLookAt(student, reasons) for student, reasons in found.items()]


def _few(results):
    """Tukey's lower fence: points below it are far from those of the others."""
    totals = [row.total for row in results.graded]
    if len(totals) < SOME:
        return -1.0
    lower, upper = np.percentile(totals, [25, 75])
    return lower - 1.5 * (upper - lower)


def _where(results, places):
    titles = [results.titles.get(grade_id, grade_id) for grade_id in places if grade_id]
    return f" ({', '.join(dict.fromkeys(titles))})" if titles else " (a cell of their own)"


def named(who):
    """'ann, ben and 3 others'. who: rows or students' names."""
    names = sorted(visible(getattr(each, "student", each)) for each in who)
    if len(names) == 1:
        return names[0]
    shown, rest = names[:NAMED], len(names) - NAMED
    if rest == 1:
        shown, rest = names, 0
    return f"{', '.join(shown)} and {rest} others" if rest > 0 else f"{', '.join(shown[:-1])} and {shown[-1]}"
