# Adam, a linear schedule and flatgrad's loop.
# %% task-5-1
from flatgrad.training import train


def adam(w, dw, config):
    t = config.get("t", 0) + 1
    m = 0.9 * config.get("m", 0) + 0.1 * dw
    v = 0.999 * config.get("v", 0) + 0.001 * dw * dw
    step = config["learning_rate"] * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return w - step, {**config, "t": t, "m": m, "v": v}


def tune_two_layer(X_train, y_train, X_val, y_val, rng):
    num_classes = int(np.max(y_train)) + 1
    steps = 5 * len(X_train) // 100
    results, nets = {}, {}
    for learning_rate in (3e-4, 1e-3):
        for reg in (1e-3, 1e-2):
            nets[learning_rate, reg], _ = train(
                lambda params, X, y: two_layer_loss(params, X, y, reg),
                init_two_layer(X_train.shape[1], 50, num_classes, 0.01, rng),
                X_train,
                y_train,
                optimiser=adam,
                config={"learning_rate": learning_rate},
                schedule=lambda rate, t: rate * (1 - t / steps),
                num_iters=steps,
                batch_size=100,
                rng=rng,
                show_progress=False,
            )
            labels = predict_two_layer(nets[learning_rate, reg], X_val)
            results[learning_rate, reg] = float(np.mean(labels == y_val))
    best = max(results, key=results.get)
    return {
        "params": nets[best],
        "learning_rate": best[0],
        "reg": best[1],
        "val_accuracy": results[best],
        "results": results,
    }
