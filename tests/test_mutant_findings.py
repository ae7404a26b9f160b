"""What is made of the verdicts on mutants: findings, the list of equivalents, tables and margins. Nothing is run."""

import dataclasses
import io
import json
import math

import pytest
from rich.console import Console

from autograder import CourseError
from autograder.course import Course
from autograder.mutants import equivalents, sweep, tables
from autograder.mutants.equivalents import Equivalent
from autograder.mutants.findings import Findings
from autograder.mutants.mutant import Mutant
from autograder.mutants.stage import HIDDEN, VISIBLE, Verdict
from autograder.mutants.sweep import Margin, Right
from autograder.mutants.trial import Trial


def trial(name, cell="task-1", **verdicts):
    """A Trial of a mutant that turns x into name. verdicts: what each test said."""
    mutant = Mutant(cell, "sign", 3, "return x", f"return {name}", f"def f(x):\n    # first\n    return {name}")
    return Trial(
        mutant, {test: Verdict(killed, f"{test} says no" if killed else "") for test, killed in verdicts.items()}
    )


def entry(name, cell="task-1"):
    return Equivalent(cell, f"- return x\n+ return {name}", f"because of {name}")


SEEN = trial("seen", a=VISIBLE, b=HIDDEN)
UNSEEN = trial("unseen", a="", b=HIDDEN)
SAFE = trial("safe", a="", b="")
SAME = trial("same", a="")
UNUSED = trial("unused")
ALL = [SEEN, UNSEEN, SAFE, SAME, UNUSED]


def test_who_survived_and_who_is_excused():
    findings = Findings(ALL, [entry("same"), entry("safe", cell="task-2"), entry("saf")])
    assert findings.survivors == [SAFE, UNUSED]
    assert findings.excused == [SAME]
    assert findings.excuse(SAME) == "because of same"
    assert findings.excuse(SAFE) == ""
    assert findings.killed == [UNSEEN, SEEN]
    assert findings.seen == 1
    assert findings.worse == 4


def test_killers_are_those_that_failed():
    assert SEEN.killers == {"a": VISIBLE, "b": HIDDEN}
    assert UNSEEN.killers == {"b": HIDDEN}
    assert [each.survived for each in ALL] == [False, False, True, True, True]
    assert [each.seen for each in ALL] == [True, False, False, False, False]


def test_listed_and_killed_is_stale_also_in_a_part_of_a_run():
    for complete in (True, False):
        findings = Findings([SEEN, UNSEEN], [entry("unseen")], complete)
        assert findings.stale == [(entry("unseen"), "b kills it")]
        assert findings.excused == []
        assert not findings.good


def test_listed_and_absent_is_stale_only_in_a_whole_run():
    assert Findings([SEEN], [entry("gone")]).stale == [(entry("gone"), "there is no such mutant any more")]
    assert Findings([SEEN], [entry("gone")], complete=False).stale == []


def test_one_of_two_places_with_the_same_text_may_be_equivalent():
    twin = Trial(dataclasses.replace(SAFE.mutant, line=9), {"a": Verdict(VISIBLE)})
    findings = Findings([SAFE, twin], [entry("safe")])
    assert (findings.stale, findings.excused, findings.killed) == ([], [SAFE], [twin])


def test_good_is_no_survivor_and_a_true_list():
    assert Findings([]).good
    assert Findings([SEEN, UNSEEN]).good
    assert Findings([SEEN, SAFE], [entry("safe")]).good
    assert not Findings([SEEN, SAFE]).good
    assert not Findings([SEEN], [entry("safe")]).good


def test_as_json():
    data = json.loads(json.dumps(Findings(ALL, [entry("same"), entry("seen")]).as_json()))
    rows = data.pop("trials")
    assert data == {
        "mutants": 5,
        "survivors": 2,
        "equivalent": 1,
        "killed_by_visible_tests": 1,
        "killed_by_hidden_tests_only": 1,
        "stale": [{"cell": "task-1", "change": "- return x\n+ return seen", "why": "a, b kills it"}],
    }
    assert [row["diff"].split()[-1] for row in rows] == ["safe", "unused", "same", "unseen", "seen"]
    assert [row["equivalent"] for row in rows] == ["", "", "because of same", "", "because of seen"]
    assert rows[3] == {
        "cell": "task-1",
        "line": 3,
        "operator": "sign",
        "diff": "- return x\n+ return unseen",
        "killed_by": {"b": HIDDEN},
        "not_killed_by": ["a"],
        "messages": {"b": "b says no"},
        "equivalent": "",
    }


@pytest.fixture
def course(tmp_path):
    equivalents.path(Course(tmp_path), "tiny").parent.mkdir(parents=True)
    return Course(tmp_path)


ENTRY = '[[equivalent]]\ncell = "task-1"\nchange = """\n  - return x\n  + return y\n"""\nreason = "so"\n'


def test_list_is_read(course):
    assert equivalents.load(course, "tiny") == []
    path = equivalents.path(course, "tiny")
    path.write_text("")
    assert equivalents.load(course, "tiny") == []
    path.write_text(ENTRY + ENTRY.replace("task-1", "task-2"))
    change = "- return x\n+ return y"
    assert equivalents.load(course, "tiny") == [Equivalent(f"task-{n}", change, "so") for n in (1, 2)]
    assert equivalents.load(course, "other") == []


def test_entry_covers_a_change_with_an_empty_line_in_it(course):
    old, new = "if x:\n    a()\n\n    b()\nreturn x", "if x:\n    pass\nreturn x"
    mutant = Mutant.between("task-1", "removed body", old, new)
    assert "\n- \n" in mutant.diff
    equivalents.path(course, "tiny").write_text(ENTRY.replace("  - return x\n  + return y", mutant.diff))
    assert equivalents.load(course, "tiny")[0].covers(mutant)


