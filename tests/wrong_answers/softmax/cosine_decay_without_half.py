# The ½ is missing.
# family: formula
# fails: test-5-2
# says: exactly twice
# %% task-5-2
def cosine_decay(learning_rate, t, T):
    return learning_rate * (1 + np.cos(np.pi * t / T))
