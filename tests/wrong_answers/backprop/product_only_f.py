# Returns f and the gradients, not the values.
# family: types
# fails: test-1-2
# says: values of .* must be a dict; got a float
# %% task-1-2
def product_circuit(x, y, z, w):
    """f = 2 * (x * y + max(z, w)) of four numbers -> (values, grads), the dicts described above."""
    # forward
    product = x * y
    larger = max(z, w)
    total = product + larger
    f = 2.0 * total
    # backward, in reverse
    df = 1.0
    dtotal = df * 2.0
    dlarger = dtotal
    dproduct = dtotal
    dz, dw = (dlarger, 0.0) if z > w else (0.0, dlarger)
    dy = dproduct * x
    dx = dproduct * y
    values = {"product": product, "larger": larger, "total": total, "f": f}
    grads = {"x": dx, "y": dy, "z": dz, "w": dw}
    grads.update(product=dproduct, larger=dlarger, total=dtotal, f=df)
    return f, grads
