# Integer division: the rate stays, and then it is 0.
# family: types
# fails: test-5-3
# says: linear_decay\(0\.1, t, 10\)
# %% task-5-3
def linear_decay(learning_rate, t, T):
    return learning_rate * (1 - t // T)
