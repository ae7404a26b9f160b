# The hidden layer of the lecture's program.
# family: consistent but wrong
# fails: test-3-2
# says: wrong
# %% task-3-2
def two_layer_scores(params, X):
    a1 = X @ params["W1"] + params["b1"]
    h1 = 1 / (1 + np.exp(-a1))
    scores = h1 @ params["W2"] + params["b2"]
    return scores


def predict_two_layer(params, X):
    return np.argmax(two_layer_scores(params, X), axis=1)
