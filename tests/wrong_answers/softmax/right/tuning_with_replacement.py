# A loop of its own: batches drawn with replacement, plain momentum, pairs in one list.
# %% task-6-1
def tune_softmax(X_train, y_train, X_val, y_val, rng):
    num_classes = max(y_train) + 1
    results, found = {}, {}
    for rate, reg in [(3e-4, 0.0), (3e-4, 0.3), (1e-3, 0.0), (1e-3, 0.3)]:
        W, config = np.zeros((X_train.shape[1], num_classes)), {"learning_rate": rate}
        for t in range(120):
            rows = rng.integers(0, len(X_train), size=200)
            loss, dW = softmax_loss_vectorized(W, X_train[rows], y_train[rows], reg)
            config["learning_rate"] = inverse_sqrt_decay(rate, 1 + t / 10)
            W, config = sgd_momentum(W, dW, config)
        found[rate, reg] = W
        results[rate, reg] = (X_val.dot(W).argmax(axis=1) == y_val).mean()
    rate, reg = sorted(results, key=results.get)[-1]
    best = {"W": found[rate, reg], "learning_rate": rate, "reg": reg, "val_accuracy": results[rate, reg]}
    best["results"] = results
    return best
