"""Code that looks alike: planted copies are found among 200, honest classmates are not, and text stays text."""

import builtins
import json
import random
import subprocess
import sys
from pathlib import Path

import big_class
import numpy as np
import pytest
from big_class import STAGE
from web_page import Page

from autograder import graded_folder
from autograder.report import command, similarity, similarity_page
from autograder.report.class_results import read
from autograder.report.texts import parts_of

NAMES = ("total", "value", "left", "right", "scale", "rate", "count", "row", "step", "part")
RENAMED = dict(zip(NAMES, ("a1", "bb", "cee", "dx", "e_5", "ff", "g", "hh2", "i_", "jay"), strict=True))
TASKS_WRITTEN = 6


def expression(rng, depth=2):
    """A random expression, in which few pieces are as in another one."""
    if depth == 0:
        return rng.choice([*NAMES, str(rng.randrange(2, 99)), f"{rng.choice(NAMES)}[{rng.randrange(9)}]"])
    left, right = expression(rng, depth - 1), expression(rng, depth - 1)
    forms = (
        "{} + {}",
        "({} - {})",
        "{} * {}",
        "max({}, {})",
        "{} ** {}",
        "({} / {})",
        "{} if {} else 0",
        "[{}, {}][0]",
    )
    return rng.choice(forms).format(left, right)


def function(rng, number, lines=9):
    """A random solution of a task."""
    text = [f"def f{number}(x, y):", f'    """Docstring {number}."""']
    for _ in range(lines):
        head = rng.choice(["{} = {}", "{} += {}", "for {} in range({}):\n        step -= 1", "{} = abs({})"])
        text.append("    " + head.format(rng.choice(NAMES), expression(rng)))
    return "\n".join([*text, f"    return {expression(rng)}"])


def solution(rng):
    """{grade_id: text} of an honest student. The last one is what the task leads to: everybody has it."""
    own = {f"task-1-{number}": function(rng, number) for number in range(1, TASKS_WRITTEN)}
    return {**own, f"task-1-{TASKS_WRITTEN}": function(random.Random(99), TASKS_WRITTEN, lines=25)}


def disguised(texts):
    """A copy with other names, other layout and comments."""
    new = {}
    for key, text in texts.items():
        for old, name in RENAMED.items():
            text = text.replace(old, name)
        new[key] = text.replace(" = ", "  =  ").replace("\n    return", "\n    # all my own work\n\n    return")
    return new


def hand_in(out, student, written, extra=(), submission=""):
    notebook = json.dumps(big_class.notebook(False, written, extra))
    graded_folder.write(out, STAGE, student, big_class.result({}, notebook=notebook, submission=submission))


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return big_class.make_course(tmp_path_factory.mktemp("course") / "exam")


