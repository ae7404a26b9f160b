"""Students copy, split, merge, move, rename and delete cells. Tests come back; what a student wrote stays."""

import copy
import random

import nbformat
import pytest
import tiny_course
from nbgrader.utils import is_solution

from autograder.limits import Limits
from autograder.submission import Rejected, read

LIMITS = Limits(submission_bytes=1_000_000, cells=60)


@pytest.fixture
def notebook(assignment):
    return tiny_course.filled(assignment)


def find(notebook, grade_id):
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def restored(notebook, assignment):
    whole, notes = read(tiny_course.data(notebook), assignment, LIMITS)
    tiny_course.check_whole(whole, assignment)
    return whole, notes


def ids(notebook):
    return [cell.metadata.get("nbgrader", {}).get("grade_id", cell.source) for cell in notebook.cells]


def test_honest_work_needs_no_note(notebook, assignment):
    whole, notes = restored(notebook, assignment)
    assert notes == []
    assert [c.cell_type for c in whole.cells] == [c.cell_type for c in notebook.cells]
    assert {c.source for c in whole.cells if is_solution(c)} >= set(tiny_course.ANSWERS.values())


def test_copies_run_as_ordinary_cells(notebook, assignment):
    task, test = find(notebook, "task-1-1"), find(notebook, "test-1-1")
    notebook.cells += [copy.deepcopy(task), copy.deepcopy(test)]
    whole, notes = restored(notebook, assignment)
    assert len(notes) == 2
    assert whole.cells[-1].source == task.source
    assert "nbgrader" not in whole.cells[-1].metadata


def test_changed_copy_of_a_test_is_kept_as_the_students(notebook, assignment):
    twin = copy.deepcopy(find(notebook, "test-1-1"))
    twin.source = "print(double(7))"
    notebook.cells.append(twin)
    whole, _ = restored(notebook, assignment)
    assert whole.cells[-1].source == "print(double(7))"


@pytest.mark.parametrize(("before", "after"), [("mine = 1\n", ""), ("", "\nmine = 2"), ("mine = 1\n", "\nmine = 2")])
def test_lines_around_a_test_run_beside_it(before, after, notebook, assignment):
    test = find(notebook, "test-1-1")
    test.source = before + test.source + after
    whole, (note,) = restored(notebook, assignment)
    assert "added to" in note
    assert [cell.source.strip() for cell in whole.cells if "mine" in cell.source] == [
        line.strip() for line in (before, after) if line
    ]


@pytest.mark.parametrize(("before", "after"), [("mine = 1 + ", ""), ("", "+ mine"), ("if mine: ", "")])
def test_text_of_a_test_inside_another_line_is_a_change(before, after, notebook, assignment):
    test = find(notebook, "test-1-1")
    test.source = before + test.source + after
    whole, (note,) = restored(notebook, assignment)
    assert "was changed" in note
    assert not any("mine" in cell.source for cell in whole.cells)


def test_split_answer_is_joined(notebook, assignment):
    answer = find(notebook, "answer-1")
    answer.source = "First half."
    twin = copy.deepcopy(answer)
    twin.source = "Second half."
    notebook.cells.insert(notebook.cells.index(answer) + 1, twin)
    whole, _ = restored(notebook, assignment)
    assert find(whole, "answer-1").source == "First half.\n\nSecond half."


def test_all_cells_deleted(assignment):
    whole, notes = restored(nbformat.v4.new_notebook(), assignment)
    wanted = [name for name in assignment.source_cells if not name.startswith("task-")]
    assert [cell.metadata.nbgrader.grade_id for cell in whole.cells] == wanted
    lacks = "the notebook has no cell {} (an older version, or deleted)"
    assert notes == [
        lacks.format(name) + ("" if name.startswith("task-") else "; it was put back")
        for name in assignment.source_cells
    ]


def test_deleted_test_comes_back_behind_an_answer_in_another_cell(notebook, assignment):
    task = find(notebook, "task-1-1")
    del task.metadata["nbgrader"]
    notebook.cells.remove(find(notebook, "test-1-1"))
    whole, _ = restored(notebook, assignment)
    order = ids(whole)
    assert order.index(task.source) < order.index("test-1-1") < order.index("task-1-2")


def test_deleted_setup_comes_back_first(notebook, assignment):
    notebook.cells.remove(find(notebook, "setup"))
    whole, _ = restored(notebook, assignment)
    assert ids(whole)[0] == "setup"


