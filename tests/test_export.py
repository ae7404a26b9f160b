"""Tables for nbgrader and Canvas say what the gradebook does; lateness costs what the course's plugin says."""

import csv
import io
import re
import resource
import shutil
import subprocess
import sys

import nbformat
import pytest
import tiny_class
import tiny_course
from command import autograder
from nbgrader.api import Gradebook
from nbgrader.plugins import CsvExportPlugin
from nbgrader.preprocessors import AssignLatePenalties

from autograder import CourseError, penalties, tables
from autograder.course import Course
from autograder.exports import canvas, nbgrader_csv, scores
from autograder.feedback import write_pages
from autograder.generator import course_config, sqlite_url
from autograder.gradebook import ClassGradebook
from autograder.intake import classlist
from autograder.result import GRADED, CellScore, Result

STAGE = tiny_course.STAGE
ODD = tiny_class.ODD_NAME


@pytest.fixture
def out(graded_class, tmp_path):
    """A copy of the graded class's folder."""
    return shutil.copytree(graded_class.out, tmp_path / "out")


def add(out, student, points, handed_in=None, **person):
    """Put a graded submission into the gradebook, with all of its points on the first cell."""
    cells = {name: CellScore(0.0, worth, None) for name, worth in tiny_course.POINTS.items()}
    cells["test-1-1"] = CellScore(points, 2.0, None)
    with ClassGradebook(STAGE, out / "gradebook.db") as book:
        book.store([(student, Result(GRADED, points, 7.0, cells), handed_in)])
    if person:
        with Gradebook(sqlite_url(out / "gradebook.db")) as book:
            book.update_or_create_student(student, **person)


def rows(path, **options):
    """The rows of a CSV file, as a spreadsheet would read them."""
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline=""), **options))


def read(out):
    return scores.read(out, [STAGE])


# nbgrader


def test_the_gradebook_is_read_as_nbgrader_reads_it(out):
    add(out, "zoe", 1.5, "2026-03-01 12:00:00 UTC", first_name="Zoe", lms_user_id="99")
    (found,) = read(out)
    with Gradebook(sqlite_url(out / "gradebook.db")) as book:
        assignment = book.find_assignment(STAGE)
        assert (found.max_score, found.points) == (assignment.max_score, tiny_course.POINTS)
        for submission in assignment.submissions:
            ours = found.submissions[submission.student.id]
            assert (ours.raw, ours.score) == (submission.score, submission.score)
            assert ours.timestamp == submission.timestamp
            assert bool(ours.waiting) == submission.needs_manual_grade
        assert set(found.people) == {student.id for student in book.students}
        assert found.people["zoe"].lms_user_id == "99"
    assert found.submissions["ben"].waiting == ["answer-1"]


def test_same_bytes_as_nbgraders_own_command_where_that_can_be_read(out):
    with Gradebook(sqlite_url(out / "gradebook.db")) as book:
        book.remove_student(ODD)
        CsvExportPlugin(to=str(out / "theirs.csv")).export(book)
    nbgrader_csv.export(read(out), out / "ours.csv")
    assert (out / "ours.csv").read_bytes() == (out / "theirs.csv").read_bytes()


