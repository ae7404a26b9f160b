# The best settings are trained once more on both sets together.
# family: leakage
# fails: test-6-1
# says: learnt the validation labels
# %% task-6-1
def tune_softmax(X_train, y_train, X_val, y_val, rng):
    num_classes = int(np.max(y_train)) + 1
    results = {}
    best_accuracy = -1.0
    for learning_rate in (3e-4, 6e-4):
        for reg in (0.1, 0.01):
            W, _ = train(
                lambda W, X, y: softmax_loss_vectorized(W, X, y, reg),
                1e-4 * rng.normal(size=(X_train.shape[1], num_classes)),
                X_train,
                y_train,
                optimiser=adam,
                config={"learning_rate": learning_rate},
                schedule=lambda rate, t: linear_decay(rate, t, 80),
                num_iters=80,
                rng=rng,
                show_progress=False,
            )
            accuracy = np.mean(np.argmax(X_val @ W, axis=1) == y_val)
            results[(learning_rate, reg)] = accuracy
            if accuracy > best_accuracy:
                best_accuracy = accuracy
                best_W, best_rate, best_reg = W, learning_rate, reg
    best_W, _ = train(
        lambda W, X, y: softmax_loss_vectorized(W, X, y, best_reg),
        best_W,
        np.concatenate([X_train, X_val]),
        np.concatenate([y_train, y_val]),
        optimiser=adam,
        config={"learning_rate": best_rate},
        num_iters=80,
        rng=rng,
        show_progress=False,
    )
    best_accuracy = np.mean(np.argmax(X_val @ best_W, axis=1) == y_val)
    results[(best_rate, best_reg)] = best_accuracy
    return {
        "W": best_W,
        "learning_rate": best_rate,
        "reg": best_reg,
        "val_accuracy": best_accuracy,
        "results": results,
    }
