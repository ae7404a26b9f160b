# tries: object, structured, string, date, void, complex and 128-bit arrays, wrong byte order, broadcast and backward strides
# base: stub
# may score: 0
# %% task-1-1
class Evil:
    def __eq__(self, other):
        raise KeyboardInterrupt

    def __float__(self):
        raise SystemExit

    def __repr__(self):
        raise MemoryError

    __str__ = __hash__ = __repr__


ODD = [lambda s: np.full(s, Evil(), object), lambda s: np.zeros(s, [("a", float), ("a2", object)]), lambda s: np.full(s, "0.5"),
       lambda s: np.full(s, b"0.5"), lambda s: np.zeros(s, "M8[ns]"), lambda s: np.zeros(s, "V16"), lambda s: np.zeros(s, complex)]


def softmax(scores):
    ODD.append(ODD.pop(0))
    return ODD[-1](np.shape(scores))
# %% task-2-1
def cross_entropy(p, q):
    return np.broadcast_to(np.float64(0), (10**6, 10**6, 10**6))
# %% task-2-2
def kl_divergence(p, q):
    return np.lib.stride_tricks.as_strided(np.zeros(8), shape=(2**30, 2**30), strides=(0, 0))
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    return np.longdouble("1e4000"), np.ma.masked_all(W.shape)
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    return np.array(0, ">f8"), np.zeros((0, *W.shape))[::-1]
# %% task-4-1
def sgd(w, dw, config):
    return np.matrix(w), {np.float64(0): np.array(Evil(), object), "learning_rate": Evil()}
# %% task-4-2
def sgd_momentum(w, dw, config):
    return np.recarray(np.shape(w), [("x", float)]), config
# %% task-4-3
def rmsprop(w, dw, config):
    return memoryview(w.tobytes()), config
# %% task-4-4
def adam(w, dw, config):
    return np.zeros(2**31, np.int8)[: w.size], config
# %% task-5-1
def step_decay(*args, **kwargs):
    return np.datetime64("NaT")
# %% task-5-2
def cosine_decay(learning_rate, t, T):
    return np.zeros((1,) * 32)
