# tries: exceptions of 10 MB, chains of 2,000 causes, groups in groups, and texts that fail
# base: stub
# may score: 0
# %% task-1-1
def softmax(scores):
    error = ValueError("mallory " * 1_250_000)
    for number in range(2000):
        below = RuntimeError(f"cause {number}")
        below.__cause__ = error
        error = below
    raise error


# %% task-2-1
class Unspeakable(Exception):
    def __str__(self):
        return self.__str__()

    __repr__ = __str__

    @property
    def __traceback__(self):
        raise Unspeakable


def cross_entropy(p, q):
    raise Unspeakable(Unspeakable())


# %% task-4-1
def sgd(w, dw, config):
    group = ValueError("x" * 100)
    for _ in range(900):
        group = ExceptionGroup("g" * 100, [group, ValueError("y")])
    group.add_note("mallory " * 100_000)
    raise group


# %% task-4-2
def sgd_momentum(w, dw, config):
    return sgd_momentum(w, dw, config)


# %% task-5-1
def step_decay(*args, **kwargs):
    raise type("E" * 1_000_000, (Exception,), {"__module__": "builtins"})("name")
