"""Off by one: a range or a slice that starts one late or ends one early."""

import libcst as cst

from ..expressions import builtin, integer, literal, numpy_function, positional
from ..replacement import operand


def ranges(node, around):
    bounds = positional(node)
    if (
        len(bounds) != len(node.args)
        or not bounds
        or not (builtin(node) == "range" or numpy_function(node) == "arange")
    ):
        return
    if len(bounds) == 1:
        (arg,) = node.args
        yield node.with_changes(args=[arg.with_changes(value=less(arg.value))])
        first = cst.Arg(cst.Integer("1"), comma=cst.Comma(whitespace_after=cst.SimpleWhitespace(" ")))
        yield node.with_changes(args=[first, arg])
    else:
        start, stop, *step = node.args
        yield node.with_changes(args=[start, stop.with_changes(value=less(stop.value)), *step])
        yield node.with_changes(args=[start.with_changes(value=more(start.value)), stop, *step])


def slices(node, around):
    if node.upper is not None:
        yield node.with_changes(upper=less(node.upper))
    if node.lower is not None:
        yield node.with_changes(lower=more(node.lower))


def less(value):
    return _shifted(value, -1, cst.Subtract, cst.Add)


def more(value):
    return _shifted(value, 1, cst.Add, cst.Subtract)


def _shifted(value, by, operation, inverse):
    """value + by, for by 1 or -1: the number itself where one is written, and no `+ 1 - 1`."""
    number = integer(value)
    if number is not None:
        return literal(number + by)
    if isinstance(value, cst.BinaryOperation) and isinstance(value.operator, inverse) and integer(value.right) == 1:
        return value.left
    return cst.BinaryOperation(operand(value, 10), operation(), cst.Integer("1"))


OPERATORS = [
    ("off by one", cst.Call, ranges),
    ("off by one", cst.Slice, slices),
]
