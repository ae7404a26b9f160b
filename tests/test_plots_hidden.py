"""Pictures of hidden units, and of the accuracies against a setting."""

import matplotlib
import numpy as np
import pytest
from drawings import draw_twice

matplotlib.use("Agg")

from flatgrad import plots

pytestmark = pytest.mark.usefixtures("clean_drawing")

rng = np.random.default_rng(0)
W1, W2 = rng.normal(size=(48, 5)), rng.normal(size=(5, 3))
SMALL = {"image_shape": (4, 4, 3)}
CLASSES = ("cat", "car", "frog")


def stretched(column):
    return ((column - column.min()) / np.ptp(column)).reshape(4, 4, 3)


def test_a_picture_for_each_unit():
    figure = plots.hidden_templates(W1, columns=3, **SMALL)
    figure.canvas.draw()
    assert len(figure.axes) == 5
    for ax, column in zip(figure.axes, W1.T, strict=True):
        np.testing.assert_allclose(ax.images[0].get_array(), stretched(column))


def test_units_with_what_they_add_to_each_score():
    figure = plots.shared_templates(W1, W2, CLASSES, [3, 0], **SMALL)
    figure.canvas.draw()
    pictures, bars = figure.axes[:2], figure.axes[2:]
    assert [ax.get_title() for ax in pictures] == ["unit 3", "unit 0"] and figure.get_suptitle()
    for unit, top, bottom in zip((3, 0), pictures, bars, strict=True):
        np.testing.assert_allclose(top.images[0].get_array(), stretched(W1[:, unit]))
        assert [bar.get_width() for bar in bottom.patches] == W2[unit].tolist()
        for bar, weight in zip(bottom.patches, W2[unit], strict=True):
            others = [other for other, w in zip(bottom.patches, W2[unit], strict=True) if (w > 0) != (weight > 0)]
            assert all(bar.get_facecolor() != other.get_facecolor() for other in others)
        assert bottom.get_xlabel() == f"W2[{unit}]" and bottom.get_xlim() == bars[0].get_xlim()
    assert [label.get_text() for label in bars[0].get_yticklabels()] == list(CLASSES)


def test_accuracies_against_a_setting():
    panels = {
        "hidden units": {50: (0.5, 0.4), 3: (0.3, 0.25)},
        "reg": {0.0: (0.6, 0.4), 0.1: (0.4, 0.38), 1: (0.1, 0.1)},
    }
    figure = plots.setting_curves(panels)
    figure.canvas.draw()
    units, reg = figure.axes
    assert (units.get_xlabel(), reg.get_xlabel(), units.get_ylabel()) == ("hidden units", "reg", "accuracy")
    assert [label.get_text() for label in units.get_xticklabels()] == ["3", "50"]
    assert [label.get_text() for label in reg.get_xticklabels()] == ["0", "0.1", "1"]
    assert [line.get_ydata().tolist() for line in units.lines] == [[0.3, 0.5], [0.25, 0.4]]
    assert [line.get_ydata().tolist() for line in reg.lines] == [[0.6, 0.4, 0.1], [0.4, 0.38, 0.1]]
    (legend,) = figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["training", "validation"] and figure.get_suptitle()


@pytest.mark.parametrize(
    "make",
    [
        lambda: plots.hidden_templates(W1, **SMALL),
        lambda: plots.shared_templates(W1, W2, CLASSES, [1], **SMALL),
        lambda: plots.setting_curves({"reg": {0.1: (0.5, 0.4)}}),
    ],
)
def test_one_figure_at_a_time(make):
    draw_twice(make)
