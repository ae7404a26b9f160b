# Every score by itself through a sigmoid.
# family: formula
# fails: test-1-1
# also: test-1-2
# says: its own sum|sum to (one|1)
# %% task-1-1
def softmax(scores):
    return 1.0 / (1.0 + np.exp(-scores))
