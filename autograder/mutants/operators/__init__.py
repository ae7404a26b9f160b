"""The kinds of change: (name, types of node, function of a node and its surroundings that yields what replaces it).

Of two changes that mean the same, the one of the earlier operator is kept.
"""

from . import arithmetic, axes, bounds, calls, comparisons, constants, copies, dicts, dtypes, statements, swaps, terms

OPERATORS = (
    *arithmetic.OPERATORS,
    *terms.OPERATORS,
    *comparisons.OPERATORS,
    *constants.OPERATORS,
    *axes.OPERATORS,
    *bounds.OPERATORS,
    *calls.OPERATORS,
    *swaps.OPERATORS,
    *dtypes.OPERATORS,
    *copies.OPERATORS,
    *dicts.OPERATORS,
    *statements.OPERATORS,
)
