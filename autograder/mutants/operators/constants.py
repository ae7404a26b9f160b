"""Another number, and True for False."""

import libcst as cst

from ..expressions import neutral

NUMBERS = {0: (1,), 1: (0, 2), 2: (1,), 0.5: (1,)}
# From here down a tenth less cannot be told by any tolerance: such a number is a guard, and only its size matters.
TINY = 1e-5
# Arguments with operators of their own, and those that only change what is shown.
ELSEWHERE = ("axis", "keepdims", "dtype", "copy", "show_progress", "verbose")
TRUTH = {"True": "False", "False": "True"}


def numbers(node, around):
    number = int if isinstance(node, cst.Integer) else float
    if around.keyword(node, *ELSEWHERE) or around.shape(around.parent(node)):
        return
    same = neutral(node, around.parent(node))
    for value in NUMBERS.get(node.evaluated_value) or [_near(node.evaluated_value)]:
        # To be left out altogether is another operator's.
        if value != same:
            yield node.with_changes(value=repr(number(value)))


def _near(value):
    if isinstance(value, int):
        return min(value - 1, round(0.9 * value))
    return float(f"{value * (10 if value <= TINY else 0.9):.3g}")


def truth(node, around):
    if node.value in TRUTH and not around.keyword(node, *ELSEWHERE):
        yield cst.Name(TRUTH[node.value])


OPERATORS = [
    ("constant", (cst.Integer, cst.Float), numbers),
    ("boolean", cst.Name, truth),
]
