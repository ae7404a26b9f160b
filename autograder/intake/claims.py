"""Whose a file is, told by its name: as Canvas, Moodle, nbgrader or a person names what was handed in."""

import contextlib
import re
from dataclasses import dataclass
from datetime import datetime

from nbgrader.utils import parse_utc

# doejane_LATE_4711_90210_softmax-1.ipynb: name, late or not, the student's number, the file's number, its own name.
CANVAS = re.compile(r"(?P<key>[^_]*)(?:_(?P<late>LATE))?_(?P<user>\d+)_(?P<number>\d+)_(?P<file>.+)", re.DOTALL)
# Jane Doe_1234567_assignsubmission_file_: a folder, or what a file's name begins with.
MOODLE = re.compile(r"(?P<key>.+)_(?P<user>\d+)_assignsubmission_(?P<plugin>[a-z]+)(?:_(?P<file>.*))?", re.DOTALL)
# jdoe+softmax+2026-03-01 12:00:00.000000 UTC+random: nbgrader's exchange.
EXCHANGE = re.compile(r"(?P<key>[^+]+)\+(?P<stage>[^+]+)\+(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^+]*)(\+.*)?")
VERSION = re.compile(r"(?P<stem>.+?)(?:[-_](?P<dashed>\d{1,4})| ?\((?P<brackets>\d{1,4})\))", re.DOTALL)
ENDING = ".ipynb"
CANVAS_NAME, MOODLE_NAME, FOLDER_NAME, FILE_NAME = "Canvas", "Moodle", "folder", "file"


@dataclass(frozen=True)
class Claim:
    """What a file's name says. key: the student, as the platform calls them; "" when it does not say.

    user: the platform's number of the student, or "". file: the name it was handed in under. late: Canvas says so.
    number: larger is newer. moment: when it was handed in, where the name says that.
    """

    kind: str
    key: str
    file: str
    user: str = ""
    late: bool = False
    number: int = 0
    moment: datetime | None = None

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


def read(paths, stage):
    """{path: Claim} for the files of one source, given as tuples of folder names and a file name.

    What is nobody's work is left out: hidden files, what a Mac adds, other stages.
    """
    paths = [path for path in paths if not any(map(_is_hidden, path))]
    has_stages = any(len(path) > 2 and path[-2].casefold() == stage.casefold() for path in paths)
    top = _top(paths, stage)
    claims = {path: _claim(path, stage, has_stages, top) for path in paths}
    return {path: claim for path, claim in claims.items() if claim}


def _is_hidden(part):
    """Not of a student's whose name begins with a dot."""
    by_platform = MOODLE.fullmatch(part) or CANVAS.fullmatch(part)
    return part == "__MACOSX" or (part.startswith(".") and not (by_platform and not part.startswith("._")))


def _top(paths, stage):
    """1 when all of them lie in a folder that says nothing, else 0."""
    notebooks = [path for path in paths if path[-1].lower().endswith(ENDING)]
    if len({path[0] for path in notebooks}) != 1:
        return 0
    if all(len(path) > 2 for path in notebooks):
        return 1
    named = any(len(path) == 2 and Claim("", "", path[1]).version(stage) is not None for path in notebooks)
    return int(len(notebooks) > 1 and not named and all(len(path) > 1 for path in notebooks))


def _claim(path, stage, has_stages, top):
    *folders, name = path
    if folders and (found := EXCHANGE.fullmatch(folders[-1])):
        return Claim(FOLDER_NAME, found["key"], name, moment=_time(found["time"])) if found["stage"] == stage else None
    for part in reversed(path):
        if found := MOODLE.fullmatch(part):
            file = name if part is not name else found["file"] or ""
            return Claim(MOODLE_NAME, found["key"], file, found["user"]) if found["plugin"] == "file" else None
    if found := CANVAS.fullmatch(name):
        late = bool(found["late"])
        number = int(found["number"][:30])
        return Claim(CANVAS_NAME, found["key"], found["file"], found["user"], late, number)
    if has_stages:
        inside = len(path) > 2 and folders[-1].casefold() == stage.casefold()
        return Claim(FOLDER_NAME, folders[-2], name) if inside else None
    path = path[top:]
    if len(path) > 1:
        return Claim(FOLDER_NAME, path[0], name)
    return _flat(name, stage)


def _flat(name, stage):
    """A file among others in one folder: jdoe.ipynb, softmax_jdoe.ipynb, jdoe-softmax.ipynb."""
    if not name.lower().endswith(ENDING):
        return None
    named = re.escape(stage)
    pattern = rf"(?:{named}[-_ ]+)?(?P<key>.+?)(?:[-_ ]+{named})?(?: ?\((?P<version>\d{{1,4}})\))?"
    found = re.fullmatch(pattern, name[: -len(ENDING)].strip(), re.IGNORECASE | re.DOTALL)
    if not found or any(Claim("", "", text).version(stage) is not None for text in (name, f"{found['key']}{ENDING}")):
        return Claim(FILE_NAME, "", name)
    return Claim(FILE_NAME, found["key"], f"{stage}{ENDING}", number=int(found["version"] or 0))


def _time(text):
    with contextlib.suppress(Exception):
        return parse_utc(text)
