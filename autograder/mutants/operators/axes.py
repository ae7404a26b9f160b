"""A reduction along another axis, over everything, or without the axis kept."""

import libcst as cst

from ..expressions import integer, kept, keyword, literal, numpy_function, without_keywords

# Where to leave the axis out is to say the same.
DEFAULTS = {"concatenate": 0, "stack": 0, "sort": -1, "argsort": -1, "diff": -1}


def axes(node, around):
    """Another axis; for several, one of them less."""
    if node.keyword is None or node.keyword.value != "axis":
        return
    axis = integer(node.value)
    if axis is not None:
        yield node.with_changes(value=literal({-1: 0, 0: 1}.get(axis, axis - 1 if axis > 0 else axis + 1)))
    elif isinstance(node.value, cst.Tuple):
        elements = node.value.elements
        for dropped in (elements[-1], elements[0]):
            left = kept(elements, lambda element, dropped=dropped: element is not dropped)
            yield node.with_changes(value=left[0].value if len(left) == 1 else node.value.with_changes(elements=left))


def everything(node, around):
    """The axis is left out, and keepdims with it: with a kept axis of length 1 the values would be the same."""
    axis = keyword(node, "axis")
    if axis is not None and DEFAULTS.get(numpy_function(node), "none") != integer(axis):
        yield without_keywords(node, "axis", "keepdims")


def kept_axes(node, around):
    value = keyword(node, "keepdims")
    if isinstance(value, cst.Name) and value.value == "True":
        yield without_keywords(node, "keepdims")


OPERATORS = [
    ("axis", cst.Arg, axes),
    ("axis", cst.Call, everything),
    ("keepdims", cst.Call, kept_axes),
]
