"""numpy Generators by state: the receiver's copy draws what the sender's would have drawn."""

import numpy as np

from . import Malformed, Unsendable

# Not MT19937 and Philox: a forged state of theirs holds an index that numpy does not check.
KINDS = {kind.__name__: kind for kind in (np.random.PCG64, np.random.PCG64DXSM, np.random.SFC64)}
LONGEST_TEXT = 200


def state_of(generator):
    """(name, state) of a Generator, in JSON's types. Raises Unsendable."""
    name = type(generator.bit_generator).__name__
    if name not in KINDS:
        raise Unsendable(f"a Generator over {name} does not cross")
    return name, _plain(generator.bit_generator.state)


def generator_of(name, state):
    """The Generator of a name and a state. Raises Malformed."""
    kind = KINDS.get(name) if isinstance(name, str) else None
    if kind is None:
        raise Malformed("a Generator of an unknown kind")
    bits = kind(0)
    expected = bits.state
    state = _like(expected, state)
    if state["bit_generator"] != name:
        raise Malformed("a Generator with the state of another")
    bits.state = state
    return np.random.Generator(bits)


def _plain(state):
    if isinstance(state, dict):
        return {key: _plain(value) for key, value in state.items()}
    if isinstance(state, np.ndarray):
        return [hex(int(number)) for number in state]  # SFC64
    return state if isinstance(state, str) else hex(int(state))


def _like(expected, state):
    """A state in the form of one that numpy itself gave: the same keys, lengths and sizes of numbers."""
    if isinstance(expected, dict):
        if not isinstance(state, dict) or state.keys() != expected.keys():
            raise Malformed("a Generator whose state lacks something")
        return {key: _like(value, state[key]) for key, value in expected.items()}
    if isinstance(expected, np.ndarray):
        if not isinstance(state, list) or len(state) != len(expected):
            raise Malformed("a Generator whose state has another length")
        return np.array([_number(number, 64) for number in state], dtype=expected.dtype)
    if isinstance(expected, str):
        if not isinstance(state, str) or len(state) > LONGEST_TEXT:
            raise Malformed("a Generator without a name")
        return state
    return _number(state, 128)


def _number(text, bits):
    number = int(text, 16) if isinstance(text, str) and len(text) <= LONGEST_TEXT else -1
    if not 0 <= number < 2**bits:
        raise Malformed("a Generator whose state is out of range")
    return number
