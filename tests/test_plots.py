"""Every plot returns one Figure; those of pictures have each image, title and bar in its place."""

from itertools import pairwise

import matplotlib
import numpy as np
import pytest
from drawings import draw_twice

matplotlib.use("Agg")

from matplotlib.colors import same_color

from flatgrad import plots

pytestmark = pytest.mark.usefixtures("clean_drawing")

rng = np.random.default_rng(0)
IMAGES = rng.integers(0, 256, size=(7, 4, 4, 3), dtype=np.uint8)
CLASSES = ("cat", "car", "frog")
PROBS = np.array([[0.7, 0.2, 0.1], [0.0, 0.25, 0.75]])
PATHS = {"Bowl": {"sgd": np.array([[-4.0, 1.5], [-2.0, 1.0], [0.0, 0.5]]), "adam": np.array([[-4.0, 1.5], [1.0, 1.0]])}}


def bowl(w):
    return w[0] ** 2 + 3 * w[1] ** 2


DRAWINGS = {
    "image_grid": lambda: plots.image_grid(IMAGES),
    "probability_bars": lambda: plots.probability_bars(IMAGES[:2], PROBS, np.array([0, 2]), CLASSES),
    "loss_curves": lambda: plots.loss_curves({"sgd": [3.0, 2.0, 1.0]}),
    "optimiser_paths": lambda: plots.optimiser_paths({"Bowl": bowl}, PATHS),
    "schedules": lambda: plots.schedules({"step": [0.1, 0.01]}),
    "weight_templates": lambda: plots.weight_templates(rng.normal(size=(48, 3)), CLASSES, (4, 4, 3)),
    "tuning_curves": lambda: plots.tuning_curves({(1e-3, 0.1): 0.3, (1e-4, 0.1): 0.2}),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_one_figure_that_can_be_drawn_and_closed_and_drawn_again(name):
    draw_twice(DRAWINGS[name])


def test_images_stand_in_rows_from_the_top_left():
    figure = plots.image_grid(IMAGES, titles=list("abcdefg"), columns=3)
    assert len(figure.axes) == 7 and [ax.get_title() for ax in figure.axes] == list("abcdefg")
    boxes = [ax.get_position() for ax in figure.axes]
    for i, (ax, box) in enumerate(zip(figure.axes, boxes, strict=True)):
        np.testing.assert_array_equal(ax.images[0].get_array(), IMAGES[i])
        assert not ax.axison
        row, column = divmod(i, 3)
        assert box.x0 == pytest.approx(column / 3) and box.x1 <= (column + 1) / 3
        assert 1 - (row + 1) / 3 <= box.y0 + 1e-12 and box.y1 <= 1 - row / 3 + 1e-12
    # Square pixels on paper, and room for a title above each image.
    width, height = figure.get_size_inches()
    assert boxes[0].width * width == pytest.approx(boxes[0].height * height) == pytest.approx(0.94)
    assert boxes[0].y1 * height < height - 0.25


def test_the_size_of_an_image_and_the_number_of_columns():
    figure = plots.image_grid(IMAGES, size=2.0)
    assert figure.get_size_inches().tolist() == [20, 2]
    assert figure.axes[6].get_position().x0 == pytest.approx(0.6)
    assert plots.image_grid(IMAGES / 255.0, columns=7).axes[3].images[0].get_array().max() <= 1


def test_probability_bars():
    figure = plots.probability_bars(IMAGES[:2], PROBS, np.array([0, 2]), CLASSES)
    assert len(figure.axes) == 4
    for i, label in enumerate([0, 2]):
        image, chart = figure.axes[i], figure.axes[2 + i]
        np.testing.assert_array_equal(image.images[0].get_array(), IMAGES[i])
        longest = np.argmax(PROBS[i])
        assert image.get_title() == f"label: {CLASSES[label]}\nsays: {CLASSES[longest]}" and not image.axison
        assert chart.get_xlabel() == "probability" and chart.get_xlim() == (0, 1)
        assert [bar.get_width() for bar in chart.patches] == PROBS[i].tolist()
        assert [bar.get_y() + bar.get_height() / 2 for bar in chart.patches] == pytest.approx([0, 1, 2])
        outlined = [same_color(bar.get_edgecolor(), "black") for bar in chart.patches]
        assert outlined == [c == label for c in range(3)]
        colours = {bar.get_facecolor() for bar in chart.patches}
        assert len(colours) == 2
        assert chart.yaxis_inverted()
    assert [text.get_text() for text in figure.axes[2].get_yticklabels()] == list(CLASSES)
    assert [text.get_text() for text in figure.axes[3].get_yticklabels()] in ([], ["", "", ""])
    figure.canvas.draw()
    assert all(a.get_position().y0 > b.get_position().y1 for a, b in zip(figure.axes[:2], figure.axes[2:], strict=True))
    assert not figure.texts


def test_numbers_and_titles_of_probability_bars_do_not_touch():
    six = {"images": IMAGES[:6], "probs": np.tile(PROBS, (3, 1)), "y": np.zeros(6, dtype=int), "classes": CLASSES}
    figure = plots.probability_bars(**six, title="surest of it")
    figure.canvas.draw()
    numbers = [label.get_window_extent() for ax in figure.axes[6:] for label in ax.get_xticklabels()]
    assert all(a.x1 < b.x0 for a, b in pairwise(numbers))
    (title,) = figure.texts
    assert title.get_text() == "surest of it"
    above = title.get_window_extent()
    assert all(above.y0 > ax.title.get_window_extent().y1 for ax in figure.axes[:6])
    assert above.y1 < figure.bbox.y1
    # A title takes room of its own: the pictures stay as large.
    plain = plots.probability_bars(**six)
    sizes = [f.get_size_inches()[1] * f.axes[0].get_position().height for f in (figure, plain)]
    assert sizes[0] == pytest.approx(sizes[1], rel=0.02)


def test_weight_templates():
    pictures = rng.normal(size=(7, 2, 5, 3))
    W = pictures.reshape(7, 30).T * np.arange(1.0, 8.0)
    W[:, 6] = 4  # a constant column has no range to stretch
    figure = plots.weight_templates(W, list("abcdefg"), (2, 5, 3))
    assert [ax.get_title() for ax in figure.axes] == list("abcdefg")
    for ax, picture in zip(figure.axes[:6], pictures, strict=False):
        stretched = (picture - picture.min()) / np.ptp(picture)
        np.testing.assert_allclose(ax.images[0].get_array(), stretched, atol=1e-12)
    assert not np.any(figure.axes[6].images[0].get_array())
    assert len({round(ax.get_position().y0, 6) for ax in figure.axes}) == 2  # five in a row
    assert plots.weight_templates(rng.normal(size=(3072, 2)), "ab").axes[1].images[0].get_array().shape == (32, 32, 3)
