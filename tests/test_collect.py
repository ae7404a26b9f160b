"""Whatever a platform's archive holds: each notebook lands in its student's folder, or one line says why not."""

import os
import shutil
import zipfile
from pathlib import Path

import platform_zips
import pytest
import tiny_course
from command import autograder
from hypothesis import given, settings
from hypothesis import strategies as st
from platform_zips import entry

from autograder import CourseError, files
from autograder.collection import collect as graded_from
from autograder.intake import claims, classlist, layout, sources
from autograder.intake.collecting import collect
from autograder.intake.identifiers import folded, folder_name, key_of
from autograder.limits import Limits
from autograder.tables import guarded, unguarded

STAGE, LIMITS = tiny_course.STAGE, Limits(submission_bytes=1000)
CANVAS = ("doejane_4711_90210_tiny.ipynb", "roemax_LATE_4712_90211_tiny-1.ipynb")
MOODLE = ("Jane Doe_1234567_assignsubmission_file_/tiny.ipynb", "Max Roe_1234568_assignsubmission_file_/tiny.ipynb")


@pytest.fixture
def target(tmp_path):
    return tmp_path / "submitted"


@pytest.fixture
def archive(tmp_path):
    return lambda *entries: platform_zips.write(tmp_path / "class.zip", *entries)


def content(target):
    """{path: text} of all that lies in a folder."""
    found = sorted(path for path in target.rglob("*") if not path.is_dir())
    return {path.relative_to(target).as_posix(): path.read_text(errors="replace") for path in found}


def students(target):
    return sorted(path.name for path in target.iterdir()) if target.exists() else []


def lines(done):
    """All lines of a collection, each fit to be shown."""
    for line in (*done.troubles, *done.notes):
        assert "\n" not in line and line.isprintable()
    return done.troubles


# What platforms make


def test_canvas(archive, target):
    done = collect(STAGE, archive(*CANVAS), target, LIMITS)
    assert content(target) == {"doejane_4711/tiny/tiny.ipynb": '{"n": 0}', "roemax_4712/tiny/tiny.ipynb": '{"n": 1}'}
    assert (lines(done), done.late, done.counts) == ([], ["roemax_4712"], {"new": 2})


def test_newest_of_a_canvas_student(archive, target):
    names = ("doejane_4711_90_tiny-1.ipynb", "doejane_4711_100_tiny.ipynb", "doejane_4711_99_tiny-2.ipynb")
    done = collect(STAGE, archive(*names), target, LIMITS)
    assert content(target) == {"doejane_4711/tiny/tiny.ipynb": '{"n": 1}'}
    assert done.notes == [
        "doejane_4711: the newest of 3, doejane_4711_100_tiny.ipynb, not doejane_4711_90_tiny-1.ipynb, "
        "doejane_4711_99_tiny-2.ipynb"
    ]


def test_moodle_with_its_own_times(archive, target):
    first = entry(MOODLE[0], b"a", utc=(2026, 3, 1, 12, 0, 0))
    done = collect(STAGE, archive(first, entry(MOODLE[1], b"b", utc=(2026, 3, 2, 9, 30, 5))), target, LIMITS)
    assert lines(done) == []
    assert content(target) == {
        "Jane Doe/tiny/tiny.ipynb": "a",
        "Jane Doe/tiny/timestamp.txt": "2026-03-01 12:00:00 UTC\n",
        "Max Roe/tiny/tiny.ipynb": "b",
        "Max Roe/tiny/timestamp.txt": "2026-03-02 09:30:05 UTC\n",
    }
    assert {item.student: item.timestamp for item in graded_from(target, STAGE)} == {
        "Jane Doe": "2026-03-01 12:00:00 UTC",
        "Max Roe": "2026-03-02 09:30:05 UTC",
    }


def test_moodle_without_folders_and_other_things(archive, target):
    names = (
        "Jane Doe_1234567_assignsubmission_file_tiny.ipynb",
        "Jane Doe_1234567_assignsubmission_onlinetext_/onlinetext.html",
        "Max Roe_1234568_assignsubmission_file_/data/tiny.ipynb",
        "__MACOSX/._tiny.ipynb",
        ".DS_Store",
    )
    assert lines(collect(STAGE, archive(*names), target, LIMITS)) == []
    assert students(target) == ["Jane Doe", "Max Roe"]


