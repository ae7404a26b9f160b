"""Collect a stage: find whose each notebook is, choose the newest, and put it into submitted/<student>/<stage>/."""

import contextlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nbgrader.utils import parse_utc

from .. import CourseError
from ..text import visible
from . import claims, sources
from .classlist import ClassList
from .identifiers import composed, folder_name
from .shelf import Shelf


@dataclass
class Collected:
    """What was done. counts: how many were new, unchanged, updated. troubles: a line for each who needs a person.

    notes: lines that are good to know. late: whom Canvas calls late.
    """

    counts: Counter = field(default_factory=Counter)
    troubles: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    late: list = field(default_factory=list)


@dataclass(frozen=True)
class _Handed:
    """A file and what its name says."""

    file: sources.File
    claim: claims.Claim

    @property
    def name(self):
        return visible("/".join(self.file.path))


def collect(stage, place, target, limits, class_list=None, update=False):
    """Bring the submissions of a stage from a folder or a zip into target/<student>/<stage>/. Returns Collected.

    limits: the stage's Limits. update: replace another notebook that lies there already. What cannot be taken is a line
    in troubles, and the rest goes on. Raises CourseError when there is nothing to collect, or no way to.
    """
    class_list = class_list or ClassList()
    done = Collected(troubles=list(class_list.troubles))
    limit = int(limits.submission_bytes)
    with sources.opened(place) as (found, troubles):
        done.troubles += troubles
        by_student = _by_student(found, stage, place, class_list, done)
        shelf = Shelf(Path(target), stage, update, limit)
        _look_for_other_names(done, by_student, shelf)
        times = {file.path[:-1]: file for file in found if file.path[-1] == "timestamp.txt"}
        full = {}
        for student, handed in sorted(by_student.items()):
            try:
                chosen = _chosen(stage, handed)
                data = _read(chosen, limit)
                what = shelf.put(student, data, _moment(chosen, times))
            except sources.Unusable as reason:
                done.troubles.append(f"{visible(student)}: {reason}")
            except CourseError as reason:
                # A full disk would say so a thousand times.
                full.setdefault(_without_path(str(reason)), []).append(visible(student))
            else:
                done.counts[what] += 1
                _note(done, student, handed, chosen, stage)
    done.troubles += [f"{reason}; not collected: {', '.join(students)}" for reason, students in full.items()]
    _look_at_list(done, class_list, by_student)
    return done


def _by_student(found, stage, place, class_list, done):
    """{folder name of a student: [what they handed in]}."""
    named = claims.read([file.path for file in found], stage)
    handed = [_Handed(file, named[file.path]) for file in found if file.path in named]
    if not any(each.claim.is_notebook for each in handed):
        raise CourseError(
            f"{place} holds no notebook of {stage}; known are a Canvas or Moodle archive, "
            f"<student>/{stage}/{stage}.ipynb and files named <student>.ipynb"
        )
    namesakes = _namesakes(each.claim for each in handed)
    by_student, owner = {}, {}
    for each in handed:
        listed = class_list.find(each.claim)
        key = composed(_own_key(each.claim, namesakes) if listed is None else listed)
        student = folder_name(key)
        if not student:
            done.troubles.append(f"{each.name} does not say whose it is; left out: rename it to <student>.ipynb")
            continue
        if class_list.ids and listed is None and student not in by_student:
            done.notes.append(f"{visible(key)} is not in the class list, or could be several in it")
        if owner.setdefault(student, key) != key:
            done.troubles.append(f"{each.name}: two students would share the folder {student}; left out")
            continue
        if student != key and student not in by_student:
            done.notes.append(f"{visible(key)!r} cannot be a folder's name everywhere; it is kept as {student}")
        by_student.setdefault(student, []).append(each)
    return by_student


def _namesakes(all_claims):
    """The names that several students of a Moodle archive have: its numbers tell them apart, in this archive only."""
    numbers = {}
    for claim in all_claims:
        if claim.kind == claims.MOODLE_NAME:
            numbers.setdefault(claim.key, set()).add(claim.user)
    return {key for key, found in numbers.items() if len(found) > 1}


def _own_key(claim, namesakes):
    """What a student is called whom no class list knows. Canvas's number is the same in all stages, Moodle's is not."""
    if claim.kind == claims.CANVAS_NAME or claim.key in namesakes:
        return f"{claim.key}_{claim.user}"
    return claim.key


def _chosen(stage, handed):
    """The newest notebook named after the stage, else the only one. Raises Unusable when there is none."""
    notebooks = [each for each in handed if each.claim.is_notebook]
    named = [each for each in notebooks if each.claim.version(stage) is not None]
    if named:
        return max(named, key=lambda each: _age(each, stage))
    if not notebooks:
        raise sources.Unusable(f"handed in no notebook, but {', '.join(each.name for each in handed[:3])}")
    if len(notebooks) > 1:
        names = ", ".join(each.name for each in notebooks[:5])
        raise sources.Unusable(f"handed in {len(notebooks)} notebooks and none is named {stage}.ipynb: {names}")
    return notebooks[0]


def _age(handed, stage):
    claim = handed.claim
    return claim.moment or datetime.min, claim.number, claim.version(stage), handed.file.moment or datetime.min


def _read(chosen, limit):
    try:
        return chosen.file.read(limit)
    except sources.Unusable as reason:
        raise sources.Unusable(f"{chosen.name} {reason}") from None


def _moment(chosen, times):
    """When it was handed in: by the name of its folder, by nbgrader's timestamp.txt beside it, or by the archive."""
    if chosen.claim.moment:
        return chosen.claim.moment
    beside = times.get(chosen.file.path[:-1])
    if beside is not None and chosen.claim.kind == claims.FOLDER_NAME:
        with contextlib.suppress(Exception):
            moment = parse_utc(beside.read(100).decode("utf-8").strip())
            return moment if moment.tzinfo is None else None
    return chosen.file.moment


def _note(done, student, handed, chosen, stage):
    versions = sum(each.claim.version(stage) is not None for each in handed)
    if versions > 1:
        done.notes.append(f"{visible(student)}: the newest of {versions}, {chosen.name}")
    if chosen.claim.late:
        done.late.append(visible(student))


def _look_at_list(done, class_list, by_student):
    missing = [student for student in class_list.ids if folder_name(student) not in by_student]
    if missing:
        done.notes.append(f"nothing from {len(missing)} of the class list: {', '.join(map(visible, missing))}")


def _look_for_other_names(done, by_student, shelf):
    """Who was collected before under the platform's name, and has an id of the class list now, would be there twice."""
    for student, handed in sorted(by_student.items()):
        name = folder_name(_own_key(handed[0].claim, ()))
        if name != student and name in shelf.there.values():
            done.troubles.append(f"{visible(student)} has a folder named {name} in {shelf.target} too: remove it")


def _without_path(reason):
    """The reason of "cannot write PATH: REASON", the same for all whom it hits."""
    return f"cannot write: {reason.rsplit(': ', 1)[-1]}" if reason.startswith("cannot write ") else reason
