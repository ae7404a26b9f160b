# rng.standard_normal, W2 first.
# %% task-3-1
def init_two_layer(input_dim, hidden_dim, num_classes, weight_scale, rng):
    params = dict(b1=np.zeros((hidden_dim,)), b2=np.zeros((num_classes,)))
    params["W2"] = rng.standard_normal((hidden_dim, num_classes)) * weight_scale
    params["W1"] = rng.normal(0.0, weight_scale, (input_dim, hidden_dim))
    return params
