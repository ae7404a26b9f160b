"""A function's neighbour in its place, or what it is called on without the call."""

import libcst as cst

from ..expressions import builtin, method, numpy_function, positional

REDUCTIONS = {
    "sum": ("mean",),
    "mean": ("sum",),
    "max": ("min", "mean"),
    "min": ("max", "mean"),
    "argmax": ("argmin",),
    "argmin": ("argmax",),
    "std": ("var",),
    "var": ("std",),
    "any": ("all",),
    "all": ("any",),
}
NEIGHBOURS = {
    **REDUCTIONS,
    "exp": ("expm1",),
    "expm1": ("exp",),
    "log": ("log2", "log1p"),
    "log1p": ("log",),
    "cos": ("sin",),
    "sin": ("cos",),
    "zeros": ("ones",),
    "ones": ("zeros",),
    "zeros_like": ("ones_like",),
    "ones_like": ("zeros_like",),
    "maximum": ("minimum",),
    "minimum": ("maximum",),
    "floor": ("ceil",),
    "ceil": ("floor",),
}
BUILTINS = {"max": ("min",), "min": ("max",), "any": ("all",), "all": ("any",)}
UNWRAPPED = ("sqrt", "clip", "abs", "square")


def neighbours(node, around):
    if builtin(node) is not None:
        for name in BUILTINS.get(builtin(node), ()):
            yield node.with_changes(func=cst.Name(name))
        return
    for name in NEIGHBOURS.get(numpy_function(node), REDUCTIONS.get(method(node), ())):
        yield node.with_changes(func=node.func.with_changes(attr=cst.Name(name)))


def bare(node, around):
    """np.sqrt(x), np.clip(x, 0, 1) and x.clip(0, 1) become x."""
    values = positional(node)
    if method(node) == "clip":
        yield node.func.value
    elif values and (numpy_function(node) in UNWRAPPED or builtin(node) == "abs"):
        yield values[0]


def choices(node, around):
    """np.maximum(a, b) and np.where(condition, a, b) become a, and b."""
    values = positional(node)
    if numpy_function(node) == "where" and len(values) == 3:
        yield from values[1:]
    elif (numpy_function(node) in ("maximum", "minimum") or builtin(node) in ("max", "min")) and len(values) == 2:
        yield from values


OPERATORS = [
    ("neighbour", cst.Call, neighbours),
    ("dropped call", cst.Call, bare),
    ("dropped choice", cst.Call, choices),
]
