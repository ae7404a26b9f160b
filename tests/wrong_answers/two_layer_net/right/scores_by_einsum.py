# einsum; predict sorts.
# %% task-3-2
def two_layer_scores(params, X):
    hidden = np.einsum("nd,dh->nh", X, params["W1"]) + params["b1"][None, :]
    hidden = hidden * (hidden > 0)
    return np.einsum("nh,hc->nc", hidden, params["W2"]) + params["b2"][None, :]


def predict_two_layer(params, X):
    return np.argsort(two_layer_scores(params, X), axis=1)[:, -1]