NAMES = {
    "comma and quotes": 'Doe, "J"',
    "formula": "=HYPERLINK(1)",
    "plus": "+49",
    "minus": "-rf",
    "at": "@SUM(1)",
    "spaces first": "  =1",
    "apostrophe": "'=1",
    "emoji": "😀 學",
    "marks": "{student_id}",
    "return": "A\r=HYPERLINK(1)",
    "return and line": "A\r\n\n\r=1\r",
    "ends of lines": "A\v=1\f=1\x1c=1\x85=1\u2028=1\u2029=1",
    "ends of lines first": "\r\v\f\x85\u2028=1",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_any_name_is_one_harmless_field_and_comes_back(out, name):
    add(out, name, 2.0, first_name=name)
    for form, path in (("nbgrader", out / "grades.csv"), ("canvas", out / "canvas.csv")):
        if form == "nbgrader":
            nbgrader_csv.export(read(out), path)
        else:
            canvas.export(read(out), path)
        text = path.read_bytes().decode("utf-8")
        # A reader that takes more characters than CSV's for ends of lines must not see other rows.
        assert [len(row) for row in csv.reader(text.splitlines())] == [len(row) for row in rows(path)]
        for row in rows(path)[1:]:
            assert len(row) == len(rows(path)[0])
            for field in row:
                assert field.strip()[:1] not in tuple("=+-@") or tables.NUMBER.fullmatch(field)
        assert any(name in row for row in tables.read(path).rows)


def test_command_for_nbgrader(tiny, out):
    text, err = autograder("export", "--format", "nbgrader", "--out", out, "--tasks", cwd=tiny.root)
    assert err == ""
    assert text.splitlines() == [
        f"{out / 'grades.csv'}: 6 of tiny",
        f"{out / 'grades-tiny-tasks.csv'}: a column for each of 4 graded cells",
        "tiny: 1 with answers that nobody has read yet; these count 0 until then",
    ]
    found = {row["student_id"]: row for row in csv.DictReader(io.StringIO((out / "grades.csv").read_text()))}
    assert {student: float(row["score"]) for student, row in found.items()} == {
        student: score for student, score in tiny_class.SCORES.items() if student != "gone"
    }
    table = rows(out / "grades-tiny-tasks.csv")
    assert table[0] == [
        "student_id",
        "score",
        "max_score",
        "test-1-1 (2)",
        "test-1-2 (3)",
        "answer-1 (1)",
        "test-2-1 (1)",
    ]
    assert ["ben", "4", "7", "0", "3", "", "1"] in table
    assert [ODD, "4", "7", "2", "1", "0", "1"] in table


def test_full_disk_is_one_line_and_changes_nothing(tiny, out):
    """In the folder for temporary files, too. The limit on a file's size does the same as a full disk."""
    path = out / "grades.csv"
    path.write_text("before")
    for size, reason in ((0, "No usable temporary directory found"), (100, "File too large; name another in TMPDIR")):
        done = subprocess.run(
            [sys.executable, "-m", "autograder", "export", "--format", "nbgrader", "--out", out],
            cwd=tiny.root,
            preexec_fn=lambda size=size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
            capture_output=True,
            text=True,
        )
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        told = f"autograder: cannot write {path}: the folder for temporary files cannot be used: {reason}"
        assert done.stderr.startswith(told)
        assert path.read_text() == "before"


# Canvas

HINT = "--students, with the list of the class that you collected with, tells names by your ids"
ROSTER = """\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Essay (12),Tiny (55),Current Score,Final Grade
    Points Possible,,,,,10,7.00,(read only),(read only)
"Ay, Ann",4711,s-1,ann,"A, B",9,,90,
"Broken, Bo",4712,BROKEN,bb,A,8,,80,
"Peek, Pat",4713,s-3,pp,A,7,1,70,
"Name, Only",4714,s-4,no,A,6,2,60,
"Roe, Max",4715,s-5,mr,A,5,3,50,
"Un, Graded",4716,s-6,ug,A,4,4,40,
"Student, Test",1,,test,A,,,,
"""


@pytest.fixture
def roster(tmp_path):
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    return tmp_path / "roster.csv"


def test_canvas_gradebook_is_filled_in(out, roster):
    with Gradebook(sqlite_url(out / "gradebook.db")) as book:
        book.update_or_create_student("peek", lms_user_id="4713")
    add(out, "onlyname_99", 1.0)  # collected under a name; the number is another course's
    add(out, "roemax_4715", 0.5)  # collected under a number
    done = canvas.export(read(out), out / "canvas.csv", roster)
    assert rows(out / "canvas.csv") == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Tiny (55)"],
        ["    Points Possible", "", "", "", "", "7.00"],
        ["Ay, Ann", "4711", "s-1", "ann", "A, B", "6"],
        ["Broken, Bo", "4712", "BROKEN", "bb", "A", "0"],
        ["Peek, Pat", "4713", "s-3", "pp", "A", "0"],
        ["Name, Only", "4714", "s-4", "no", "A", "1"],
        ["Roe, Max", "4715", "s-5", "mr", "A", "0.5"],
    ]
    assert (done.rows, done.notes) == (5, [HINT])
    assert sorted(line.split(" has no row")[0] for line in done.troubles) == sorted(["ben", "empty", ODD])


