"""The training loop: where it ends, params, configs, schedules, and losses that are not finite."""

import numpy as np
import pytest
from scipy.special import log_softmax

from flatgrad.training import train

rng = np.random.default_rng(7)
X, y = rng.normal(size=(40, 3)), rng.normal(size=40)


def sgd(w, dw, config):
    return w - config["learning_rate"] * dw, config


def run(loss_fn, params, X, y, *, seed=0, **options):
    options = {"optimiser": sgd, "config": {"learning_rate": 0.1}, "num_iters": 5, "show_progress": False, **options}
    return train(loss_fn, params, X, y, rng=np.random.default_rng(seed), **options)


def squares(w, X, y):
    residual = X @ w - y
    return residual @ residual / len(y), 2 * X.T @ residual / len(y)


@pytest.mark.parametrize("batch_size", [40, 1000])
def test_least_squares_reach_their_closed_form(batch_size):
    w, history = run(squares, np.zeros(3), X, y, num_iters=400, batch_size=batch_size)
    best, residual, *_ = np.linalg.lstsq(X, y, rcond=None)
    np.testing.assert_allclose(w, best, rtol=1e-9)
    assert history.loss[0] == pytest.approx(y @ y / 40) and history.loss[-1] == pytest.approx(residual[0] / 40)
    assert len(history.loss) == len(history.learning_rate) == 400 and set(history.learning_rate) == {0.1}
    assert all(type(value) is float for value in (*history.loss, *history.learning_rate))


def test_minibatches_reach_it_too():
    exact = np.array([1.0, -2.0, 0.5])
    w, history = run(squares, np.zeros(3), X, X @ exact, num_iters=2000, batch_size=4)
    np.testing.assert_allclose(w, exact, rtol=1e-6)
    assert history.loss[-1] < 1e-9 < history.loss[0]


def test_a_convex_classifier_ends_where_its_gradient_is_0():
    labels = (X[:, 0] + 0.5 * rng.normal(size=40) > 0).astype(int)

    def softmax(W, X, y):
        log_probs = log_softmax(X @ W, axis=1)
        dscores = (np.exp(log_probs) - np.eye(2)[y]) / len(y)
        return -log_probs[np.arange(len(y)), y].mean() + 0.1 * np.sum(W * W), X.T @ dscores + 0.2 * W

    W, _ = run(softmax, np.zeros((3, 2)), X, labels, num_iters=600, config={"learning_rate": 1.0})
    np.testing.assert_allclose(softmax(W, X, labels)[1], 0, atol=1e-12)
    assert np.mean(np.argmax(X @ W, axis=1) == labels) > 0.7


def test_rows_may_come_as_lists():
    w, _ = run(squares, np.zeros(3), X.tolist(), y.tolist(), num_iters=400)
    np.testing.assert_allclose(w, np.linalg.lstsq(X, y, rcond=None)[0], rtol=1e-9)


def momentum_in_place(w, dw, config):
    config.setdefault("velocity", np.zeros_like(w))
    config["velocity"] *= 0.9
    config["velocity"] -= config["learning_rate"] * dw
    w += config["velocity"]
    return w, config


def line(params, X, y):
    residual = X @ params["W"] + params["b"] - y
    return np.mean(residual**2), {"b": 2 * np.mean(residual), "W": 2 * X.T @ residual / len(y)}


def test_a_dict_of_params_is_trained_and_the_callers_arrays_stay_as_they_were():
    params, config = {"W": np.zeros(3), "b": np.zeros(1)}, {"learning_rate": 0.05}
    found, _ = run(line, params, X, y, optimiser=momentum_in_place, config=config, num_iters=500)
    best = np.linalg.lstsq(np.column_stack([X, np.ones(40)]), y, rcond=None)[0]
    np.testing.assert_allclose([*found["W"], *found["b"]], best, rtol=1e-7)
    assert not params["W"].any() and not params["b"].any() and config == {"learning_rate": 0.05}
    w = np.zeros(3)
    run(squares, w, X, y, optimiser=momentum_in_place)
    assert not w.any()


def test_each_array_has_a_config_of_its_own():
    config = {"learning_rate": 1.0, "velocity": np.zeros(2)}

    def only_a_has_a_slope(params, X, y):
        return 1.0, {"a": np.array([1.0, 2.0]), "b": np.zeros(2)}

    params = {"a": np.zeros(2), "b": np.zeros(2)}
    found, _ = run(only_a_has_a_slope, params, X, y, optimiser=momentum_in_place, config=config, num_iters=2)
    assert found["a"].tolist() == pytest.approx([-2.9, -5.8]) and found["b"].tolist() == [0, 0]
    assert config["velocity"].tolist() == [0, 0]


def test_no_iterations_give_a_copy_of_the_params():
    w = np.ones(2)
    found, history = run(squares, w, X, y, num_iters=0)
    assert found.tolist() == [1, 1] and found is not w and history == ([], [])
    found, _ = run(line, {"W": w}, X, y, num_iters=0)
    assert found["W"].tolist() == [1, 1] and found["W"] is not w


def test_the_schedule_gets_the_base_rate_and_t_from_0():
    asked, used = [], []

    def halving(learning_rate, t):
        asked.append((learning_rate, t))
        return learning_rate / 2**t

    def spy(w, dw, config):
        used.append(config["learning_rate"])
        return sgd(w, dw, config)

    def slope_1(params, X, y):
        return 1.0, {"a": 1.0, "b": -1.0}

    params = {"a": np.zeros(()), "b": np.zeros(())}
    found, history = run(
        slope_1, params, X, y, optimiser=spy, schedule=halving, config={"learning_rate": 8}, num_iters=4
    )
    assert asked == [(8, 0), (8, 1), (8, 2), (8, 3)]
    assert history.learning_rate == [8, 4, 2, 1] and used == [8, 8, 4, 4, 2, 2, 1, 1]
    assert found["a"] == -15 and found["b"] == 15


def test_a_config_that_comes_back_is_handed_on():
    def counts(w, dw, config):
        return w, {"t": config.get("t", 0) + 1, "mark": config.get("mark", "") + str(config["learning_rate"])}

    steps = []
    run(
        lambda w, X, y: (1.0, w),
        np.zeros(1),
        X,
        y,
        optimiser=lambda w, dw, config: (w, steps.append(dict(config)) or counts(w, dw, config)[1]),
        num_iters=3,
    )
    assert [step.get("t", 0) for step in steps] == [0, 1, 2] and steps[-1]["mark"] == "0.10.1"


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize(("iteration", "advice"), [(3, "smaller learning_rate than 0.1"), (0, "no step was taken yet")])
def test_a_loss_that_is_not_finite_stops_the_run_and_says_when(value, iteration, advice):
    losses = [1.0] * iteration + [value] + [1.0] * 10
    steps = []

    def counting(w, dw, config):
        steps.append(w)
        return sgd(w, dw, config)

    with pytest.raises(FloatingPointError, match=rf"the loss is {value} in iteration {iteration}: .*{advice}"):
        run(lambda w, X, y: (losses.pop(0), w), np.zeros(1), X, y, num_iters=9, optimiser=counting)
    assert len(steps) == iteration


def test_the_bar_counts_the_iterations(capfd):
    run(squares, np.zeros(3), X, y, num_iters=7, show_progress=True)
    shown = capfd.readouterr().err
    assert "training" in shown and "7/7" in shown
    run(squares, np.zeros(3), X, y, num_iters=7)
    assert capfd.readouterr().err == ""
