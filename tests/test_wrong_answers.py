"""The bank of wrong and right answers, graded once: each mistake is found where it is and named, and costs no more."""

import re

import answer_bank
import pytest
import tiny_course

from autograder.assignment import Assignment
from autograder.course import Course
from autograder.pool.processes import spread
from autograder.result import GRADED

STAGES = answer_bank.stages()
WRONG = [(stage, name) for stage in STAGES for name in answer_bank.wrong_names(stage)]
RIGHT = [(stage, name) for stage in STAGES for name in answer_bank.right_names(stage)]
GROUPS = sorted({(stage, same) for stage, name in WRONG if (same := answer_bank.wrong(stage, name).same)})


@pytest.fixture(scope="module")
def assignments():
    return {stage: Assignment.load(Course(tiny_course.CHECKOUT), stage) for stage in STAGES}


@pytest.fixture(scope="module")
def results(assignments):
    """{(stage, "wrong" or "right", name): Result} of the whole bank."""
    jobs = []
    for stage, name in WRONG:
        answer, assignment = answer_bank.wrong(stage, name), assignments[stage]
        related = answer_bank.with_related_tests(stage, assignment, answer)
        jobs.append(((stage, "wrong", name), related, answer_bank.wrong_submission(answer, assignment)))
    for stage, name in RIGHT:
        submission = answer_bank.right_submission(stage, answer_bank.right(stage, name), assignments[stage])
        jobs.append(((stage, "right", name), assignments[stage], submission))
    return dict(spread(answer_bank.graded, jobs))


def lost(result):
    """The test cells without full marks."""
    return {
        grade_id for grade_id, cell in result.cells.items() if cell.score is not None and cell.score < cell.max_score
    }


def told(result, grade_id):
    """The message of a cell, on one line."""
    return " ".join(result.cells[grade_id].message.split())


def kind_of_mistake(stage, name, results):
    """(the part of the message that carries its sense, the hint), whatever the numbers; None where it is not said."""
    answer = answer_bank.wrong(stage, name)
    message = told(results[stage, "wrong", name], answer.fails[0])
    said, hint = (
        re.search(answer.says, message, re.IGNORECASE),
        re.search(r"Hint: .*?(?= Task| \d+ of \d+ points|$)", message),
    )
    return said and (re.sub(r"\d+", "#", said[0].lower()), hint and hint[0])


@pytest.mark.parametrize(("stage", "name"), WRONG)
def test_wrong_answer_fails_where_it_is_wrong(stage, name, results):
    answer, result = answer_bank.wrong(stage, name), results[stage, "wrong", name]
    assert result.status == GRADED, result.error
    failed = lost(result)
    assert set(answer.fails) <= failed, "not found"
    assert failed <= {*answer.fails, *answer.also}, {cell: told(result, cell) for cell in failed}


@pytest.mark.parametrize(("stage", "name"), WRONG)
def test_message_names_the_mistake(stage, name, results):
    answer = answer_bank.wrong(stage, name)
    message = told(results[stage, "wrong", name], answer.fails[0])
    assert re.search(answer.says, message, re.IGNORECASE), message


@pytest.mark.parametrize(("stage", "name"), RIGHT)
def test_right_answer_has_full_marks(stage, name, results):
    result = results[stage, "right", name]
    assert result.status == GRADED, result.error
    assert {cell: told(result, cell) for cell in lost(result)} == {}


@pytest.mark.parametrize(("stage", "group"), GROUPS)
def test_same_mistake_is_told_in_the_same_words(stage, group, results):
    names = [name for of, name in WRONG if of == stage and answer_bank.wrong(stage, name).same == group]
    kinds = {name: kind_of_mistake(stage, name, results) for name in names}
    assert len(names) > 1
    assert None not in kinds.values() and len(set(kinds.values())) == 1, kinds


@pytest.mark.parametrize("stage", STAGES)
def test_bank_is_large(stage):
    assert len(answer_bank.wrong_names(stage)) >= 40
    assert len(answer_bank.right_names(stage)) >= 12


@pytest.mark.parametrize(("stage", "name"), WRONG)
def test_head_of_a_wrong_answer(stage, name, assignments):
    answer, assignment = answer_bank.wrong(stage, name), assignments[stage]
    assert answer.text and answer.family in answer_bank.FAMILIES
    assert 1 <= len(answer.cells) <= 2 and set(answer.cells) <= set(assignment.release_cells)
    tests = set(assignment.points) - assignment.answers
    assert answer.fails and {*answer.fails, *answer.also} <= tests
    assert not set(answer.fails) & set(answer.also)
    # What the empty message matches carries no sense.
    assert not re.search(answer.says, "")


@pytest.mark.parametrize(("stage", "name"), RIGHT)
def test_head_of_a_right_answer(stage, name, assignments):
    answer = answer_bank.right(stage, name)
    assert answer.text and answer.cells
    assert set(answer.cells) <= set(assignments[stage].release_cells)
