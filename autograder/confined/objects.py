"""What of the student's is named on the wire instead of copied: functions, classes, instances, iterators.

Also the other way round: functions of the test, which appear here as functions that ask the trusted side.
"""

import array
import builtins
import threading
import types

import numpy as np

from ..wire import Malformed, Unsendable
from ..wire.decoding import Decoder
from ..wire.encoding import Encoder

MOST_HANDLES = 100_000
LONGEST_NAME = 100


class Objects:
    """The table of a child's objects that the trusted side has handles of."""

    def __init__(self, ask):
        self.ask = ask  # sends a callback and gives its result
        self.by_number, self.numbers, self.thread = {}, {}, threading.get_ident()

    def encode(self, value):
        """(tagged value, buffers). Raises Unsendable."""
        encoder = Encoder(lambda value: self._foreign(encoder, value))
        return encoder.encode(value), encoder.buffers

    def decode(self, tagged, buffers):
        """The value of what the trusted side sent."""
        return Decoder(buffers, self._known).decode(tagged)

    def find(self, number):
        """The object of a handle."""
        return self.by_number[number]

    def _foreign(self, encoder, value):
        if isinstance(value, array.array | memoryview) or (
            hasattr(type(value), "__array__") and not isinstance(value, type)
        ):
            # What numpy reads as an array is one, as it would be in the student's notebook.
            return encoder.encode(np.asarray(value))
        return self._handle(value)

    def _handle(self, value):
        if isinstance(value, types.MethodType) and not isinstance(value.__self__, type):
            # Named by its object: a test may ask for a method ten thousand times.
            return ["m", self._handle(value.__self__), name_of(value)]
        number = self.numbers.get(id(value))
        if number is None:
            if len(self.by_number) >= MOST_HANDLES:
                raise Unsendable("too many objects")
            number = len(self.by_number)
            self.by_number[number], self.numbers[id(value)] = value, number
        return ["h", number, kind_of(value), name_of(value)]

    def _known(self, tag, rest):
        if tag == "h":
            return self.by_number[rest[0]]
        if tag == "cb":
            return self._callback(*rest)
        if tag == "ty":
            return np.dtype(rest[0]).type if rest[1] else getattr(builtins, rest[0])
        raise Malformed(f"an unknown tag {tag!r}")

    def _callback(self, number, name):
        def callback(*args, **kwargs):
            if threading.get_ident() != self.thread:
                raise RuntimeError("this function can only be called from the main thread")
            return self.ask(number, args, kwargs)

        callback.__name__ = callback.__qualname__ = name
        return callback


def kind_of(value):
    """A word for what a value is."""
    if isinstance(value, type):
        return "class"
    if isinstance(value, types.FunctionType | types.BuiltinFunctionType | types.MethodType):
        return "function"
    return "object"


def name_of(value):
    """The name of a function or a class, or of an object's class, as text."""
    try:
        name = value.__name__ if kind_of(value) != "object" else type(value).__name__
        return str(name)[:LONGEST_NAME]
    except Exception:
        return "object"
