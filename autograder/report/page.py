"""The report of a stage: how the class did, which test is bad, whom to look at. One file with all that it needs."""

from collections import Counter
from datetime import datetime
from functools import cached_property

import numpy as np

from .. import files, pages
from ..text import counted, visible
from . import attention
from .diagnoses import diagnoses
from .items import ENOUGH, STATES, analyse, signed
from .limit_hits import MEANINGS, limit_hits
from .links import Links

MOST_DIAGNOSES = 6
SLOWEST = 8
WORDS = {"full": "full", "part": "part", "none": "none", "empty": "empty", "waiting": "to read"}


def write(results, out):
    """Write report/<stage>.html for a ClassResults. Returns (its path, the Report).

    out: the folder that `grade` wrote to, a Path. Raises CourseError when the page cannot be written.
    """
    report = Report(results, out)
    path = out / "report" / f"{report.stage}.html"
    files.write(path, report.page().encode("utf-8"))
    return path, report


class Report:
    """What the page says about a class. results: its ClassResults. out: the folder that `grade` wrote to."""

    def __init__(self, results, out):
        self.results, self.out = results, out
        self.stage, self.max_score = results.assignment.stage, results.assignment.max_score
        self.items = analyse(results)
        self.hits = {row.student: limit_hits(row, out, self.stage) for row in results.rows}

    def page(self):
        """The page's HTML."""
        from .plots import item_map, score_histogram

        graded = self.results.graded
        totals = [row.total for row in graded]
        on_map = [item for item in self.items if item.difficulty is not None and item.discrimination is not None]
        kinds = {item.grade_id: diagnoses(graded, item.grade_id) for item in self.items}
        frequent = [(kind, item) for item in self.items for kind in kinds[item.grade_id] if len(kind.students) > 1]
        frequent.sort(key=lambda pair: -len(pair[0].students))
        return pages.template("report.html.j2").render(
            report=self,
            links=Links(self.out, self.stage),
            results=self.results,
            when=datetime.fromtimestamp(self.results.newest).strftime("%Y-%m-%d %H:%M") if self.results.newest else "",
            quartiles=np.percentile(totals, [25, 50, 75]) if totals else None,
            mean=np.mean(totals) if totals else None,
            typical_seconds=np.median([row.result.wall_s for row in graded]) if totals else None,
            histogram=score_histogram(totals, self.max_score) if totals else None,
            map=item_map(on_map, len(graded) >= ENOUGH) if len(on_map) > 1 else None,
            kinds=kinds,
            frequent=frequent[:MOST_DIAGNOSES],
            slowest=sorted(graded, key=lambda row: -row.result.wall_s)[:SLOWEST],
            states=STATES,
            words=WORDS,
            enough=ENOUGH,
            signed=signed,
            meanings=MEANINGS,
            by_points=sorted(graded, key=lambda row: (row.total, row.student)),
            visible=visible,
            counted=counted,
        )

    @property
    def headline(self):
        """One line for the terminal: how many were graded, and the median."""
        results, totals = self.results, [row.total for row in self.results.graded]
        line = f"{len(totals)} of {len(results.rows) + len(results.damaged)} graded"
        return f"{line}, median {pages.points(np.median(totals))} of {pages.points(self.max_score)}" if totals else line

    @cached_property
    def alerts(self):
        """The Alerts, the gravest first."""
        return attention.alerts(self)

    @cached_property
    def to_look_at(self):
        """A ToLookAt for each submission that is not as others are."""
        return attention.to_look_at(self)

    @cached_property
    def unconfined(self):
        """The rows of those that were graded without a layer of the sandbox."""
        return [row for row in self.results.rows if row.result.missing_layers]

    @property
    def layers(self):
        """{missing layers as text: number of submissions}, of all that ran."""
        ran = [row for row in self.results.rows if row.result.status == "graded"]
        return Counter(", ".join(row.result.missing_layers) for row in ran)

    @cached_property
    def waiting(self):
        """{title: rows} of the cells that wait for a person, or for a second look of one."""
        found = {}
        for row in self.results.graded:
            for grade_id in dict.fromkeys([*row.waiting, *row.again]):
                if grade_id in self.results.assignment.points:
                    found.setdefault(self.results.titles[grade_id], []).append(row)
        return found
