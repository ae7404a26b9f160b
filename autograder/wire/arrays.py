"""Arrays and numpy scalars on the wire: only known dtypes cross, in buffers that must have the right length."""

import math

import numpy as np

from . import Malformed, Unsendable

NAMES = (
    "bool",
    *(f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64)),
    *("float16", "float32", "float64", "complex64", "complex128"),
)
DTYPES = {name: np.dtype(name) for name in NAMES}
# numpy makes a dtype's name anew each time it is asked; a dtype in another byte order is not among these.
NAME_OF = {dtype: name for name, dtype in DTYPES.items()}
MOST_DIMENSIONS = 32
# Of an array with nothing in it: numpy still makes lists of that length of it.
LONGEST_EMPTY = 100_000


def shrunk(array):
    """An array of a dtype that crosses: longer floats as float64, another byte order as ours. Raises Unsendable."""
    if 0 in array.shape and max(array.shape) > LONGEST_EMPTY:
        raise Unsendable(f"an empty array of shape {array.shape} does not cross")
    if array.dtype in NAME_OF:
        return array
    if array.dtype.kind == "f":
        with np.errstate(over="ignore"):
            return array.astype(np.float64)
    if array.dtype.kind == "c":
        return array.astype(np.complex128)
    if array.dtype.kind in "biu":
        return array.astype(array.dtype.newbyteorder("="))
    if array.dtype == object or array.dtype.kind in "US":
        return array.astype(object)
    raise Unsendable(f"an array of dtype {array.dtype} does not cross")


def array_of(name, shape, data):
    """The array of a dtype's name, a shape and a buffer, which it keeps. Raises Malformed."""
    dtype = DTYPES.get(name) if isinstance(name, str) else None
    if dtype is None or not isinstance(shape, list) or len(shape) > MOST_DIMENSIONS:
        raise Malformed("an array of an unknown dtype or shape")
    if any(type(n) is not int or n < 0 for n in shape) or (0 in shape and max(shape) > LONGEST_EMPTY):
        raise Malformed("an array of an impossible shape")
    if math.prod(shape) * dtype.itemsize != len(data):
        raise Malformed("an array whose buffer has another length")
    array = np.frombuffer(data, dtype=dtype)
    if name == "bool" and array.view(np.uint8).max(initial=0) > 1:
        raise Malformed("a truth that is neither true nor false")
    return array.reshape(shape)


def scalar_of(name, text):
    """The numpy scalar of a dtype's name and its bytes in hex. Raises Malformed."""
    return array_of(name, [], bytearray.fromhex(text))[()]
