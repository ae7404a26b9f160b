# Uniform with the right standard deviation.
# family: formula
# fails: test-3-1
# says: normal distribution
# %% task-3-1
def init_two_layer(input_dim, hidden_dim, num_classes, weight_scale, rng):
    return {
        "W1": weight_scale * np.sqrt(3) * rng.uniform(-1, 1, size=(input_dim, hidden_dim)),
        "b1": np.zeros(hidden_dim),
        "W2": weight_scale * np.sqrt(3) * rng.uniform(-1, 1, size=(hidden_dim, num_classes)),
        "b2": np.zeros(num_classes),
    }
