# The division as a product with 1 / bottom.
# %% task-1-3
def ratio_circuit(x, y):
    sig_y = sigmoid(y)
    top = x + sig_y
    sig_x = sigmoid(x)
    total = x + y
    square = total * total
    bottom = sig_x + square
    inverse = 1.0 / bottom
    f = top * inverse
    dtop = inverse
    dinverse = top
    dbottom = dinverse * (-1.0 / bottom ** 2)
    dsig_x, dsquare = dbottom, dbottom
    dtotal = 0.0
    dtotal += dsquare * total
    dtotal += dsquare * total
    dx, dy = dtotal, dtotal
    dx += sig_x * (1 - sig_x) * dsig_x
    dx += dtop
    dsig_y = dtop
    dy += sig_y * (1 - sig_y) * dsig_y
    return ({"sig_y": sig_y, "top": top, "sig_x": sig_x, "total": total, "square": square, "bottom": bottom, "f": f, "inverse": inverse},
            {"x": dx, "y": dy, "sig_y": dsig_y, "top": dtop, "sig_x": dsig_x, "total": dtotal, "square": dsquare, "bottom": dbottom, "inverse": dinverse, "f": 1.0})
