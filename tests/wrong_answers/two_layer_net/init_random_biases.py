# The biases are drawn too.
# family: formula
# fails: test-3-1
# says: b1 .* is not 0
# %% task-3-1
def init_two_layer(input_dim, hidden_dim, num_classes, weight_scale, rng):
    return {
        "W1": weight_scale * rng.normal(size=(input_dim, hidden_dim)),
        "b1": weight_scale * rng.normal(size=hidden_dim),
        "W2": weight_scale * rng.normal(size=(hidden_dim, num_classes)),
        "b2": np.zeros(num_classes),
    }
