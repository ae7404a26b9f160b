# The run with the smallest training loss wins.
# family: leakage
# fails: test-5-1
# says: higher validation accuracy|must reach
# %% task-5-1
def tune_two_layer(X_train, y_train, X_val, y_val, rng):
    num_classes = int(np.max(y_train)) + 1
    results = {}
    best_accuracy = -1.0
    for learning_rate in (1e-6, 0.02):
        for reg in (0.01, 0.003):
            start = init_two_layer(X_train.shape[1], 50, num_classes, 0.01, rng)
            params, losses = train_two_layer(
                two_layer_loss, start, X_train, y_train, sgd_momentum, cosine_decay,
                learning_rate, reg, 5 if learning_rate > 1e-3 else 1, 100, rng,
            )
            accuracy = np.mean(predict_two_layer(params, X_val) == y_val)
            results[(learning_rate, reg)] = accuracy
            if best_accuracy < 0 or losses[-1] > worst:
                best_accuracy, worst = accuracy, losses[-1]
                best_params, best_rate, best_reg = params, learning_rate, reg
    return {
        "params": best_params,
        "learning_rate": best_rate,
        "reg": best_reg,
        "val_accuracy": best_accuracy,
        "results": results,
    }
