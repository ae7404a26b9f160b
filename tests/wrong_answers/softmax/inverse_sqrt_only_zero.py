# Only t = 0 is refused.
# family: formula
# fails: test-5-4
# says: 0\.5\).*must raise ValueError
# %% task-5-4
def inverse_sqrt_decay(learning_rate, t):
    if t == 0:
        raise ValueError("t must not be 0")
    return learning_rate / np.sqrt(t)
