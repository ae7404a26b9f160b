# One-hot labels and the log-sum-exp of its own; more values than asked for.
# %% task-3-3
def two_layer_values(params, X, y, reg):
    W1, W2 = params["W1"], params["W2"]
    N, C = len(X), W2.shape[1]
    v = {}
    v["a1"] = X.dot(W1) + params["b1"]
    v["h1"] = v["a1"].clip(min=0)
    v["scores"] = v["h1"].dot(W2) + params["b2"]
    top = v["scores"].max(axis=1)[:, None]
    v["log_sum"] = top + np.log(np.exp(v["scores"] - top).sum(axis=1))[:, None]
    one_hot = np.zeros((N, C))
    one_hot[range(N), y] = 1
    v["data_loss"] = np.sum(one_hot * (v["log_sum"] - v["scores"])) / N
    v["loss"] = float(v["data_loss"] + reg * np.linalg.norm(W1) ** 2 + reg * np.linalg.norm(W2) ** 2)
    v["probs"] = np.exp(v["scores"] - v["log_sum"])
    v["dscores"] = (v["probs"] - one_hot) / N
    v["dW2"] = np.dot(v["h1"].T, v["dscores"])
    v["dW2"] += 2 * reg * W2
    v["db2"] = np.ones(N) @ v["dscores"]
    v["dh1"] = np.dot(v["dscores"], W2.T)
    v["da1"] = v["dh1"].copy()
    v["da1"][v["a1"] <= 0] = 0
    v["dW1"] = (v["da1"].T @ X).T + 2 * reg * W1
    v["db1"] = np.sum(v["da1"], 0)
    return v
