# W1 is (H, D).
# family: axis and shape
# fails: test-3-1
# says: transposed|has shape
# %% task-3-1
def init_two_layer(input_dim, hidden_dim, num_classes, weight_scale, rng):
    return {
        "W1": weight_scale * rng.normal(size=(hidden_dim, input_dim)),
        "b1": np.zeros(hidden_dim),
        "W2": weight_scale * rng.normal(size=(num_classes, hidden_dim)),
        "b2": np.zeros(num_classes),
    }
