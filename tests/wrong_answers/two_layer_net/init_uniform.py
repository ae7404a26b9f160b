# Uniform between -scale and scale.
# family: formula
# fails: test-3-1
# says: standard deviation
# %% task-3-1
def init_two_layer(input_dim, hidden_dim, num_classes, weight_scale, rng):
    return {
        "W1": rng.uniform(-weight_scale, weight_scale, size=(input_dim, hidden_dim)),
        "b1": np.zeros(hidden_dim),
        "W2": weight_scale * rng.normal(size=(hidden_dim, num_classes)),
        "b2": np.zeros(num_classes),
    }
