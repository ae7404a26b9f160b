# The other function does the work.
# family: not vectorised
# fails: test-1-2
# says: loops in Python
# same: second loop
# %% task-1-2
def compute_distances_one_loop(X, X_train):
    return compute_distances_two_loops(X, X_train)
