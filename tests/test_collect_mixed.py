"""Several forms in one folder, and what could be several people: no notebook vanishes without a line."""

import re
import shutil

import pytest
import tiny_course
from hypothesis import example, given, settings
from hypothesis import strategies as st

from autograder import files
from autograder.intake import choice, classlist
from autograder.intake.collecting import collect
from autograder.limits import Limits

STAGE, LIMITS = tiny_course.STAGE, Limits(submission_bytes=1000)
JANE, OTHER_JANE, MAX = (
    f"{name}_{number}_assignsubmission_file_/tiny.ipynb"
    for name, number in (("Jane Doe", 1234567), ("Jane Doe", 1234570), ("Max Roe", 1234568))
)


@pytest.fixture
def collected(tmp_path):
    """A function from names of files to ({student: name of the file taken}, Collected)."""

    def run(*names, listed=None, others=(), zipped=False):
        return collect_in(tmp_path, names, listed, others, zipped)

    return run


def collect_in(folder, names, listed=None, others=(), zipped=False):
    for place in ("in", "submitted"):
        shutil.rmtree(folder / place, ignore_errors=True)
    for name in names:
        files.write(folder / "in" / name, name.encode("utf-8"))
    place = shutil.make_archive(folder / "class", "zip", folder / "in") if zipped else folder / "in"
    if listed is not None:
        (folder / "class.csv").write_text(listed, encoding="utf-8")
        listed = classlist.load(folder / "class.csv")
    done = collect(STAGE, place, folder / "submitted", LIMITS, listed, others=others)
    for line in (*done.troubles, *done.notes):
        assert "\n" not in line and line.isprintable()
    found = (folder / "submitted").glob(f"*/{STAGE}/{STAGE}.ipynb")
    return {path.parts[-3]: path.read_text(encoding="utf-8") for path in found}, done


MIXED = {
    "nbgrader's, and files": (
        ["hans/tiny/tiny.ipynb", "hans/tiny/tiny-1.ipynb", "jdoe.ipynb", "Jörg Weiß.ipynb"],
        {"hans": "hans/tiny/tiny-1.ipynb", "jdoe": "jdoe.ipynb", "Jörg Weiß": "Jörg Weiß.ipynb"},
    ),
    "nbgrader's, and a folder each": (["a/tiny/tiny.ipynb", "b/tiny.ipynb"], ["a", "b"]),
    "the same, deeper": (["x/y/a/tiny/tiny.ipynb", "x/y/b/tiny.ipynb", "x/y/c.ipynb"], ["a", "b", "c"]),
    "two folders above": (["x/y/a/tiny.ipynb", "x/y/b/tiny.ipynb", "x/y/a/tiny-1.ipynb"], ["a", "b"]),
    "files, two folders above": (["x/y/a.ipynb", "x/y/b.ipynb"], ["a", "b"]),
    "Moodle, Canvas, the exchange and files": (
        [JANE, "roemax_4712_90_tiny.ipynb", "ann+tiny+2026-03-01 12:00:00 UTC+x/tiny.ipynb", "ben.ipynb"],
        ["Jane Doe", "ann", "ben", "roemax_4712"],
    ),
    "in the stage's folder": (["tiny/ann.ipynb"], ["ann"]),
    "each stage's folder": (["tiny/ann.ipynb", "tiny/ben.ipynb", "knn/ann.ipynb"], ["ann", "ben"]),
    "all stages": (
        [
            "ann/tiny.ipynb",
            "ann/knn.ipynb",
            "tiny_ben.ipynb",
            "knn_ben.ipynb",
            "cat/tiny/tiny.ipynb",
            "cat/knn/x.ipynb",
        ],
        ["ann", "ben", "cat"],
    ),
    "nobody's": (["a/tiny/tiny.ipynb", "a/.ipynb_checkpoints/tiny.ipynb", "__MACOSX/a.ipynb", "a/notes.txt"], ["a"]),
}


