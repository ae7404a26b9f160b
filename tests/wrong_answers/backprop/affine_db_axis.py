# db is summed over the wrong axis.
# family: axis and shape
# fails: test-2-3
# also: test-3-1 test-4-1
# says: db of affine_backward has shape \(2,\); expected \(4,\).*db is the sum of the rows
# %% task-2-3
def affine_forward(x, w, b):
    """out = x @ w + b: x (N, D), w (D, M), b (M,) -> (out, cache) with out (N, M)."""
    out = x @ w + b  # (N, M)
    cache = (x, w)
    return out, cache


def affine_backward(dout, cache):
    """dout (N, M), and the cache of the forward call -> (dx, dw, db), with the shapes of x, w and b."""
    x, w = cache
    db = np.sum(dout, axis=1)  # (M,)
    dw = x.T @ dout  # (D, M)
    dx = dout @ w.T  # (N, D)
    return dx, dw, db
