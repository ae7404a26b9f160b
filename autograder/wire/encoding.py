"""Values as tagged JSON and raw buffers: numbers, text, arrays, lists, tuples, dicts, slices, Generators.

Each value becomes a list that starts with its tag. Subclasses cross as their base type: what arrives is of exactly the
type it looks like. What has no tag of its own (functions, classes, other objects) is left to `foreign`.
"""

import numpy as np

from . import Unsendable
from .arrays import NAME_OF, shrunk
from .bounds import DEPTH, INT_BITS, KEYS, NODES
from .generators import state_of


class Encoder:
    """Values to tagged lists; their buffers gather in `buffers`. foreign(value) gives the tag of anything else."""

    def __init__(self, foreign):
        self.foreign = foreign
        self.buffers = []
        self.nodes = 0

    def encode(self, value, depth=0):
        """The tagged form of a value. Raises Unsendable."""
        self.nodes += 1
        if depth > DEPTH:
            raise Unsendable("the value is nested too deep")
        if self.nodes > NODES:
            raise Unsendable(f"the value has more than {NODES} parts")
        kind = type(value)
        simple = _SIMPLE.get(kind)
        if simple is not None:
            return simple(value)
        if kind is np.ndarray:
            return self._array(value, depth)
        if isinstance(value, np.ndarray):
            return self._array(np.asarray(value), depth)
        if isinstance(value, np.generic):
            return self._scalar(value)
        if isinstance(value, bytes | bytearray):
            return ["y", self._buffer(bytes(value))]
        if isinstance(value, list | tuple):
            return self._sequence("l" if isinstance(value, list) else "t", list(value), depth)
        if isinstance(value, dict):
            return self._dict(value, depth)
        if isinstance(value, set | frozenset):
            return self._sequence("set", list(value), depth)
        if isinstance(value, np.random.Generator):
            return ["rng", *state_of(value)]
        for base in (bool, int, float, complex, str):
            if isinstance(value, base):
                return _SIMPLE[base](base(value))
        if kind is slice:
            return ["sl", *(self.encode(part, depth + 1) for part in (value.start, value.stop, value.step))]
        if kind is range:
            if len(value) > NODES:
                raise Unsendable(f"the range has {len(value)} numbers")
            return ["r", *(_int(part) for part in (value.start, value.stop, value.step))]
        return self.foreign(value)

    def _buffer(self, data):
        self.buffers.append(data)
        return len(self.buffers) - 1

    def _array(self, array, depth):
        array = shrunk(array)
        if array.dtype.kind == "O":
            if array.size > KEYS:
                raise Unsendable(f"the array holds {array.size} objects")
            return ["o", list(array.shape), [self.encode(item, depth + 1) for item in array.flat]]
        return ["a", NAME_OF[array.dtype], list(array.shape), self._buffer(np.ascontiguousarray(array).reshape(-1))]

    def _scalar(self, value):
        array = shrunk(np.asarray(value))
        if array.dtype.kind == "O":
            return self.foreign(value)
        return ["z", NAME_OF[array.dtype], array.tobytes().hex()]

    def _sequence(self, tag, items, depth):
        if len(items) > 16 and all(type(item) is float for item in items):
            return ["fl" if tag == "l" else tag + "f", self._buffer(np.array(items, dtype=np.float64))]
        return [tag, [self.encode(item, depth + 1) for item in items]]

    def _dict(self, value, depth):
        if len(value) > KEYS:
            raise Unsendable(f"the dict has {len(value)} entries; at most {KEYS} cross")
        pairs = [[self.encode(key, depth + 1), self.encode(item, depth + 1)] for key, item in value.items()]
        return ["d", pairs]


def _int(value):
    if value.bit_length() > INT_BITS:
        raise Unsendable(f"the number has {value.bit_length()} bits")
    return ["i", hex(value)]


_SIMPLE = {
    type(None): lambda value: ["n"],
    type(...): lambda value: ["e"],
    bool: lambda value: ["b", value],
    int: _int,
    float: lambda value: ["f", value.hex()],
    complex: lambda value: ["c", value.real.hex(), value.imag.hex()],
    str: lambda value: ["s", value],
}
