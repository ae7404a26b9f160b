# weight_scale is not used.
# family: formula
# fails: test-3-1
# says: times weight_scale
# %% task-3-1
def init_two_layer(input_dim, hidden_dim, num_classes, weight_scale, rng):
    return {
        "W1": rng.normal(size=(input_dim, hidden_dim)),
        "b1": np.zeros(hidden_dim),
        "W2": rng.normal(size=(hidden_dim, num_classes)),
        "b2": np.zeros(num_classes),
    }
