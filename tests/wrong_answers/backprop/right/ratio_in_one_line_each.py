# The sums at the forks in one expression; math for numpy.
# %% task-1-3
import math

def ratio_circuit(x, y):
    s = lambda t: 1 / (1 + math.exp(-t))
    v = {}
    v["sig_y"] = s(y)
    v["top"] = x + v["sig_y"]
    v["sig_x"] = s(x)
    v["total"] = x + y
    v["square"] = v["total"] ** 2
    v["bottom"] = v["sig_x"] + v["square"]
    v["f"] = v["top"] / v["bottom"]
    g = {"f": 1}
    g["bottom"] = -v["f"] / v["bottom"]
    g["top"] = 1 / v["bottom"]
    g["sig_x"] = g["square"] = g["bottom"]
    g["total"] = g["square"] * 2 * v["total"]
    g["sig_y"] = g["top"]
    g["x"] = g["top"] + g["sig_x"] * v["sig_x"] * (1 - v["sig_x"]) + g["total"]
    g["y"] = g["sig_y"] * v["sig_y"] * (1 - v["sig_y"]) + g["total"]
    return v, g
