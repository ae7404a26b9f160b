# np.random draws, not rng.
# family: training loop
# fails: test-3-1
# says: another one for the same rng
# %% task-3-1
def init_two_layer(input_dim, hidden_dim, num_classes, weight_scale, rng):
    return {
        "W1": weight_scale * np.random.randn(input_dim, hidden_dim),
        "b1": np.zeros(hidden_dim),
        "W2": weight_scale * np.random.randn(hidden_dim, num_classes),
        "b2": np.zeros(num_classes),
    }
