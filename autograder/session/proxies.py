"""What a student's function, class or object looks like to a test.

Arguments and results cross by value. A proxy compares as itself and nothing else, and numpy cannot read it: what
decides about points never asks the student's code for an opinion.
"""

import builtins
import pickle

import numpy as np

from ..wire import Malformed, Unsendable
from .errors import NotSplittable

KINDS = ("function", "class", "object")
LONGEST_NAME = 100


class Proxy:
    """An object of the student's. session: its Session; number: its handle."""

    def __init__(self, session, number, name):
        object.__setattr__(self, "_session", session)
        object.__setattr__(self, "_number", number)
        object.__setattr__(self, "__name__", name)

    def __eq__(self, other):
        return type(other) is type(self) and other._identity() == self._identity()

    def __hash__(self):
        return hash(self._identity())

    def _identity(self):
        return (id(self._session), self._number)

    def __repr__(self):
        return f"<{self.__name__} of the student>"

    def __call__(self, *args, **kwargs):
        return self._session.operate("call", self, args, kwargs)

    def call_with_arguments(self, *args):
        """(result, the arguments as they are afterwards): for a test that wants to know whether they were changed."""
        result, after, _ = self._session.operate("call", self, args, give_back=True)
        return result, after

    def call_measured(self, unit, *args):
        """(result, number of "steps", "bytes" or "warnings"), counted where the function lives, by what runs there."""
        return self._measured("measure", self, (unit, *args))

    def _measured(self, operation, target, args):
        result = self._session.operate(operation, target, args)
        if not (isinstance(result, tuple) and len(result) == 2 and type(result[1]) is int):
            raise TypeError(f"what {self!r} took could not be counted")
        return result

    def cpu_seconds(self):
        """The CPU time of the student's process, see `flatgrad.effort.seconds`."""
        return self._session.cpu_seconds()

    def __getattr__(self, name):
        if (name.startswith("__") and name.endswith("__")) or name.startswith(("_repr_", "_ipython_")):
            raise AttributeError(name)
        value = self._session.operate("getattr", self, (name,))
        return self._session.links.remember(self, ("attr", name), value)

    def __setattr__(self, name, value):
        self._session.operate("setattr", self, (name, value))

    def __getitem__(self, key):
        value = self._session.operate("getitem", self, (key,))
        return self._session.links.remember(self, ("item", key), value)

    def __setitem__(self, key, value):
        self._session.operate("setitem", self, (key, value))

    def __delitem__(self, key):
        self._session.operate("delitem", self, (key,))

    def __len__(self):
        return self._number_of("len", int)

    def __contains__(self, value):
        return self._number_of("contains", bool, value)

    def __bool__(self):
        return self._number_of("bool", bool)

    def __iter__(self):
        iterator = self._session.operate("iter", self)
        if not isinstance(iterator, Proxy):
            return iter(iterator)
        return _items(iterator)

    def __next__(self):
        for item in _items(self):
            return item
        raise StopIteration

    def __array__(self, *args, **kwargs):
        raise TypeError(f"{self!r} is not an array")

    __array_ufunc__ = None

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, protocol):
        raise pickle.PicklingError("an object of the student's stays where it is")

    def __instancecheck__(self, value):
        return isinstance(value, Proxy) and self._number_of("isinstance", bool, value)

    def __subclasscheck__(self, value):
        return isinstance(value, Proxy) and self._number_of("issubclass", bool, value)

    def __mro_entries__(self, bases):
        raise NotSplittable(f"a test cannot derive a class from {self.__name__}, which the student defines")

    def _number_of(self, operation, kind, *args):
        value = self._session.operate(operation, self, args)
        if type(value) is not kind or (kind is int and not 0 <= value < 2**40):
            raise TypeError(f"{operation} of {self!r} is not a number")
        return value


class Method(Proxy):
    """A method of an object: named by both, so that asking for it again costs nothing."""

    def __init__(self, owner, name):
        super().__init__(owner._session, owner._number, name)
        object.__setattr__(self, "_owner", owner)

    def _identity(self):
        return (*super()._identity(), self.__name__)

    def __call__(self, *args, **kwargs):
        return self._session.operate("method", self._owner, (self.__name__, *args), kwargs)

    def call_with_arguments(self, *args):
        result, after, _ = self._session.operate("method", self._owner, (self.__name__, *args), give_back=True)
        return result, after[1:]

    def call_measured(self, unit, *args):
        return self._measured("measure method", self._owner, (self.__name__, unit, *args))


def _items(iterator):
    while True:
        answer = iterator._session.operate("next", iterator)
        if not isinstance(answer, tuple) or len(answer) != 2 or type(answer[0]) is not bool:
            raise TypeError(f"{iterator!r} does not give items")
        if not answer[0]:
            return
        yield answer[1]


def proxy(session, tag, rest):
    """The proxy for a tag of the wire. Raises Malformed."""
    if tag == "h" and len(rest) == 3:
        number, kind, name = rest
        if type(number) is int and number >= 0 and kind in KINDS and isinstance(name, str):
            return Proxy(session, number, _clean(name))
    if (
        tag == "m"
        and len(rest) == 2
        and isinstance(rest[0], list)
        and rest[0][:1] == ["h"]
        and isinstance(rest[1], str)
    ):
        return Method(proxy(session, "h", rest[0][1:]), rest[1][:LONGEST_NAME])
    raise Malformed(f"an unknown tag {tag[:10]!r}")


def _clean(name):
    return "".join(c for c in name[:LONGEST_NAME] if c.isprintable()) or "object"


def callback_tag(session, value):
    """The tag for what a test hands to student code and is no plain value."""
    if isinstance(value, Method):
        raise Unsendable("a method of a student's object cannot be handed back; hand the object")
    if isinstance(value, Proxy):
        if value._session is not session:
            raise Unsendable("an object of another session")
        return ["h", value._number]
    if isinstance(value, type):
        if issubclass(value, np.generic):
            return ["ty", np.dtype(value).name, True]
        if getattr(builtins, value.__name__, None) is value:
            return ["ty", value.__name__, False]
    if isinstance(value, np.dtype):
        return ["ty", value.name, True]
    if callable(value):
        number = len(session.callbacks) + 1
        for known, function in session.callbacks.items():
            if function is value:
                number = known
        session.callbacks[number] = value
        # Its own name may tell what the test is about.
        return ["cb", number, "f"]
    raise Unsendable(f"a value of type {type(value).__name__}")
