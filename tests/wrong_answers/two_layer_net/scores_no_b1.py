# The first bias is forgotten.
# family: consistent but wrong
# fails: test-3-2
# says: b1 is missing
# %% task-3-2
def two_layer_scores(params, X):
    a1 = X @ params["W1"]
    h1 = np.maximum(0, a1)
    scores = h1 @ params["W2"] + params["b2"]
    return scores


def predict_two_layer(params, X):
    return np.argmax(two_layer_scores(params, X), axis=1)