def test_what_is_written_can_be_the_next_roster(out, roster):
    canvas.export(read(out), out / "first.csv", roster)
    canvas.export(read(out), out / "second.csv", out / "first.csv")
    assert (out / "second.csv").read_bytes() == (out / "first.csv").read_bytes()


def test_new_column_other_points_and_namesakes(out, tmp_path):
    text = (
        'Student,ID,SIS Login ID,Section,tiny\n  Points Possible,,,,9\n"Doe, A",1,ann,,\n"Be, N",2,x,,\n"N, Be",3,y,,\n'
    )
    (tmp_path / "roster.csv").write_text(text)
    add(out, "nbe", 1.0)
    add(out, "doea_1", 1.0)
    done = canvas.export(read(out), out / "canvas.csv", tmp_path / "roster.csv")
    assert done.notes == ["tiny: Canvas has 9 points, the stage 7", HINT]
    assert f"nbe could be 2 rows of {tmp_path / 'roster.csv'}; left out" in done.troubles
    # Which of them it is, nobody here can know.
    for one, other in (("ann", "doea_1"), ("doea_1", "ann")):
        assert f"{one} has the same row as {other} in {tmp_path / 'roster.csv'}; left out" in done.troubles
    (tmp_path / "roster.csv").write_text("Student,ID,SIS User ID,SIS Login ID\nAnn,1,,\n")
    assert "tiny is no column of the roster: Canvas will ask what to do with a new one" in (
        canvas.export(read(out), out / "canvas.csv", tmp_path / "roster.csv").notes
    )


def write_roster(path, *people):
    """A roster of (name, Canvas's number, SIS id, login)."""
    path.write_bytes(tables.as_csv([["Student", "ID", "SIS User ID", "SIS Login ID", "tiny"], *people]))
    return path


STRANGERS = {
    "a number of Moodle's": ("Jane Doe_1234567", ["Roe, J", "1234567", "", "jroe"]),
    "an own id": ("smith_2", ["Roe, J", "2", "", "jroe"]),
    "an own id, another smith": ("smith_2", ["Smith, J", "2", "", "jsmith"]),
    "nothing but a number": ("_2", ["Roe, J", "2", "", "jroe"]),
    "another name without a letter of ASCII": ("王小明_2", ["李四", "2", "", "si"]),
    "half of a name": ("doe_2", ["Doe, Jane", "2", "", "jd"]),
}


@pytest.mark.parametrize(("student", "row"), STRANGERS.values(), ids=STRANGERS)
def test_the_number_of_another_person_gives_them_no_points(out, tmp_path, student, row):
    roster = write_roster(tmp_path / "roster.csv", ["Ann", "77", "", "ann"], row)
    add(out, student, 1.0)
    done = canvas.export(read(out), out / "canvas.csv", roster)
    assert [found[0] for found in rows(out / "canvas.csv")[2:]] == ["Ann"]
    assert f"{student} has the number of {row[0]}, but another name, in {roster}; left out" in done.troubles


def test_the_number_of_another_person_does_not_stand_against_the_name(out, tmp_path):
    roster = write_roster(tmp_path / "roster.csv", ["Doe, Jane", "4711", "", "jd"], ["Roe, J", "1234567", "", "jroe"])
    add(out, "Jane Doe_1234567", 1.0)
    canvas.export(read(out), out / "canvas.csv", roster)
    assert [(row[0], row[-1]) for row in rows(out / "canvas.csv")[2:]] == [("Doe, Jane", "1")]


