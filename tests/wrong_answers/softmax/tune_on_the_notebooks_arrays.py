# The notebook's own arrays are used, not the arguments.
# family: leakage
# fails: test-6-1
# says: shape \(3072, 10\)\W+expected \(1000, 3\)|arguments
# %% task-6-1
images = data.load_cifar10()
X_all, X_held_out, _ = data.standardize(
    data.flatten(images.X_train[:4000]), data.flatten(images.X_train[4000:]), data.flatten(images.X_test)
)
y_all, y_held_out = images.y_train[:4000], images.y_train[4000:]


def tune_softmax(X_train, y_train, X_val, y_val, rng):
    num_classes = 10
    results = {}
    best_accuracy = -1.0
    for learning_rate in (1e-7, 4e-4):
        for reg in (0.1, 0.01):
            W, _ = train(
                lambda W, X, y: softmax_loss_vectorized(W, X, y, reg),
                1e-4 * rng.normal(size=(X_all.shape[1], num_classes)),
                X_all,
                y_all,
                optimiser=adam,
                config={"learning_rate": learning_rate},
                schedule=lambda rate, t: linear_decay(rate, t, 80),
                num_iters=80,
                rng=rng,
                show_progress=False,
            )
            accuracy = np.mean(np.argmax(X_held_out @ W, axis=1) == y_held_out)
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
