# Divided by the root of the number of inputs, which nobody asked for.
# family: formula
# fails: test-3-1
# says: times weight_scale
# %% task-3-1
def init_two_layer(input_dim, hidden_dim, num_classes, weight_scale, rng):
    return {
        "W1": weight_scale * rng.normal(size=(input_dim, hidden_dim)) / np.sqrt(input_dim),
        "b1": np.zeros(hidden_dim),
        "W2": weight_scale * rng.normal(size=(hidden_dim, num_classes)) / np.sqrt(hidden_dim),
        "b2": np.zeros(num_classes),
    }
