"""Tables (CSV) that go to and come from spreadsheets and learning platforms.

A spreadsheet takes a field that starts with = + - @ for a formula, and a student can choose such a name. Such a field
gets an apostrophe in front, which a spreadsheet shows as text; `read` takes it off again, so that names still match.
"""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from . import CourseError, files

LARGEST = 50_000_000
FORMULA = re.compile(r"['\s]*[=+\-@\t\r\n＝＋－＠]")
NUMBER = re.compile(r"[+-]?\d+(\.\d*)?([eE][+-]?\d+)?|-")
# A field with one of these is quoted: some readers end a line there. Python's csv module would quote only for "\n".
QUOTED = re.compile(r'[",\r\n\v\f\x1c-\x1e\x85\u2028\u2029]')
SPREADSHEET = b"PK\x03\x04"


def guarded(text):
    """The text, or with an apostrophe in front what a spreadsheet would take for a formula. Numbers stay numbers."""
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text


def unguarded(text):
    """The text that `guarded` was given."""
    return text[1:] if text.startswith("'") and guarded(text[1:]) == text else text


def as_csv(rows):
    """Rows of texts and numbers as the bytes of a CSV file."""
    lines = [",".join(map(_field, row)) + "\n" for row in rows]
    return "".join(lines).encode("utf-8", "backslashreplace")


def _field(value):
    text = guarded(_cell(value))
    return '"' + text.replace('"', '""') + '"' if QUOTED.search(text) else text


def _cell(value):
    return number(value) if isinstance(value, int | float) else "" if value is None else str(value)


def number(value):
    """A score as text: 2.5, 2."""
    return f"{value:.10g}"


def letters(text):
    """What of a name counts when two spellings are compared: its letters and digits, in small."""
    return "".join(c for c in text.casefold() if c.isalnum())


@dataclass(frozen=True)
class Table:
    """A table as it was read: the header's fields and rows of as many fields. lines: where each ends in the file."""

    path: Path
    header: list
    rows: list
    lines: list

    def column(self, *names):
        """The place of the first of these columns that is there, or None. Case and punctuation do not count."""
        known = [letters(field) for field in self.header]
        return next((known.index(letters(name)) for name in names if letters(name) in known), None)


def read(path):
    """Read a CSV file, whatever wrote it: commas, semicolons or tabs. Raises CourseError when it is none."""
    path = Path(path)
    text = _text(path)
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    rows, lines = [], []
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        for row in reader:
            if any(field.strip() for field in row):
                rows.append([unguarded(field) for field in row])
                lines.append(reader.line_num)
    except csv.Error as error:
        raise CourseError(f"{path}, line {reader.line_num}, is not CSV: {error}") from None
    if not rows:
        raise CourseError(f"{path} is empty: it should begin with a line of column names")
    header = [field.strip() for field in rows[0]]
    width = len(header)
    return Table(path, header, [(row + [""] * width)[:width] for row in rows[1:]], lines[1:])


def _text(path):
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise CourseError(f"cannot read {path}: {error.strerror}") from None
    if len(data) > LARGEST:
        raise CourseError(f"{path} has more than {LARGEST // 1_000_000} MB: that is no class")
    if data.startswith(SPREADSHEET):
        raise CourseError(f"{path} is a spreadsheet or an archive; save it as CSV")
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        raise CourseError(f"{path} is not text in UTF-8; save it as 'CSV UTF-8'") from None


def write(path, rows):
    """Write rows as CSV. Raises CourseError when the place cannot be written."""
    files.write(path, as_csv(rows))
