# Classes that live for one step; all that is remembered goes back into the config.
# %% task-4-2
class Momentum:
    def __init__(self, config):
        self.rate = config["learning_rate"]
        self.momentum = config.get("momentum", 0.9)
        self.velocity = config.get("velocity")

    def step(self, w, dw):
        if self.velocity is None:
            self.velocity = np.zeros_like(w)
        self.velocity = self.momentum * self.velocity - self.rate * dw
        return w + self.velocity


def sgd_momentum(w, dw, config):
    optimiser = Momentum(config)
    next_w = optimiser.step(w, dw)
    return next_w, {**config, "velocity": optimiser.velocity}


# %% task-4-4
class Adam:
    def __init__(self, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8, m=0.0, v=0.0, t=0, **others):
        self.learning_rate = learning_rate
        self.beta1, self.beta2, self.epsilon = beta1, beta2, epsilon
        self.m, self.v, self.t = m, v, t

    def step(self, w, dw):
        self.t += 1
        self.m = self.m + (1 - self.beta1) * (dw - self.m)
        self.v = self.v + (1 - self.beta2) * (dw**2 - self.v)
        m_hat = self.m / (1 - np.power(self.beta1, self.t))
        v_hat = self.v / (1 - np.power(self.beta2, self.t))
        return w - self.learning_rate * m_hat / (np.sqrt(v_hat) + self.epsilon)


def adam(w, dw, config):
    optimiser = Adam(**config)
    next_w = optimiser.step(w, dw)
    return next_w, {**config, **vars(optimiser)}
