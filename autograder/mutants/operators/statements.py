"""A statement that is forgotten (`pass` stands in its place, so that the block stays one), a loop that runs once."""

import libcst as cst

from ..bindings import bound, names, walk
from ..expressions import TEXTS, builtin

ENDS = (cst.Return, cst.Raise, cst.Break, cst.Continue)
QUIET = ("print", "display")


def removed(node, around):
    if _forgettable(node, around):
        yield cst.Pass(semicolon=node.semicolon)


def _forgettable(node, around):
    """Does something remain to be said after the removal, and not only a NameError?"""
    match node:
        case cst.AugAssign():
            return True
        case cst.Expr(value=cst.Call()):
            return builtin(node.value) not in QUIET
        case cst.Expr():
            return not isinstance(node.value, (*TEXTS, cst.Ellipsis))
        case cst.Assign():
            targets = [target.target for target in node.targets]
        case cst.AnnAssign() if node.value is not None:
            targets = [node.target]
        case _:
            return False
    held = any(_held(target, node.value) for target in targets)
    new = set().union(*map(names, targets)) - around.bound_before(node) - around.parameters(node)
    return not new and (held or any(map(names, targets)))


def _held(target, value):
    """Does an item, or an attribute of which the new value is made, stand there with an old value?"""
    attribute = isinstance(target, cst.Attribute) and any(part.deep_equals(target) for part in walk(value))
    return attribute or isinstance(target, cst.Subscript)


def guards(node, around):
    """`if ...: raise` and `assert` go."""
    if isinstance(node, cst.Assert):
        yield cst.Pass(semicolon=node.semicolon)
    elif node.orelse is None and _raises(node.body) and _first(node, around):
        yield cst.SimpleStatementLine([cst.Pass()], leading_lines=node.leading_lines)


def bodies(node, around):
    """What an `if` or an `else` does is not done."""
    guard = isinstance(node, cst.If) and node.orelse is None and _raises(node.body)
    if not (guard and _first(node, around)) and not _needed(node, around):
        empty = cst.SimpleStatementLine([cst.Pass()])
        if isinstance(node.body, cst.IndentedBlock):
            yield node.with_changes(body=node.body.with_changes(body=[empty]))
        else:
            yield node.with_changes(body=cst.SimpleStatementSuite([cst.Pass()]))


def _raises(body):
    last = body.body[-1]
    return isinstance(last.body[-1] if isinstance(last, cst.SimpleStatementLine) else last, cst.Raise)


def _first(node, around):
    """Not an elif, which cannot go alone."""
    return not isinstance(around.parent(node), cst.If)


def _needed(node, around):
    """Does the body give names their first value, which are read later?"""
    statement = node if isinstance(node, cst.If) else around.parent(node)
    new = bound(node.body) - around.bound_before(statement) - around.parameters(statement)
    end = around.lines(node)[1]
    later = (part for part in walk(around.function(node)) if isinstance(part, cst.Name) and part.value in new)
    return any(around.lines(part)[0] > end for part in later)


def passes(node, around):
    """The loop ends after its first pass."""
    body = node.body
    if isinstance(body, cst.IndentedBlock):
        last = body.body[-1]
        if not (isinstance(last, cst.SimpleStatementLine) and isinstance(last.body[-1], ENDS)):
            end = cst.SimpleStatementLine([cst.Break()])
            yield node.with_changes(body=body.with_changes(body=[*body.body, end]))


OPERATORS = [
    ("removed statement", (cst.AugAssign, cst.Expr, cst.Assign, cst.AnnAssign), removed),
    ("removed guard", (cst.If, cst.Assert), guards),
    ("removed body", (cst.If, cst.Else), bodies),
    ("single pass", (cst.For, cst.While), passes),
]
