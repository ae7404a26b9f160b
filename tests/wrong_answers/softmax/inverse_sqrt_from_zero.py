# t is counted from 0.
# family: formula
# fails: test-5-4
# says: inverse_sqrt_decay\(0\.1, t\)
# %% task-5-4
def inverse_sqrt_decay(learning_rate, t):
    if t < 0:
        raise ValueError("t must not be negative")
    return learning_rate / np.sqrt(t + 1)