BAD = {
    "no TOML": (b"[[equivalent", "Expected"),
    "no text": (b"\xff\xfe", "decode"),
    "no reason": (ENTRY.replace("reason", "# "), "entry for task-1 does not hold cell, change and reason"),
    "empty reason": (ENTRY.replace('"so"', '" "'), "the reason of an entry for task-1 is not a text"),
    "number for a reason": (ENTRY.replace('"so"', "3"), "the reason of an entry for task-1 is not a text"),
    "empty change": ('[[equivalent]]\ncell = "c"\nchange = ""\nreason = "so"', "the change of an entry for c"),
    "no cell": (ENTRY.replace("cell", "#"), "an entry does not hold cell, change and reason"),
    "unknown key": (ENTRY + "line = 3", "an entry for task-1 does not hold cell, change and reason, and nothing else"),
    "single table": (
        ENTRY.replace("[[equivalent]]", "[equivalent]"),
        "nothing but [[equivalent]] tables, each with cell, change",
    ),
    "other table": (ENTRY.replace("equivalent", "equivalents"), "nothing but [[equivalent]] tables"),
    "list of texts": ('equivalent = ["task-1"]', "an entry does not hold cell, change and reason"),
}


@pytest.mark.parametrize(("content", "said"), BAD.values(), ids=BAD)
def test_list_that_cannot_be_read_is_one_clear_line(course, content, said):
    path = equivalents.path(course, "tiny")
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    with pytest.raises(CourseError) as error:
        equivalents.load(course, "tiny")
    assert str(error.value).startswith(f"cannot read {path}: ")
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_folder_for_a_list(course):
    equivalents.path(course, "tiny").mkdir()
    with pytest.raises(CourseError, match="cannot read"):
        equivalents.load(course, "tiny")


def printed(table):
    console = Console(file=io.StringIO(), width=140)
    console.print(table)
    return console.file.getvalue()


def test_matrix_begins_with_what_needs_a_look():
    text = printed(tables.kill_matrix(Findings(ALL, [entry("same")])))
    names = [line.split("+ return ")[1].split()[0] for line in text.splitlines() if "+ return " in line]
    assert names == ["safe", "unused", "same", "unseen", "seen"]
    lines = [line.split("- return x")[1].strip() for line in text.splitlines() if "- return x" in line]
    assert lines == ["nobody", "nobody", "nobody; listed: because of same", "b (hidden)", "a (visible), b (hidden)"]
    assert text.count("task-1:3 sign") == 5


def test_markup_in_a_change_is_shown_as_it_is():
    assert "return x[bold]" in printed(tables.kill_matrix(Findings([trial("x[bold]", a=VISIBLE)])))


def test_summary():
    lines = list(tables.summary("tiny", Findings(ALL, [entry("same"), entry("seen")])))
    assert lines == [
        "tiny: 5 mutants; 1 killed by the visible tests (25.0 %), 1 more by the hidden ones, 2 survived, "
        "1 listed as equivalent (20.0 %)",
        "tiny: survived: task-1, line 3: - return x  + return safe",
        "tiny: survived: task-1, line 3: - return x  + return unused",
        "tiny: stale in equivalent.toml: task-1: - return x  + return seen: a, b kills it",
    ]


def test_lines_that_were_only_added_say_where():
    loop = "def f(x):\n    for k in x:\n\n        if k:\n            k += 1\n        print(k)\n    return k"
    added = Mutant.between("task-1", "single pass", loop, loop.replace("print(k)", "print(k)\n        break"))
    line = "(new, in the block of line 2: for k in x:)"
    assert line in printed(tables.kill_matrix(Findings([Trial(added)])))
    *_, survivor = tables.summary("tiny", Findings([Trial(added)]))
    assert survivor == f"tiny: survived: task-1, line 7: + break  {line}"


def test_summary_of_an_empty_run():
    (line,) = tables.summary("tiny", Findings([]))
    assert line.startswith("tiny: 0 mutants; 0 killed by the visible tests (0 %)")
    assert line.endswith("0 survived, 0 listed as equivalent (0 %)")


RIGHTS = [Right("source", {"a": 0.01, "b": 0.0, "c": 0.2}, {}, {}), Right("other", {"a": 0.25}, {}, {})]
ONE, TWO, THREE = SEEN.mutant, UNSEEN.mutant, SAFE.mutant


def test_margins():
    wrongs = [
        (ONE, {"a": 30.0, "b": 7.0}),  # looser by 30 in a, it would pass b long since
        (TWO, {"a": 5.0, "b": 90.0}),
        (THREE, {"a": 12.0, "b": math.inf}),  # b sees it at any tolerance
        (THREE, {"c": 0.5}),  # passes as it is: a slow test kills it
        (THREE, {}),
    ]
    assert sweep.margins(RIGHTS, wrongs) == [
        Margin("a", 0.25, 30.0, ONE),
        Margin("b", 0.0, 90.0, TWO),
        Margin("c", 0.2, math.inf, None),
    ]
    assert sweep.margins(RIGHTS, [*wrongs, (TWO, {"a": 4.0})])[0] == Margin("a", 0.25, 4.0, TWO)
    assert sweep.margins([], []) == []


def test_margin_table():
    text = printed(tables.margin_table([Margin("a", 0.25, 30.0, ONE), Margin("b", 0.0, math.inf, None)]))
    rows = [line.split("  ") for line in text.splitlines() if line.strip()[:2] in ("a ", "b ")]
    rows = [[word.strip() for word in row if word.strip()] for row in rows]
    assert rows == [["a", "4 times", "30 times", "task-1, line 3: - return x", "+ return seen"], ["b", "any", "any"]]
