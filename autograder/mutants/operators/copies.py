"""Changes in place: a caller's array or dict is written to where a new one was made."""

import libcst as cst

from ..expressions import builtin, method, numpy_function, positional
from ..replacement import fitted

NUMPY_COPIES = ("copy", "array")
BUILTIN_COPIES = ("dict", "list", "deepcopy")
COPIED = (cst.Name, cst.Attribute, cst.Subscript)
IN_PLACE = {
    cst.Add: cst.AddAssign,
    cst.Subtract: cst.SubtractAssign,
    cst.Multiply: cst.MultiplyAssign,
    cst.Divide: cst.DivideAssign,
}


def copies(node, around):
    """x.copy(), np.array(x), dict(x) become x."""
    values = positional(node)
    if method(node) in ("copy", "deepcopy") and not values:
        yield node.func.value
    copied = numpy_function(node) in NUMPY_COPIES or builtin(node) in BUILTIN_COPIES or method(node) == "deepcopy"
    if copied and len(node.args) == len(values) == 1 and isinstance(values[0], COPIED):
        yield values[0]


def assignments(node, around):
    """`name = parameter - x` becomes `parameter -= x` and `name = parameter`."""
    match node.body:
        case [cst.Assign(targets=[cst.AssignTarget(target=cst.Name())], value=cst.BinaryOperation())]:
            (assignment,) = node.body
        case _:
            return
    target, value = assignment.targets[0].target, assignment.value
    operation = IN_PLACE.get(type(value.operator))
    if operation is None or not _given(value.left, assignment, around):
        return
    change = cst.AugAssign(value.left, operation(), fitted(value.right, value, None))
    if target.value == value.left.value:
        yield node.with_changes(body=[change])
        return
    naming = cst.SimpleStatementLine(
        [assignment.with_changes(value=value.left)], trailing_whitespace=node.trailing_whitespace
    )
    yield cst.FlattenSentinel([cst.SimpleStatementLine([change], leading_lines=node.leading_lines), naming])


def dicts(node, around):
    """`{**parameter, key: x}` becomes `parameter.update({key: x}) or parameter`, which is the parameter."""
    match node.elements:
        case [cst.StarredDictElement(value=cst.Name()), _, *_]:
            given = node.elements[0].value
        case _:
            return
    if given.value in around.parameters(node):
        rest = cst.Arg(node.with_changes(elements=node.elements[1:]))
        update = cst.Call(cst.Attribute(given, cst.Name("update")), [rest])
        yield cst.BooleanOperation(update, cst.Or(), given)


def _given(value, statement, around):
    """Is it still what the caller gave?"""
    return (
        isinstance(value, cst.Name)
        and value.value in around.parameters(statement)
        and value.value not in around.bound_before(statement)
    )


OPERATORS = [
    ("dropped copy", cst.Call, copies),
    ("in place", cst.SimpleStatementLine, assignments),
    ("in place", cst.Dict, dicts),
]
