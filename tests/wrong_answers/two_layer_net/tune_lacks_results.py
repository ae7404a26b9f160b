# No results.
# family: axis and shape
# fails: test-5-1
# says: lacks the keys
# %% task-5-1
def tune_two_layer(X_train, y_train, X_val, y_val, rng):
    num_classes = int(np.max(y_train)) + 1
    results = {}
    best_accuracy = -1.0
    for learning_rate in (1e-6, 0.02):
        for reg in (0.01, 0.003):
            start = init_two_layer(X_train.shape[1], 50, num_classes, 0.01, rng)
            params, _ = train_two_layer(
                two_layer_loss, start, X_train, y_train, sgd_momentum, cosine_decay,
                learning_rate, reg, 5 if learning_rate > 1e-3 else 1, 100, rng,
            )
            accuracy = np.mean(predict_two_layer(params, X_val) == y_val)
            results[(learning_rate, reg)] = accuracy
            if accuracy > best_accuracy:
                best_accuracy = accuracy
                best_params, best_rate, best_reg = params, learning_rate, reg
    return {
        "params": best_params,
        "learning_rate": best_rate,
        "reg": best_reg,
        "val_accuracy": best_accuracy,
    }
