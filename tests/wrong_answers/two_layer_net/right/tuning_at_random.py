# Settings drawn at random on a logarithmic scale.
# %% task-5-1
def tune_two_layer(X_train, y_train, X_val, y_val, rng):
    num_classes = y_train.max() + 1
    runs = []
    for _ in range(4):
        rate, reg = 10 ** rng.uniform(-1.9, -1.6), 10 ** rng.uniform(-4, -2)
        params = init_two_layer(X_train.shape[1], 60, num_classes, 0.02, rng)
        params, _ = train_two_layer(
            two_layer_loss, params, X_train, y_train, sgd_momentum, cosine_decay, rate, reg, 6, 128, rng
        )
        runs.append((np.mean(predict_two_layer(params, X_val) == y_val), rate, reg, params))
    accuracy, rate, reg, params = max(runs, key=lambda run: run[0])
    results = {(run[1], run[2]): run[0] for run in runs}
    return {"params": params, "learning_rate": rate, "reg": reg, "val_accuracy": accuracy, "results": results}
