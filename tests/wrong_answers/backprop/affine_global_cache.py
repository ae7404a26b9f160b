# The latest x and w, in a global name.
# family: purity
# fails: test-2-3
# also: test-3-1 test-4-1
# says: later forward call: keep nothing outside the cache
# %% task-2-3
latest = {}


def affine_forward(x, w, b):
    latest["x"], latest["w"] = x, w
    return x @ w + b, None


def affine_backward(dout, cache):
    x, w = latest["x"], latest["w"]
    return dout @ w.T, x.T @ dout, dout.sum(axis=0)
