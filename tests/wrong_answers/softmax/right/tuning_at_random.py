# Rates and strengths drawn at random, each run from its own generator spawned from rng.
# %% task-6-1
def tune_softmax(X_train, y_train, X_val, y_val, rng):
    num_classes = int(y_train.max()) + 1
    runs = []
    for _ in range(4):
        learning_rate = float(10 ** rng.uniform(-3.9, -3.3))
        reg = float(10 ** rng.uniform(-2, -0.5))
        child = np.random.default_rng(rng.integers(2**32))
        W, history = train(
            lambda W, X, y: softmax_loss_vectorized(W, X, y, reg),
            1e-4 * child.normal(size=(X_train.shape[1], num_classes)),
            X_train,
            y_train,
            optimiser=rmsprop,
            config={"learning_rate": learning_rate / 2},
            schedule=lambda rate, t: cosine_decay(rate, t, 100),
            num_iters=100,
            rng=child,
            show_progress=False,
        )
        predictions = np.argmax(softmax(X_val @ W), axis=1)
        runs.append((float(np.mean(predictions == y_val)), learning_rate, reg, W))
    best = max(runs, key=lambda run: run[0])
    return {
        "W": best[3],
        "learning_rate": best[1],
        "reg": best[2],
        "val_accuracy": best[0],
        "results": {(rate, reg): accuracy for accuracy, rate, reg, _ in runs},
    }
