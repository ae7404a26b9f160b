# The smaller of z and w, in both passes.
# family: consistent but wrong
# fails: test-1-2
# says: values\['larger'\]
# %% task-1-2
def product_circuit(x, y, z, w):
    """f = 2 * (x * y + max(z, w)) of four numbers -> (values, grads), the dicts described above."""
    # forward
    product = x * y
    larger = min(z, w)
    total = product + larger
    f = 2.0 * total
    # backward, in reverse
    df = 1.0
    dtotal = df * 2.0
    dlarger = dtotal
    dproduct = dtotal
    dz, dw = (dlarger, 0.0) if z < w else (0.0, dlarger)
    dy = dproduct * x
    dx = dproduct * y
    values = {"product": product, "larger": larger, "total": total, "f": f}
    grads = {"x": dx, "y": dy, "z": dz, "w": dw}
    grads.update(product=dproduct, larger=dlarger, total=dtotal, f=df)
    return values, grads
