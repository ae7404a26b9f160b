"""Circuits for the pictures: write an expression with numbers, get its graph with every value and every gradient.

The gradients are found by trying: each wire is nudged up and down, and everything behind it is computed again. That
costs two sweeps for every wire. How to get all of them in one sweep is what the backprop notebook is about.
"""

import math
from typing import NamedTuple

NUDGE = 1e-5


class Node(NamedTuple):
    """One node as a picture shows it. label: its operation, or its name for an input; inputs: names of nodes.

    value and gradient: numbers, arrays (drawn as their shape), or None for what is not to be shown.
    """

    name: str
    label: str
    inputs: tuple
    value: object = None
    gradient: object = None


class Wire:
    """A number in a circuit. Sums, products and the functions below make new wires of it."""

    def __init__(self, circuit, number):
        self.circuit, self.number = circuit, number

    @property
    def value(self):
        """What the wire carries."""
        return self.circuit.values[self.number]

    def __add__(self, other):
        return self.circuit._add("+", lambda a, b: a + b, self, other)

    def __sub__(self, other):
        return self.circuit._add("−", lambda a, b: a - b, self, other)

    def __mul__(self, other):
        return self.circuit._add("×", lambda a, b: a * b, self, other)

    def __truediv__(self, other):
        return self.circuit._add("÷", lambda a, b: a / b, self, other)

    def __radd__(self, other):
        return self.circuit._add(f"+{_shown(other)}", lambda a: other + a, self)

    def __rmul__(self, other):
        return self.circuit._add(f"×{_shown(other)}", lambda a: other * a, self)

    def __rtruediv__(self, other):
        return self.circuit._add(f"{_shown(other)}÷", lambda a: other / a, self)

    def __pow__(self, power):
        return self.circuit._add(f"^{_shown(power)}", lambda a: a**power, self)

    def __neg__(self):
        return -1 * self


def _shown(number):
    return f"{number:g}".replace("-", "−")


def exp(x):
    """e to the x."""
    return x.circuit._add("exp", math.exp, x)


def sigmoid(x):
    """1 / (1 + exp(-x)) as one gate."""
    return x.circuit._add("σ", lambda a: 1 / (1 + math.exp(-a)), x)


def maximum(x, y):
    """The larger of two wires."""
    return x.circuit._add("max", max, x, y)


class Circuit:
    """A circuit that grows while its expression is written.

    c = Circuit(); x, y, z = c.input("x", -2.0), c.input("y", 5.0), c.input("z", -4.0); f = (x + y) * z
    """

    def __init__(self):
        self.values, self._steps = [], []  # of each wire; a step is (label, function or None, numbers of the inputs)

    def input(self, name, value):
        """A new wire that carries a given number."""
        self.values.append(float(value))
        self._steps.append((name, None, ()))
        return Wire(self, len(self.values) - 1)

    def nodes(self, upstream=1.0):
        """The nodes in the order in which they were written, the last one the output. upstream: its gradient."""
        nodes = []
        for number, (label, _, inputs) in enumerate(self._steps):
            above, below = (self._output(number, step) for step in (NUDGE, -NUDGE))
            gradient = upstream * (above - below) / (2 * NUDGE)
            # Ten digits of a difference are right; the rest is noise, which a picture must not show.
            nodes.append(
                Node(str(number), label, tuple(map(str, inputs)), self.values[number], round(gradient, 8) + 0.0)
            )
        return nodes

    def _add(self, label, function, *wires):
        if not all(isinstance(wire, Wire) and wire.circuit is self for wire in wires):
            raise TypeError(f"{label} joins wires of one circuit; write a number in front: 2 * x, 1 + x, 1 / x")
        numbers = tuple(wire.number for wire in wires)
        self.values.append(function(*(self.values[number] for number in numbers)))
        self._steps.append((label, function, numbers))
        return Wire(self, len(self.values) - 1)

    def _output(self, nudged, step):
        """The last value, with one wire nudged and all behind it computed again."""
        values = list(self.values)
        values[nudged] += step
        for number, (_, function, inputs) in enumerate(self._steps):
            if number > nudged and function is not None:
                values[number] = function(*(values[i] for i in inputs))
        return values[-1]


def drawn(recipe, values, gradients, labels=None):
    """The nodes of a graph of gates, for a picture.

    recipe: {name: (gate, names of its inputs)}; values, gradients: {name: number or array} of all names. labels:
    {name: text} where the class of the gate, without the word Gate, will not do. A name without a gate is an input.
    """
    labels = labels or {}
    nodes = [Node(name, name, (), values[name], gradients.get(name)) for name in values if name not in recipe]
    for name, (gate, *inputs) in recipe.items():
        label = labels.get(name, type(gate).__name__.removesuffix("Gate"))
        nodes.append(Node(name, label, tuple(inputs), values[name], gradients.get(name)))
    return nodes
