"""Pictures of networks and of the regions they make."""

import matplotlib
import numpy as np
import pytest
from drawings import draw_twice

matplotlib.use("Agg")

from flatgrad import data, plots

pytestmark = pytest.mark.usefixtures("clean_drawing")

X, y = data.toy_rings(50, 2, np.random.default_rng(0))


def inside(points):
    return (np.hypot(*points.T) > 1.5).astype(int)


def right_half(points):
    return (points[:, 0] > 0).astype(int)


def regions(ax):
    return np.asarray(ax.collections[0].get_array()).reshape(160, 160)


def points(ax):
    return {number: c.get_offsets() for number, c in enumerate(ax.collections[1:])}


def test_rings_by_radius_need_one_line():
    figure = plots.polar_rings(X, y)
    figure.canvas.draw()
    plane, polar = figure.axes
    assert (plane.get_xlabel(), plane.get_ylabel()) == ("x", "y") and plane.get_aspect() == 1
    assert (polar.get_xlabel(), polar.get_ylabel()) == ("radius", "angle")
    assert polar.get_title() == "by radius and angle: a line gets 100% right"
    share = int(plane.get_title().removeprefix("by x and y: a line gets ").removesuffix("% right"))
    assert 45 <= share <= 70
    np.testing.assert_allclose(points(plane)[0], X[y == 0])
    np.testing.assert_allclose(points(polar)[1][:, 0], np.hypot(*X[y == 1].T))


def test_regions_are_what_the_classifiers_say():
    figure = plots.decision_regions({"circle": inside, "half": right_half}, X, y)
    figure.canvas.draw()
    circle, half = figure.axes
    assert [ax.get_title() for ax in figure.axes] == ["circle", "half"]
    assert set(np.unique(regions(circle))) == {0, 1}
    # The plane is not turned: columns of the grid are values of x.
    assert (regions(half)[:, :70] == 0).all() and (regions(half)[:, 90:] == 1).all()
    for ax in figure.axes:
        assert ax.get_aspect() == 1
        np.testing.assert_allclose(points(ax)[0], X[y == 0])
        np.testing.assert_allclose(points(ax)[1], X[y == 1])


@pytest.mark.parametrize(("count", "shape"), [(1, (1, 1)), (2, (1, 2)), (9, (3, 3)), (4, (2, 3))])
def test_as_many_panels_as_classifiers(count, shape):
    figure = plots.decision_regions({f"net {number}": inside for number in range(count)}, X, y)
    assert len(figure.axes) == shape[0] * shape[1] and sum(ax.axison for ax in figure.axes) == count
    assert figure.axes[0].get_gridspec().get_geometry() == shape


def test_a_line_for_each_weight_and_a_circle_for_each_unit():
    figure = plots.network_layers((4, 6, 3), ("input", "hidden", "scores"))
    figure.canvas.draw()
    (ax,) = figure.axes
    assert len(ax.lines) == 4 * 6 + 6 * 3
    assert [len(circles.get_offsets()) for circles in ax.collections] == [4, 6, 3]
    assert [text.get_text() for text in ax.texts] == ["input", "hidden", "scores"]


@pytest.mark.parametrize(
    "make",
    [
        lambda: plots.polar_rings(X, y),
        lambda: plots.decision_regions({"circle": inside}, X, y),
        lambda: plots.network_layers((2, 1), ("in", "out")),
    ],
)
def test_one_figure_at_a_time(make):
    draw_twice(make)