@pytest.mark.parametrize("zipped", [False, True], ids=["folder", "zip"])
@pytest.mark.parametrize(("names", "expected"), MIXED.values(), ids=MIXED)
def test_forms_are_taken_together(collected, names, expected, zipped):
    taken, done = collected(*names, others=["knn"], zipped=zipped)
    assert done.troubles == []
    assert sorted(taken) == sorted(expected)
    if isinstance(expected, dict):
        assert taken == expected
        assert done.notes == ["hans: the newest of 2, hans/tiny/tiny-1.ipynb, not hans/tiny/tiny.ipynb"]


PARTS = ["ann", "ben", "tiny", "work", "Gruppe B", "Jane Doe_12_assignsubmission_file_", "ann+tiny+2026-03-01 12:00:00"]
FILES = ["tiny", "tiny-1", "tiny (2)", "ann", "ann (1)", "tiny_ben", "work", "doe_4711_90_tiny", "other"]


@given(
    st.sets(st.tuples(st.lists(st.sampled_from(PARTS), max_size=4), st.sampled_from(FILES)).map(
        lambda pair: "/".join((*pair[0], f"{pair[1]}.ipynb"))
    ), min_size=1, max_size=5),
    st.sampled_from([None, "id,name\nann,Ann\nben,Ben Oe\n"]),
)  # fmt: skip
@example({"ann/tiny/tiny.ipynb", "ben/work/work.ipynb"}, None)
@settings(deadline=None, max_examples=200)
def test_each_notebook_is_taken_or_named(tmp_path_factory, names, listed):
    folder = tmp_path_factory.mktemp("mixed")
    taken, done = collect_in(folder, names, listed)
    said = "\n".join((*done.troubles, *done.notes))
    left = names - set(taken.values())
    assert [
        name for name in left if not re.search(rf"(^|[:,] |of |not |but ){re.escape(name)}\b", said, re.MULTILINE)
    ] == []


def test_notebooks_beside_are_named(collected):
    names = ("ann/tiny.ipynb", "ann/scratch.ipynb", "ben/tiny.ipynb", "ben/old/scratch.ipynb", "cat/tiny/tiny.ipynb")
    taken, done = collected(*names, "cat/hw/hw.ipynb", JANE)
    assert taken == {"ann": names[0], "ben": names[2], "cat": names[4], "Jane Doe": JANE}
    assert done.troubles == [
        "ann: ann/tiny.ipynb was taken, not used: ann/scratch.ipynb",
        "ben: ben/tiny.ipynb was taken, not used: ben/old/scratch.ipynb",
        "cat: cat/tiny/tiny.ipynb was taken, not used: cat/hw/hw.ipynb",
    ]


def test_of_many_names_the_number_is_said(collected):
    many = [f"ann/x{n}.ipynb" for n in range(choice.MOST_NAMES + 2)]
    _, done = collected("ann/tiny.ipynb", "ben/tiny.ipynb", *many)
    (line,) = done.troubles
    assert line.endswith("ann/x4.ipynb, 2 more")


def test_another_stages_notebook_is_not_taken(collected):
    taken, done = collected("ann/knn.ipynb", "ben/tiny.ipynb", "cat/tiny/tiny.ipynb", "dan/hw/hw.ipynb", others=["knn"])
    assert sorted(taken) == ["ben", "cat"]
    assert done.troubles == [
        "ann: handed in no notebook of tiny, but ann/knn.ipynb; if that is it, rename it to tiny.ipynb",
        "dan: handed in no notebook of tiny, but dan/hw/hw.ipynb; if that is it, rename it to tiny.ipynb",
    ]


def test_nothing_says_which_is_newer(collected):
    taken, done = collected("ann.ipynb", "tiny_ann.ipynb", "ben.ipynb")
    assert list(taken) == ["ben"]
    assert done.troubles == [
        "ann: nothing says which is the newest of ann.ipynb, tiny_ann.ipynb; not collected: remove all but one"
    ]


# Two folders, two people


GROUPS = ("Gruppe A/Jo/tiny.ipynb", "Gruppe B/Kim Lee/tiny.ipynb", "Gruppe B/Li Wu/tiny.ipynb", "ann/tiny.ipynb")


