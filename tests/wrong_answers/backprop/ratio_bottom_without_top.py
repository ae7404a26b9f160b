# -1 / bottom ** 2, as for 1 / bottom.
# family: chain rule
# fails: test-1-3
# says: grads\['bottom'\].*the slope with respect to bottom is -top / bottom
# %% task-1-3
def ratio_circuit(x, y):
    """f = (x + sigmoid(y)) / (sigmoid(x) + (x + y) ** 2) of two numbers.

    Returns (values, grads), the dicts described above.
    """
    # forward
    sig_y = sigmoid(y)
    top = x + sig_y
    total = x + y
    square = total**2
    sig_x = sigmoid(x)
    bottom = sig_x + square
    f = top / bottom
    # backward, in reverse
    df = 1.0
    dtop = df / bottom
    dbottom = -df / bottom**2
    dsig_x = dbottom
    dsquare = dbottom
    dtotal = dsquare * 2.0 * total
    dx = dtotal
    dy = dtotal
    dx += dsig_x * (1.0 - sig_x) * sig_x
    dx += dtop
    dsig_y = dtop
    dy += dsig_y * (1.0 - sig_y) * sig_y
    values = {"sig_y": sig_y, "top": top, "sig_x": sig_x, "total": total, "square": square}
    values.update(bottom=bottom, f=f)
    grads = {"x": dx, "y": dy, "sig_y": dsig_y, "top": dtop, "sig_x": dsig_x, "total": dtotal}
    grads.update(square=dsquare, bottom=dbottom, f=df)
    return values, grads
