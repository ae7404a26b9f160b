"""A term or a factor is forgotten."""

import libcst as cst

from ..expressions import SEQUENCES, nothing


def terms(node, around):
    yield from _parts(node, around.parent(node), cst.Add, cst.Subtract)


def factors(node, around):
    yield from _parts(node, around.parent(node), cst.Multiply, cst.Divide)


def _parts(node, parent, both, first):
    """Either operand of the one operation, the first of the other.

    Not if what is left out is nothing, nor if what is left is: the whole is then left out by another operator.
    """
    if any(isinstance(value, SEQUENCES) for value in (node.left, node.right)):
        return
    pairs = [(node.left, node.right)] if isinstance(node.operator, both | first) else []
    pairs += [(node.right, node.left)] if isinstance(node.operator, both) else []
    for left, dropped in pairs:
        if not nothing(dropped, node, dropped) and not nothing(left, parent, node):
            yield left


OPERATORS = [
    ("dropped term", cst.BinaryOperation, terms),
    ("dropped factor", cst.BinaryOperation, factors),
]
