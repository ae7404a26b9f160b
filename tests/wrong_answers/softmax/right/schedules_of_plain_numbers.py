# Plain Python floats, with math, and other forms of the same formulas.
# %% task-5-1
def step_decay(learning_rate, t, milestones=(30, 60, 90), factor=0.1):
    rate = learning_rate
    for milestone in milestones:
        rate *= factor if t >= milestone else 1
    return rate


# %% task-5-2
import math


def cosine_decay(learning_rate, t, T):
    return learning_rate * math.cos(0.5 * math.pi * t / T) ** 2


# %% task-5-3
def linear_decay(learning_rate, t, T):
    return learning_rate * (T - t) / T


# %% task-5-4
class TooEarly(ValueError):
    pass


def inverse_sqrt_decay(learning_rate, t):
    if t < 1:
        raise TooEarly(f"t = {t} is before the first step")
    return learning_rate / t**0.5
