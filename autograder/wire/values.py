"""Values as tagged JSON and raw buffers, and back: numbers, text, arrays, lists, tuples, dicts, slices, Generators.

Each value is a list that starts with its tag. Subclasses cross as their base type: what arrives is of exactly the
type it looks like. What has no tag of its own (functions, classes, other objects) is left to `foreign`.
"""

import numpy as np

from . import Malformed, Unsendable
from .arrays import array_of, scalar_of, shrunk
from .generators import generator_of, state_of

DEPTH = 50
NODES = 300_000
# Dicts of hostile keys cost the square of their number; this is for all of a value together.
KEYS = 10_000
INT_BITS = 20_000


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
        if array.dtype == object:
            if array.size > KEYS:
                raise Unsendable(f"the array holds {array.size} objects")
            return ["o", list(array.shape), [self.encode(item, depth + 1) for item in array.flat]]
        return ["a", array.dtype.name, list(array.shape), self._buffer(np.ascontiguousarray(array).reshape(-1))]

    def _scalar(self, value):
        array = shrunk(np.asarray(value))
        return ["z", array.dtype.name, array.tobytes().hex()] if array.dtype != object else self.foreign(value)

    def _sequence(self, tag, items, depth):
        if len(items) > 16 and all(type(item) is float for item in items):
            return ["fl" if tag == "l" else tag + "f", self._buffer(np.array(items, dtype=np.float64))]
        return [tag, [self.encode(item, depth + 1) for item in items]]

    def _dict(self, value, depth):
        if len(value) > KEYS:
            raise Unsendable(f"the dict has {len(value)} entries; at most {KEYS} cross")
        pairs = [[self.encode(key, depth + 1), self.encode(item, depth + 1)] for key, item in value.items()]
        return ["d", pairs]


class Decoder:
    """Tagged lists back to values. foreign(tag, rest) gives the value of a tag that is not known here."""

    def __init__(self, buffers, foreign):
        self.buffers = list(buffers)
        self.foreign = foreign
        self.nodes = self.keys = 0

    def decode(self, tagged, depth=0):
        """The value of a tagged list. Raises Malformed."""
        self.nodes += 1
        if depth > DEPTH or self.nodes > NODES:
            raise Malformed("a value that is too deep or too large")
        if not isinstance(tagged, list) or not tagged or not isinstance(tagged[0], str):
            raise Malformed("a value without a tag")
        tag, *rest = tagged
        reader = self._READERS.get(tag)
        try:
            return reader(self, *rest, depth=depth) if reader else self.foreign(tag, rest)
        except (TypeError, ValueError, OverflowError, LookupError, MemoryError, RecursionError, AttributeError):
            raise Malformed(f"a value that is not what its tag {tag[:10]!r} says") from None

    def _none(self, depth):
        return None

    def _ellipsis(self, depth):
        return ...

    def _bool(self, value, depth):
        return _exactly(value, bool)

    def _int(self, text, depth):
        return _read_int(text)

    def _float(self, text, depth):
        return _read_float(text)

    def _complex(self, real, imag, depth):
        return complex(_read_float(real), _read_float(imag))

    def _str(self, text, depth):
        return _exactly(text, str).encode("utf-8", "replace").decode("utf-8")

    def _bytes(self, index, depth):
        return bytes(self._take(index))

    def _array(self, name, shape, index, depth):
        return array_of(name, shape, self._take(index))

    def _scalar(self, name, text, depth):
        return scalar_of(name, _exactly(text, str))

    def _objects(self, shape, items, depth):
        if not isinstance(items, list) or len(items) > KEYS:
            raise Malformed("an array of too many objects")
        array = np.empty(len(items), dtype=object)
        for number, item in enumerate(items):
            array[number] = self.decode(item, depth + 1)
        return array.reshape([_exactly(n, int) for n in shape])

    def _list(self, items, depth):
        return [self.decode(item, depth + 1) for item in _exactly(items, list)]

    def _tuple(self, items, depth):
        return tuple(self._list(items, depth))

    def _floats(self, index, depth):
        return np.frombuffer(self._take(index), dtype=np.float64).tolist()

    def _float_tuple(self, index, depth):
        return tuple(self._floats(index, depth))

    def _set(self, items, depth):
        self._count_keys(_exactly(items, list))
        return set(self._list(items, depth))

    def _dict(self, pairs, depth):
        self._count_keys(_exactly(pairs, list))
        return {self.decode(key, depth + 1): self.decode(item, depth + 1) for key, item in pairs}

    def _count_keys(self, entries):
        self.keys += len(entries)
        if self.keys > KEYS:
            raise Malformed("dicts and sets of too many entries")

    def _slice(self, start, stop, step, depth):
        return slice(*(self.decode(part, depth + 1) for part in (start, stop, step)))

    def _range(self, start, stop, step, depth):
        found = range(*(_read_int(part[1]) for part in (start, stop, step)))
        if len(found) > NODES:
            raise Malformed("a range of too many numbers")
        return found

    def _generator(self, name, state, depth):
        return generator_of(name, state)

    def _take(self, index):
        """A buffer is taken once: a value cannot be made larger by naming it again."""
        data = self.buffers[_exactly(index, int)]
        if index < 0 or data is None:
            raise Malformed("a buffer that is not there")
        self.buffers[index] = None
        return data

    _READERS = {  # noqa: RUF012
        "n": _none,
        "e": _ellipsis,
        "b": _bool,
        "i": _int,
        "f": _float,
        "c": _complex,
        "s": _str,
        "y": _bytes,
        "a": _array,
        "z": _scalar,
        "o": _objects,
        "l": _list,
        "t": _tuple,
        "fl": _floats,
        "tf": _float_tuple,
        "set": _set,
        "d": _dict,
        "sl": _slice,
        "r": _range,
        "rng": _generator,
    }


def _exactly(value, kind):
    if type(value) is not kind:
        raise Malformed(f"a value that should be of type {kind.__name__}")
    return value


def _int(value):
    if value.bit_length() > INT_BITS:
        raise Unsendable(f"the number has {value.bit_length()} bits")
    return ["i", hex(value)]


def _read_int(text):
    if len(_exactly(text, str)) > INT_BITS:
        raise Malformed("a number that is too long")
    return int(text, 16)


def _read_float(text):
    if len(_exactly(text, str)) > 40:
        raise Malformed("a number that is too long")
    return float.fromhex(text)


_SIMPLE = {
    type(None): lambda value: ["n"],
    type(...): lambda value: ["e"],
    bool: lambda value: ["b", value],
    int: _int,
    float: lambda value: ["f", value.hex()],
    complex: lambda value: ["c", value.real.hex(), value.imag.hex()],
    str: lambda value: ["s", value],
}
