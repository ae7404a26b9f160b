"""A CSV for the import of Canvas's gradebook: its own export, with a column for each stage filled in.

What such a file looks like is said in docs/lms.md.
"""

import contextlib
import re
import unicodedata
from collections import Counter
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
# What `autograder collect` calls a student of a Canvas archive: doejane_4711. A student of Moodle, or one's own id, can
# look so too, with another number behind.
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
    wanted = Counter(place for places in rows_of.values() if len(places) == 1 for place in places)
    found = []
    for student, places in rows_of.items():
        if len(places) == 1 and wanted[min(places)] == 1:
            found.append((min(places), student))
        else:
            why = _why_not(student, rows_of, known)
            done.troubles.append(f"{visible(student)} {why} {table.path}; left out")
    return [(student, rows[place], table.rows[place]) for place, student in sorted(found)]


def _why_not(student, rows_of, known):
    """Why a student gets no row of a roster: the words before its name."""
    places = rows_of[student]
    if len(places) > 1:
        return f"could be {len(places)} rows of"
    if places:
        others = [visible(other) for other, theirs in rows_of.items() if theirs == places and other != student]
        return f"has the same row as {', '.join(others)} in"
    if named := known.numbered(key_of(student)):
        return f"has the number of {visible(named)}, but another name, in"
    return "has no row with this login, id or name in"


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
        self.rows = rows
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

    def _rows(self, kind, keys):
        return set().union(*(self.by[kind].get(key, ()) for key in keys))

    def find(self, person, listed=None):
        """The rows that a student can be. listed: what the class list says.

        No id is surer than another: a number can be one person's login and another's id. What an id and the name say
        together is sure; where they name different people, the student can be each of them.
        """
        key = key_of(person.id)
        name, number = _collected(key)
        known_ids, names, user = (listed.ids, listed.names, listed.user) if listed else ([], [], "")
        ids = {each.casefold() for each in (key, *known_ids)}
        by_id = self._rows("login", ids | {person.email.casefold()}) | self._rows("sis", ids)
        by_id |= self._rows("id", {key, user, person.lms_user_id})
        by_id |= {place for place in self._rows("id", {number}) if _wrote(self.rows[place][STUDENT], name)}
        by_name = self._rows("name", map(letters, (*names, key, f"{person.first_name} {person.last_name}", name)))
        return by_id & by_name or by_id | by_name

    def numbered(self, key):
        """The name in a row that has the number of a collected student, or ""."""
        rows = self._rows("id", {_collected(key)[1]})
        return self.rows[min(rows)][STUDENT] if rows else ""


def _collected(key):
    """(name, number) of a key of the form that `collect` gives, or two empty texts."""
    found = COLLECTED.fullmatch(key)
    return found.groups() if found else ("", "")


def _wrote(name, written):
    """Is it this name that Canvas wrote before a number? Of Müller it or the zip may leave Müller, Muller or Mller."""
    if any(spellings(left_of(name)) & spellings(left_of(written)) for left_of in (_without_accents, _ascii)):
        return True
    return not written and not spellings(_ascii(name))


def _without_accents(text):
    # `letters` takes no accent that stands by itself.
    return unicodedata.normalize("NFKD", text)


def _ascii(text):
    return unicodedata.normalize("NFC", text).encode("ascii", "ignore").decode("ascii")
