"""The list of a class (CSV): which id belongs to a name, or to a platform's number, that a file carries."""

from dataclasses import dataclass

from .. import CourseError
from ..tables import letters, read
from ..text import visible
from .claims import MOODLE_NAME

# The first of these columns that says something is a student's id here. Moodle names columns in the user's language.
ID_COLUMNS = (
    "SIS Login ID",
    "student_id",
    "username",
    "login",
    "Anmeldename",
    "Benutzername",
    "SIS User ID",
    "id",
    "ID number",
    "ID-Nummer",
    "Matrikelnummer",
    "Numéro d'identification",
    "Número de ID",
    "email address",
    "email",
    "E-Mail-Adresse",
    "Adresse de courriel",
    "Dirección de correo",
)
USER_COLUMNS = ("lms_user_id", "user_id", "ID")
NAME_COLUMNS = ("name", "full name", "student", "vollständiger Name")
FIRST_COLUMNS = ("first name", "given name", "Vorname", "Prénom", "Nombre")
LAST_COLUMNS = ("last name", "surname", "family name", "Nachname", "Familienname", "Nom", "Nom de famille", "Apellidos")
# Canvas's own first rows and its test student.
NOBODY = {"pointspossible", "manualposting", "studenttest", "teststudent"}


@dataclass(frozen=True)
class Listed:
    """What the list says of a student. ids: all that they may be called by. user: a platform's number, or ""."""

    ids: list
    names: list
    user: str


class ClassList:
    """ids: all students, in the order of the file. people: {id: Listed}. troubles: a line for each who stands there
    twice. path and header: the file and its columns; has_names: one of them holds names.
    """

    def __init__(self, path=None, header=(), has_names=False):
        self.path, self.header, self.has_names = path, header, has_names
        self.ids, self.people, self.troubles = [], {}, []
        self.by_id, self.by_user, self.by_name = {}, {}, {}

    def find(self, claim):
        """The id of the one student whom a Claim names, or None.

        The outermost name that is known counts: the student could name folders inside after somebody else.
        """
        # Moodle's number is not the student's: another one in each assignment.
        users = self.by_user.get(claim.user, ()) if claim.kind != MOODLE_NAME else ()
        for key in (claim.key, *claim.inner):
            found = [each for each in (users, self.by_id.get(key.casefold()), self.by_name.get(letters(key))) if each]
            if found:
                return next((student for each in found if len(each) == 1 for student in each), None)
        return None

    def called(self, student):
        """What the list says of an id, or None."""
        found = self.by_id.get(student.casefold(), set())
        return self.people[next(iter(found))] if len(found) == 1 else None


def load(path):
    """Read a class list: a Canvas gradebook, Moodle's participants, nbgrader's students or a table of your own.

    Raises CourseError when the file is no table or has no column that could be an id.
    """
    table = read(path)
    ids = [place for name in ID_COLUMNS if (place := table.column(name)) is not None]
    if not ids:
        raise CourseError(f"{path} has no column of ids; give it one named id (it has: {', '.join(table.header)})")
    user = next((place for name in USER_COLUMNS if (place := table.column(name)) not in (None, ids[0])), None)
    result, first = ClassList(path, table.header, _has_names(table)), {}
    for row, line in zip(table.rows, table.lines, strict=True):
        names = _names(table, row)
        student = next((row[place].strip() for place in ids if row[place].strip()), "")
        if not student or any(letters(name) in NOBODY for name in names):
            continue
        if student in first:
            result.troubles.append(f"{path}: {visible(student)} stands in lines {first[student]} and {line}")
        else:
            first[student] = line
            result.ids.append(student)
            known_as = [row[place].strip() for place in ids if row[place].strip()]
            result.people[student] = Listed(known_as, names, row[user].strip() if user is not None else "")
        _learn(result.by_id, student.casefold(), student)
        if user is not None:
            _learn(result.by_user, row[user].strip(), student)
        for spelling in {spelling for name in names for spelling in spellings(name)}:
            _learn(result.by_name, spelling, student)
    for student, name in _alike(result):
        result.troubles.append(f"{path}: more than one student can be {visible(name)}: {visible(student)}")
    return result


def _learn(known, key, student):
    if key:
        known.setdefault(key, set()).add(student)


def _alike(result):
    """(ids, id in small) of students whose ids differ in nothing but capitals."""
    return [(", ".join(sorted(found)), key) for key, found in result.by_id.items() if len(found) > 1]


def _has_names(table):
    return table.column(*NAME_COLUMNS) is not None or None not in _two_parts(table)


def _two_parts(table):
    """The places of the first and the last name. Beside a first name, Name is the last one."""
    return table.column(*FIRST_COLUMNS), table.column(*LAST_COLUMNS, "name")


def _names(table, row):
    """The names that a row gives its student."""
    whole = [row[place] for name in NAME_COLUMNS if (place := table.column(name)) is not None]
    first, last = _two_parts(table)
    if first is not None and last is not None:
        whole.append(f"{row[first]} {row[last]}")
    return whole


def spellings(name):
    """The letters of a name, whichever of its words comes first: Doe, Jane and Jane Doe share some."""
    words = name.replace(",", " ").split()
    return {letters(" ".join(words[n:] + words[:n])) for n in range(len(words))} - {""}
