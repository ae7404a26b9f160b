"""Arrays of another type: what rounds to single precision or to integers."""

import libcst as cst

from ..expressions import kept, keyword, method, numpy_function, positional

# Functions that make an array, and how many arguments come before the dtype.
MAKERS = {
    **dict.fromkeys(("zeros", "ones", "empty", "array", "asarray", "zeros_like", "ones_like", "empty_like"), 1),
    **dict.fromkeys(("full", "full_like"), 2),
}
SINGLE, WHOLE, DOUBLE = "np.float32", "int", "float"
OTHERS = {
    None: (SINGLE, WHOLE),
    "float": (SINGLE, WHOLE),
    "float64": (SINGLE, WHOLE),
    "float32": (WHOLE,),
    "int": (DOUBLE,),
    "int64": (DOUBLE,),
    "bool": (WHOLE,),
}
# Within an expression an array of zeros takes the type of what it meets, and nothing changes.
BOUND = (cst.Assign, cst.AnnAssign, cst.Return, cst.Element, cst.DictElement)


def makers(node, around):
    places = MAKERS.get(numpy_function(node))
    if places is None or len(positional(node)) != places or not isinstance(around.parent(node), BOUND):
        return
    value = keyword(node, "dtype")
    for dtype in OTHERS.get(_name(value), ()):
        others = kept(node.args, lambda arg: arg.keyword is None or arg.keyword.value != "dtype")
        others[-1] = others[-1].with_changes(comma=cst.Comma(whitespace_after=cst.SimpleWhitespace(" ")))
        equal = cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace(""))
        last = cst.Arg(cst.parse_expression(dtype), keyword=cst.Name("dtype"), equal=equal, comma=node.args[-1].comma)
        yield node.with_changes(args=[*others, last])


def _name(value):
    if value is None:
        return None
    if isinstance(value, cst.Attribute):
        value = value.attr
    return value.value if isinstance(value, cst.Name) else "unknown"


def casts(node, around):
    """x.astype(...) becomes x."""
    if method(node) == "astype":
        yield node.func.value


OPERATORS = [
    ("dtype", cst.Call, makers),
    ("dtype", cst.Call, casts),
]
