# A dot product for the product.
# family: consistent but wrong
# fails: test-3-1
# says: out of MultiplyGate
# %% task-3-1
class AddGate:
    """x, y of one shape -> x + y."""

    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return dout, dout


class MultiplyGate:
    """x, y of one shape -> x * y."""

    def forward(self, x, y):
        self.x, self.y = x, y
        return np.sum(x * y)

    def backward(self, dout):
        dx = dout * self.y
        dy = dout * self.x
        return dx, dy


class ReLUGate:
    """x -> max(0, x)."""

    def forward(self, x):
        self.x = x
        return np.maximum(0.0, x)

    def backward(self, dout):
        dx = np.where(self.x > 0, dout, 0.0)
        return (dx,)


class AffineGate:
    """x (N, D), w (D, M), b (M,) -> x @ w + b."""

    def forward(self, x, w, b):
        out, self.cache = affine_forward(x, w, b)
        return out

    def backward(self, dout):
        return affine_backward(dout, self.cache)
