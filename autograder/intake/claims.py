"""Whose a file is, told by its name: as Canvas, Moodle, nbgrader or a person names what was handed in."""

import contextlib
import re
from dataclasses import dataclass
from datetime import datetime

from nbgrader.utils import parse_utc

# doejane_LATE_4711_90210_softmax-1.ipynb: name, late or not, the student's number, the file's number, its own name.
CANVAS = re.compile(r"(?P<key>[^_]*)(?:_(?P<late>LATE))?_(?P<user>\d+)_(?P<number>\d+)_(?P<file>.+)", re.DOTALL)
# Jane Doe_1234567_assignsubmission_file_: a folder, or what a file's name begins with. The first one: the student chose
# how the name goes on.
MOODLE = re.compile(r"(?P<key>.+?)_(?P<user>\d+)_assignsubmission_(?P<plugin>[a-z]+)(?:_(?P<file>.*))?", re.DOTALL)
# jdoe+softmax+2026-03-01 12:00:00.000000 UTC+random: nbgrader's exchange.
EXCHANGE = re.compile(r"(?P<key>[^+]+)\+(?P<stage>[^+]+)\+(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^+]*)(\+.*)?")
VERSION = re.compile(r"(?P<stem>.+?)(?:[-_](?P<dashed>\d{1,4})| ?\((?P<brackets>\d{1,4})\))", re.DOTALL)
ENDING = ".ipynb"
CANVAS_NAME, MOODLE_NAME, EXCHANGE_NAME, FOLDER_NAME, FILE_NAME = "Canvas", "Moodle", "exchange", "folder", "file"


@dataclass(frozen=True)
class Claim:
    """What a file's name says. key: the student, as the platform calls them; "" when it does not say.

    user: the platform's number of the student, or "". file: the name it was handed in under. late: Canvas says so.
    number: larger is newer. moment: when it was handed in, where the name says that. place: where the student's other
    versions are. inner: names of folders below the student's, one of which may be a person's too. typed: text that was
    typed into Moodle. other: named after another stage. aside: in a folder of its own name beside one of the stage.
    doubt: the path of a folder above all this that may be the student's.
    """

    kind: str
    key: str
    file: str
    user: str = ""
    late: bool = False
    number: int = 0
    moment: datetime | None = None
    place: tuple = ()
    inner: tuple = ()
    typed: bool = False
    other: bool = False
    aside: bool = False
    doubt: tuple = ()

    @property
    def is_notebook(self):
        return self.file.lower().endswith(ENDING)

    def version(self, stage):
        """0, or the number that a second copy of <stage>.ipynb has in its name; None when it is not named so."""
        stem = self.file[: -len(ENDING)].strip()
        if not self.is_notebook or stem.casefold() == stage.casefold():
            return 0 if self.is_notebook else None
        found = VERSION.fullmatch(stem)
        if not found or found["stem"].casefold() != stage.casefold():
            return None
        return int(found["dashed"] or found["brackets"])


def is_named(name, stage):
    """Is it the name of a stage's notebook, or of a copy of it?"""
    return Claim("", "", name).version(stage) is not None


def formed(path, stage):
    """(how many folders are above the student's, Claim or None for another stage's) of a path in the form of a
    platform, or of nbgrader; None for any other path.

    The outermost name of a platform counts: what is inside of it, the student could name after somebody else.
    """
    *folders, name = path
    for place, folder in enumerate(folders):
        if found := EXCHANGE.fullmatch(folder):
            claim = Claim(EXCHANGE_NAME, found["key"], name, moment=_time(found["time"]))
            return place, claim if found["stage"] == stage else None
        if found := MOODLE.fullmatch(folder):
            return place, _moodle(found, name)
    # Before Moodle's: the file's own name, in one of Canvas's, can look like Moodle's, and not the other way round.
    if found := CANVAS.fullmatch(name):
        late, number = bool(found["late"]), int(found["number"][:30])
        return len(folders), Claim(CANVAS_NAME, found["key"], found["file"], found["user"], late, number)
    if found := MOODLE.fullmatch(name):
        return len(folders), _moodle(found, found["file"] or "")
    if len(folders) > 1 and folders[-1].casefold() == stage.casefold():
        return len(folders) - 2, Claim(FOLDER_NAME, folders[-2], name)
    return None


def _moodle(found, file):
    return Claim(MOODLE_NAME, found["key"], file, found["user"], typed=found["plugin"] == "onlinetext")


def _time(text):
    with contextlib.suppress(Exception):
        return parse_utc(text)