# Names as Canvas's gradebook has them, and what a file that Canvas named can begin with.
WRITTEN = {
    "accents": ("Müller, Jürgen", "müllerjürgen"),
    "accents apart": ("Müller, Jürgen", "mu\u0308llerju\u0308rgen"),
    "accents lost": ("Müller, Jürgen", "mullerjurgen"),
    "letters lost": ("Müller, Jürgen", "mllerjrgen"),
    "read as another encoding": ("Müller, Jürgen", "m├╝llerj├╝rgen"),
    "sharp s": ("Strauß, Eva", "straußeva"),
    "stroke": ("Østergård, Åse", "østergårdåse"),
    "stroke lost": ("Østergård, Åse", "stergrdse"),
    "double name": ("de la Cruz-Pérez, María José", "delacruzpérezmaríajosé"),
    "first name first": ("Maria de la Cruz", "delacruzmaria"),
    "apostrophe": ("O'Neil, D.", "oneild"),
    "without a letter of ASCII": ("王, 小明", "王小明"),
    "nothing left": ("王小明", ""),
    "digits": ("Student 2, Test", "student2test"),
}


@pytest.mark.parametrize(("name", "written"), WRITTEN.values(), ids=WRITTEN)
def test_whom_canvas_named_is_found_by_number_and_name(out, tmp_path, name, written):
    """Of two namesakes, too."""
    roster = write_roster(tmp_path / "roster.csv", [name, "4711", "", "a"], [name, "4712", "", "b"])
    add(out, f"{written}_4712", 1.0)
    canvas.export(read(out), out / "canvas.csv", roster)
    assert [(row[1], row[-1]) for row in rows(out / "canvas.csv")[2:]] == [("4712", "1")]


def test_whoever_changed_their_name_is_found_by_the_class_list(out, tmp_path):
    roster = write_roster(tmp_path / "roster.csv", ["Poe, Jane", "4711", "", "jd"])
    add(out, "doejane_4711", 1.0)
    for line in ("doejane_4711,Jane Poe,", "doejane_4711,Jane Doe,4711"):
        (tmp_path / "class.csv").write_text(f"id,name,lms_user_id\n{line}\n")
        canvas.export(read(out), out / "canvas.csv", roster, classlist.load(tmp_path / "class.csv"))
        assert [(row[0], row[-1]) for row in rows(out / "canvas.csv")[2:]] == [("Poe, Jane", "1")]


def test_what_is_two_peoples_is_given_to_none(out, tmp_path):
    """A number that is one person's login and another's number; but the name tells which."""
    people = [["Poe, Jo", "1", "", "4711"], ["Roe, Max", "4711", "", "mr"], ["Lee, Kim", "3", "4712", "kl"]]
    roster = write_roster(tmp_path / "roster.csv", *people, ["Wu, Li", "4712", "", "wl"])
    for student in ("4711", "4712"):
        add(out, student, 1.0)
    done = canvas.export(read(out), out / "canvas.csv", roster)
    assert rows(out / "canvas.csv")[2:] == []
    for student in ("4711", "4712"):
        assert f"{student} could be 2 rows of {roster}; left out" in done.troubles
    with Gradebook(sqlite_url(out / "gradebook.db")) as book:
        book.update_or_create_student("4711", first_name="Max", last_name="Roe")
    (tmp_path / "class.csv").write_text("id,name\n4712,Kim Lee\n")
    canvas.export(read(out), out / "canvas.csv", roster, classlist.load(tmp_path / "class.csv"))
    assert [row[0] for row in rows(out / "canvas.csv")[2:]] == ["Roe, Max", "Lee, Kim"]


def test_a_login_and_the_name_of_two_people_are_given_to_none(out, tmp_path):
    roster = write_roster(tmp_path / "roster.csv", ["Roe, Max", "1", "", "jd"], ["Doe, Jane", "2", "", "x"])
    add(out, "jd", 1.0, first_name="Jane", last_name="Doe")
    done = canvas.export(read(out), out / "canvas.csv", roster)
    assert rows(out / "canvas.csv")[2:] == []
    assert f"jd could be 2 rows of {roster}; left out" in done.troubles


