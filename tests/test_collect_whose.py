"""Whatever a student calls a file, or folders inside: it stays theirs or is left out with a line, and blocks nobody."""

import shutil

import platform_zips
import pytest
import tiny_course
from hypothesis import example, given, settings
from hypothesis import strategies as st
from platform_zips import entry

from autograder.intake import classlist
from autograder.intake.collecting import collect
from autograder.limits import Limits

STAGE, LIMITS = tiny_course.STAGE, Limits(submission_bytes=1000)
PEOPLE = {"Jane Doe": ("doejane", 4711), "John Roe": ("roejohn", 4712), "Kim Lee": ("leekim", 4713)}
LISTED = "id,name,lms_user_id\ndoejane,Jane Doe,4711\nroejohn,John Roe,4712\nleekim,Kim Lee,4713\n"
WITHOUT_JANE = LISTED.replace("doejane,Jane Doe,4711\n", "")

# What the platform writes before what the student chooses.
FORMS = {
    "Canvas": "{login}_{number}_90210_",
    "Canvas, late": "{login}_LATE_{number}_90210_",
    "Moodle": "{name}_{number}_assignsubmission_file_/",
    "Moodle without folders": "{name}_{number}_assignsubmission_file_",
    "the exchange": "{login}+tiny+2026-03-01 12:00:00.000000 UTC+x/",
    "nbgrader's": "{login}/tiny/",
    "a folder each": "{login}/",
    "a folder each, by name": "{name}/",
}


def written(form, name):
    login, number = PEOPLE[name]
    return FORMS[form].format(name=name, login=login, number=number)


def own_folder(form, name, listed):
    login, number = PEOPLE[name]
    if (listed and login in listed) or form in ("the exchange", "nbgrader's", "a folder each"):
        return login
    return f"{login}_{number}" if form.startswith("Canvas") else name


def collected(folder, *names, listed=None, others=()):
    """({student: name of the file taken}, Collected) of an archive."""
    shutil.rmtree(folder / "submitted", ignore_errors=True)
    archive = platform_zips.write(folder / "class.zip", *(entry(name, name.encode("utf-8")) for name in names))
    if listed is not None:
        (folder / "class.csv").write_text(listed, encoding="utf-8")
        listed = classlist.load(folder / "class.csv")
    done = collect(STAGE, archive, folder / "submitted", LIMITS, listed, others=others)
    for line in (*done.troubles, *done.notes):
        assert "\n" not in line and line.isprintable()
    found = (folder / "submitted").glob(f"*/{STAGE}/{STAGE}.ipynb")
    return {path.parts[-3]: path.read_text(encoding="utf-8") for path in found}, done


AS_JOHN = [written(form, "John Roe") for form in FORMS]
CHOSEN = st.lists(
    st.sampled_from([*AS_JOHN, "tiny", "knn", "x", "_", "_1_2_", "_LATE", "LATE_4712_9_", "+", "/", "\\", ".", " (1)"]),
    max_size=4,
).map(lambda parts: f"{''.join(parts)}tiny.ipynb".lstrip("/"))


