"""The pictures about distances and neighbours: each image, number, frame, marker and line in its place."""

from itertools import pairwise

import matplotlib
import numpy as np
import pytest
from drawings import draw_twice

matplotlib.use("Agg")

from matplotlib.patches import Circle, Polygon, Rectangle

from flatgrad import plots

pytestmark = pytest.mark.usefixtures("clean_drawing")

rng = np.random.default_rng(0)
IMAGES = rng.integers(0, 256, size=(8, 6, 6, 3), dtype=np.uint8)
CLASSES = ("cat", "car", "frog")
POINTS = [[2.9, 0.3], [2.0, 1.9], [-2.6, -2.2]]
LABELS, NEIGHBOUR_LABELS = np.array([0, 2]), np.array([[0, 1, 0], [0, 1, 1]])
ACCURACIES = {1: [0.2, 0.4], 10: [0.5, 0.5], 3: [0.3, 0.1]}
DRAWINGS = {
    "pixel_numbers": lambda: plots.pixel_numbers(IMAGES[0], 1, 2, size=3),
    "two_distances": lambda: plots.two_distances([0, 0], POINTS, "ABC"),
    "nearest_images": lambda: plots.nearest_images(
        IMAGES[:2], IMAGES[2:].reshape(2, 3, 6, 6, 3), LABELS, NEIGHBOUR_LABELS, CLASSES
    ),
    "vote_regions": lambda: plots.vote_regions(
        {"k = 1": np.array([[0, 1, 2], [0, 0, 0]]), "k = 5": np.zeros((2, 3), dtype=int)},
        np.array([[0.0, 0.0], [1.0, 0.5], [2.0, 1.0]]),
        np.array([0, 1, 2]),
        (-1, 3, -1, 2),
    ),
    "accuracy_by_k": lambda: plots.accuracy_by_k({"a": {5: 0.2, 1: 0.9}, "b": {1: 0.3}}, "Judged", chance=0.1),
    "fold_accuracies": lambda: plots.fold_accuracies(ACCURACIES),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_one_figure_that_can_be_drawn_and_closed_and_drawn_again(name):
    draw_twice(DRAWINGS[name])


def test_the_numbers_are_those_inside_the_frame():
    whole, crop = plots.pixel_numbers(IMAGES[0], 1, 2, size=3, channel=1).axes
    (frame,) = [patch for patch in whole.patches if isinstance(patch, Rectangle)]
    assert frame.get_xy() == (1.5, 0.5) and frame.get_width() == frame.get_height() == 3
    expected = IMAGES[0, 1:4, 2:5, 1]
    assert {text.get_position(): text.get_text() for text in crop.texts} == {
        (j, i): str(expected[i, j]) for i in range(3) for j in range(3)
    }
    assert not crop.images  # the picture would tell what the numbers do not
    assert [label.get_text() for label in crop.get_xticklabels()] == ["2", "3", "4"]
    assert [label.get_text() for label in crop.get_yticklabels()] == ["1", "2", "3"]
    assert "green" in crop.get_title()


def test_the_nearest_point_lies_on_the_line_and_no_other_within():
    l1, l2 = plots.two_distances([0, 0], POINTS, "ABC").axes
    assert l1.get_title().endswith("nearest: A") and l2.get_title().endswith("nearest: B")
    (diamond,) = [patch for patch in l1.patches if isinstance(patch, Polygon)]
    (circle,) = [patch for patch in l2.patches if isinstance(patch, Circle)]
    np.testing.assert_allclose(np.abs(diamond.get_xy()).sum(axis=1), 3.2)
    assert circle.radius == pytest.approx(np.hypot(2.0, 1.9))
    assert [text.get_text() for text in l1.texts] == ["A: 3.20", "B: 3.90", "C: 4.80"]
    assert [text.get_text() for text in l2.texts] == ["A: 2.92", "B: 2.76", "C: 3.41"]


def test_neighbours_stand_to_the_right_and_those_of_the_class_have_a_frame():
    figure = DRAWINGS["nearest_images"]()
    assert [ax.get_title() for ax in figure.axes] == ["cat", "cat", "car", "cat", "frog", "cat", "car", "car"]
    framed = [ax.spines["left"].get_visible() for ax in figure.axes]
    assert framed == [False, True, False, True, False, False, False, False]
    order = [0, 2, 3, 4, 1, 5, 6, 7]
    for ax, image in zip(figure.axes, IMAGES[order], strict=True):
        np.testing.assert_array_equal(ax.images[0].get_array(), image)
    boxes = [ax.get_position() for ax in figure.axes]
    assert all(a.x1 < b.x0 for row in (boxes[:4], boxes[4:]) for a, b in pairwise(row))
    assert boxes[4].y1 < boxes[0].y0


def test_the_regions_have_the_colours_of_their_points():
    figure = DRAWINGS["vote_regions"]()
    assert [ax.get_title() for ax in figure.axes] == ["k = 1", "k = 5"]
    for ax in figure.axes:
        (area,) = ax.images
        assert area.get_extent() == [-1, 3, -1, 2] and area.origin == "lower"
        assert len(ax.collections) == 3
        for c, points in enumerate(ax.collections):
            np.testing.assert_allclose(points.get_facecolor()[0][:3], area.to_rgba(np.array([c]))[0][:3])
        # Shapes tell the classes apart too.
        assert len({len(points.get_paths()[0].vertices) for points in ax.collections}) > 1


def test_accuracies_are_sorted_by_k():
    (ax,) = DRAWINGS["accuracy_by_k"]().axes
    first, second, chance = ax.lines
    assert first.get_xydata().tolist() == [[1, 0.9], [5, 0.2]] and second.get_xydata().tolist() == [[1, 0.3]]
    assert chance.get_ydata() == [0.1, 0.1] and ax.get_title() == "Judged" and ax.get_xlabel() == "k"
    assert [label.get_text() for label in ax.get_xticklabels()] == ["1", "5"]
    assert first.get_linestyle() != second.get_linestyle() and first.get_marker() != second.get_marker()


def test_every_fold_is_a_dot_and_the_mean_a_line():
    (ax,) = plots.fold_accuracies(ACCURACIES).axes
    dots = [line for line in ax.lines if line.get_marker() == "o"]
    assert [line.get_xydata().tolist() for line in dots] == [
        [[1, 0.2], [3, 0.3], [10, 0.5]],
        [[1, 0.4], [3, 0.1], [10, 0.5]],
    ]
    (means,) = [line for line in ax.lines if line.get_marker() == "s"]
    np.testing.assert_allclose(means.get_xydata(), [[1, 0.3], [3, 0.2], [10, 0.5]])
    (bars,) = ax.containers
    segments = bars.lines[2][0].get_segments()
    np.testing.assert_allclose([segment[:, 1] for segment in segments], [[0.2, 0.4], [0.1, 0.3], [0.5, 0.5]])
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["one fold", "mean ± one deviation"]
