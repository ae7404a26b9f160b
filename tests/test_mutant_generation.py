"""Mutants: each operator gives the wrong variants that it should and no others, and touches nothing else."""

import ast
import textwrap
import warnings
from pathlib import Path

import nbformat
import pytest
from libcst import ParserSyntaxError

from autograder.mutants.generation import mutants_of
from autograder.mutants.mutant import Mutant
from autograder.mutants.operators import OPERATORS

ROOT = Path(__file__).parents[1]
HEAD = "def f(a, b, x, n, config):"
# (operator, body of the solution, the changed lines there should be).
CASES = [
    ("sign", "return a + b", {"return a - b"}),
    ("sign", "return a - b", {"return a + b"}),
    ("sign", "return a - (b + x)", {"return a + (b + x)", "return a - (b - x)"}),
    ("sign", "return -a", {"return a"}),
    ("sign", "return x[-1]", {"return x[1]"}),
    ("sign", "a += b", {"a -= b"}),
    ("sign", "a -= b", {"a += b"}),
    ("sign", "return np.sum(x, axis=-1)", set()),
    ("sign", "return x.reshape(n, -1)", set()),
    ("sign", "return 'a' + b", set()),
    ("factor", "return a * b", {"return a / b"}),
    ("factor", "return a / b", {"return a * b"}),
    ("factor", "return a**b", {"return a*b"}),
    ("factor", "return x / a ** b", {"return x * a ** b", "return x / (a * b)"}),
    ("factor", "return -(a ** b)", {"return -(a * b)"}),
    ("factor", "return 1 - a**b", {"return 1 - a*b"}),
    ("factor", "a *= b", {"a /= b"}),
    ("factor", "a /= b", {"a *= b"}),
    ("factor", "return [0] * n", set()),
    ("accumulation", "t = 0.0\nfor k in x:\n    t += k", {"t = k"}),
    ("accumulation", "t = np.zeros_like(x)\nt += a", set()),
    ("accumulation", "t = a * b\nt += x  # more", {"t = x  # more"}),
    ("accumulation", "t = np.zeros(n)\nt[0] += a\nt[1] -= b", set()),
    ("accumulation", "t = np.zeros(n)\nt[0] += a\nt[1] += b", {"t[1] = b"}),
    ("dropped term", "return a + b", {"return a", "return b"}),
    ("dropped term", "return a - b", {"return a"}),
    ("dropped term", "return x * (a - b)", {"return x * a"}),
    ("dropped term", "return x * (a * b + n)", {"return x * (a * b)", "return x * n"}),
    ("dropped term", "return x @ a + b", {"return x @ a", "return b"}),
    # What is left is 1: the whole factor is left out by another operator.
    ("dropped term", "return x * (1 - a)", set()),
    ("dropped term", "return(a + b)", {"return(a)", "return(b)"}),
    ("dropped factor", "return a * b", {"return a", "return b"}),
    ("dropped factor", "return a / b", {"return a"}),
    ("dropped factor", "return a @ b", set()),
    ("dropped factor", "return x**(a * b)", {"return x**a", "return x**b"}),
    ("dropped factor", "return (a + b) * x", {"return (a + b)", "return x"}),
    ("comparison", "return a > b", {"return a >= b", "return a < b"}),
    ("comparison", "return a >= b", {"return a > b", "return a <= b"}),
    ("comparison", "return a < b", {"return a <= b", "return a > b"}),
    ("comparison", "return a <= b", {"return a < b", "return a >= b"}),
    ("comparison", "return a == b", {"return a != b"}),
    ("comparison", "return a is None", {"return a is not None"}),
    ("comparison", "return a not in x", {"return a in x"}),
    ("logic", "return a and b", {"return a or b"}),
    ("logic", "return a or b", {"return a and b"}),
    ("logic", "return not a", {"return a"}),
    ("dropped condition", "return a and b", {"return a", "return b"}),
    ("dropped condition", "return a if x else b", {"return a", "return b"}),
    ("dropped filter", "return [k for k in x if k]", {"return [k for k in x]"}),
    (
        "dropped filter",
        "return sum(k for k in x if a if b)",
        {"return sum(k for k in x if a)", "return sum(k for k in x if b)"},
    ),
    ("constant", "return f(a, 0)", {"return f(a, 1)"}),
    ("constant", "return f(a, 1)", {"return f(a, 0)", "return f(a, 2)"}),
    ("constant", "return f(0.5)", {"return f(1.0)"}),
    ("constant", "return f(2.0)", {"return f(1.0)"}),
    ("constant", "return f(0.0)", {"return f(1.0)"}),
    ("constant", "return f(0.9)", {"return f(0.81)"}),
    ("constant", "return f(10)", {"return f(9)"}),
    ("constant", "return f(3)", {"return f(2)"}),
    ("constant", "return f(1e-8)", {"return f(1e-07)"}),
    ("constant", "return f(1e-5)", {"return f(0.0001)"}),
    ("constant", "return f(1e-3)", {"return f(0.0009)"}),
    ("constant", "return x.shape[1]", {"return x.shape[0]", "return x.shape[2]"}),
    ("constant", "return x[-1]", {"return x[-0]", "return x[-2]"}),
    # The other variant would be to leave it out.
    ("constant", "return 2.0 * x", set()),
    ("constant", "return 0.5 * x", set()),
    ("constant", "return x + 1", {"return x + 2"}),
    ("constant", "return 1 - x", {"return 0 - x", "return 2 - x"}),
    ("constant", "a -= 1.0", {"a -= 2.0"}),
    ("constant", "return x**2", {"return x**1"}),
    ("constant", "return np.sum(x, axis=1)", set()),
    ("constant", "return x.reshape(n, -1)", set()),
    ("constant", "return f'{a + 1}'", set()),
    ("constant", "if a < b:\n    raise ValueError(f'{a} is below {b + 1}', 3)", set()),
    ("constant", "t: Literal[3] = a\nreturn t", set()),
    ("boolean", "return f(a, True)", {"return f(a, False)"}),
    ("boolean", "return f(a, flag=False)", {"return f(a, flag=True)"}),
    ("boolean", "return np.sum(a, axis=1, keepdims=True)", set()),
    ("boolean", "return train(a, show_progress=False)", set()),
    ("axis", "return x.sum(axis=-1)", {"return x.sum(axis=0)", "return x.sum()"}),
    ("axis", "return np.sum(x, axis=1)", {"return np.sum(x, axis=0)", "return np.sum(x)"}),
    ("axis", "return np.sum(x, axis=0)", {"return np.sum(x, axis=1)", "return np.sum(x)"}),
    (
        "axis",
        "return np.max(x, axis=-1, keepdims=True)",
        {"return np.max(x, axis=0, keepdims=True)", "return np.max(x)"},
    ),
    (
        "axis",
        "return np.sum(x, axis=(0, 2, 3))",
        {"return np.sum(x, axis=(0, 2))", "return np.sum(x, axis=(2, 3))", "return np.sum(x)"},
    ),
    (
        "axis",
        "return np.sum(x, axis=(0, 1))",
        {"return np.sum(x, axis=0)", "return np.sum(x, axis=1)", "return np.sum(x)"},
    ),
    ("axis", "return np.stack(x, axis=0)", {"return np.stack(x, axis=1)"}),
    ("keepdims", "return np.max(x, axis=1, keepdims=True)", {"return np.max(x, axis=1)"}),
    ("keepdims", "return np.max(x, axis=1, keepdims=False)", set()),
    ("off by one", "return range(n)", {"return range(n - 1)", "return range(1, n)"}),
    ("off by one", "return range(n + 1)", {"return range(1, n + 1)"}),
    ("off by one", "return range(a, b)", {"return range(a, b - 1)", "return range(a + 1, b)"}),
    ("off by one", "return range(0, n, 3)", {"return range(0, n - 1, 3)"}),
    ("off by one", "return np.arange(n)", {"return np.arange(n - 1)", "return np.arange(1, n)"}),
    ("off by one", "return x[a:b]", {"return x[a:b - 1]", "return x[a + 1:b]"}),
    ("off by one", "return x[:n]", {"return x[:n - 1]"}),
    ("off by one", "return x[:, a if b else n:]", {"return x[:, (a if b else n) + 1:]"}),
    ("off by one", "return x[:]", set()),
    ("neighbour", "return np.sum(x)", {"return np.mean(x)"}),
    ("neighbour", "return x.mean()", {"return x.sum()"}),
    ("neighbour", "return np.max(x)", {"return np.min(x)", "return np.mean(x)"}),
    ("neighbour", "return x.argmax()", {"return x.argmin()"}),
    ("neighbour", "return np.exp(x)", {"return np.expm1(x)"}),
    ("neighbour", "return np.log(x)", {"return np.log2(x)", "return np.log1p(x)"}),
    ("neighbour", "return np.cos(x)", {"return np.sin(x)"}),
    ("neighbour", "return np.zeros_like(x)", {"return np.ones_like(x)"}),
    ("neighbour", "return np.maximum(a, b)", {"return np.minimum(a, b)"}),
    ("neighbour", "return max(a, b)", {"return min(a, b)"}),
    ("neighbour", "return sum(x)", set()),
    ("dropped call", "return np.sqrt(x)", {"return x"}),
    ("dropped call", "return a / np.sqrt(x + b)", {"return a / (x + b)"}),
    ("dropped call", "return np.clip(x, a, b)", {"return x"}),
    ("dropped call", "return x.clip(a, b)", {"return x"}),
    ("dropped choice", "return np.maximum(a, b)", {"return a", "return b"}),
    ("dropped choice", "return 2 * np.maximum(a + b, x)", {"return 2 * (a + b)", "return 2 * x"}),
    ("dropped choice", "return np.where(x, a, b)", {"return a", "return b"}),
    ("swapped arguments", "return f(a, b)", {"return f(b, a)"}),
    ("swapped arguments", "return f(a, b, x, k=n)", {"return f(b, a, x, k=n)", "return f(a, x, b, k=n)"}),
    ("swapped arguments", "return np.where(x, a, b)", {"return np.where(x, b, a)"}),
    ("swapped arguments", "return np.maximum(a, b)", set()),
    ("swapped arguments", "return config.get('k', a)", set()),
    ("swapped arguments", "return f(a, a)", set()),
    ("swapped arguments", "return f(*x, a)", set()),
    ("swapped results", "return a, b", {"return b, a"}),
    ("swapped results", "return a, b, x", set()),
    ("swapped operands", "return a - b", {"return b - a"}),
    ("swapped operands", "return a - b * x", {"return b * x - a"}),
    ("swapped operands", "return a / b / x", {"return x / (a / b)", "return b / a / x"}),
    ("swapped operands", "return a @ b", {"return b @ a"}),
    # The same as another sign, or of no effect.
    ("swapped operands", "return -(a - b)", set()),
    ("swapped operands", "return x + (a - b)", set()),
    ("swapped operands", "return x - (a - b) * n", {"return (a - b) * n - x"}),
    ("swapped operands", "return (a - b) + x", {"return (b - a) + x"}),
    ("swapped operands", "x += a - b", set()),
    ("swapped operands", "x *= a / b", set()),
    ("swapped operands", "return (a - b) ** 2", set()),
    ("swapped operands", "return np.abs(a - b)", set()),
    ("swapped operands", "return a + b", set()),
    ("dtype", "t = np.zeros(n)\nreturn t", {"t = np.zeros(n, dtype=np.float32)", "t = np.zeros(n, dtype=int)"}),
    ("dtype", "return np.zeros(n, dtype=int)", {"return np.zeros(n, dtype=float)"}),
    (
        "dtype",
        "return np.array(x, dtype=np.float64)",
        {"return np.array(x, dtype=np.float32)", "return np.array(x, dtype=int)"},
    ),
    ("dtype", "return a + np.zeros(n)", set()),
    ("dtype", "return x.astype(int)", {"return x"}),
    ("dropped copy", "return x.copy()", {"return x"}),
    ("dropped copy", "return np.array(x)", {"return x"}),
    ("dropped copy", "return dict(config)", {"return config"}),
    ("dropped copy", "return np.array([a, b])", set()),
    ("in place", "t = x - a * b  # new\nreturn t", {"x -= a * b\nt = x  # new"}),
    ("in place", "x = x - a\nreturn x", {"x -= a"}),
    ("in place", "t = a - x\nreturn t", {"a -= x\nt = a"}),
    ("in place", "t = 2 * x\nreturn t", set()),
    ("in place", "x = np.abs(x)\nt = x - a\nreturn t", set()),
    ("in place", "return {**config, 'k': a}", {"return config.update({'k': a}) or config"}),
    ("in place", "best = {}\nreturn {**best, 'k': a}", set()),
    ("dropped entry", "return {**config, 'k': a}", {"return {'k': a}", "return {**config}"}),
    ("dropped entry", "return {'k': a, 'l': b}", {"return {'l': b}", "return {'k': a}"}),
    ("default", "return config.get('k', a + b) * x", {"return (a + b) * x"}),
    ("default", "return config.get('k')", set()),
    ("removed statement", "a += b", {"pass"}),
    ("removed statement", "x[0] = a", {"pass"}),
    ("removed statement", "rng.shuffle(x)  # mixed", {"pass  # mixed"}),
    ("removed statement", "t = a\nt = f(t)\nreturn t", {"pass"}),
    ("removed statement", "x = f(x)\nreturn x", {"pass"}),
    ("removed statement", "t = np.abs(x)\nreturn t", set()),
    ("removed statement", "if a:\n    t = b\nelse:\n    t = x\nreturn t", set()),
    ("removed statement", "for k in x:\n    k = np.abs(k)\n    f(a)", {"pass"}),
    ("removed statement", "a.mean = b * a.mean + x", {"pass"}),
    ("removed statement", "a.mean = b + x", set()),
    ("removed statement", "print(a)\nreturn a", set()),
    ("removed statement", '"""Text."""\nreturn a', set()),
    ("removed guard", "if a < b:\n    raise ValueError('a')\nreturn a", {"pass"}),
    ("removed guard", "assert a, 'text'\nreturn a", {"pass"}),
    ("removed body", "if a:\n    return b\nreturn x", {"pass"}),
    ("removed body", "if a:\n    t = b\nelse:\n    t = x\nreturn t", set()),
    ("removed body", "t = n\nif a:\n    t = b\n    x[0] = t\nelse:\n    f(x)\n    f(b)\nreturn t", {"pass"}),
    ("removed body", "if a < b:\n    raise ValueError('a')\nreturn a", set()),
    ("single pass", "for k in x:\n    f(k)\nreturn a", {"break"}),
    ("single pass", "while a:\n    a = f(a)\nreturn a", {"break"}),
    ("single pass", "for k in x:\n    return k", set()),
]

