"""A folder of submissions can hold anything; each student in it has a row with a name that can be shown."""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

import pytest
import tiny_course

from autograder import CourseError
from autograder.collection import HandedIn, collect
from autograder.limits import Limits
from autograder.submission import Rejected

STAGE, LIMITS = "tiny", Limits(submission_bytes=1000)
NOTHING = "nothing handed in"


def students(folder):
    return [item.student for item in collect(folder, STAGE)]


def refused(item, error=Rejected):
    with pytest.raises(error) as caught:
        item.read(LIMITS)
    assert str(caught.value).isprintable()
    return str(caught.value)


@pytest.fixture
def place(tmp_path):
    """Where the notebook of the one student belongs."""
    path = tmp_path / "ann" / STAGE / f"{STAGE}.ipynb"
    path.parent.mkdir(parents=True)
    return path


@pytest.fixture
def item(place):
    return HandedIn("ann", place)


def test_no_folder(tmp_path):
    with pytest.raises(CourseError, match="there is no folder"):
        collect(tmp_path / "missing", STAGE)


def test_file_instead_of_the_folder(tmp_path):
    (tmp_path / "submitted").write_text("")
    with pytest.raises(CourseError, match="there is no folder"):
        collect(tmp_path / "submitted", STAGE)


def test_empty_folder(tmp_path):
    (tmp_path / "notes.txt").write_text("")
    (tmp_path / ".hidden").mkdir()
    with pytest.raises(CourseError, match="holds no submissions"):
        collect(tmp_path, STAGE)


def test_bytes_are_read_as_they_are(item, place):
    place.write_bytes(b"\xff\x00")
    assert item.read(LIMITS) == b"\xff\x00"


@pytest.mark.parametrize("missing", ["the notebook", "the stage", "the student's folder is a file"])
def test_absent(tmp_path, place, item, missing):
    if missing != "the notebook":
        place.parent.rmdir()
    if missing.endswith("file"):
        (tmp_path / "ann").rmdir()
        (tmp_path / "ann").write_text("")
    assert item.absent
    assert NOTHING in refused(item)


def test_file_instead_of_the_stage(place, item):
    place.parent.rmdir()
    place.parent.write_text("")
    assert NOTHING in refused(item)


@pytest.mark.parametrize("target", ["a neighbour", "nothing", "itself"])
def test_link_is_not_followed(tmp_path, place, item, target):
    other = tiny_course.hand_in(tmp_path, "bob", b"bob's work")
    place.symlink_to({"a neighbour": other, "nothing": tmp_path / "no", "itself": place}[target])
    assert "not a regular file" in refused(item)
    assert not item.absent


def test_linked_stage_is_not_followed(tmp_path, place, item):
    other = tiny_course.hand_in(tmp_path, "bob", b"bob's work")
    place.parent.rmdir()
    place.parent.symlink_to(other.parent)
    assert "is a link" in refused(item)


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
@pytest.mark.parametrize("name", [f"{STAGE}.ipynb", "timestamp.txt"])
def test_pipe_or_folder_is_not_read(place, item, make, name):
    place.write_bytes(b"work")
    place.with_name(name).unlink(missing_ok=True)
    make(place.with_name(name))
    assert item.timestamp is None
    if name == place.name:
        assert "not a regular file" in refused(item)
    else:
        assert item.read(LIMITS) == b"work"


def test_too_large(place, item):
    with open(place, "wb") as file:
        file.truncate(50_000_000)
    assert "50.0 MB; at most 0.001 MB" in refused(item)


@contextlib.contextmanager
def no_rights(path):
    """Make a file unreadable, also when the tests run as root: as another user for a while."""
    os.chmod(path, 0)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)
        yield
    finally:
        if user == 0:
            os.seteuid(0)
        os.chmod(path, 0o644)


def test_unreadable_is_not_the_students_fault():
    folder = Path(tempfile.mkdtemp())
    try:
        os.chmod(folder, 0o755)
        path = tiny_course.hand_in(folder, "ann", b"work")
        item = HandedIn("ann", path)
        with no_rights(path):
            assert "cannot be read: Permission denied" in refused(item, CourseError)
            assert not item.absent
        assert item.read(LIMITS) == b"work"
    finally:
        shutil.rmtree(folder)


NAMES = {
    "quotes": 'O\'Neil "x"',
    "comma": "a,b;c",
    "emoji": "😀-ü-學生",
    "dash": "-rf",
    "dots": "a..",
    "markup": "[red]x[bold] <b>&amp; :boom:",
    "spaces": " a ",
    "template": "{{ 7 * 7 }}",
    "wild cards": "*?%s$HOME",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_name_that_can_be_shown_stays(tmp_path, name):
    (tmp_path / name).mkdir()
    assert students(tmp_path) == [name]


ODD_NAMES = {
    "new line": (b"a\nb", "a\\nb"),
    "escape code": (b"a\x1b[31m", "a\\x1b[31m"),
    "would be dots": (b"\x1b[m..", "\\x1b[m.."),
    "would be empty": (b"\x1bx", "\\x1bx"),
    "not UTF-8": (b"a\xff", "a\\udcff"),
    "right to left": ("a\u202eb".encode(), "a\\u202eb"),
    "a line separator": ("a\u2028b".encode(), "a\\u2028b"),
    "no-break space": ("a\u00a0b".encode(), "a\\xa0b"),
}


@pytest.mark.parametrize(("name", "shown"), ODD_NAMES.values(), ids=ODD_NAMES)
def test_name_that_cannot_be_shown_is_spelt_out(tmp_path, name, shown):
    os.mkdir(os.path.join(os.fsencode(tmp_path), name))
    assert students(tmp_path) == [shown]


def test_longest_names_fit_a_folder_of_their_own(tmp_path):
    for name in ("x" * 255, "😀" * 63, "\udcff" * 255):
        (tmp_path / name).mkdir()
    (tmp_path / "out").mkdir()
    for student in students(tmp_path):
        (tmp_path / "out" / student).mkdir()


def test_names_that_look_alike_are_kept_apart(tmp_path):
    first, second = "a\nb", "a\\nb"
    for name in (second, first):
        tiny_course.hand_in(tmp_path, name, repr(name).encode())
    found = {item.student: item.read(LIMITS) for item in collect(tmp_path, STAGE)}
    # The one that is called so keeps its name, whoever else comes.
    assert found == {second: repr(second).encode(), second + "'": repr(first).encode()}


@pytest.mark.parametrize(
    ("content", "text"),
    [(b"2026-03-01 12:00:00 UTC\n", "2026-03-01 12:00:00 UTC"), (b"", None), (b"\xff", None), (b"x" * 500, "x" * 100)],
)
def test_timestamp(place, item, content, text):
    place.with_name("timestamp.txt").write_bytes(content)
    assert item.timestamp == text


def test_timestamp_of_a_link_is_none(tmp_path, place, item):
    (tmp_path / "secret").write_text("2026")
    place.with_name("timestamp.txt").symlink_to(tmp_path / "secret")
    assert item.timestamp is None
