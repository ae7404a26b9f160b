# One column is drawn and repeated.
# family: training loop
# fails: test-3-1
# says: equal weights
# %% task-3-1
def init_two_layer(input_dim, hidden_dim, num_classes, weight_scale, rng):
    return {
        "W1": np.tile(weight_scale * rng.normal(size=(input_dim, 1)), (1, hidden_dim)),
        "b1": np.zeros(hidden_dim),
        "W2": weight_scale * rng.normal(size=(hidden_dim, num_classes)),
        "b2": np.zeros(num_classes),
    }
