"""The one exception of the data code: its message is a single line a student can act on."""


class DataError(RuntimeError):
    """CIFAR-10 could not be had. The message says, in one line, what went wrong, where, and what to do."""

    def __init__(self, message):
        super().__init__(" ".join(str(message).splitlines()))

    def _render_traceback_(self):
        """IPython's hook: a notebook shows this line and no stack trace."""
        return [f"{type(self).__name__}: {self}"]


def reason(error):
    """Why an OSError (or a urllib error wrapping one) happened, in a few words."""
    inner = getattr(error, "reason", None) or error
    return str(getattr(inner, "strerror", None) or inner or type(inner).__name__)
