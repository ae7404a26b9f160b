# The cache is a dict of everything; the sum by a product with ones.
# %% task-2-3
def affine_forward(x, w, b):
    out = np.dot(x, w)
    out += b
    return out, {"x": x, "w": w, "b": b, "out": out}

def affine_backward(dout, cache):
    dx, dw = matmul_backward(dout, cache["x"], cache["w"])
    db = np.ones(len(dout)) @ dout
    return dx, dw, db
