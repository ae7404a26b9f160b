"""The hinge: its shape, and what its kink does to a slope by differences."""

import matplotlib.pyplot as plt
import numpy as np

from .style import COLOURS, DASHES


def hinge_shape(leads):
    """max(0, 1 - lead) against the lead of the right class, with a dot for each {label: lead}. -> Figure."""
    fig, ax = plt.subplots(figsize=(7, 3.6), layout="constrained")
    reach = max(3.0, 1.1 * max(map(abs, leads.values()), default=0.0))
    x = np.array([-reach, 1.0, reach])
    ax.plot(x, np.maximum(0.0, 1.0 - x), color=COLOURS[0], linewidth=2, label="max(0, 1 − lead)")
    ax.axvline(1.0, color="0.6", linestyle=":", linewidth=1, label="Δ = 1: far enough ahead")
    for i, (label, lead) in enumerate(sorted(leads.items(), key=lambda item: item[1])):
        ax.plot(lead, max(0.0, 1.0 - lead), marker="osD^v"[i % 5], color=COLOURS[5], markersize=7, linestyle="")
        # To the right and above: the line falls away there. Neighbours on the flat part stand at two heights.
        offset = (6, 6 + 12 * (i % 2) * (lead >= 0))
        ax.annotate(label, (lead, max(0.0, 1.0 - lead)), xytext=offset, textcoords="offset points", fontsize=8)
    ax.set(
        xlabel="lead of the right class over another one, s_y − s_j",
        ylabel="what class j adds",
        title="The hinge",
    )
    ax.legend(fontsize=9)
    return fig


def kink(f, at, h):
    """A function of one weight near a kink: its slopes on both sides, and the chord of a centred difference.

    f: number -> number, smooth but for a kink at `at`; h: half the width of the chord. -> Figure.
    """
    fig, ax = plt.subplots(figsize=(7, 3.6), layout="constrained")
    x = np.linspace(at - 3 * h, at + 3 * h, 241)
    ax.plot(x, [f(value) for value in x], color=COLOURS[0], linewidth=2.5, label="loss")
    small = 1e-3 * h
    for side, name, place in ((-1, "left", 1), (1, "right", 2)):
        slope = side * (f(at + side * small) - f(at)) / small
        # Also a little beyond the kink, to show that it is no longer the loss there.
        reach = np.array([at - side * 0.8 * h, at + side * 2.6 * h])
        style = {"color": COLOURS[place], "linestyle": DASHES[place]}
        ax.plot(reach, f(at) + slope * (reach - at), label=f"slope on the {name}: {slope:.3g}", **style)
    ends = np.array([at - h, at + h])
    values = np.array([f(end) for end in ends])
    slope = (values[1] - values[0]) / (2 * h)
    style = {"color": COLOURS[5], "linestyle": DASHES[3], "linewidth": 2}
    ax.plot(ends, values, marker="o", label=f"centred difference: {slope:.3g}", **style)
    ax.set(xlabel="one weight", ylabel="loss", title="A kink between x − h and x + h")
    ax.ticklabel_format(useOffset=False)
    ax.legend(fontsize=9)
    return fig


def difference_errors(steps, errors):
    """The error of slopes by differences against the step h, both logarithmic. errors: {name: one per h}. -> Figure."""
    fig, ax = plt.subplots(figsize=(7, 3.8), layout="constrained")
    for i, (name, values) in enumerate(errors.items()):
        marker = "os^D"[i % 4]
        ax.loglog(steps, values, color=COLOURS[i], linestyle=DASHES[i], marker=marker, markersize=4, label=name)
    ax.invert_xaxis()  # a smaller step to the right, as one would try them
    ax.set(xlabel="step h", ylabel="error of the slope", title="Too large a step, too small a step")
    ax.legend(fontsize=9)
    return fig
