# All weights 0.
# family: training loop
# fails: test-3-1
# says: all zeros
# %% task-3-1
def init_two_layer(input_dim, hidden_dim, num_classes, weight_scale, rng):
    return {
        "W1": np.zeros((input_dim, hidden_dim)),
        "b1": np.zeros(hidden_dim),
        "W2": np.zeros((hidden_dim, num_classes)),
        "b2": np.zeros(num_classes),
    }
