# b1 is (1, H).
# family: axis and shape
# fails: test-3-1
# says: \(1, 50\)
# %% task-3-1
def init_two_layer(input_dim, hidden_dim, num_classes, weight_scale, rng):
    return {
        "W1": weight_scale * rng.normal(size=(input_dim, hidden_dim)),
        "b1": np.zeros((1, hidden_dim)),
        "W2": weight_scale * rng.normal(size=(hidden_dim, num_classes)),
        "b2": np.zeros(num_classes),
    }
