# The config is changed and returned; math.cos.
# %% task-4-1
import math


def sgd_momentum(w, dw, config):
    config.setdefault("momentum", 0.9)
    v = config.get("velocity")
    if v is None:
        v = np.zeros(w.shape)
    config["velocity"] = config["momentum"] * v - config["learning_rate"] * dw
    return w + config["velocity"], config


def cosine_decay(learning_rate, t, T):
    return learning_rate * math.cos(math.pi * t / T / 2) ** 2
