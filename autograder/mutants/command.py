"""`autograder mutants`: run the mutants of a stage with a progress bar, and print what came of them."""

import json

from .. import CourseError, files
from ..assignment import Assignment
from ..markup import faults
from ..terminal import consoles, follow_count
from . import equivalents, sweep, tables
from .findings import Findings
from .trial import mutants_of_stage, tried

TABLE_WIDTH = 140


def measure(course, stage, cells=(), every=1, seeds=0, json_path=None, workers=None):
    """Print the kill matrix of a stage, and the margins of its tolerances if seeds is not 0. True when all is well."""
    console, errors = consoles(TABLE_WIDTH)
    if json_path is not None:
        files.check_writable(json_path)
    assignment = Assignment.load(course, stage)
    unknown = sorted(
        set(cells) - {cell for cell, found in assignment.source_cells.items() if found.cell_type == "code"}
    )
    if unknown:
        raise CourseError(f"{stage} has no code cell {', '.join(unknown)}")
    if found := list(faults(assignment.source)):
        raise CourseError("\n".join(f"{stage}: {fault}" for fault in found))
    chosen = mutants_of_stage(assignment, cells)[::every]
    if not chosen:
        raise CourseError(f"{stage} has nothing to change: no code between the marks of a solution")
    listed = [entry for entry in equivalents.load(course, stage) if not cells or entry.cell in cells]
    trials = list(follow_count(tried(assignment, chosen, workers), len(chosen), "mutants", errors))
    place = {mutant: number for number, mutant in enumerate(chosen)}
    findings = Findings(sorted(trials, key=lambda trial: place[trial.mutant]), listed, complete=every == 1)
    console.print(tables.kill_matrix(findings))
    good = findings.good
    if seeds:
        good = _margins(course, assignment, findings, seeds, workers, (console, errors)) and good
    if findings.survivors and not equivalents.path(course, stage).exists():
        line = f"{stage}: no change is listed as equivalent: there is no {equivalents.path(course, stage)}"
        console.print(line, soft_wrap=True, highlight=False, markup=False)
    for line in tables.summary(stage, findings):
        console.print(line, soft_wrap=True, highlight=False, markup=False)
    if json_path is not None:
        data = {"stage": stage, **findings.as_json()}
        files.write(json_path, (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode("utf-8"))
    return good


def _margins(course, assignment, findings, seeds, workers, consoles):
    console, errors = consoles
    right = sweep.right_answers(course, assignment)
    rights = list(follow_count(sweep.judged(assignment, right, seeds, workers), len(right), "right answers", errors))
    killed = [trial.mutant for trial in findings.killed]
    wrongs = list(follow_count(sweep.thresholds(assignment, killed, workers), len(killed), "tolerances", errors))
    place = list(assignment.points).index
    console.print(tables.margin_table(sorted(sweep.margins(rights, wrongs), key=lambda margin: place(margin.test))))
    gradient = max((error for answer in rights for error in answer.gradients.values()), default=0.0)
    console.print(
        f"{len(right)} right answers with {seeds} seeds each: "
        f"the largest error of a gradient check is {gradient:.2g} of its tolerance",
        soft_wrap=True,
    )
    failed = [answer for answer in rights if answer.failed]
    for answer in failed:
        for test, message in answer.failed.items():
            line = f"a right answer fails: {answer.name}, {test}: {message}"
            console.print(line, soft_wrap=True, markup=False)
    return not failed
