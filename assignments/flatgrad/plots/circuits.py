"""Computational graphs: values above the wires, gradients below, from left to right."""

from itertools import accumulate, pairwise

import matplotlib.pyplot as plt
import numpy as np

from .layers import layered
from .style import COLOURS

VALUE, GRADIENT, WIRE = COLOURS[0], COLOURS[5], "0.55"
# In inches: from column to column where labels are short, from row to row.
COLUMN, ROW = 1.45, 0.72
# How far the straight wire behind a node goes, on which its numbers stand, and half a letter of a label. In columns.
REACH, LETTER = 0.54, 0.031


class _Drawing:
    """One graph, laid out: nodes {name: Node}; places and wires as in `layers.layered`; x of each column; its size."""

    def __init__(self, nodes):
        nodes = nodes.nodes() if hasattr(nodes, "nodes") else nodes
        self.nodes = {node.name: node for node in nodes}
        self.places, self.wires = layered({name: node.inputs for name, node in self.nodes.items()})
        halves = [0.0] * (1 + max(column for column, _ in self.places.values()))
        for name, (column, _) in self.places.items():
            halves[column] = max(halves[column], _half(self.nodes[name]))
        self.halves = halves
        gaps = [halves[0], *(a + b + REACH + 0.3 for a, b in pairwise(halves))]
        self.xs = list(accumulate(gaps))
        self.wide = self.xs[-1] + halves[-1] + REACH
        rows = [row for _, row in self.places.values()] + [row for *_, points in self.wires for _, row in points]
        self.high = 1 + max(rows)

    def behind(self, column):
        """Where the straight wires behind the nodes of a column end."""
        return self.xs[column] + self.halves[column] + REACH


def circuit(nodes, title="values above the wires, gradients below"):
    """One graph. nodes: a list of `flatgrad.circuit.Node`, or a Circuit. -> Figure."""
    return circuits({title: nodes}, columns=1)


def circuits(graphs, columns=2):
    """Several graphs, each under its title. graphs: {title: list of nodes, or a Circuit}. -> Figure."""
    drawings = {title: _Drawing(nodes) for title, nodes in graphs.items()}
    wide, high = (max(getattr(drawing, size) for drawing in drawings.values()) for size in ("wide", "high"))
    rows = -(-len(drawings) // columns)
    size = (columns * (wide + 0.2) * COLUMN, rows * (high * ROW + 0.45))
    fig, axes = plt.subplots(rows, columns, figsize=size, squeeze=False, layout="constrained")
    for ax in axes.flat:
        ax.axis("off")
    for ax, (title, drawing) in zip(axes.flat, drawings.items(), strict=False):
        ax.set(xlim=(-0.1, wide + 0.1), ylim=(high - 0.45, -0.55))
        ax.set_title(title, fontsize=11, loc="left")
        _draw(ax, drawing, (high - drawing.high) / 2)
    return fig


def _draw(ax, drawing, down):
    for source, target, points in drawing.wires:
        column, row = drawing.places[source]
        end_column, end_row = drawing.places[target]
        # Straight behind the node, where its numbers stand, then along the places of its own in each column.
        path = [(drawing.xs[column], row), (drawing.behind(column), row)]
        for passed, at in points:
            path += [(drawing.xs[passed] - drawing.halves[passed], at), (drawing.behind(passed), at)]
        path.append((drawing.xs[end_column] - 0.7 * _half(drawing.nodes[target]), end_row))
        xs, ys = np.transpose(path)
        ax.plot(xs, ys + down, color=WIRE, linewidth=1.2, zorder=1, solid_joinstyle="round")
    used = {name for node in drawing.nodes.values() for name in node.inputs}
    for name, node in drawing.nodes.items():
        column, row = drawing.places[name]
        x, row = drawing.xs[column], row + down
        if name not in used:
            ax.plot([x, drawing.behind(column)], [row, row], color=WIRE, linewidth=1.2, zorder=1)
        if node.label:
            box = {"boxstyle": "round,pad=0.35", "facecolor": "white", "linewidth": 1}
            box["edgecolor"] = "black" if node.inputs else "none"
            ax.text(x, row, node.label, ha="center", va="center", fontsize=10, bbox=box, zorder=3)
        start = {"x": x + _half(node) + 0.05, "ha": "left", "fontsize": 9, "zorder": 2}
        ax.text(y=row - 0.05, s=_text(node.value), va="bottom", color=VALUE, **start)
        ax.text(y=row + 0.07, s=_text(node.gradient), va="top", color=GRADIENT, **start)


def _half(node):
    """Half the width of a node's label, in columns."""
    return (0.05 + LETTER * len(node.label)) * bool(node.label)


def _text(value):
    """A number with at most four digits, the shape of an array, or nothing."""
    if value is None:
        return ""
    if np.ndim(value):
        return str(np.shape(value)).replace(" ", "")
    return f"{float(value):.4g}".replace("-", "−")
