"""Put a piece of code in the place of another, with parentheses where it would otherwise be read differently."""

import libcst as cst

ATOM = 20
# How tightly what has no parentheses of its own holds together.
RANKS = {
    **dict.fromkeys((cst.NamedExpr, cst.Yield, cst.Tuple, cst.Lambda), 0),
    cst.IfExp: 1,
    cst.BooleanOperation: 2,
    cst.Comparison: 5,
    cst.UnaryOperation: 12,
}
OPERATOR_RANKS = {
    cst.Or: 2,
    cst.And: 3,
    cst.Not: 4,
    **dict.fromkeys((cst.BitOr, cst.BitXor, cst.BitAnd, cst.LeftShift, cst.RightShift), 8),
    **dict.fromkeys((cst.Add, cst.Subtract), 10),
    **dict.fromkeys((cst.Multiply, cst.Divide, cst.FloorDivide, cst.Modulo, cst.MatrixMultiply), 11),
    cst.Power: 13,
}
# Where the reading of a part depends on its rank.
TIGHT = (
    cst.BinaryOperation,
    cst.UnaryOperation,
    cst.BooleanOperation,
    cst.Comparison,
    cst.ComparisonTarget,
    cst.Attribute,
    cst.Subscript,
    cst.IfExp,
    cst.Call,
)


def rank(node):
    """How tightly an expression holds together: the higher, the less it needs parentheses."""
    if getattr(node, "lpar", ()) or not isinstance(node, cst.BaseExpression):
        return ATOM
    return OPERATOR_RANKS.get(type(getattr(node, "operator", None)), RANKS.get(type(node), ATOM))


def parenthesised(node):
    return node.with_changes(lpar=[cst.LeftParen(), *node.lpar], rpar=[*node.rpar, cst.RightParen()])


def operand(node, above, right=False):
    """An expression as the left or right operand of an operation of the rank above."""
    return parenthesised(node) if rank(node) < above + right else node


def fitted(new, old, parent):
    """new so that it can stand where old stands, below parent."""
    if not isinstance(new, cst.BaseExpression) or not isinstance(old, cst.BaseExpression) or new.lpar:
        return new
    if old.lpar and (rank(new) < ATOM or "\n" in cst.Module([]).code_for_node(new)):
        return new.with_changes(lpar=old.lpar, rpar=old.rpar)
    return parenthesised(new) if rank(new) < _needed(old, parent) else new


def _needed(old, parent):
    """The rank that whatever stands in the place of old must have."""
    if isinstance(parent, cst.BinaryOperation):
        # A power holds its left side tighter than all others do, and takes a sign on its right.
        power = isinstance(parent.operator, cst.Power)
        right = parent.right is old
        return OPERATOR_RANKS[type(parent.operator)] + (-right if power else right) + (power and not right)
    return rank(old) if isinstance(parent, TIGHT) else 0


def replaced(module, old, new, parent):
    """The module with new in the place of old."""
    try:
        return module.deep_replace(old, fitted(new, old, parent))
    except cst.CSTValidationError:
        # What held a keyword and a value apart is gone, as in return(a + b).
        return module.deep_replace(old, parenthesised(new))
