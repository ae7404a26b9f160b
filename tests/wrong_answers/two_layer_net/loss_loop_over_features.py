# dW1 feature by feature.
# family: not vectorised
# fails: test-3-4
# says: loops in Python
# %% task-3-4
def two_layer_loss(params, X, y, reg):
    v = two_layer_values(params, X, y, reg)
    dW1 = np.array([X[:, d] @ v["da1"] for d in range(X.shape[1])]) + 2 * reg * params["W1"]
    return v["loss"], {"W1": dW1, "b1": v["db1"], "W2": v["dW2"], "b2": v["db2"]}