@given(
    st.sampled_from(list(FORMS)),
    st.lists(CHOSEN, min_size=1, max_size=3, unique=True),
    st.sampled_from(["", "class/", "a/b/", "John Roe/", "tiny/", "softmax_2026_03_01/"]),
    st.sampled_from([None, LISTED, WITHOUT_JANE]),
)
@example("Canvas", ["roejohn_4712_9_tiny.ipynb", "x_4712_assignsubmission_file_tiny.ipynb"], "", LISTED)
@example("Canvas", ["x\\roejohn_4712_9_tiny.ipynb"], "class/", None)
@example("Moodle", ["John Roe_4712_assignsubmission_file_tiny.ipynb"], "", None)
@example("Moodle", ["roejohn+tiny+2026-03-01 12:00:00.000000 UTC+x/tiny.ipynb"], "John Roe/", None)
@example("nbgrader's", ["roejohn/tiny/tiny.ipynb"], "class/", None)
@example("a folder each, by name", ["roejohn/tiny.ipynb"], "", LISTED)
@example("a folder each, by name", ["John Roe/tiny.ipynb"], "", WITHOUT_JANE)
@settings(deadline=None, max_examples=200)
def test_a_chosen_name_moves_nothing_and_blocks_nobody(tmp_path_factory, form, chosen, place, listed):
    if form.endswith("without folders") or form.startswith("Canvas"):
        chosen = {name.replace("/", "_") for name in chosen}
    honest = {name: f"{place}{written(form, name)}tiny.ipynb" for name in ("John Roe", "Kim Lee")}
    hostile = {f"{place}{written(form, 'Jane Doe')}{name}" for name in chosen}
    folder = tmp_path_factory.mktemp("whose")
    taken, done = collected(folder, *honest.values(), *sorted(hostile), listed=listed, others=["knn"])
    expected = {own_folder(form, name, listed): path for name, path in honest.items()}
    assert {student: taken.get(student) for student in expected} == expected
    own = own_folder(form, "Jane Doe", listed)
    assert set(taken) - set(expected) <= {own}
    assert set(done.late) == ({*expected, own} & set(taken) if form == "Canvas, late" else set())


SEEN = {
    "Moodle in Moodle": (
        "Jane Doe_1234567_assignsubmission_file_/John Roe_1234568_assignsubmission_file_tiny.ipynb",
        "Jane Doe",
    ),
    "Moodle in a flat Moodle": (
        "Jane Doe_1234567_assignsubmission_file_John Roe_1234568_assignsubmission_file_tiny.ipynb",
        "Jane Doe",
    ),
    "Moodle in Canvas": ("doejane_4711_90210_x_4712_assignsubmission_file_tiny.ipynb", "doejane_4711"),
    "Canvas in Canvas": ("doejane_4711_90210_roejohn_LATE_4712_90211_tiny.ipynb", "doejane_4711"),
    "Canvas in Moodle": ("Jane Doe_1_assignsubmission_file_/roejohn_4712_90210_tiny.ipynb", "Jane Doe"),
    "Canvas in the exchange": (
        "doejane+tiny+2026-03-01 12:00:00 UTC+x/roejohn_4712_90210_tiny.ipynb",
        "doejane",
    ),
    "the exchange in Moodle": (
        "Jane Doe_1_assignsubmission_file_/roejohn+tiny+2026-03-01 12:00:00 UTC+x/tiny.ipynb",
        "Jane Doe",
    ),
}


@pytest.mark.parametrize(("name", "student"), SEEN.values(), ids=SEEN)
def test_the_outermost_name_says_whose_it_is(tmp_path, name, student):
    taken, done = collected(tmp_path, name)
    assert (list(taken), done.troubles, done.late) == ([student], [], [])


@pytest.mark.parametrize("place", ["softmax submissions/", "John Roe/", "tiny/", "tiny/tiny/", "a/John Roe/"])
@pytest.mark.parametrize("form", [form for form in FORMS if not form.startswith("a folder each")])
def test_an_archive_unpacked_anywhere_is_found(tmp_path, form, place):
    names = [f"{place}{written(form, name)}tiny.ipynb" for name in PEOPLE]
    taken, done = collected(tmp_path, *names)
    assert (sorted(taken.values()), done.troubles) == (sorted(names), [])


def test_archives_of_several_tutors_are_found(tmp_path):
    jane, john, kim = (f"{written('Moodle', name)}tiny.ipynb" for name in PEOPLE)
    names = (f"A/{jane}", f"B/{john}", f"B/{kim}")
    taken, done = collected(tmp_path, *names, f"canvas/{written('Canvas', 'Jane Doe')}tiny.ipynb")
    assert (sorted(taken), done.troubles) == (["Jane Doe", "John Roe", "Kim Lee", "doejane_4711"], [])


