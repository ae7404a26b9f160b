# tries: lone surrogates, NUL, bidi marks and str subclasses in answers, keys, exceptions, names and output
# base: stub
# may score: 0
# %% task-1-1
class Text(str):
    def __str__(self):
        return "\ud800"

    def encode(self, *args):
        raise SystemExit

    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


def softmax(scores):
    print("\ud800 \udfff \x00 \x1b[2J \u202e\u2066")
    return Text("\ud800")
# %% task-2-1
def cross_entropy(p, q):
    raise ValueError('\udcff\ud800\x00')
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    return {"\ud800": Text("x"), "\x00": b"\xff"}, ["\udfff"]
# %% task-4-1
def sgd(w, dw, config):
    return w, {'\ud800': 1, Text('learning_rate'): Text('0.1')}
# %% task-5-1
def step_decay(*args, **kwargs):
    raise type('\ud800\u202e', (Exception,), {})(b'\xff')
# %% task-5-2
def cosine_decay(*args):
    class Named:
        def __repr__(self):
            return "\ud800" * 10

    Named.__name__ = "\udfff\u202e"
    return Named()
# %% last
from IPython.display import display

print("\ud800")
display({"text/plain": "\udfff", "text/html": "\ud800"}, raw=True)
raise ValueError("\ud800")