def test_namesakes_are_kept_apart(archive, target):
    names = [f"Jane Doe_{number}_assignsubmission_file_/tiny.ipynb" for number in (1, 2)]
    collect(STAGE, archive(*names), target, LIMITS)
    assert students(target) == ["Jane Doe_1", "Jane Doe_2"]


def test_the_time_of_packing_is_no_time_of_handing_in(archive, target):
    collect(
        STAGE, archive(*(entry(name, moment=(2026, 3, 1, 12, n, 0)) for n, name in enumerate(CANVAS))), target, LIMITS
    )
    assert not list(target.rglob("timestamp.txt"))


@pytest.mark.parametrize("names", [CANVAS[1:], CANVAS], ids=["one file", "packing that took long"])
def test_canvas_never_says_when(archive, target, names):
    entries = (entry(name, moment=(2026, 3, 1, 12, 11 * n, 0)) for n, name in enumerate(names))
    done = collect(STAGE, archive(*entries), target, LIMITS)
    assert not list(target.rglob("timestamp.txt"))
    assert done.no_time == ["roemax_4712"]


@pytest.mark.parametrize("name", [MOODLE[0], "ann/tiny.ipynb"])
def test_one_time_alone_may_be_that_of_packing(archive, target, name):
    assert lines(collect(STAGE, archive(entry(name, utc=(2026, 3, 1, 12, 0, 0))), target, LIMITS)) == []
    assert not list(target.rglob("timestamp.txt"))


@pytest.mark.parametrize("moment", [(1980, 1, 1, 0, 0, 0), (2026, 2, 30, 0, 0, 0), (2100, 1, 1, 0, 0, 0)])
def test_a_time_that_cannot_be_is_none(archive, target, moment):
    assert lines(collect(STAGE, archive(entry(MOODLE[0], moment=moment)), target, LIMITS)) == []
    assert list(content(target)) == ["Jane Doe/tiny/tiny.ipynb"]


def test_times_in_local_time(archive, target):
    moments = ((2026, 3, 1, 12, 0, 0), (2026, 3, 1, 13, 0, 0))
    names = zip(MOODLE, moments, strict=True)
    collect(STAGE, archive(*(entry(name, moment=moment) for name, moment in names)), target, LIMITS)
    assert "2026-0" in content(target)["Jane Doe/tiny/timestamp.txt"]


def make(folder, *names):
    for number, name in enumerate(names):
        files.write(folder / name, b'{"n": %d}' % number)
    return folder


LAYOUTS = {
    "nbgrader's": (["ann/tiny/tiny.ipynb", "ben/tiny/tiny.ipynb", "ben/other/other.ipynb"], ["ann", "ben"]),
    "nbgrader's, one": (["ann/tiny/tiny.ipynb"], ["ann"]),
    "nbgrader's, deeper": (["all/submitted/ann/tiny/tiny.ipynb", "all/submitted/ben/tiny/tiny.ipynb"], ["ann", "ben"]),
    "the exchange": (
        [
            "ann+tiny+2026-03-01 12:00:00.000000 UTC+xyz/tiny.ipynb",
            "ann+tiny+2026-03-02 12:00:00.000000 UTC+abc/tiny.ipynb",
            "ben+other+2026-03-01 12:00:00.000000 UTC/tiny.ipynb",
        ],
        ["ann"],
    ),
    "a folder each": (["ann/tiny.ipynb", "ben/work.ipynb"], ["ann", "ben"]),
    "a folder each, in one": (["class/ann/tiny.ipynb", "class/ben/work.ipynb"], ["ann", "ben"]),
    "files": (["ann.ipynb", "tiny_ben.ipynb", "cat-tiny.ipynb", "notes.txt"], ["ann", "ben", "cat"]),
    "files in a folder": (["class/ann.ipynb", "class/ben.ipynb"], ["ann", "ben"]),
    "copies": (["ann.ipynb", "ann (1).ipynb"], ["ann"]),
}


