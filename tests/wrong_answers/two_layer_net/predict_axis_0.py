# argmax over the rows.
# family: axis and shape
# fails: test-3-2
# says: array of labels .* has shape
# %% task-3-2
def two_layer_scores(params, X):
    a1 = X @ params["W1"] + params["b1"]
    h1 = np.maximum(0, a1)
    scores = h1 @ params["W2"] + params["b2"]
    return scores


def predict_two_layer(params, X):
    return np.argmax(two_layer_scores(params, X), axis=0)
