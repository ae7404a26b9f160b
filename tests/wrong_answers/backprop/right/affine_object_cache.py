# The cache is an object of a class.
# %% task-2-3
class Cache:
    def __init__(self, x, w):
        self.x, self.w = x, w

def affine_forward(x, w, b):
    return x @ w + b[None, :], Cache(x, w)

def affine_backward(dout, cache):
    return dout.dot(cache.w.T), cache.x.T.dot(dout), dout.sum(0)
