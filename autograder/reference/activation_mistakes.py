"""What students write in place of an activation function or of its slope, and what each of these mistakes gives."""

import numpy as np

from .activations import (
    ACTIVATIONS,
    LEAK,
    activate,
    activate_backward,
    leaky_relu,
    maxout,
    maxout_backward,
    relu,
    relu_slope,
    sigmoid,
)


def forward_mistakes(name, x):
    """Wrong answers to the forward pass: {a sentence: what it gives}."""
    if name == "maxout":
        half = x.shape[1] // 2
        return {
            "it is the smaller candidate": -maxout(-x),
            "neighbouring columns are compared, not the two halves": x.reshape(len(x), half, 2).max(axis=2),
            "the candidates are cut off at 0: maxout is their maximum, also where both are negative": np.maximum(
                maxout(x), 0
            ),
            "it is the sum of the candidates": x[:, :half] + x[:, half:],
        }
    e = np.exp(np.minimum(x, 50.0))
    return {
        "sigmoid": {
            "it is the sigmoid of -x: the exponent is -x, not x": sigmoid(-x),
            "it is the hyperbolic tangent": np.tanh(x),
        },
        "tanh": {
            "it is the sigmoid, from 0 to 1; tanh goes from -1 to 1": sigmoid(x),
            "it is tanh(x / 2): tanh(x) is 2 * sigmoid(2 * x) - 1": np.tanh(x / 2),
            "it is tanh(-x)": np.tanh(-x),
        },
        "relu": {
            "it keeps the negative entries and drops the positive ones": np.minimum(x, 0),
            "it is the absolute value: negative entries become 0": np.abs(x),
            "it is 1 where x is positive; it must be x there": relu_slope(x),
            "it is the leaky ReLU": leaky_relu(x),
        },
        "leaky_relu": {
            "it is the plain ReLU: below 0 it must be 0.1 * x": relu(x),
            "the slope below 0 is 0.01; here it is 0.1": np.where(x > 0, x, 0.01 * x),
            "the minimum is taken where the maximum should be": np.where(x > 0, LEAK * x, x),
            "below 0 it is a constant; it must be 0.1 * x": np.where(x > 0, x, LEAK),
            "the sign of 0.1 * x is flipped below 0": np.where(x > 0, x, -LEAK * x),
        },
        "elu": {
            "below 0 the 1 is not subtracted: exp(x) - 1": np.where(x > 0, x, e),
            "below 0 the sign is flipped: exp(x) - 1 is negative there": np.where(x > 0, x, 1 - e),
            "exp(x) - 1 is for negative x only; above 0 it is x": e - 1,
            "below 0 the exponent has the wrong sign": np.where(x > 0, x, np.exp(np.minimum(-x, 50.0)) - 1),
        },
    }[name]


def backward_mistakes(name, dout, x):
    """Wrong answers to the backward pass: {a sentence: what it gives}."""
    out, right = activate(name, x), activate_backward(name, dout, x)
    lost = "dout plays no role: by the chain rule the slope is multiplied by dout"
    if name == "maxout":
        half = x.shape[1] // 2
        both = np.concatenate([dout, dout], axis=1)
        return {
            "both candidates get dout; only the larger one must": both,
            "dout goes to the smaller candidate": both - right,
            lost: maxout_backward(np.ones_like(dout), x),
            "the halves are in the wrong order": np.concatenate([right[:, half:], right[:, :half]], axis=1),
            "columns of the two halves alternate; the first half of x comes first": np.stack(
                [right[:, :half], right[:, half:]], axis=2
            ).reshape(x.shape),
            "the larger candidate gets its value times dout: its slope is 1": right * x,
            "each half gets half of dout": both / 2,
        }
    slope = ACTIVATIONS[name][1]
    by_dout = "the sign of dout decides; it must be the sign of x"
    ignored = "dout is passed on as it is: where is the slope?"
    shared = {lost: slope(x), ignored: dout}
    if name != "relu":
        shared["it is divided by the slope, not multiplied"] = dout / slope(x)
    special = {
        "sigmoid": {
            "it is dout * (1 - out) * slope, as on the lecture's slide: the slope itself is (1 - out) * out": dout
            * (1 - out)
            * slope(x),
            "x stands where out should: the slope is out * (1 - out)": dout * x * (1 - x),
            "the sigmoid is applied twice: the slope is out * (1 - out) of the out that forward returned": dout
            * slope(out),
            "it is dout * out, and the factor 1 - out is missing": dout * out,
            "it is dout * (1 - out), and the factor out is missing": dout * (1 - out),
            "it is the slope of tanh": dout * (1 - out**2),
        },
        "tanh": {
            "x stands where out should: the slope is 1 - out**2": dout * (1 - x**2),
            "tanh is applied twice: the slope is 1 - out**2 of the out that forward returned": dout * slope(out),
            "out is not squared: the slope is 1 - out**2": dout * (1 - out),
            "it is the slope of the sigmoid": dout * out * (1 - out),
            "the 1 is missing: the slope is 1 - out**2": -dout * out**2,
        },
        "relu": {
            by_dout: np.where(dout > 0, dout, 0.0),
            "the sign of both x and dout decides; it must be that of x alone": np.where(dout > 0, right, 0.0),
            "it passes where x is negative, and must pass where x is positive": np.where(x > 0, 0.0, dout),
            "dout is multiplied by out; the slope is 1 where x is positive": dout * out,
        },
        "leaky_relu": {
            by_dout: np.where(dout > 0, dout, LEAK * dout),
            "nothing passes below 0; the slope there is 0.1": np.where(x > 0, dout, 0.0),
            "the slope below 0 is 0.01; here it is 0.1": np.where(x > 0, dout, 0.01 * dout),
            "the two slopes are exchanged": np.where(x > 0, LEAK * dout, dout),
            "below 0 it is dout * 0.1 * x; the slope there is 0.1": np.where(x > 0, dout, LEAK * x * dout),
            "below 0 the slope is 0.1, with dout left out": np.where(x > 0, dout, LEAK),
        },
        "elu": {
            by_dout: np.where(dout > 0, dout, dout * np.exp(np.minimum(x, 0.0))),
            "below 0 it is dout * out; the slope is exp(x), which is out + 1": np.where(x > 0, dout, dout * out),
            "nothing passes below 0; the slope there is exp(x)": np.where(x > 0, dout, 0.0),
            "below 0 it is dout * exp(out); the slope is exp(x)": np.where(x > 0, dout, dout * np.exp(out)),
            "above 0 the slope is 1, not exp(x)": dout * np.exp(np.minimum(x, 50.0)),
            "below 0 the slope is exp(x), with dout left out": np.where(x > 0, dout, np.exp(np.minimum(x, 0.0))),
        },
    }
    return {**shared, **special[name]}
