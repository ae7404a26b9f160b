# Rates as np.float64 and as arrays without an axis.
# %% task-5-1
def step_decay(learning_rate, t, milestones=(30, 60, 90), factor=0.1):
    reached = np.sum(t >= np.array(milestones))
    return learning_rate * np.power(factor, reached)


# %% task-5-2
def cosine_decay(learning_rate, t, T):
    return np.array(learning_rate * 0.5 * (np.cos(t / T * np.pi) + 1))


# %% task-5-3
def linear_decay(learning_rate, t, T):
    return np.float64(learning_rate) - np.float64(learning_rate) * t / T


# %% task-5-4
def inverse_sqrt_decay(learning_rate, t):
    if not t >= 1:
        raise ValueError("the first step is t = 1")
    return learning_rate * np.power(float(t), -0.5)
