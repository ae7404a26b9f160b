# np.random seeds the batches.
# family: training loop
# fails: test-5-1
# says: second call.*|take every random draw
# %% task-5-1
def tune_linear(X_train, y_train, X_val, y_val, rng):
    num_classes = np.max(y_train) + 1
    results = {}
    best_accuracy = -1.0
    for learning_rate in (3e-4, 1e-4):
        for reg in (0.1, 1.0):
            W, _ = train_linear(
                svm_loss_vectorized, X_train, y_train, num_classes, learning_rate, reg, 120, 64, np.random.default_rng()
            )
            accuracy = np.mean(predict_linear(W, X_val) == y_val)
            results[(learning_rate, reg)] = accuracy
            if accuracy > best_accuracy:
                best_accuracy = accuracy
                best_W, best_rate, best_reg = W, learning_rate, reg
    return {
        "W": best_W,
        "learning_rate": best_rate,
        "reg": best_reg,
        "val_accuracy": best_accuracy,
        "results": results,
    }