@pytest.mark.parametrize("form", [form for form in FORMS if not form.startswith("a folder each")])
@pytest.mark.parametrize("place", ["doejane/tiny", "doejane"])
@pytest.mark.parametrize("beside", ["leekim/tiny.ipynb", "leekim/tiny/tiny.ipynb"])
def test_a_platforms_name_in_what_may_be_a_students_folder_is_a_question(tmp_path, place, beside, form):
    name = f"{place}/{written(form, 'John Roe')}x.ipynb"
    taken, done = collected(tmp_path, name, beside)
    assert list(taken) == ["leekim"]
    assert done.troubles == [
        f"doejane may be one student's folder or hold several students': {name}; left out: collect doejane by itself, "
        "or rename what is that one student's to doejane/tiny/tiny.ipynb"
    ]


@pytest.mark.parametrize("form", [form for form in FORMS if not form.startswith("a folder each")])
def test_it_is_a_question_where_nobody_else_handed_in(tmp_path, form):
    taken, done = collected(tmp_path, f"doejane/tiny/{written(form, 'John Roe')}tiny.ipynb")
    assert (taken, len(done.troubles)) == ({}, 1)
    assert done.troubles[0].startswith("doejane may be one student's folder or hold several students': ")


def test_folders_in_a_students_own_say_nothing_of_those_around(tmp_path):
    taken, _ = collected(tmp_path, "A/leekim/tiny/tiny.ipynb", "B/roejohn/tiny/tiny.ipynb", "B/doejane/tiny/x/x.ipynb")
    assert taken.items() >= {"leekim": "A/leekim/tiny/tiny.ipynb", "roejohn": "B/roejohn/tiny/tiny.ipynb"}.items()


def test_it_is_a_question_with_a_list_of_ids_alone(tmp_path):
    _, done = collected(tmp_path, f"doejane/tiny/{written('Canvas', 'John Roe')}tiny.ipynb", listed="id\nroejohn\n")
    assert done.troubles[0].startswith("doejane may be one student's folder or hold several students': ")


def test_a_folder_inside_of_one_that_the_list_does_not_know(tmp_path):
    """A group's folder holds others' work, and so can the folder of a student whom the list calls otherwise."""
    names = ("Janey/John Roe/tiny.ipynb", "Kim Lee/tiny.ipynb")
    taken, done = collected(tmp_path, *names, listed=LISTED)
    assert (taken, done.troubles) == ({"roejohn": names[0], "leekim": names[1]}, [])
    assert done.notes[0] == "Janey is not in the class list; folders in it were taken for those of roejohn"
    taken, done = collected(tmp_path, *names, "John Roe/tiny.ipynb", listed=LISTED)
    assert taken == {"roejohn": "John Roe/tiny.ipynb", "leekim": names[1]}
    assert len(done.troubles) == 1 and done.troubles[0].startswith("Janey may be one student's folder or hold ")


def test_other_files_of_such_a_folder_block_nobody(tmp_path):
    real, fake = (f"John Roe_{number}_assignsubmission_file_" for number in (1, 2))
    taken, _ = collected(tmp_path, f"{real}/tiny.ipynb", f"doejane/tiny/{fake}x.pdf", listed=LISTED)
    assert taken == {"roejohn": f"{real}/tiny.ipynb"}


def test_a_backslash_is_a_folders_where_windows_packed(tmp_path):
    info, data = entry("class\\doejane\\tiny.ipynb")
    info.create_system = 0
    archive = platform_zips.write(tmp_path / "class.zip", (info, data), "class/leekim/tiny.ipynb")
    done = collect(STAGE, archive, tmp_path / "submitted", LIMITS)
    assert (done.troubles, done.counts) == ([], {"new": 2})
    assert sorted(path.name for path in (tmp_path / "submitted").iterdir()) == ["doejane", "leekim"]


def test_moodles_number_is_no_canvas_number(tmp_path):
    name = "Kim Lee_4712_assignsubmission_file_/tiny.ipynb"
    assert collected(tmp_path, name, listed=LISTED)[0] == {"leekim": name}
