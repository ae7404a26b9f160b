# The line goes up.
# family: formula
# fails: test-5-3
# says: linear_decay\(0\.1, t, 10\)
# %% task-5-3
def linear_decay(learning_rate, t, T):
    return learning_rate * t / T
