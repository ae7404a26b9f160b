"""Questions about expressions that several operators ask, and pieces they build."""

import libcst as cst

NUMPY = ("np", "numpy")
TEXTS = (cst.SimpleString, cst.FormattedString, cst.ConcatenatedString)
SEQUENCES = (*TEXTS, cst.List, cst.ListComp, cst.Tuple)


def integer(node):
    """The value of -1, 0, 1 and the like; None for anything else."""
    if isinstance(node, cst.UnaryOperation) and isinstance(node.operator, cst.Minus):
        value = integer(node.expression)
        return None if value is None else -value
    return node.evaluated_value if isinstance(node, cst.Integer) else None


def literal(value):
    """An int as code."""
    number = cst.Integer(str(abs(value)))
    return number if value >= 0 else cst.UnaryOperation(cst.Minus(), number)


def numpy_function(call):
    """The name of the numpy function that is called, else None."""
    func = call.func
    if isinstance(func, cst.Attribute) and isinstance(func.value, cst.Name) and func.value.value in NUMPY:
        return func.attr.value
    return None


def method(call):
    """The name of the method that is called, else None."""
    called = isinstance(call.func, cst.Attribute) and numpy_function(call) is None
    return call.func.attr.value if called else None


def builtin(call):
    """The plain name that is called, else None."""
    return call.func.value if isinstance(call.func, cst.Name) else None


def positional(call):
    """The values of the positional arguments; none if one is starred."""
    if any(arg.star for arg in call.args):
        return []
    return [arg.value for arg in call.args if arg.keyword is None]


def keyword(call, name):
    """The value of a keyword argument, else None."""
    return next((arg.value for arg in call.args if arg.keyword is not None and arg.keyword.value == name), None)


def without_keywords(call, *keywords):
    """A call that loses these keyword arguments."""
    return call.with_changes(args=kept(call.args, lambda arg: arg.keyword is None or arg.keyword.value not in keywords))


def kept(items, wanted):
    """The wanted of the items of a call, tuple or dict; the last keeps the comma, or none, of the last before."""
    left = [item for item in items if wanted(item)]
    if left and left[-1] is not items[-1]:
        left[-1] = left[-1].with_changes(comma=items[-1].comma)
        if isinstance(items[-1], cst.Arg):
            left[-1] = left[-1].with_changes(whitespace_after_arg=items[-1].whitespace_after_arg)
    return left


def exchanged(items, first, second):
    """The items of a call or tuple with the values of two exchanged, their commas and comments left in place."""
    items = list(items)
    one, other = items[first], items[second]
    items[first], items[second] = one.with_changes(value=other.value), other.with_changes(value=one.value)
    return items


def nothing(value, parent, place):
    """Would value, in the place of a part of a sum or product, be the same as to leave the place out?"""
    return isinstance(value, cst.Integer | cst.Float) and value.evaluated_value == neutral(place, parent)


def neutral(node, parent):
    """0 or 1 if a value of that, in this place of a sum or product, would be the same as to leave it out; else None."""
    if not isinstance(parent, cst.BinaryOperation | cst.AugAssign):
        return None
    left = isinstance(parent, cst.BinaryOperation) and parent.left is node
    match parent.operator:
        case cst.Add() | cst.AddAssign() | cst.SubtractAssign():
            return 0
        case cst.Multiply() | cst.MultiplyAssign() | cst.DivideAssign():
            return 1
        case cst.Subtract() if not left:
            return 0
        case cst.Divide() if not left:
            return 1
    return None
