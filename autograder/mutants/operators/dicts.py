"""A dict that loses an entry, or whose stored value is not looked at."""

import libcst as cst

from ..expressions import kept, method, positional


def entries(node, around):
    for dropped in node.elements:
        yield node.with_changes(elements=kept(node.elements, lambda element, dropped=dropped: element is not dropped))


def defaults(node, around):
    """config.get(key, x) becomes x."""
    values = positional(node)
    if method(node) == "get" and len(values) == 2:
        yield values[1]


OPERATORS = [
    ("dropped entry", cst.Dict, entries),
    ("default", cst.Call, defaults),
]