# Everything at once, in the forms of a person: comments, empty lines, long lines cut, two statements on a line.
LONG = '''\
import numpy as np


def loss(W,  X, y, *, reg = 0.1):   # spaces as they are
    """A docstring with 1 + 1 and axis=0."""
    before = 1 + 1
    ### BEGIN SOLUTION
    """Not a docstring, 2 + 2."""
    if reg < 0:  # a guard
        # why it is one
        raise ValueError(f"{reg + 1} is below" + " 0")

    scores = (
        X @ W
        # with the bias
        + W[-1]
    )
    total = 0.0;  count = 0
    for k in range( len(y) ):

        total += scores[k, y[k]]  # picked
        count += 1
    mask = np.where(scores>0, scores, 0.0)
    result = {
        "loss": -total / count,  # mean
        "mask": mask.sum(axis=1, keepdims=True),
    }

    # the end
    return result, W.copy()
    ### END SOLUTION
    after = 1 + 1
'''


def solution(body, head=HEAD):
    lines = ["### BEGIN SOLUTION", *body.split("\n"), "### END SOLUTION"]
    return head + "\n" + textwrap.indent("\n".join(lines), "    ") + "\n"


def softmax_cells():
    notebook = nbformat.read(ROOT / "source" / "softmax" / "softmax.ipynb", as_version=4)
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "code" and about.get("solution"):
            yield pytest.param(cell.source, about.grade_id, id=about.grade_id)


