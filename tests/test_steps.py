"""Check.steps: right optimisers pass, and each family of wrong ones is found at the step where it goes wrong."""

import numpy as np
import pytest

from autograder import reference
from flatgrad.check import Check, CheckFailed

check = Check("Task 4.4")
rng = np.random.default_rng(4)
w, gradients = rng.normal(size=(2, 3)), rng.normal(size=(4, 2, 3))
REFERENCES = {name: getattr(reference, name) for name in ("sgd", "sgd_momentum", "rmsprop", "adam")}


def run(name, optimiser, w=w, gradients=gradients, **config):
    check.steps(REFERENCES[name], optimiser, w, gradients, {"learning_rate": 0.1, **config}, name)


def message(name, optimiser, **options):
    with pytest.raises(CheckFailed) as caught:
        run(name, optimiser, **options)
    return str(caught.value)


@pytest.mark.parametrize("name", REFERENCES)
@pytest.mark.parametrize("start", [w, np.zeros(()), np.full((2, 3), 0.5), w.astype(np.float32)])
def test_right_optimisers_pass(name, start):
    before, before_gradients = start.copy(), gradients.copy()
    run(name, REFERENCES[name], w=start, gradients=gradients if start.ndim else gradients[:, 0, 0])
    np.testing.assert_array_equal(start, before)
    np.testing.assert_array_equal(gradients, before_gradients)


def test_writing_into_w_and_config_is_not_blamed_here():
    def in_place(w, dw, config):
        config.setdefault("velocity", np.zeros_like(w))
        config["velocity"] *= 0.9
        config["velocity"] -= config["learning_rate"] * dw
        w += config["velocity"]
        return w, config

    run("sgd_momentum", in_place)


def test_lists_and_numbers_for_arrays_pass():
    run("sgd", lambda w, dw, config: ((w - config["learning_rate"] * dw).tolist(), config))


def forgets_velocity(w, dw, config):
    return reference.sgd_momentum(w, dw, {"learning_rate": config["learning_rate"]})


def ascends(w, dw, config):
    return w + config["learning_rate"] * dw, config


def no_bias_correction(w, dw, config):
    m = 0.9 * config.get("m", 0) + 0.1 * dw
    v = 0.999 * config.get("v", 0) + 0.001 * dw**2
    return w - config["learning_rate"] * m / (np.sqrt(v) + 1e-8), {**config, "m": m, "v": v}


def times_for_power(w, dw, config):
    t = config.get("t", 0) + 1
    m = 0.9 * config.get("m", 0) + 0.1 * dw
    v = 0.999 * config.get("v", 0) + 0.001 * dw**2
    step = m / (1 - 0.9 * t) / (np.sqrt(np.abs(v / (1 - 0.999 * t))) + 1e-8)
    return w - config["learning_rate"] * step, {**config, "m": m, "v": v, "t": t}


def forgets_t(w, dw, config):
    next_w, config = reference.adam(w, dw, config)
    return next_w, {**config, "t": 0}


def epsilon_inside(w, dw, config):
    _, after = reference.rmsprop(w, dw, config)
    return w - config["learning_rate"] * dw / np.sqrt(after["cache"] + 1e-8), after


@pytest.mark.parametrize(
    ("name", "optimiser", "step", "options"),
    [
        ("sgd", ascends, 1, {}),
        ("sgd_momentum", lambda w, dw, config: reference.sgd_momentum(w, dw, {**config, "momentum": 0.8}), 2, {}),
        ("sgd_momentum", forgets_velocity, 2, {}),
        ("sgd_momentum", REFERENCES["sgd"], 2, {}),
        ("rmsprop", epsilon_inside, 1, {"gradients": 1e-8 * gradients}),
        ("adam", no_bias_correction, 1, {}),
        ("adam", times_for_power, 2, {}),
        ("adam", forgets_t, 2, {}),
    ],
)
def test_the_first_wrong_step_is_named(name, optimiser, step, options):
    text = message(name, optimiser, **options)
    assert text.startswith(f"Task 4.4: w after step {step} of {name} is wrong")
    assert ("every step before was right" in text) == (step > 1)


def test_memory_in_a_global_is_found():
    memory = {}

    def remembers(w, dw, config):
        next_w, memory["config"] = reference.sgd_momentum(w, dw, {**config, **memory.get("config", {})})
        return next_w, config

    text = message("sgd_momentum", remembers)
    assert text.startswith("Task 4.4: w of a second weight array after step 1 of sgd_momentum is wrong")
    assert "is anything remembered outside the config?" in text


def test_one_config_for_all_is_found():
    shared = {"learning_rate": 0.1}

    def shares(w, dw, config):
        next_w, after = reference.adam(w, dw, shared)
        shared.update(after)
        return next_w, shared

    assert "w of a second weight array after step 1 of adam" in message("adam", shares)


def test_a_count_of_steps_in_a_global_is_found():
    count = [0]

    def counts(w, dw, config):
        count[0] += 1
        return reference.adam(w, dw, {**config, "t": count[0] - 1})

    assert "w of a second weight array after step 1 of adam" in message("adam", counts)


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        (lambda w, c: w, "sgd returned an array of shape (2, 3); it must return the tuple (next_w, config)"),
        (lambda w, c: None, "sgd returned nothing; it must return the tuple (next_w, config)"),
        (lambda w, c: (w, None), "the config that sgd returned is a NoneType; it must be a dict"),
        (lambda w, c: (w, {}), "the config that sgd returned lacks 'learning_rate'; it must hold all that it held"),
        (lambda w, c: (w[0], c), "w after step 1 of sgd has shape (3,); expected (2, 3)"),
    ],
)
def test_an_answer_of_another_form(result, sentence):
    def sgd(w, dw, config):
        return result(w - config["learning_rate"] * dw, config)

    assert message("sgd", sgd).startswith(f"Task 4.4: {sentence}")


def forgets_momentum(w, dw, config):
    return reference.sgd_momentum(w, dw, {**config, "momentum": 0.5})


@pytest.mark.parametrize(
    ("name", "optimiser", "config", "key"),
    [
        ("sgd", lambda w, dw, config: (w - 0.25 * dw, config), {}, "learning_rate"),
        ("sgd_momentum", forgets_momentum, {"momentum": 0.8}, "momentum"),
        ("rmsprop", lambda w, dw, config: (w - 0.01 * dw, config), {"decay": 0.9}, "learning_rate"),
        ("sgd", ascends, {}, None),
        ("sgd", lambda w, dw, config: (w - 3 * config["learning_rate"] * dw, config), {"kind": "sgd"}, None),
    ],
)
def test_an_entry_of_the_config_that_plays_no_role_is_named(name, optimiser, config, key):
    text = message(name, optimiser, **config)
    words = f": the result does not change when config['{key}'] changes\n"
    assert (words in text) == bool(key) and ("does not change" in text) == bool(key)


def test_an_optimiser_that_fails_with_another_config_is_wrong_all_the_same():
    def picky(w, dw, config):
        if config["learning_rate"] != 0.1:
            raise KeyError("rate")
        return w + dw, config

    assert message("sgd", picky).startswith("Task 4.4: w after step 1 of sgd is wrong\n")
