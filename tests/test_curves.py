"""Curves, paths and schedules: what is drawn, its labels, titles and legends."""

import matplotlib
import numpy as np
import pytest

matplotlib.use("Agg")


from flatgrad import plots

pytestmark = pytest.mark.usefixtures("clean_drawing")

rng = np.random.default_rng(0)
PATHS = {"Bowl": {"sgd": np.array([[-4.0, 1.5], [-2.0, 1.0], [0.0, 0.5]]), "adam": np.array([[-4.0, 1.5], [1.0, 1.0]])}}


def bowl(w):
    return w[0] ** 2 + 3 * w[1] ** 2


def legend(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def test_loss_curves():
    values = rng.normal(size=100)
    figure = plots.loss_curves({"sgd": values, "adam": [5.0, 3.0]}, baseline=(2.3, "log 10"))
    (ax,) = figure.axes
    assert (ax.get_xlabel(), ax.get_ylabel(), ax.get_title()) == ("iteration", "loss", "Loss while training")
    assert legend(ax) == ["sgd", "adam", "log 10"]
    raw, mean, short_raw, short_mean, baseline = ax.lines
    assert raw.get_ydata().tolist() == values.tolist() and raw.get_alpha() < 0.5
    # The mean at iteration t is that of the last 25 values.
    assert mean.get_xdata().tolist() == list(range(24, 100))
    np.testing.assert_allclose(mean.get_ydata(), [values[t - 24 : t + 1].mean() for t in range(24, 100)], atol=1e-12)
    assert short_raw.get_ydata().tolist() == [5, 3]
    assert short_mean.get_xdata().tolist() == [1] and short_mean.get_ydata().tolist() == [4]
    assert set(baseline.get_ydata()) == {2.3}


def test_other_loss_curves():
    (ax,) = plots.loss_curves({"sgd": [4.0, 2.0, 0.0]}, title="Minibatch loss", smooth=2).axes
    assert ax.get_title() == "Minibatch loss" and legend(ax) == ["sgd"] and len(ax.lines) == 2
    assert ax.lines[1].get_ydata().tolist() == [3, 1]
    assert legend(plots.loss_curves({"not run": [], "diverged": [1.0, np.nan, np.inf]}).axes[0]) == [
        "not run",
        "diverged",
    ]


def test_optimiser_paths():
    paths = {**PATHS, "Ravine": {"sgd": np.array([[1.0, 1.0], [0.5, -9.0]])}}
    figure = plots.optimiser_paths({"Bowl": bowl, "Ravine": lambda w: -5 + w[0] ** 2}, paths)
    assert [ax.get_title() for ax in figure.axes] == ["Bowl", "Ravine"]
    assert legend(figure.axes[0]) == ["sgd", "adam"]
    for ax, runs in zip(figure.axes, paths.values(), strict=True):
        assert (ax.get_xlabel(), ax.get_ylabel()) == ("w[0]", "w[1]")
        assert len(ax.collections) > 0  # the contours
        *drawn, start = ax.lines
        for line, run in zip(drawn, runs.values(), strict=True):
            np.testing.assert_array_equal(line.get_xydata(), run)
            assert (ax.get_xlim()[0] < run[:, 0]).all() and (run[:, 0] < ax.get_xlim()[1]).all()
            assert (ax.get_ylim()[0] < run[:, 1]).all() and (run[:, 1] < ax.get_ylim()[1]).all()
        assert start.get_xydata().tolist() == [next(iter(runs.values()))[0].tolist()]
        assert [text.get_text() for text in ax.texts] == ["start"]
        assert drawn[0].get_linewidth() > 2 * max([line.get_linewidth() for line in drawn[1:]], default=1)
    # A path looks the same in every panel.
    assert figure.axes[0].get_xlim() == figure.axes[1].get_xlim()
    assert figure.axes[0].get_ylim() == figure.axes[1].get_ylim()


def test_contours_follow_the_function():
    (ax,) = plots.optimiser_paths(
        {"Slope": lambda w: w[0]}, {"Slope": {"sgd": np.array([[0.0, 0.0], [1.0, 2.0]])}}
    ).axes
    curves = [path for collection in ax.collections for path in collection.get_paths() if len(path.vertices)]
    inside = [curve.vertices[np.argsort(curve.vertices[:, 1])] for curve in curves]
    assert inside and all(np.ptp(curve[:, 1]) > 2 for curve in inside)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_a_path_that_diverges_and_a_flat_surface_are_still_drawn(bad):
    path = np.array([[1.0, 2.0], [3.0, 4.0], [bad, 5.0]])
    figure = plots.optimiser_paths({"Flat": lambda w: 0 * w[0]}, {"Flat": {"sgd": path}})
    figure.canvas.draw()
    assert -2 < figure.axes[0].get_xlim()[0] < 1 and 3 < figure.axes[0].get_xlim()[1] < 6


def test_schedules():
    rates = {"step": [0.1, 0.1, 0.01], "linear": [0.1, 0.05]}
    figure = plots.schedules(rates, title="Rates", xlabel="epoch", steps=("step",))
    (ax,) = figure.axes
    assert (ax.get_xlabel(), ax.get_ylabel(), ax.get_title()) == ("epoch", "learning rate", "Rates")
    assert legend(ax) == ["step", "linear"]
    assert [line.get_ydata().tolist() for line in ax.lines] == [[0.1, 0.1, 0.01], [0.1, 0.05]]
    assert ax.lines[0].get_xdata().tolist() == [0, 1, 2]
    assert [line.get_drawstyle() for line in ax.lines] == ["steps-post", "default"]
    (ax,) = plots.schedules({"step": [0.1, 0.01]}).axes
    assert (ax.get_xlabel(), ax.get_title()) == ("t", "Learning-rate schedules")


def test_tuning_curves():
    results = {(1e-2, 0.5): 0.1, (1e-4, 0.1): 0.2, (1e-3, 0.1): 0.4, (1e-4, 0.5): 0.3}
    (ax,) = plots.tuning_curves(results).axes
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("learning rate", "validation accuracy")
    assert ax.get_title() == "What the search tried" and ax.get_xscale() == "log"
    assert legend(ax) == ["reg = 0.1", "reg = 0.5"]
    assert ax.lines[0].get_xydata().tolist() == [[1e-4, 0.2], [1e-3, 0.4]]
    assert ax.lines[1].get_xydata().tolist() == [[1e-4, 0.3], [1e-2, 0.1]]
    assert ax.get_xticks().tolist() == [1e-4, 1e-3, 1e-2]
    assert [text.get_text() for text in ax.get_xticklabels()] == ["0.0001", "0.001", "0.01"]


@pytest.mark.parametrize(
    ("accuracies", "span"),
    [((0.36, 0.35), 0.1), ((0.3, 0.3), 0.1), ((0.1, 0.4), 0.33), ((0.36, np.nan), 0.1)],
)
def test_noise_does_not_fill_the_picture_of_a_search(accuracies, span):
    results = {(10.0**-i, 0.1): accuracy for i, accuracy in enumerate(accuracies)}
    low, high = plots.tuning_curves(results).axes[0].get_ylim()
    assert high - low == pytest.approx(span)
    known = [accuracy for accuracy in accuracies if np.isfinite(accuracy)]
    assert low + high == pytest.approx(min(known) + max(known))


MANY = [f"run {i}" for i in range(11)]


@pytest.mark.parametrize(
    ("figure", "names"),
    [
        (lambda: plots.loss_curves({name: [2.0, 1.0] for name in MANY}), MANY),
        (lambda: plots.schedules({name: [2.0, 1.0] for name in MANY}), MANY),
        (lambda: plots.tuning_curves({(rate, reg): 0.3 for rate in (1, 2) for reg in range(11)}), None),
        (lambda: plots.optimiser_paths({"Bowl": bowl}, {"Bowl": {name: np.eye(2) for name in MANY}}), MANY),
    ],
)
def test_more_lines_than_colours_are_all_drawn_and_eight_look_different(figure, names):
    (ax,) = figure().axes
    assert legend(ax) == (names or [f"reg = {i}" for i in range(11)])
    handles = ax.get_legend().legend_handles
    assert len({handle.get_color() for handle in handles[:8]}) == 8
    assert len({str(handle._dash_pattern) for handle in handles[:8]}) == 8