def test_roster_without_logins_is_said_once(tiny, out, tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text("Student,ID\nAnn,1\n")
    words = ("export", STAGE, "--format", "canvas", "--out", out, "--roster", path)
    text, _ = autograder(*words, cwd=tiny.root, status=1)
    line = f"{path} has no column SIS Login ID"
    assert f"{line}, so nobody is found by it\n" in text
    (out / "canvas.csv").unlink()
    path.write_text("Student,ID\nJo,1\n")
    text, err = autograder(*words, cwd=tiny.root, status=2)
    assert (text, err) == (
        "",
        f"autograder: {line}, and no student is found in it otherwise; give the gradebook as Canvas exports it\n",
    )
    assert not (out / "canvas.csv").exists()


def test_class_list_tells_the_names_of_own_ids(tiny, out, roster, tmp_path):
    for student in ("jm3", "x7", "y8", "z9"):
        add(out, student, 1.0)
    (tmp_path / "class.csv").write_text(
        "id,name,email,lms_user_id\njm3,Only Name,,\nx7,Somebody,,4715\ny8,Nobody,UG,\nz9,Zoe Poe,,\n"
    )
    words = ("export", STAGE, "--format", "canvas", "--out", out, "--roster", roster)
    text, err = autograder(*words, cwd=tiny.root, status=1)
    assert f"jm3 has no row with this login, id or name in {roster}; left out\n" in err
    assert f"{HINT}\n" in text
    text, err = autograder(*words, "--students", tmp_path / "class.csv", cwd=tiny.root, status=1)
    assert "z9 has no row" in err and "jm3" not in err and "--students" not in text
    found = {row[0]: row[-1] for row in rows(out / "canvas.csv")}
    assert (found["Name, Only"], found["Roe, Max"], found["Un, Graded"]) == ("1", "1", "1")


def test_canvas_without_a_roster(tiny, out):
    add(out, "zoe", 2.0, first_name="Zoe", last_name="Poe", lms_user_id="77")
    text, _ = autograder(
        "export", STAGE, "--format", "canvas", "--out", out, "--to", out / "new" / "c.csv", cwd=tiny.root
    )
    assert text.startswith(f"{out / 'new' / 'c.csv'}: 7 students, 7 of tiny\n")
    table = rows(out / "new" / "c.csv")
    assert table[:2] == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "tiny"],
        ["    Points Possible", "", "", "", "", "7"],
    ]
    assert ["Poe, Zoe", "77", "", "zoe", "", "2"] in table
    assert ["ann", "", "", "ann", "", "6"] in table


def test_command_names_who_is_left_out(tiny, out, roster):
    words = ("export", STAGE, "--format", "canvas", "--out", out, "--roster", roster)
    text, err = autograder(*words, cwd=tiny.root, status=1)
    assert text.startswith(f"{out / 'canvas.csv'}: 2 students")
    assert f"autograder: ben has no row with this login, id or name in {roster}; left out\n" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "excel"], "Invalid value"),
        ([], "Missing option"),
        (["--format", "nbgrader", "--roster", "x"], "--roster is for --format canvas"),
        (["--format", "nbgrader", "--students", "x"], "--students is for --format canvas"),
        (["--format", "canvas", "--students", "x"], "--students goes with --roster"),
        (["--format", "canvas", "--roster", "x", "--students", "missing.csv"], "cannot read missing.csv"),
        (["--format", "canvas", "--tasks"], "--tasks is for --format nbgrader"),
        (["--format", "nbgrader"], "there is no"),
        (["nn", "--format", "nbgrader"], "there is no stage 'nn'"),
        (["--format", "canvas", "--out", "OUT", "--roster", "missing.csv"], "cannot read missing.csv"),
        (["--format", "canvas", "--out", "OUT", "--roster", "OUT/gradebook.db"], "is not text in UTF-8"),
        (["--format", "canvas", "--out", "OUT", "--roster", "OUT/own.csv"], "is no gradebook that Canvas exported"),
        (["--format", "nbgrader", "--out", "OUT", "--to", "/proc/grades.csv"], "cannot write /proc/grades.csv"),
    ],
)
def test_wrong_usage_is_said(tiny, out, words, said):
    (out / "own.csv").write_text("id,name\n1,A\n")
    words = [word.replace("OUT", str(out)) for word in words]
    text, err = autograder("export", *words, cwd=tiny.root, status=2)
    assert said in err and text == ""