@pytest.mark.parametrize(("operator", "body", "expected"), CASES)
def test_operator(operator, body, expected):
    found = mutants_of(solution(body), "task")
    assert {mutant.after for mutant in found if mutant.operator == operator} == expected
    assert len({mutant.source for mutant in found}) == len(found)


def test_every_operator_has_a_case():
    assert {name for name, _, _ in OPERATORS} == {operator for operator, _, expected in CASES if expected}


def test_a_mutant_tells_where_and_what():
    source = "def f(x):\n    ### BEGIN SOLUTION\n    y = x.copy()  # mine\n    return y\n    ### END SOLUTION\n"
    assert mutants_of(source, "task-1-1") == [
        Mutant(
            cell="task-1-1",
            operator="dropped copy",
            line=3,
            before="y = x.copy()  # mine",
            after="y = x  # mine",
            source=source.replace(".copy()", ""),
        )
    ]
    assert mutants_of(source, "task-1-1")[0].diff == "- y = x.copy()  # mine\n+ y = x  # mine"


def test_diff_of_more_and_of_fewer_lines():
    assert Mutant.between("task", "in place", "a\n  b\nc", "a\n  d\n  e\nc").diff == "- b\n+ d\n+ e"
    added = Mutant.between("task", "single pass", "a\nb", "a\n  break\nb")
    assert (added.line, added.before, added.after, added.diff) == (2, "", "break", "+ break")
    assert added.block == "line 1: a"
    taken = Mutant.between("task", "dropped entry", "a\na\nb", "a\nb")
    assert taken.block == ""
    assert (taken.line, taken.before, taken.after, taken.diff) == (2, "a", "", "- a")


