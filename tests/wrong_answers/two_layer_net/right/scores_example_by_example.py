# A loop over the rows, and a list of labels.
# %% task-3-2
def two_layer_scores(params, X):
    rows = []
    for x in X:
        h = np.maximum(x.dot(params["W1"]) + params["b1"], 0)
        rows.append(h.dot(params["W2"]) + params["b2"])
    return np.array(rows)


def predict_two_layer(params, X):
    return [int(np.argmax(scores)) for scores in two_layer_scores(params, X)]