def test_stub_is_not_put_back_over_an_answer_elsewhere(notebook, assignment):
    task = find(notebook, "task-1-1")
    task.metadata.nbgrader["grade_id"] = "my-double"
    whole, notes = restored(notebook, assignment)
    assert [c.source for c in whole.cells].count(task.source) == 1
    assert not any("NotImplementedError" in c.source for c in whole.cells)
    assert any("my-double" in note for note in notes)


@pytest.mark.parametrize("cell_type", ["markdown", "raw"])
@pytest.mark.parametrize("grade_id", ["task-1-1", "test-1-1", "setup"])
def test_type_of_a_cell_comes_back(notebook, assignment, grade_id, cell_type):
    cell = find(notebook, grade_id)
    wanted = cell.source
    cell.cell_type = cell_type
    whole, _ = restored(notebook, assignment)
    assert find(whole, grade_id).cell_type == "code"
    assert find(whole, grade_id).source.startswith(wanted[:20])


@pytest.mark.parametrize(
    ("first", "second"), [("task-1-1", "test-1-1"), ("test-1-1", "task-1-2"), ("setup", "task-1-1")]
)
def test_merged_cells_keep_the_answer_and_the_test(notebook, assignment, first, second):
    one, other = find(notebook, first), find(notebook, second)
    one.source += "\n\n" + other.source
    notebook.cells.remove(other)
    whole, _ = restored(notebook, assignment)
    code = "\n".join(c.source for c in whole.cells if c.cell_type == "code")
    assert all(answer in code for answer in tiny_course.ANSWERS.values())


def test_changed_test_is_the_instructors_again(notebook, assignment):
    find(notebook, "test-1-1").source = "pass  # I fixed this test"
    find(notebook, "test-1-1").metadata.nbgrader["points"] = 500
    whole, notes = restored(notebook, assignment)
    assert notes == ["cell 'test-1-1' was changed; the original was put back"]
    assert "I fixed" not in str(whole)


def test_reordered_cells_stay_where_they_are(notebook, assignment):
    notebook.cells.reverse()
    whole, notes = restored(notebook, assignment)
    assert ids(whole) == ids(notebook)
    assert notes == []


def test_many_copies_make_few_notes(notebook, assignment):
    notebook.cells += [copy.deepcopy(find(notebook, "task-1-1")) for _ in range(40)]
    assert len(restored(notebook, assignment)[1]) == 1


VALUES = [
    None,
    True,
    0,
    -1,
    4.5,
    10**30,
    "",
    "x",
    "\ud800\x00\x1b[0m",
    [],
    [["a"]],
    {},
    {"a": 1},
    "task-1-1",
    "test-2-1",
]


def mutate(node, rng):
    """Change one random place of a JSON tree."""
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        if not keys:
            return
        key = rng.choice(keys)
        if isinstance(node[key], dict | list) and node[key] and rng.random() < 0.8:
            node = node[key]
            continue
        action = rng.randrange(4)
        if action == 0:
            del node[key]
        elif action == 1:
            node[key] = copy.deepcopy(rng.choice(VALUES))
        elif action == 2 and isinstance(node, list):
            node.insert(rng.randrange(len(node) + 1), copy.deepcopy(node[key]))
        elif action == 3 and isinstance(node, list):
            rng.shuffle(node)
        else:
            node[rng.choice(["source", "cell_type", "metadata", "nbgrader", "grade_id", "id"])] = (
                rng.choice(VALUES) if isinstance(node, dict) else None
            )
        return


def test_random_damage_gives_a_whole_notebook_or_one_line(assignment):
    rng = random.Random(2024)
    outcomes = {"read": 0, "rejected": 0}
    for _ in range(400):
        notebook = copy.deepcopy(tiny_course.filled(assignment))
        for _ in range(rng.choice([1, 1, 2, 5, 20])):
            mutate(notebook, rng)
        content = tiny_course.data(notebook)
        if rng.random() < 0.2:
            place = rng.randrange(len(content))
            content = content[:place] + rng.choice([b"", b"\xff", b'"', b"}", b"[", b"\\u0000"]) + content[place + 1 :]
        try:
            whole, notes = read(content, assignment, LIMITS)
        except Rejected as reason:
            outcomes["rejected"] += 1
            assert str(reason).isprintable()
        else:
            outcomes["read"] += 1
            tiny_course.check_whole(whole, assignment)
            assert all(note.isprintable() for note in notes)
    assert min(outcomes.values()) > 40, outcomes
