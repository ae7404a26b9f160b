"""The pictures of the hinge, its kink, and the errors of differences show what they say."""

import matplotlib
import numpy as np
import pytest

matplotlib.use("Agg")

from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from flatgrad import plots

pytestmark = pytest.mark.usefixtures("clean_drawing")

STEPS = 10.0 ** -np.arange(1, 9)
DRAWINGS = {
    "hinge_shape": lambda: plots.hinge_shape({"cat over car": -1.9, "cat over frog": 4.9}),
    "hinge_shape without dots": lambda: plots.hinge_shape({}),
    "kink": lambda: plots.kink(lambda w: abs(w - 1) + w, at=1.0, h=0.1),
    "difference_errors": lambda: plots.difference_errors(STEPS, {"forward": STEPS, "centred": STEPS**2}),
}


def lines(ax):
    return {line.get_label(): line for line in ax.lines}


@pytest.mark.parametrize("name", DRAWINGS)
def test_one_figure_with_a_title_and_labels(name):
    figure = DRAWINGS[name]()
    assert isinstance(figure, Figure) and plt.get_fignums() == [figure.number]
    figure.canvas.draw()
    (ax,) = figure.axes
    assert ax.get_title() and ax.get_xlabel() and ax.get_ylabel() and ax.get_legend()


def test_dots_lie_on_the_hinge():
    leads = {"a": -1.9, "b": 4.9, "c": 0.5}
    (ax,) = plots.hinge_shape(leads).axes
    dots = [line.get_xydata()[0].tolist() for line in ax.lines if line.get_linestyle() == "None"]
    assert sorted(dots) == sorted([lead, max(0.0, 1.0 - lead)] for lead in leads.values())
    assert {text.get_text() for text in ax.texts} == set(leads)
    curve = lines(ax)["max(0, 1 − lead)"].get_xydata()
    assert (np.maximum(0, 1 - curve[:, 0]) == curve[:, 1]).all() and [1.0, 0.0] in curve.tolist()
    assert curve[0, 0] < -1.9 and curve[-1, 0] > 4.9


def test_slopes_on_both_sides_of_a_kink_and_the_one_between():
    (ax,) = plots.kink(lambda w: 2 * max(0.0, w - 3) - w, at=3.0, h=0.25).axes
    found = lines(ax)
    assert {"loss", "slope on the left: -1", "slope on the right: 1"} < set(found)
    (chord,) = (line for label, line in found.items() if label.startswith("centred difference: "))
    assert float(chord.get_label().split(": ")[1]) == pytest.approx(0, abs=1e-9)
    np.testing.assert_allclose(chord.get_xydata(), [[2.75, -2.75], [3.25, -2.75]])


def test_errors_against_the_step_fall_to_the_right():
    (ax,) = plots.difference_errors(STEPS, {"forward": STEPS, "centred": STEPS**2}).axes
    assert ax.get_xscale() == ax.get_yscale() == "log" and ax.xaxis_inverted()
    assert set(lines(ax)) == {"forward", "centred"}
    np.testing.assert_array_equal(lines(ax)["centred"].get_xydata(), np.transpose([STEPS, STEPS**2]))
    assert len({line.get_linestyle() for line in ax.lines}) == len({line.get_marker() for line in ax.lines}) == 2
