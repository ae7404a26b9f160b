"""Pictures of activations and of what they do to a hidden layer."""

import matplotlib
import numpy as np
import pytest
from drawings import draw_twice

matplotlib.use("Agg")

from flatgrad import plots

pytestmark = pytest.mark.usefixtures("clean_drawing")


def relu(x):
    return np.maximum(x, 0), 1.0 * (x > 0)


def steep(x):
    return 2 * x, np.full_like(x, 2)


def test_a_function_and_its_slope_are_drawn():
    figure = plots.activation_functions({"ReLU": relu, "steep": steep}, reach=3.0)
    figure.canvas.draw()
    first, second, empty = figure.axes
    assert [ax.get_title() for ax in (first, second)] == ["ReLU", "steep"] and not empty.axison
    for ax, f in ((first, relu), (second, steep)):
        values, slopes = ax.lines[-2:]
        x = values.get_xdata()
        assert (x[0], x[-1]) == (-3, 3) and ax.get_xlim() == (-3, 3)
        np.testing.assert_array_equal([values.get_ydata(), slopes.get_ydata()], f(x))
        assert values.get_linestyle() != slopes.get_linestyle() and values.get_color() != slopes.get_color()
    (legend,) = figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["function", "slope", "|slope| < 0.01"]


def test_where_no_gradient_comes_back_is_grey():
    figure = plots.activation_functions({"ReLU": relu, "steep": steep})
    grey, none = (ax.collections[0].get_paths() for ax in figure.axes[:2])
    assert none == [] and len(grey) == 1
    assert grey[0].vertices[:, 0].min() == -6 and grey[0].vertices[:, 0].max() == 0


@pytest.mark.parametrize(("count", "rows"), [(1, 1), (3, 1), (4, 2), (6, 2)])
def test_as_many_panels_as_functions(count, rows):
    curves = {f"f{number}": relu for number in range(count)}
    figure = plots.activation_functions(curves)
    assert len(figure.axes) == 3 * rows and sum(ax.axison for ax in figure.axes) == count
    assert figure.get_size_inches()[0] < 10


def test_histograms_are_in_per_cent():
    values = np.random.default_rng(0).normal(size=(20, 30))
    figure = plots.value_histograms({"sums": (values, "sum"), "flat": (np.zeros(5), "value")}, bins=10)
    figure.canvas.draw()
    for ax, title, label in zip(figure.axes, ("sums", "flat"), ("sum", "value"), strict=True):
        assert (ax.get_title(), ax.get_xlabel()) == (title, label)
        assert sum(bar.get_height() for bar in ax.patches) == pytest.approx(100)
    assert figure.axes[0].get_ylabel() == "per cent of the numbers"


def test_dead_units_are_counted_and_marked():
    hidden = np.zeros((80, 6))
    hidden[:, 1], hidden[70, 4], hidden[3, 5] = 2.0, 0.5, 1.0  # the last active unit but one shows below what is drawn
    figure = plots.unit_activity({"start": np.ones((4, 3)), "end": hidden}, rows=60)
    figure.canvas.draw()
    start, end = figure.axes
    assert start.get_title() == "start\n0 of 3 units are dead" and end.get_title() == "end\n3 of 6 units are dead"
    assert start.collections[0].get_offsets().tolist() == []
    assert [x for x, _ in end.collections[0].get_offsets()] == [0, 2, 3]
    assert end.images[0].get_array().shape == (60, 6) and end.get_xlabel() == "hidden unit"
    np.testing.assert_array_equal(end.images[0].get_array(), hidden[:60] > 0)


@pytest.mark.parametrize(
    "make",
    [
        lambda: plots.activation_functions({"ReLU": relu}),
        lambda: plots.value_histograms({"a": (np.arange(9.0), "x")}),
        lambda: plots.unit_activity({"a": np.eye(4)}),
    ],
)
def test_one_figure_at_a_time(make):
    draw_twice(make)