def test_nothing_graded(tiny, empty_book, tmp_path):
    out, root = empty_book.parent, shutil.copytree(tiny.root, tmp_path / "course")
    words = ("export", STAGE, "--format", "nbgrader", "--out", out)
    _, err = autograder(*words, cwd=root, status=2)
    assert err == (
        f"autograder: nobody's tiny is in {root / 'submitted'}, so there is nothing of it in {out}; "
        "first run: autograder collect tiny FROM\n"
    )
    (root / "submitted" / "ann" / STAGE).mkdir(parents=True)
    shutil.copy(root / "source" / STAGE / f"{STAGE}.ipynb", root / "submitted" / "ann" / STAGE)
    _, err = autograder(*words, cwd=root, status=2)
    assert err == f"autograder: nothing of tiny was graded in {out}; run: autograder grade tiny\n"
    _, err = autograder("export", "--format", "nbgrader", "--out", out, cwd=root, status=2)
    assert "nothing was graded in" in err


# Late days

PLUGIN = '''
from nbgrader.plugins import BasePlugin


class PointsAnHour(BasePlugin):
    """A point for each hour that began."""

    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return {hours}
'''


def late_course(
    tiny,
    folder,
    hours="-(-total_seconds_late // 3600)",
    config="c.AssignLatePenalties.plugin_class = 'late.PointsAnHour'",
):
    """A copy of the course whose nbgrader_config.py asks for a plugin of its own folder."""
    course = Course(shutil.copytree(tiny.root, folder))
    with open(course.root / "nbgrader_config.py", "a") as file:
        file.write(f"\n{config}\n")
    (course.root / "late.py").write_text(PLUGIN.format(hours=hours))
    return course


@pytest.fixture(autouse=True)
def no_plugin_from_another_test():
    yield
    sys.modules.pop("late", None)


def set_due(out, text):
    with Gradebook(sqlite_url(out / "gradebook.db")) as book:
        book.update_or_create_assignment(STAGE, duedate=text)


def stored(out):
    """{student: penalty} as nbgrader has it, of those who have one."""
    with Gradebook(sqlite_url(out / "gradebook.db")) as book:
        found = {s.student.id: s.late_submission_penalty for s in book.find_assignment(STAGE).submissions}
    return {student: penalty for student, penalty in found.items() if penalty}


def test_penalties_are_nbgraders_own(tiny, out, tmp_path):
    """The same plugin in nbgrader's own step, on a copy of the gradebook, stores the same."""
    course = late_course(tiny, tmp_path / "course")
    add(out, "zoe", 2.0, "2026-03-01 20:00:00 UTC")  # more hours than points
    set_due(out, "2026-03-01 10:30:00 UTC")
    copy = shutil.copytree(out, tmp_path / "copy")
    late, said = penalties.assign(course, STAGE, out)
    assert {one.student: (one.seconds, one.points) for one in late} == {"ann": (5400.0, 2.0), "zoe": (34200.0, 2.0)}
    assert said == []
    with penalties._on_path(course.root):
        step = AssignLatePenalties(config=course_config(course))
        for student in ("ann", "ben", "zoe"):
            names = {"notebook": STAGE, "assignment": STAGE, "student": student}
            resources = {"nbgrader": {**names, "db_url": sqlite_url(copy / "gradebook.db")}}
            step.preprocess(nbformat.v4.new_notebook(), resources)
    assert stored(out) == stored(copy) == {"ann": 2.0, "zoe": 2.0}
    (found,) = read(out)
    assert (found.submissions["ann"].raw, found.submissions["ann"].score) == (6.0, 4.0)


def test_a_new_due_date_an_extension_or_no_plugin_take_penalties_back(tiny, out, tmp_path):
    course = late_course(tiny, tmp_path / "course")
    set_due(out, "2026-03-01 10:30:00 UTC")
    penalties.assign(course, STAGE, out)
    assert stored(out) == {"ann": 2.0}
    assert penalties.assign(tiny, STAGE, out)[1] == ["lateness costs ann nothing any more: 2 points given back"]
    assert stored(out) == {}
    penalties.assign(course, STAGE, out)
    with Gradebook(sqlite_url(out / "gradebook.db")) as book:
        book.grant_extension(STAGE, "ann", hours=1)
    assert [one.points for one in penalties.assign(course, STAGE, out)[0]] == [1.0]
    set_due(out, "2026-03-01 13:00:00 UTC")
    assert penalties.assign(course, STAGE, out) == ([], ["lateness costs ann nothing any more: 1 point given back"])
    assert penalties.assign(course, STAGE, out) == ([], [])
    assert stored(out) == {}


