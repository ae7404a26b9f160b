# A gate with one input returns the array, no tuple.
# family: types
# fails: test-3-1
# also: test-4-1
# says: ReLUGate.backward\(dout\) must return a tuple
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
        return x * y

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
        return dx


class AffineGate:
    """x (N, D), w (D, M), b (M,) -> x @ w + b."""

    def forward(self, x, w, b):
        out, self.cache = affine_forward(x, w, b)
        return out

    def backward(self, dout):
        return affine_backward(dout, self.cache)
