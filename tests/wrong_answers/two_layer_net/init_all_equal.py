# All weights equal.
# family: training loop
# fails: test-3-1
# says: equal weights
# %% task-3-1
def init_two_layer(input_dim, hidden_dim, num_classes, weight_scale, rng):
    return {
        "W1": np.full((input_dim, hidden_dim), weight_scale),
        "b1": np.zeros(hidden_dim),
        "W2": np.full((hidden_dim, num_classes), weight_scale),
        "b2": np.zeros(num_classes),
    }