def test_nbgraders_own_method(tiny, out, tmp_path):
    course = late_course(tiny, tmp_path / "course", config="c.LateSubmissionPlugin.penalty_method = 'zero'")
    set_due(out, "2026-03-01 10:30:00 UTC")
    penalties.assign(course, STAGE, out)
    assert stored(out) == {"ann": 6.0}


BAD_PLUGINS = {
    "raises": {"hours": "1 / 0"},
    "text": {"hours": "'two'"},
    "nan": {"hours": "float('nan')"},
    "missing": {"config": "c.AssignLatePenalties.plugin_class = 'nowhere.Plugin'"},
    "no plugin": {"config": "c.AssignLatePenalties.plugin_class = 'pathlib.Path'"},
}


@pytest.mark.parametrize("bad", BAD_PLUGINS.values(), ids=BAD_PLUGINS)
def test_bad_plugin_is_one_line_and_changes_nothing(tiny, out, tmp_path, bad):
    set_due(out, "2026-03-01 10:30:00 UTC")
    penalties.assign(late_course(tiny, tmp_path / "good"), STAGE, out)
    sys.modules.pop("late")
    with pytest.raises(CourseError, match="the plugin for late submissions") as caught:
        penalties.assign(late_course(tiny, tmp_path / "bad", **bad), STAGE, out)
    assert "\n" not in str(caught.value)
    assert stored(out) == {"ann": 2.0}


def test_grade_says_what_lateness_costs_and_the_page_too(tiny, graded_class, out, tmp_path):
    course = late_course(tiny, tmp_path / "course")
    words = ("grade", STAGE, "--submitted", graded_class.out.parent / "submitted", "--out", out, "--workers", 1)
    text, _ = autograder(*words, cwd=course.root)
    assert "tiny has no due date in the gradebook, so nobody is late; see docs/lms.md" in text
    set_due(out, "2026-03-01 10:30:00 UTC")
    text, _ = autograder(*words, cwd=course.root)
    assert "late: ann, by 1 hour: 2 points less\n" in text
    assert re.search(r"ann +graded +4 / 7", text)
    assert "0 graded; 6 did not change" in text
    write_pages(course, STAGE, out, workers=1)
    page = (out / "feedback" / "ann" / STAGE / f"{STAGE}.html").read_text(encoding="utf-8")
    assert "handed in 1 hour late: 2 points less" in page
    assert '<div class="total">4 <span' in page
    assert (
        "late"
        not in (out / "feedback" / "ben" / STAGE / f"{STAGE}.html").read_text(encoding="utf-8").split("</style>")[1]
    )


def test_a_time_that_is_written_by_hand_counts(tiny, graded_class, out, tmp_path):
    course = late_course(tiny, tmp_path / "course")
    submitted = shutil.copytree(graded_class.out.parent / "submitted", tmp_path / "submitted", symlinks=True)
    set_due(out, "2026-03-01 13:00:00 UTC")
    words = ("grade", STAGE, "--submitted", submitted, "--out", out, "--workers", 1)
    assert "late: " not in autograder(*words, cwd=course.root)[0]
    (submitted / "ben" / STAGE / "timestamp.txt").write_text("2026-03-01 13:30:00 UTC\n")
    assert "late: ben, by 30 minutes: 1 point less\n" in autograder(*words, cwd=course.root)[0]
    assert stored(out) == {"ben": 1.0}


def test_without_a_plugin_nothing_is_said_or_stored(tiny, graded_class, out):
    set_due(out, "2026-03-01 10:30:00 UTC")
    words = ("grade", STAGE, "--submitted", graded_class.out.parent / "submitted", "--out", out, "--workers", 1)
    assert "late" not in autograder(*words, cwd=tiny.root)[0]
    assert stored(out) == {}


@pytest.mark.parametrize(
    ("seconds", "words"), [(5, "less than a minute"), (60, "1 minute"), (7300, "2 hours"), (90_000, "1 day")]
)
def test_span(seconds, words):
    assert penalties.span(seconds) == words