@pytest.mark.parametrize("zipped", [False, True], ids=["folder", "zip"])
@pytest.mark.parametrize(("names", "expected"), LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(tmp_path, target, names, expected, zipped):
    place = make(tmp_path / "in", *names)
    if zipped:
        place = shutil.make_archive(tmp_path / "packed", "zip", place)
    assert lines(collect(STAGE, place, target, LIMITS, others=["other"])) == []
    assert students(target) == expected


def test_newest_of_the_exchange_and_its_time(tmp_path, target):
    collect(STAGE, make(tmp_path / "in", *LAYOUTS["the exchange"][0]), target, LIMITS)
    assert content(target) == {
        "ann/tiny/tiny.ipynb": '{"n": 1}',
        "ann/tiny/timestamp.txt": "2026-03-02 12:00:00 UTC\n",
    }


def test_timestamp_beside_a_notebook_goes_along(tmp_path, target):
    place = make(tmp_path / "in", "ann/tiny/tiny.ipynb")
    files.write(place / "ann" / "tiny" / "timestamp.txt", b"2026-03-01 12:00:00 UTC")
    collect(STAGE, place, target, LIMITS)
    assert content(target)["ann/tiny/timestamp.txt"] == "2026-03-01 12:00:00 UTC\n"


# What a person has to decide


def test_another_one_is_kept_unless_told(archive, target):
    name = MOODLE[0]
    other = entry("Jane Doe_1234567_assignsubmission_file_/notes.txt", utc=(2026, 3, 2, 0, 0, 0))
    collect(STAGE, archive(entry(name, b"old", utc=(2026, 3, 1, 0, 0, 0)), other), target, LIMITS)
    assert content(target)["Jane Doe/tiny/timestamp.txt"] == "2026-03-01 00:00:00 UTC\n"
    assert collect(STAGE, archive(entry(name, b"old")), target, LIMITS).counts == {"unchanged": 1}
    newer = archive(entry(name, b"new", moment=(1980, 1, 1, 0, 0, 0)))
    (line,) = lines(collect(STAGE, newer, target, LIMITS))
    assert line == "Jane Doe: another tiny.ipynb is there already and was kept; --update takes the new one"
    assert content(target)["Jane Doe/tiny/tiny.ipynb"] == "old"
    assert collect(STAGE, newer, target, LIMITS, update=True).counts == {"updated": 1}
    # And the old time is gone with the old notebook.
    assert content(target) == {"Jane Doe/tiny/tiny.ipynb": "new"}


def test_several_or_no_notebook(archive, target):
    names = ("Ann_1_assignsubmission_file_/a.ipynb", "Ann_1_assignsubmission_file_/b.ipynb")
    others = ("Ben_2_assignsubmission_file_/tiny.pdf", "Cat_3_assignsubmission_file_/mine.ipynb")
    done = collect(STAGE, archive(*names, *others), target, LIMITS)
    assert [line.split(":")[0] for line in lines(done)] == ["Ann", "Ben"]
    assert "2 notebooks and none is named tiny.ipynb" in done.troubles[0]
    assert "no notebook, but" in done.troubles[1]
    assert students(target) == ["Cat"]


def test_file_that_does_not_say_whose_it_is(tmp_path, target):
    done = collect(STAGE, make(tmp_path / "in", "tiny.ipynb", "tiny (1).ipynb", "ann.ipynb"), target, LIMITS)
    assert len(lines(done)) == 2 and "does not say whose it is" in done.troubles[0]
    assert students(target) == ["ann"]


def test_capitals_only(archive, target):
    done = collect(STAGE, archive("ann/tiny.ipynb", "ANN/tiny.ipynb", "ben/tiny.ipynb"), target, LIMITS)
    (line,) = lines(done)
    assert "in capitals only" in line
    assert len(students(target)) == 2


def test_an_accent_in_two_forms_is_one_student(archive, target):
    names = ("caf\u00e9/tiny.ipynb", "cafe\u0301/tiny-1.ipynb")
    collect(STAGE, archive(*names), target, LIMITS)
    assert content(target) == {"caf\u00e9/tiny/tiny.ipynb": '{"n": 1}'}


# Hostile archives


@pytest.mark.parametrize(
    "name",
    ["../../tiny.ipynb", "/etc/tiny.ipynb", "a/../../../tiny.ipynb", "..\\..\\tiny.ipynb", "C:\\x\\tiny.ipynb",
     "\\\\host\\share\\tiny.ipynb", "//host/tiny.ipynb"],
)  # fmt: skip
def test_nothing_leads_out(archive, tmp_path, target, name):
    done = collect(STAGE, archive(name, "ann/tiny.ipynb"), target, LIMITS)
    (line,) = lines(done)
    assert "leads out of the archive; left out" in line
    assert list(content(target)) == ["ann/tiny/tiny.ipynb"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["class.zip", "submitted"]


NAMES = {
    "quotes": 'O\'Neil "x"',
    "comma": "Doe, Jane; x",
    "emoji": "😀 學生",
    "formula": "=1+1",
    "dash": "-rf",
    "markup": "<b>[red]{{ 7 * 7 }}",
    "dots": "...",
    "hidden later": "a.b.",
    "new line": "a\nb",
    "escape code": "a\x1b[31m",
    "right to left": "a\u202eb",
    "reserved": "CON",
    "reserved with ending": "com1.txt",
    "percent": "100%41",
    "colon": "a:b",
    "star": "a*?b",
    "long": "x" * 300,
    "long in bytes": "學" * 200,
    "plus": "a+b",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_any_name_is_a_folder_of_its_own(archive, target, name):
    """Moodle puts a student's name into a path as it is."""
    done = collect(STAGE, archive(f"{name}_1_assignsubmission_file_/tiny.ipynb", MOODLE[0]), target, LIMITS)
    assert lines(done) == []
    (folder,) = set(students(target)) - {"Jane Doe"}
    assert folder == folder_name(name)
    assert {item.student for item in graded_from(target, STAGE)} == {folder, "Jane Doe"}
    if len(name) < 100:
        assert key_of(folder) == name


@given(st.text(max_size=150), st.text(max_size=150))
@settings(deadline=None, max_examples=300)
def test_folder_names_are_safe_and_their_own(one, other):
    names = [folder_name(one), folder_name(other)]
    for name in names:
        assert len(name.encode("utf-8")) <= 120
        assert name.isprintable() and not set(name) & set('<>:"/\\|?*')
        assert not name.startswith(".") and not name.endswith((".", " "))
        assert folder_name(key_of(name)) == name or "~" in name
    if names[0] == names[1]:
        assert folded(one) == folded(other)


@given(st.text("='\t -+@a1,\"", max_size=8))
def test_a_guarded_field_is_read_back(text):
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in tuple("=@\t")


def test_link_is_not_followed(archive, target):
    done = collect(STAGE, archive(entry("ann/tiny.ipynb", b"/etc/passwd", link=True), "ben/tiny.ipynb"), target, LIMITS)
    assert lines(done) == ["ann: ann/tiny.ipynb is a link, not a file; left out"]
    assert students(target) == ["ben"]


def test_links_in_a_folder_are_not_followed(tmp_path, target):
    place = make(tmp_path / "in", "ann/tiny.ipynb")
    for name, to in (("ben", tmp_path), ("cat", place / "ann")):
        (place / name).symlink_to(to)
    (place / "dan").mkdir()
    (place / "dan" / "tiny.ipynb").symlink_to(place / "ann" / "tiny.ipynb")
    os.mkfifo(place / "dan" / "tiny-1.ipynb")
    done = collect(STAGE, place, target, LIMITS)
    assert len(lines(done)) == 3
    assert students(target) == ["ann"]


def test_bombs(archive, target):
    """A small file that becomes a large one, said openly, and not."""
    bomb = entry("ann/tiny.ipynb", bytes(50_000_000))
    assert lines(collect(STAGE, archive(bomb, "ben/tiny.ipynb"), target, LIMITS)) == [
        "ann: ann/tiny.ipynb has more than 0.001 MB; ask for it with the outputs cleared"
    ]
    path = platform_zips.says(archive(entry("ann/tiny.ipynb", bytes(50_000_000))), 500)
    (line,) = lines(collect(STAGE, path, target, LIMITS))
    assert "is damaged in the archive" in line
    assert students(target) == ["ben"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packed_in_an_unusual_way(archive, target, method):
    (line,) = lines(collect(STAGE, archive(entry("ann/tiny.ipynb", bytes(900), method=method)), target, LIMITS))
    assert "packed in an unusual way" in line


def test_too_many_files(archive, target, monkeypatch):
    monkeypatch.setattr(sources, "MOST_FILES", 3)
    with pytest.raises(CourseError, match="more than 3 files"):
        collect(STAGE, archive(*(f"s{n}/tiny.ipynb" for n in range(4))), target, LIMITS)


def test_one_damaged_entry_spoils_no_other(archive, target):
    path = archive(entry("ann/tiny.ipynb", b"A" * 50, method=zipfile.ZIP_STORED), "ben/tiny.ipynb")
    platform_zips.changed(path, b"A" * 50, b"A" * 49 + b"B")
    assert lines(collect(STAGE, path, target, LIMITS)) == [
        "ann: ann/tiny.ipynb is damaged in the archive; download it again"
    ]
    assert students(target) == ["ben"]


BAD_ARCHIVES = {
    "not a zip": (lambda path: path.write_bytes(b"<html>"), "is no zip archive"),
    "empty file": (lambda path: path.write_bytes(b""), "is no zip archive"),
    "cut off": (lambda path: path.write_bytes(path.read_bytes()[:-30]), "is no zip archive, or a damaged one"),
    "locked": (platform_zips.locked, "is locked with a password"),
    "missing": (lambda path: path.unlink(), "there is no file or folder"),
    "nothing in it": (lambda path: platform_zips.write(path), "holds no notebook of tiny"),
    "pictures": (lambda path: platform_zips.write(path, "a/b.png"), "holds no notebook of tiny"),
}


@pytest.mark.parametrize(("spoil", "said"), BAD_ARCHIVES.values(), ids=BAD_ARCHIVES)
def test_bad_archive_is_one_line(archive, target, spoil, said):
    path = archive("ann/tiny.ipynb")
    spoil(path)
    with pytest.raises(CourseError) as caught:
        collect(STAGE, path, target, LIMITS)
    assert said in str(caught.value) and str(caught.value).isprintable()
    assert not target.exists()


@given(st.lists(st.text(alphabet="ab_.-+/\\ \n\0:1é😀LATE", min_size=1, max_size=30), max_size=6))
@settings(deadline=None, max_examples=200)
def test_no_name_makes_reading_fail(names):
    paths = [tuple(name.split("/")) for name in names]
    for claim in layout.read(paths, STAGE).values():
        folder_name(claim.key)
        claim.version(STAGE)


# The place they go to


def test_links_in_the_target_are_not_followed(archive, tmp_path, target):
    outside = tmp_path / "outside"
    outside.mkdir()
    target.mkdir()
    (target / "ann").symlink_to(outside)
    (target / "ben" / "tiny").mkdir(parents=True)
    (target / "ben" / "tiny" / "tiny.ipynb").symlink_to(outside / "new")
    (target / "cat").write_text("")
    names = [f"{name}/tiny.ipynb" for name in ("ann", "ben", "cat", "dan")]
    done = collect(STAGE, archive(*names), target, LIMITS, update=True)
    assert [line.split(":")[0] for line in lines(done)] == ["ann", "ben", "cat"]
    assert list(outside.iterdir()) == []
    assert (target / "dan" / "tiny" / "tiny.ipynb").exists()


@pytest.mark.parametrize("update", [False, True])
def test_what_a_killed_collection_left_is_removed(archive, target, update):
    collect(STAGE, archive(*CANVAS), target, LIMITS)
    folder = target / "doejane_4711" / STAGE
    for name in ("tiny.ipynb", "timestamp.txt"):
        (folder / f".{name}.abc").write_text("ha")
    names = [entry(name, b"new") for name in CANVAS] if update else CANVAS
    collect(STAGE, archive(*names), target, LIMITS, update=update)
    assert [path.name for path in folder.iterdir()] == ["tiny.ipynb"]


def test_target_in_a_file(archive, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(CourseError, match="cannot use the folder"):
        collect(STAGE, archive(*CANVAS), tmp_path / "file" / "submitted", LIMITS)


def test_disk_that_fills_up_is_said_once(archive, target, monkeypatch):
    def full(path, data):
        raise files.NotWritten(path, "No space left on device")

    monkeypatch.setattr(files, "write", full)
    done = collect(STAGE, archive(*CANVAS), target, LIMITS)
    assert lines(done) == [
        f"cannot write in {target}: No space left on device; not collected: doejane_4711, roemax_4712"
    ]


def test_proc_cannot_be_written(archive):
    done = collect(STAGE, archive(*CANVAS), Path("/proc"), LIMITS)
    (line,) = lines(done)
    assert line.startswith("cannot write in /proc: ") and "doejane_4711, roemax_4712" in line


# The list of a class

CANVAS_LIST = """Student,ID,SIS User ID,SIS Login ID,Section,Tiny (55)
    Points Possible,,,,,7
"Doe, Jane",4711,s1,jdoe,A,
"Roe, Max",4712,s2,mroe,A,
"Student, Test",1,,abc,A,
"""
OWN_LIST = "id;name\njdoe;Jane Doe\nmroe;Max Roe\n"
NBGRADER_LIST = "id,first_name,last_name,email,lms_user_id\njdoe,Jane,Doe,,4711\nmroe,Max,Roe,,4712\n"
GERMAN_LIST = "Vorname;Nachname;ID-Nummer;E-Mail\nJane;Doe;jdoe;j@x\nMax;Roe;mroe;m@x\n"
FRENCH_LIST = "Prénom,Nom,Numéro d'identification,Adresse de courriel\nJane,Doe,jdoe,j@x\nMax,Roe,mroe,m@x\n"
SPANISH_LIST = "Nombre,Apellido(s),Número de ID,Dirección de correo\nJane,Doe,jdoe,j@x\nMax,Roe,mroe,m@x\n"
GERMAN_OWN_LIST = "Name;Vorname;Matrikelnummer\nDoe;Jane;jdoe\nRoe;Max;mroe\n"
MOODLE_LIST = "First name\tLast name\tID number\tEmail address\nJane\tDoe\tjdoe\tj@x\nMax\tRoe\tmroe\tm@x\n"


@pytest.mark.parametrize("names", [CANVAS, MOODLE], ids=["canvas", "moodle"])
@pytest.mark.parametrize(
    "listed",
    [CANVAS_LIST, OWN_LIST, NBGRADER_LIST, MOODLE_LIST, GERMAN_LIST, GERMAN_OWN_LIST, FRENCH_LIST, SPANISH_LIST],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_class_list_gives_ids(archive, tmp_path, target, names, listed, encoding):
    (tmp_path / "class.csv").write_text(listed, encoding=encoding)
    done = collect(STAGE, archive(*names), target, LIMITS, classlist.load(tmp_path / "class.csv"))
    assert (lines(done), done.notes) == ([], [])
    assert students(target) == ["jdoe", "mroe"]


def test_who_is_missing_and_who_is_not_listed(archive, tmp_path, target):
    (tmp_path / "class.csv").write_text("id,name\njdoe,Jane Doe\nzoe,Zoe Poe\n")
    done = collect(STAGE, archive(*CANVAS), target, LIMITS, classlist.load(tmp_path / "class.csv"))
    assert students(target) == ["jdoe", "roemax_4712"]
    assert done.notes == [
        "roemax_4712 is not in the class list, or could be several in it",
        "nothing from 1 of the class list: zoe",
    ]


def test_who_was_collected_under_another_name_is_said(archive, tmp_path, target):
    (tmp_path / "class.csv").write_text(OWN_LIST)
    listed = classlist.load(tmp_path / "class.csv")
    collect(STAGE, archive(*CANVAS), target, LIMITS)
    done = collect(STAGE, archive(CANVAS[0]), target, LIMITS, listed)
    assert lines(done) == [f"jdoe has a folder named doejane_4711 in {target} too: remove it"]
    assert (done.counts, collect(STAGE, archive(*CANVAS), target, LIMITS).troubles) == ({"new": 1}, [])


@pytest.mark.parametrize("listed", ["id\njdoe\nmroe\n", "Nome;Cognome;Email\nJane;Doe;jdoe\nMax;Roe;mroe\n"])
def test_list_without_names_is_one_line_where_names_are_needed(tiny, tmp_path, archive, listed):
    path = tmp_path / "class.csv"
    path.write_text(listed)
    words = ("collect", STAGE, archive(*MOODLE), "--to", tmp_path / "s", "--students", path)
    out, err = autograder(*words, cwd=tiny.root, status=2)
    header = listed.split("\n")[0].replace(";", ", ")
    assert (out, len(err.splitlines())) == ("", 1)
    assert f"{path} has no column of names, and nothing in {tmp_path / 'class.zip'} is called by an id of it; " in err
    assert f"name a column name, or two first name and last name (it has: {header})\n" in err
    assert not (tmp_path / "s").exists()
    words = ("collect", STAGE, make(tmp_path / "in", "jdoe.ipynb"), "--to", tmp_path / "s", "--students", path)
    autograder(*words, cwd=tiny.root, status=0)
    assert students(tmp_path / "s") == ["jdoe"]


def test_duplicates_in_a_class_list_are_a_line_each(tmp_path):
    (tmp_path / "class.csv").write_text("id,name\njdoe,Jane Doe\nmroe,Jane Doe\njdoe,Jane Doe\nJDOE,J\n")
    found = classlist.load(tmp_path / "class.csv")
    assert [line.split(": ", 1)[1] for line in found.troubles] == [
        "jdoe stands in lines 2 and 4",
        "more than one student can be jdoe: JDOE, jdoe",
    ]
    assert found.find(claims.Claim("", "Jane Doe", "tiny.ipynb")) is None
    assert found.find(claims.Claim("", "mroe", "tiny.ipynb")) == "mroe"


BAD_LISTS = {
    "no column": (b"name,points\nJane,1\n", "has no column of ids"),
    "empty": (b"", "is empty"),
    "spreadsheet": (b"PK\x03\x04...", "is a spreadsheet"),
    "latin": ("id,name\n1,J\xe9r\xf4me\n".encode("latin-1"), "is not text in UTF-8"),
    "endless field": (b'id,name\n1,"' + b"x" * 200_000, "is not CSV"),
}


@pytest.mark.parametrize(("data", "said"), BAD_LISTS.values(), ids=BAD_LISTS)
def test_bad_class_list_is_one_line(tmp_path, data, said):
    (tmp_path / "class.csv").write_bytes(data)
    with pytest.raises(CourseError) as caught:
        classlist.load(tmp_path / "class.csv")
    assert said in str(caught.value) and str(caught.value).isprintable()


# The command


def test_command(tiny, tmp_path, archive):
    path = archive(*CANVAS, "../x.ipynb")
    (tmp_path / "class.csv").write_text(CANVAS_LIST)
    words = ("collect", STAGE, path, "--to", tmp_path / "s", "--students", tmp_path / "class.csv")
    out, err = autograder(*words, cwd=tiny.root, status=1)
    assert err == "autograder: '../x.ipynb' leads out of the archive; left out\n"
    assert out == (
        "late, says Canvas: mroe\n"
        "Canvas does not say when; for a penalty write it, as 2026-03-01 12:00:00 UTC, into "
        f"{tmp_path / 's'}/<student>/{STAGE}/timestamp.txt of: mroe\n"
        f"{STAGE}: 2 new in {tmp_path / 's'}\n"
    )
    # A time that was written by hand is read, kept, and not asked for again.
    (tmp_path / "s" / "mroe" / STAGE / "timestamp.txt").write_text("2026-03-02 07:30:00 UTC\n")
    out, _ = autograder(*words, cwd=tiny.root, status=1)
    assert out == f"late, says Canvas: mroe\n{STAGE}: 2 unchanged in {tmp_path / 's'}\n"
    times = {item.student: item.timestamp for item in graded_from(tmp_path / "s", STAGE)}
    assert times == {"jdoe": None, "mroe": "2026-03-02 07:30:00 UTC"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("collect", STAGE, "missing.zip"), "there is no file or folder missing.zip"),
        (("collect", "nn", "x.zip"), "there is no stage 'nn'"),
        (("collect", STAGE, "source", "--students", "missing.csv"), "cannot read missing.csv"),
        (("collect", STAGE, "nbgrader_config.py"), "is no zip archive"),
    ],
)
def test_wrong_usage_is_one_line(tiny, words, said):
    out, err = autograder(*words, cwd=tiny.root, status=2)
    assert said in err and len(err.splitlines()) == 1 and out == ""
    assert not (tiny.root / "submitted").exists()


def test_default_is_the_courses_submitted_folder(tiny, archive, tmp_path):
    root = shutil.copytree(tiny.root, tmp_path / "course")
    autograder("collect", STAGE, archive(*MOODLE), cwd=root, status=0)
    assert students(root / "submitted") == ["Jane Doe", "Max Roe"]
