# A generator of its own with a fixed seed.
# family: training loop
# fails: test-3-1
# says: same for another rng
# %% task-3-1
def init_two_layer(input_dim, hidden_dim, num_classes, weight_scale, rng):
    rng = np.random.default_rng(0)
    return {
        "W1": weight_scale * rng.normal(size=(input_dim, hidden_dim)),
        "b1": np.zeros(hidden_dim),
        "W2": weight_scale * rng.normal(size=(hidden_dim, num_classes)),
        "b2": np.zeros(num_classes),
    }