PAIRS = {
    ("copy", "student-010"),  # names and layout changed
    ("part", "student-020"),  # two tasks of five copied
    ("own", "student-030"),  # in a cell of their own
    ("words", "words-2"),  # an answer in words
    ("twin-1", "twin-2"),  # the same file
}
ANSWER = (
    "The gradient vanishes wherever all the scores agree, and so nothing is learned there. With a small step, the loss "
    "falls slowly but surely; with a large one it jumps from wall to wall, and a schedule makes the best of both."
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The folder of a class of 200, some of whom have copied."""
    out, rng = tmp_path_factory.mktemp("class"), random.Random(5)
    honest = {f"student-{number:03}": solution(rng) for number in range(190)}
    for student, written in honest.items():
        hand_in(out, student, written)
    hand_in(out, "copy", disguised(honest["student-010"]))
    part = solution(rng)
    copied = ("task-1-2", "task-1-3", "task-1-4")
    hand_in(out, "part", {**part, **{key: disguised(honest["student-020"])[key] for key in copied}})
    hand_in(out, "own", {}, extra=list(honest["student-030"].values()))
    for student in ("words", "words-2"):
        hand_in(out, student, {"answer-1": ANSWER})
    twin = solution(rng)
    twin["task-1-1"] += f'\n    # {big_class.MARKUP}\n    s = "{big_class.MARKUP[:9]}" # \x1b[31m\u202e'
    for student in ("twin-1", "twin-2"):
        hand_in(out, student, twin, submission="same")
    for student in ("stub-1", "stub-2", *big_class.ODD_NAMES[:1]):  # nothing written, or next to nothing
        hand_in(out, student, {"task-1-1": "def f1(x, y):\n    return x + 1 * y"} if student == "stub-2" else {})
    return out


@pytest.fixture(scope="module")
def written(course, folder):
    """(path of the page, the Findings) of the class."""
    return similarity_page.write(read(course, STAGE, folder), folder)


@pytest.fixture(scope="module")
def findings(written):
    return written[1]


@pytest.fixture(scope="module")
def page(written):
    return Page(written[0].read_text(encoding="utf-8"))


def test_planted_copies_are_found_and_nobody_else(findings):
    assert {tuple(sorted((pair.left, pair.right))) for pair in findings.pairs} == PAIRS
    assert findings.same_file == [["twin-1", "twin-2"]]
    assert findings.compared == 198 and findings.more == 0 and findings.few == 9


def test_a_disguise_does_not_help(findings):
    shares = {tuple(sorted((pair.left, pair.right))): pair.share for pair in findings.pairs}
    assert shares["copy", "student-010"] > 0.95
    assert shares["twin-1", "twin-2"] == 1.0
    assert 0.5 < shares["part", "student-020"] < 0.8


def test_cells_stand_beside_those_they_are_like(findings):
    by_names = {tuple(sorted((pair.left, pair.right))): pair for pair in findings.pairs}
    keys = {match.keys for match in by_names["part", "student-020"].matches}
    assert {("task-1-2", "task-1-2"), ("task-1-3", "task-1-3"), ("task-1-4", "task-1-4")} <= keys
    assert {"own cell 1"} <= {key for match in by_names["own", "student-030"].matches for key in match.keys}
    assert {match.keys for match in by_names["words", "words-2"].matches} == {("answer-1", "answer-1")}
    assert all(match.same for match in by_names["twin-1", "twin-2"].matches)
    assert not any(match.same for match in by_names["copy", "student-010"].matches)


def test_what_goes_round_is_told_without_pairs(findings):
    (group,) = findings.groups
    assert group.key == f"task-1-{TASKS_WRITTEN}"
    assert len(group.students) == 190 + 3  # the honest, "part" and the twins
    assert set(group.students) >= {"part", "twin-1", "twin-2"}


def test_what_all_have_is_not_shown_in_pairs(findings):
    keys = {key for pair in findings.pairs for match in pair.matches for key in match.keys}
    assert "task-1-2" in keys and f"task-1-{TASKS_WRITTEN}" not in keys


def test_marks_lie_on_the_copied_lines(findings):
    pair = next(pair for pair in findings.pairs if "twin-1" in (pair.left, pair.right))
    for match in pair.matches:
        for parts in match.parts:
            text = "".join(part for part, _ in parts)
            marked = sum(len(part) for part, shared in parts if shared)
            assert marked > 0.6 * len(text) and text.startswith("def ")


def test_page(page):
    page.check()
    assert "A place to look, not a verdict" in page.text
    assert page.text.index("not a verdict") < page.text.index("copy and student-010")
    assert big_class.MARKUP in page.text
    assert page.tags.count("section") == len(PAIRS)


def test_two_processes_say_the_same(course, tmp_path):
    """Python's hashes of texts are others in each process."""
    rng = random.Random(4)
    written = [solution(rng), solution(rng)]
    results = class_of(course, tmp_path, [*written, disguised(written[0])])
    path, _ = similarity_page.write(results, tmp_path)
    here = path.read_text(encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from autograder.course import Course\n"
        "from autograder.report import similarity_page; from autograder.report.class_results import read\n"
        "out = Path(sys.argv[2])\n"
        f"similarity_page.write(read(Course.find(sys.argv[1]), '{STAGE}', out), out)"
    )
    subprocess.run([sys.executable, "-c", program, course.root, tmp_path], check=True)
    assert path.read_text(encoding="utf-8") == here


def test_few_students(course, tmp_path):
    rng = random.Random(1)
    assert similarity.find(class_of(course, tmp_path, []), tmp_path).pairs == []
    written = [solution(rng), solution(rng)]
    found = similarity.find(class_of(course, tmp_path, written), tmp_path)
    assert found.compared == 2


def class_of(course, out, written):
    hand_in(out, "blank", {})
    for number, texts in enumerate(written):
        hand_in(out, f"s{number}", texts)
    return read(course, STAGE, out)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\0\x1b[31m", "x" * 100_000, "(" * 5_000, "'" * 3_001, "def f(:\n  '''", "\ud800", "x = 1\r\r\n\f" * 900,
     "class A:\n    def b(self): pass\n" * 300],
)  # fmt: skip
def test_odd_texts(course, tmp_path, text):
    rng = random.Random(2)
    own = [function(rng, 1), function(rng, 2)]
    for student in ("a", "b"):
        written = {"task-1-1": text.encode("utf-8", "replace").decode(), "task-1-2": own[0], "task-1-3": own[1]}
        hand_in(tmp_path, student, written)
    results = read(course, STAGE, tmp_path)
    path, found = similarity_page.write(results, tmp_path)
    Page(path.read_text(encoding="utf-8")).check()
    assert [(pair.left, pair.right) for pair in found.pairs] == [("a", "b")]
    for match in found.pairs[0].matches:
        assert all("".join(part for part, _ in parts) for parts in match.parts)


def test_parts():
    assert parts_of("abcdef", np.array([[0, 4], [2, 6]])) == [("ab", True), ("cd", False), ("ef", True)]
    assert parts_of("abc", np.array([[-5, 1], [0, 99]])) == [("a", False), ("bc", True)]
    assert parts_of("abc", np.array([[], []])) == [("abc", False)]


def test_without_copydetect_the_report_is_made_all_the_same(course, tmp_path, monkeypatch, capsys):
    hand_in(tmp_path, "ann", {})
    imported = builtins.__import__

    def missing(name, *args, **kwargs):
        if name == "copydetect":
            raise ModuleNotFoundError(name=name)
        return imported(name, *args, **kwargs)

    for name in ("texts", "similarity", "similarity_page"):
        monkeypatch.delitem(sys.modules, f"autograder.report.{name}")
        monkeypatch.delattr(f"autograder.report.{name}")
    monkeypatch.setattr(builtins, "__import__", missing)
    assert command.write_pages(course, [STAGE], True, tmp_path) == 1
    err = capsys.readouterr().err
    assert "needs the package copydetect" in err and len(err.splitlines()) == 1
    assert [path.name for path in Path(tmp_path, "report").iterdir()] == [f"{STAGE}.html"]
