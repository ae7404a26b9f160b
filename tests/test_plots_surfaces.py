"""The pictures of a loss along one and two directions."""

import matplotlib
import numpy as np
import pytest

matplotlib.use("Agg")

from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from flatgrad import plots

pytestmark = pytest.mark.usefixtures("clean_drawing")


def test_a_surface_is_asked_for_on_a_grid_around_the_middle():
    asked = []

    def bowl(a, b):
        asked.append((a, b))
        return a**2 + 3 * b**2

    figure = plots.loss_surface(bowl, reach=2.0, points=5)
    assert isinstance(figure, Figure) and plt.get_fignums() == [figure.number]
    figure.canvas.draw()
    steps = [-2, -1, 0, 1, 2]
    assert sorted(asked) == [(a, b) for a in steps for b in steps]
    ax, bar = figure.axes
    assert ax.get_title() and ax.get_xlabel() and ax.get_ylabel() and bar.get_ylabel() == "loss"
    assert ax.get_aspect() == 1 and ax.get_xlim() == ax.get_ylim() == (-2, 2)
    assert [line.get_xydata().tolist() for line in ax.lines] == [[[0, 0]]]


def test_the_axes_of_a_surface_are_not_exchanged():
    # Steps along the second direction alone: lines of equal loss are level.
    figure = plots.loss_surface(lambda a, b: b, points=7)
    for line in figure.axes[0].collections[-1].get_paths():
        for segment in line.to_polygons(closed_only=False):
            assert np.ptp(segment[:, 1]) < 1e-12


def test_functions_along_a_line():
    functions = {"data": lambda t: (t - 1) ** 2, "reg": lambda t: t**2}
    figure = plots.loss_line(functions, start=-0.5, stop=2.0, marks={"start": 0.0}, points=11)
    assert isinstance(figure, Figure) and plt.get_fignums() == [figure.number]
    figure.canvas.draw()
    (ax,) = figure.axes
    assert ax.get_title() and ax.get_xlabel() and ax.get_ylabel()
    t = np.linspace(-0.5, 2.0, 11)
    curves = {line.get_label(): line.get_xydata() for line in ax.lines}
    for name, f in functions.items():
        np.testing.assert_allclose(curves[name], np.transpose([t, f(t)]))
    assert [text.get_text() for text in ax.texts] == ["start"]
    assert len({line.get_linestyle() for line in ax.lines}) == 3


def test_a_line_without_marks():
    (ax,) = plots.loss_line({"loss": lambda t: t}).axes
    assert not ax.texts and ax.lines[0].get_xydata()[[0, -1]].tolist() == [[0, 0], [1, 1]]
