"""A CSV for the import of Canvas's gradebook: its own export, with a column for each stage filled in.

What such a file looks like is said in docs/lms.md.
"""

import contextlib
import re
from dataclasses import dataclass, field

from .. import CourseError
from ..intake.classlist import NOBODY, spellings
from ..intake.identifiers import key_of
from ..tables import letters, number, read, write
from ..text import visible

COLUMNS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
STUDENT, ID, SIS_ID, LOGIN, SECTION = range(5)
POINTS_ROW = ["    Points Possible", "", "", "", ""]
# Canvas puts an assignment's own number behind its name: Softmax (4711).
NUMBERED = re.compile(r"(?P<name>.*?)\s*(\(\d+\))?\s*", re.DOTALL)
# What `autograder collect` calls a student of a Canvas archive: doejane_4711.
COLLECTED = re.compile(r"(?P<name>.*)_(?P<user>\d+)", re.DOTALL)


@dataclass
class Filled:
    """What was written. rows: how many students. troubles: a line for each who was left out. notes: good to know."""

    rows: int = 0
    troubles: list = field(default_factory=list)
    notes: list = field(default_factory=list)


def export(all_scores, path, roster=None, class_list=None):
    """Write the CSV. roster: the path of a gradebook that Canvas exported. class_list: tells names by our ids.

    Returns Filled. Raises CourseError when the roster is none, has nobody of ours, or the place cannot be written.
    """
    done = Filled()
    if roster is None:
        columns = [_Column(scores, scores.stage, scores.max_score) for scores in all_scores]
        rows = _own_rows(all_scores)
    else:
        table = _checked(read(roster))
        columns = [_Column.of(table, scores, done) for scores in all_scores]
        rows = _roster_rows(table, all_scores, class_list, done)
    lines = [[*COLUMNS, *(column.name for column in columns)], [*POINTS_ROW, *(column.points for column in columns)]]
    lines += [[*fields, *(column.value(student, old) for column in columns)] for student, fields, old in rows]
    write(path, lines)
    done.rows = len(rows)
    return done


@dataclass(frozen=True)
class _Column:
    """The column of a stage. place: where the roster has it, if it has."""

    scores: object
    name: str
    points: object
    place: int | None = None

    @classmethod
    def of(cls, table, scores, done):
        """The roster's column whose name is the stage's; a new one, which Canvas makes an assignment of, if none is."""
        names = [letters(NUMBERED.fullmatch(name)["name"]) for name in table.header]
        if letters(scores.stage) not in names[1:]:
            done.notes.append(f"{scores.stage} is no column of the roster: Canvas will ask what to do with a new one")
            return cls(scores, scores.stage, scores.max_score)
        place = names.index(letters(scores.stage), 1)
        name = table.header[place]
        points = next((row[place].strip() for row in table.rows if letters(row[STUDENT]) == "pointspossible"), "")
        if not _equal(points, scores.max_score):
            shown = visible(points) if points else "no"
            done.notes.append(f"{visible(name)}: Canvas has {shown} points, the stage {number(scores.max_score)}")
        return cls(scores, name, points, place)

    def value(self, student, old):
        """A student's field: the score; where there is none what Canvas has, for an empty field takes that away."""
        found = self.scores.submissions.get(student)
        return found.score if found else "" if self.place is None else old[self.place]


def _equal(text, points):
    with contextlib.suppress(ValueError):
        return float(text) == points
    return False


def _own_rows(all_scores):
    """(student, the five first fields, nothing) of all who handed something in."""
    people = {student: scores.people[student] for scores in all_scores for student in scores.submissions}
    rows = []
    for student, person in sorted(people.items()):
        login = key_of(student)
        name = ", ".join(part for part in (person.last_name, person.first_name) if part) or login
        rows.append((student, [name, person.lms_user_id, "", login, ""], ()))
    return rows


def _checked(table):
    """The roster, with the place of Canvas's first columns known. Raises CourseError when it is no Canvas gradebook."""
    missing = [name for name in ("Student", "ID") if table.column(name) is None]
    if missing or table.column("Student") != STUDENT:
        raise CourseError(
            f"{table.path} is no gradebook that Canvas exported: its columns begin with {', '.join(COLUMNS)}"
        )
    return table


def _roster_rows(table, all_scores, class_list, done):
    """(student, the five first fields, the whole row) of the rows that are a student's of ours."""
    places = [table.column(name) for name in COLUMNS]
    rows = [["" if place is None else row[place].strip() for place in places] for row in table.rows]
    known = _Known(rows)
    people = {student: scores.people[student] for scores in all_scores for student in scores.submissions}
    rows_of = {
        student: known.find(person, class_list.called(key_of(student)) if class_list else None)
        for student, person in sorted(people.items())
    }
    _look_at_columns(table, rows_of, class_list, done)
    taken, found = {}, []
    for student, places in rows_of.items():
        if len(places) != 1:
            what = f"could be {len(places)} rows of" if places else "has no row with this login, id or name in"
            done.troubles.append(f"{visible(student)} {what} {table.path}; left out")
        elif (place := next(iter(places))) in taken:
            done.troubles.append(f"{visible(student)} has the same row as {visible(taken[place])}; left out")
        else:
            taken[place] = student
            found.append((place, student))
    return [(student, rows[place], table.rows[place]) for place, student in sorted(found)]


def _look_at_columns(table, rows_of, class_list, done):
    """When students have no row: say once what would help to find it."""
    lost = sum(not places for places in rows_of.values())
    if not lost:
        return
    if table.column(COLUMNS[LOGIN]) is None:
        line = f"{table.path} has no column {COLUMNS[LOGIN]}"
        if lost == len(rows_of):
            raise CourseError(
                f"{line}, and no student is found in it otherwise; give the gradebook as Canvas exports it"
            )
        done.notes.append(f"{line}, so nobody is found by it")
    if class_list is None:
        done.notes.append("--students, with the list of the class that you collected with, tells names by your ids")


class _Known:
    """Which rows of a roster have a login, an id or a name."""

    def __init__(self, rows):
        self.by = {name: {} for name in ("login", "sis", "id", "name")}
        for place, fields in enumerate(rows):
            if letters(fields[STUDENT]) in NOBODY:
                continue
            self._learn("login", fields[LOGIN].casefold(), place)
            self._learn("sis", fields[SIS_ID].casefold(), place)
            self._learn("id", fields[ID], place)
            for spelling in spellings(fields[STUDENT]):
                self._learn("name", spelling, place)

    def _learn(self, kind, key, place):
        if key:
            self.by[kind].setdefault(key, set()).add(place)

    def find(self, person, listed=None):
        """The rows that a student can be, by the surest thing known of them. listed: what the class list says."""
        key = key_of(person.id)
        collected = COLLECTED.fullmatch(key)
        ids, names, user = (listed.ids, listed.names, listed.user) if listed else ([], [], "")
        ids = [each.casefold() for each in (key, *ids)]
        names = [*names, key, f"{person.first_name} {person.last_name}"]
        for kind, wanted in (
            ("id", [person.lms_user_id, user]),
            ("login", [*ids, person.email.casefold()]),
            ("sis", ids),
            ("id", [key, collected["user"] if collected else ""]),
            ("name", [*map(letters, names), letters(collected["name"]) if collected else ""]),
        ):
            for each in wanted:
                if each and each in self.by[kind]:
                    return self.by[kind][each]
        return set()
