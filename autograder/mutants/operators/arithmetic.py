"""Another operator: plus for minus, times for divided by, and a sum that forgets what it held."""

import libcst as cst

from ..bindings import walk
from ..expressions import SEQUENCES, numpy_function

SIGNS = {
    cst.Add: cst.Subtract,
    cst.Subtract: cst.Add,
    cst.AddAssign: cst.SubtractAssign,
    cst.SubtractAssign: cst.AddAssign,
}
FACTORS = {
    cst.Multiply: cst.Divide,
    cst.Divide: cst.Multiply,
    cst.FloorDivide: cst.Divide,
    cst.Power: cst.Multiply,
    cst.MultiplyAssign: cst.DivideAssign,
    cst.DivideAssign: cst.MultiplyAssign,
}
ZEROS = ("zeros", "zeros_like")


def signs(node, around):
    yield from _exchanged(node, SIGNS)


def factors(node, around):
    yield from _exchanged(node, FACTORS)


def _exchanged(node, table):
    other = table.get(type(node.operator))
    operands = (node.left, node.right) if isinstance(node, cst.BinaryOperation) else (node.value,)
    if other is not None and not any(isinstance(value, SEQUENCES) for value in operands):
        space = {name: getattr(node.operator, name) for name in ("whitespace_before", "whitespace_after")}
        yield node.with_changes(operator=other(**space))


def minus(node, around):
    if isinstance(node.operator, cst.Minus) and not around.keyword(node, "axis") and not around.shape(node):
        yield node.expression


def accumulations(node, around):
    """`total += x` becomes `total = x`, where the total held something."""
    if isinstance(node.operator, cst.AddAssign) and (around.loop(node) or _holds(node, around)):
        space = {
            "whitespace_before_equal": node.operator.whitespace_before,
            "whitespace_after_equal": node.operator.whitespace_after,
        }
        target = cst.AssignTarget(node.target, **space)
        yield cst.Assign([target], node.value, semicolon=node.semicolon)


def _holds(node, around):
    """Did the target get more than a start of zero before?"""
    name = _root(node.target)
    for statement in around.earlier(node):
        for part in walk(statement):
            targets = []
            if isinstance(part, cst.AugAssign):
                targets = [part.target]
            elif isinstance(part, cst.Assign) and not _zero(part.value):
                targets = [target.target for target in part.targets]
            if name in map(_root, targets):
                return True
    return name in around.parameters(node)


def _root(target):
    while isinstance(target, cst.Subscript | cst.Attribute):
        target = target.value
    return target.value if isinstance(target, cst.Name) else None


def _zero(value):
    if isinstance(value, cst.Call):
        return numpy_function(value) in ZEROS
    return isinstance(value, cst.Integer | cst.Float) and value.evaluated_value == 0


OPERATORS = [
    ("sign", (cst.BinaryOperation, cst.AugAssign), signs),
    ("sign", cst.UnaryOperation, minus),
    ("factor", (cst.BinaryOperation, cst.AugAssign), factors),
    ("accumulation", cst.AugAssign, accumulations),
]
