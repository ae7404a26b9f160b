# Nothing is raised.
# family: formula
# fails: test-5-4
# says: must raise ValueError; it returned
# %% task-5-4
def inverse_sqrt_decay(learning_rate, t):
    return learning_rate / np.sqrt(t)