def test_lines_outside_of_the_marks_stay():
    head, rest = LONG.split("    ### BEGIN SOLUTION\n")
    tail = rest.split("    ### END SOLUTION\n")[1]
    found = mutants_of(LONG, "task")
    assert len(found) > 20
    for mutant in found:
        assert mutant.source.startswith(head + "    ### BEGIN SOLUTION\n")
        assert mutant.source.endswith("    ### END SOLUTION\n" + tail)


def test_other_lines_stay_byte_for_byte():
    for mutant in mutants_of(LONG, "task"):
        lines = LONG.split("\n")
        start, old = mutant.line - 1, mutant.before.split("\n") if mutant.before else []
        new = mutant.after.split("\n") if mutant.after else []
        changed = mutant.source.split("\n")
        assert [line.strip() for line in lines[start : start + len(old)]] == old
        assert changed[:start] == lines[:start]
        assert changed[start + len(new) :] == lines[start + len(old) :]


def test_comments_and_texts_are_not_touched():
    for mutant in mutants_of(LONG, "task"):
        for text in ("# the end", "Not a docstring, 2 + 2.", "with 1 + 1 and axis=0", "# spaces as they are"):
            assert text in mutant.source
        if mutant.operator != "removed guard":
            assert 'raise ValueError(f"{reg + 1} is below" + " 0")' in mutant.source


