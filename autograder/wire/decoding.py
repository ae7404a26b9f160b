"""Tagged JSON and raw buffers back to values. Whatever is not as `encoding` makes it is Malformed, and nothing else."""

import numpy as np

from . import Malformed
from .arrays import array_of, scalar_of
from .bounds import DEPTH, INT_BITS, KEYS, NODES
from .generators import generator_of


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


def _read_int(text):
    if len(_exactly(text, str)) > INT_BITS:
        raise Malformed("a number that is too long")
    return int(text, 16)


def _read_float(text):
    if len(_exactly(text, str)) > 40:
        raise Malformed("a number that is too long")
    return float.fromhex(text)
