# The error is returned instead of raised.
# family: formula
# fails: test-5-4
# says: must raise ValueError; it returned
# %% task-5-4
def inverse_sqrt_decay(learning_rate, t):
    if t < 1:
        return ValueError("t counts from 1")
    return learning_rate / np.sqrt(t)