def test_long_expressions_keep_their_parentheses():
    sources = {mutant.source for mutant in mutants_of(LONG, "task")}
    assert LONG.replace("+ W[-1]", "- W[-1]") in sources
    assert LONG.replace("\n        # with the bias\n        + W[-1]", "") in sources
    assert any("    scores = W[-1]\n    total" in source for source in sources)
    assert LONG.replace("count = 0", "count = 1") in sources
    assert LONG.replace('        "loss": -total / count,  # mean\n', "") in sources


def test_the_first_of_equal_mutants_is_kept():
    # To start at 2 is both another constant and off by one; `x = x` is the same as nothing.
    found = mutants_of(solution("for k in range(1, n):\n    x = x + f(k)\nreturn x"), "task")
    assert [mutant.operator for mutant in found if mutant.after == "for k in range(2, n):"] == ["constant"]
    assert [mutant.operator for mutant in found if mutant.after in ("x = x", "pass")] == ["dropped term"]


def test_no_mutant_is_the_original_or_another():
    found = [ast.dump(ast.parse(mutant.source)) for mutant in mutants_of(LONG, "task")]
    assert len(set(found)) == len(found)
    assert ast.dump(ast.parse(LONG)) not in found


def test_deterministic_and_in_order():
    found = mutants_of(LONG, "task")
    assert found == mutants_of(LONG, "task")
    assert [mutant.line for mutant in found] == sorted(mutant.line for mutant in found)


