"""Collect a stage: find whose each notebook is, choose the newest, and put it into submitted/<student>/<stage>/."""

import contextlib
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from nbgrader.utils import parse_utc

from .. import CourseError, files
from ..text import by_reason, visible
from . import claims, layout, sources
from .choice import Handed, choose, names
from .classlist import ClassList
from .identifiers import composed, folder_name
from .shelf import Shelf


@dataclass
class Collected:
    """What was done. counts: how many were new, unchanged, updated. troubles: a line for each who needs a person.

    notes: lines that are good to know. late: whom Canvas calls late. no_time: those of them of whom no time is known.
    typed: who typed text into Moodle besides.
    """

    counts: Counter = field(default_factory=Counter)
    troubles: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    late: list = field(default_factory=list)
    no_time: list = field(default_factory=list)
    typed: list = field(default_factory=list)


def collect(stage, place, target, limits, class_list=None, update=False, others=()):
    """Bring the submissions of a stage from a folder or a zip into target/<student>/<stage>/. Returns Collected.

    limits: the stage's Limits. update: replace another notebook that lies there already. others: the course's other
    stages. What cannot be taken is a line in troubles, and the rest goes on. Raises CourseError when there is nothing
    to collect, or no way to.
    """
    class_list = class_list or ClassList()
    done = Collected(troubles=list(class_list.troubles))
    limit = int(limits.submission_bytes)
    with sources.opened(place) as (found, troubles):
        done.troubles += troubles
        by_student = _by_student(found, stage, place, class_list, done, others)
        shelf = Shelf(Path(target), stage, update, limit)
        _look_for_other_names(done, by_student, shelf)
        times = {file.path[:-1]: file for file in found if file.path[-1] == "timestamp.txt"}
        full = []
        for student, handed in sorted(by_student.items()):
            try:
                choice = choose(stage, handed, target)
                data = _read(choice.taken, limit)
                what = shelf.put(student, data, _moment(choice.taken, times))
            except sources.Unusable as reason:
                done.troubles.append(f"{visible(student)}: {reason}")
            except files.NotWritten as error:
                full.append((student, error.said_of(f"in {target}")))
            except CourseError as reason:
                full.append((student, str(reason)))
            else:
                done.counts[what] += 1
                _note(done, student, choice, shelf)
    done.troubles += by_reason(full, "not collected")
    _look_at_list(done, class_list, by_student)
    return done


def _by_student(found, stage, place, class_list, done, others):
    """{folder name of a student: [what they handed in]}."""
    named = layout.read([file.path for file in found], stage, others)
    handed = [Handed(file, named[file.path]) for file in found if file.path in named]
    if not any(each.claim.is_notebook for each in handed):
        raise CourseError(
            f"{place} holds no notebook of {stage}; known are a Canvas or Moodle archive, "
            f"<student>/{stage}/{stage}.ipynb and files named <student>.ipynb"
        )
    handed = _look_inside(handed, class_list, done)
    done.troubles += _doubts(handed, stage)
    handed = [each for each in handed if not each.claim.doubt]
    ids = [class_list.find(each.claim) for each in handed]
    if class_list.ids and not class_list.has_names and ids and not any(ids):
        raise CourseError(
            f"{class_list.path} has no column of names, and nothing in {place} is called by an id of it; "
            f"name a column name, or two first name and last name (it has: {', '.join(class_list.header)})"
        )
    namesakes = _namesakes(each.claim for each in handed)
    by_student, owner = {}, {}
    for each, listed in zip(handed, ids, strict=True):
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


def _look_inside(handed, class_list, done):
    """A folder that the class list does not know may be a group's, with folders of students in it, which is a note; or
    a student's, who named folders in it after others: it must not be in the way of what those handed in themselves.
    """
    by_itself = {each: class_list.find(replace(each.claim, inner=())) for each in handed}
    inside = {each: student for each in handed if not by_itself[each] and (student := class_list.find(each.claim))}
    in_the_way = {each for each, student in inside.items() if student in by_itself.values()}
    guests = {}
    for each in inside.keys() - in_the_way:
        guests.setdefault(visible(each.claim.key), set()).add(visible(inside[each]))
    done.notes += [
        f"{folder} is not in the class list; folders in it were taken for those of {', '.join(sorted(students))}"
        for folder, students in sorted(guests.items())
    ]
    return [_doubted(each) if each in in_the_way else each for each in handed]


def _doubted(handed):
    """The same, where the folder that it would be named after is in doubt."""
    return replace(handed, claim=replace(handed.claim, doubt=handed.file.path[: -1 - len(handed.claim.inner)]))


def _doubts(handed, stage):
    """A line for each folder that may be one student's, who could pass what is in it off as others' work."""
    by_folder = {}
    for each in handed:
        if each.claim.doubt:
            by_folder.setdefault(visible("/".join(each.claim.doubt)), []).append(each)
    return [
        f"{folder} may be one student's folder or hold several students': {names(inside)}; left out: collect {folder} "
        f"by itself, or rename what is that one student's to {folder}/{stage}/{stage}.ipynb"
        for folder, inside in by_folder.items()
    ]


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
    if beside is not None and chosen.claim.kind in (claims.FOLDER_NAME, claims.EXCHANGE_NAME):
        with contextlib.suppress(Exception):
            moment = parse_utc(beside.read(100).decode("utf-8").strip())
            return moment if moment.tzinfo is None else None
    # Canvas's times are those of packing, however long that took.
    return None if chosen.claim.kind == claims.CANVAS_NAME else chosen.file.moment


def _note(done, student, choice, shelf):
    name, taken = visible(student), choice.taken
    if choice.older:
        done.notes.append(f"{name}: the newest of {len(choice.older) + 1}, {taken.name}, not {names(choice.older)}")
    if choice.unused:
        done.troubles.append(f"{name}: {taken.name} was taken, not used: {names(choice.unused)}")
    if choice.typed:
        done.typed.append(name)
    if taken.claim.late:
        done.late.append(name)
        if not shelf.has_time(student):
            done.no_time.append(name)


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
