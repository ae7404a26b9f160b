"""Learning-rate schedules: formulas of the course's lecture."""

import math


def step_decay(learning_rate, t, milestones=(30, 60, 90), factor=0.1):
    """learning_rate * factor ** (number of milestones reached at t)."""
    return learning_rate * factor ** sum(t >= milestone for milestone in milestones)


def cosine_decay(learning_rate, t, T):
    """½ * learning_rate * (1 + cos(pi t / T))."""
    return 0.5 * learning_rate * (1 + math.cos(math.pi * t / T))


def linear_decay(learning_rate, t, T):
    """learning_rate * (1 - t / T)."""
    return learning_rate * (1 - t / T)


def inverse_sqrt_decay(learning_rate, t):
    """learning_rate / sqrt(t); raises ValueError for t < 1."""
    if t < 1:
        raise ValueError(f"t counts from 1; got {t}")
    return learning_rate / math.sqrt(t)