def test_all_compile_and_no_warning_escapes():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = mutants_of(solution("return 1 * (a is None)\nreturn (a + 1)(b)"), "task") + mutants_of(LONG, "task")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for mutant in found:
            compile(mutant.source, "<mutant>", "exec")


@pytest.mark.parametrize(
    "source",
    [
        "def f(a, b):\n    return a + b\n",
        "def f(a, b):\n    ### BEGIN SOLUTION\n    return a + b\n",
        "def f(a, b):\n    return a + b\n    ### END SOLUTION\n",
        "### BEGIN SOLUTION\n### END SOLUTION\nx = 1 + 1\n",
        "",
    ],
)
def test_no_marks_no_mutants(source):
    assert mutants_of(source, "task") == []


def test_several_marks():
    source = solution("return a + b") + "\nx = 1\n\n\n" + solution("return a * b", "def g(a, b):")
    found = {mutant.after for mutant in mutants_of(source, "task")}
    assert {"return a - b", "return a / b"} <= found
    assert "x = 0" not in found


def test_code_without_a_function():
    found = mutants_of("### BEGIN SOLUTION\nx = 3\nx = f(x)\nx += y\n### END SOLUTION", "task")
    # The end of the text without an end of line is kept, too.
    assert all(mutant.source.endswith("### END SOLUTION") for mutant in found)
    assert [(mutant.line, mutant.after) for mutant in found] == [
        (2, "x = 2"),
        (3, "pass"),
        (4, "x -= y"),
        (4, "x = y"),
        (4, "pass"),
    ]


def test_what_is_not_python_is_refused():
    with pytest.raises(ParserSyntaxError):
        mutants_of("### BEGIN SOLUTION\n%time f()\n### END SOLUTION\n", "task")


@pytest.mark.parametrize(("source", "cell"), list(softmax_cells()))
def test_softmax(source, cell):
    found = mutants_of(source, cell)
    assert len(found) >= 3
    assert len({mutant.source for mutant in found}) == len(found)
    assert source not in {mutant.source for mutant in found}
    assert all(mutant.cell == cell for mutant in found)
    for mutant in found:
        compile(mutant.source, "<mutant>", "exec")


def test_softmax_loses_its_shift_in_every_way():
    source = next(param.values[0] for param in softmax_cells())
    found = {mutant.after for mutant in mutants_of(source, "task-1-1")}
    assert {
        "shifted = scores  # (N, C)",
        "shifted = scores - np.max(scores)  # (N, C)",
        "shifted = scores - np.max(scores, axis=0, keepdims=True)  # (N, C)",
        "shifted = scores - np.min(scores, axis=-1, keepdims=True)  # (N, C)",
        "scores -= np.max(scores, axis=-1, keepdims=True)\nshifted = scores  # (N, C)",
    } <= found
