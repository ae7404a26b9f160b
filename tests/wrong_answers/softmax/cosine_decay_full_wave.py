# A whole wave: the rate comes back up.
# family: formula
# fails: test-5-2
# says: cosine_decay\(0\.1, t, 10\)
# %% task-5-2
def cosine_decay(learning_rate, t, T):
    return 0.5 * learning_rate * (1 + np.cos(2 * np.pi * t / T))
