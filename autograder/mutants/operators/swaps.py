"""Two arguments, operands or results in the wrong order."""

import itertools

import libcst as cst

from ..expressions import NUMPY, builtin, exchanged, method, numpy_function, positional
from ..replacement import operand, rank

# The order says nothing, or another order is refused at once.
NUMPY_UNORDERED = ("maximum", "minimum", "add", "multiply", "allclose", "isclose", "array_equal")
BUILTIN_UNORDERED = ("max", "min", "isinstance", "getattr", "hasattr", "setattr", "print")
METHODS_UNORDERED = ("get", "setdefault", "pop", "format")
# What forgets the sign.
EVEN = ("abs", "square", "fabs")


def arguments(node, around):
    """Each positional argument with the next."""
    unordered = (
        numpy_function(node) in NUMPY_UNORDERED
        or builtin(node) in BUILTIN_UNORDERED
        or method(node) in METHODS_UNORDERED
    )
    if unordered:
        return
    for first, second in itertools.pairwise(range(len(positional(node)))):
        # A condition is no choice.
        if (numpy_function(node), first) != ("where", 0):
            yield node.with_changes(args=exchanged(node.args, first, second))


def results(node, around):
    value = node.value
    if isinstance(value, cst.Tuple) and len(value.elements) == 2:
        yield node.with_changes(value=value.with_changes(elements=exchanged(value.elements, 0, 1)))


def operands(node, around):
    parent = around.parent(node)
    if not isinstance(node.operator, cst.Subtract | cst.Divide | cst.MatrixMultiply) or _another(node, parent, around):
        return
    own = rank(node.with_changes(lpar=[], rpar=[]))
    yield node.with_changes(left=operand(node.right, own), right=operand(node.left, own, right=True))


def _another(node, parent, around):
    """Is the exchange the same as another sign of the whole, or of no effect?"""
    if isinstance(node.operator, cst.MatrixMultiply):
        return False
    right = isinstance(parent, cst.BinaryOperation) and parent.right is node
    if isinstance(node.operator, cst.Divide):
        whole = isinstance(parent, cst.AugAssign) and isinstance(parent.operator, cst.MultiplyAssign | cst.DivideAssign)
        return whole or (right and isinstance(parent.operator, cst.Multiply | cst.Divide))
    # The sign of a factor is that of the product.
    while isinstance(parent, cst.BinaryOperation) and isinstance(parent.operator, cst.Multiply | cst.Divide):
        node, parent = parent, around.parent(parent)
    match parent:
        case cst.UnaryOperation(operator=cst.Minus()) | cst.AugAssign(operator=cst.AddAssign() | cst.SubtractAssign()):
            return True
        case cst.BinaryOperation(operator=cst.Add() | cst.Subtract()):
            return parent.right is node
        case cst.BinaryOperation(operator=cst.Power(), right=cst.Integer(value="2")):
            return True
        case cst.Arg():
            call = around.parent(parent)
            return isinstance(call, cst.Call) and _name(call.func) in EVEN
    return False


def _name(func):
    """The name of a function of Python's or of numpy's."""
    if isinstance(func, cst.Attribute) and isinstance(func.value, cst.Name) and func.value.value in NUMPY:
        return func.attr.value
    return func.value if isinstance(func, cst.Name) else None


OPERATORS = [
    ("swapped arguments", cst.Call, arguments),
    ("swapped results", cst.Return, results),
    ("swapped operands", cst.BinaryOperation, operands),
]
