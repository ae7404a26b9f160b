# tries: scripts, terminal codes and bidi marks in exception texts, class names, function names and messages
# base: stub
# may score: 0
# %% task-1-1
TEXT = "</pre></code><script>window.attacked=1</script><img src=x onerror=window.attacked=1> \x1b]0;title\x07\x1b[31m \u202e\u2066 4202 / 42"


def softmax(scores):
    raise ValueError(TEXT)


# %% task-2-1
def cross_entropy(p, q):
    raise type("<script>window.attacked=1</script>", (Exception,), {})(TEXT)


# %% task-2-2
def kl_divergence(p, q):
    raise NotImplementedError("Task 2.2</script><script>window.attacked=1</script>")


# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    return type("<script>window.attacked=1</script>", (), {})()


# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    from flatgrad.verdict import CheckFailed

    raise CheckFailed("Task 3.2: {{ 7 * 7 }} {% include '/etc/passwd' %} " + TEXT)


# %% task-4-1
def sgd(w, dw, config):
    return w, TEXT


# %% task-4-2
def sgd_momentum(w, dw, config):
    return w, {TEXT: TEXT, "learning_rate": TEXT}


# %% task-5-1
def step_decay(*args, **kwargs):
    return type(TEXT, (str,), {})(TEXT)


# %% task-5-4
class Loud(Exception):
    def _render_traceback_(self):
        return [TEXT]


def inverse_sqrt_decay(learning_rate, t):
    raise Loud(TEXT)


# %% last
exec(compile("def f():\n    raise ValueError('x')\n", "<script>window.attacked=1</script>", "exec"))
f()