@pytest.mark.parametrize("second", ["Li Wu/tiny.ipynb", "Li Wu/tiny-1.ipynb", "Li Wu/mine.ipynb"])
def test_a_groups_folder_is_a_question(collected, second):
    taken, done = collected(*GROUPS[:2], f"Gruppe B/{second}", GROUPS[3])
    assert sorted(taken) == ["Gruppe A", "ann"]
    assert done.troubles == [
        f"Gruppe B: notebooks in several folders may be several people's: {GROUPS[1]}, Gruppe B/{second}; "
        "not collected: collect a group's folder by itself, or name the people in a class list (--students); "
        "of one student's, remove all but one"
    ]


def test_what_to_do_about_a_group_works(collected):
    taken, done = collected(*GROUPS, listed="id,name\njo,Jo\nkl,Kim Lee\nlw,Li Wu\nann,Ann\n")
    assert taken == dict(zip(("jo", "kl", "lw", "ann"), GROUPS, strict=True))
    assert done.troubles == []
    assert done.notes == [
        "Gruppe A is not in the class list; folders in it were taken for those of jo",
        "Gruppe B is not in the class list; folders in it were taken for those of kl, lw",
    ]
    taken, done = collected(*(name.removeprefix("Gruppe B/") for name in GROUPS[1:3]))
    assert (sorted(taken), done.troubles) == (["Kim Lee", "Li Wu"], [])


@pytest.mark.parametrize("where", ["ann/old/tiny.ipynb", "ann.ipynb"])
def test_one_student_in_two_places_is_a_question(collected, where):
    taken, done = collected("ann/tiny/tiny.ipynb", where, "ben.ipynb")
    assert (list(taken), len(done.troubles)) == (["ben"], 1)
    assert done.troubles[0].startswith("ann: notebooks in several folders may be several people's: ")


def test_two_of_one_name_and_one_in_the_class_list(collected):
    taken, done = collected(JANE, OTHER_JANE, MAX, listed="id,name\njd1,Jane Doe\nmr,Max Roe\n")
    assert taken == {"mr": MAX}
    (line,) = done.troubles
    assert line.startswith(
        "jd1: Jane Doe_1234567 and Jane Doe_1234570 are 2 people in Moodle and one in the class list; not collected: "
        "give each an id there, and copy each notebook to "
    )
    assert line.endswith("submitted/<id>/tiny/tiny.ipynb")
    names = ("doejane_4711_90_tiny.ipynb", "doejane_4713_91_tiny.ipynb")
    taken, done = collected(*names, MAX, listed="id,name\njd1,Jane Doe\nmr,Max Roe\n")
    assert (taken, len(done.troubles)) == ({"mr": MAX}, 1)
    assert "doejane_4711 and doejane_4713 are 2 people in Canvas" in done.troubles[0]
    # A number in the list settles it.
    taken, _ = collected(*names, MAX, listed="id,name,lms_user_id\njd1,Jane Doe,4711\njd2,Jane Doe,4713\n")
    assert {"jd1": names[0], "jd2": names[1]}.items() <= taken.items()


def test_text_typed_into_moodle(collected):
    text = "assignsubmission_onlinetext_/onlinetext.html"
    taken, done = collected(MAX, f"Max Roe_1234568_{text}", f"Jane Doe_1234567_{text}")
    assert taken == {"Max Roe": MAX}
    assert done.troubles == [f"Jane Doe: handed in no notebook, but typed text into Moodle: Jane Doe_1234567_{text}"]
    assert done.typed == ["Max Roe"]


def test_folders_that_are_too_deep_are_named(collected):
    deep = "/".join("x" * 14)
    taken, done = collected("ann/tiny.ipynb", "ben/tiny.ipynb", f"ann/{deep}/tiny.ipynb")
    assert sorted(taken) == ["ann", "ben"]
    assert done.troubles == [f"'ann/{'/'.join('x' * 11)}' lies 12 folders deep; what is below was left out"]
