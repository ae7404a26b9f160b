"""Values cross the wire as they are, and what is no value of the wire is Malformed and nothing else."""

import contextlib
import json
import socket

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.wire import Malformed, Unsendable, bounds
from autograder.wire.decoding import Decoder
from autograder.wire.encoding import Encoder
from autograder.wire.frames import Channel


def refuse(value):
    raise Unsendable(type(value).__name__)


def unknown(tag, rest):
    raise Malformed(tag)


def crossed(value):
    """A value after its way through JSON and back."""
    encoder = Encoder(refuse)
    tagged = json.loads(json.dumps(encoder.encode(value)))
    return Decoder([bytearray(memoryview(buffer).cast("B")) for buffer in encoder.buffers], unknown).decode(tagged)


def same(a, b):
    if isinstance(a, np.ndarray | np.generic):
        return type(a) is type(b) and a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, list | tuple):
        return type(a) is type(b) and len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return type(b) is dict and list(a) == list(b) and all(same(a[key], b[key]) for key in a)
    return type(a) is type(b) and repr(a) == repr(b)


text = st.text(st.characters(exclude_categories=["Cs"]))
keys = st.one_of(st.none(), st.booleans(), st.integers(), text, st.binary(), st.tuples(st.integers(), text))
DTYPES = ("?", "i1", "u2", "i8", "f2", "f4", "f8", "c16")
arrays = st.one_of(
    *(
        hnp.arrays(dtype, hnp.array_shapes(min_dims=0, min_side=0))
        for dtype in ("?", "i1", "u2", "i8", "f2", "f4", "f8", "c16")
    )
)
leaves = st.one_of(keys, st.floats(), st.complex_numbers(), arrays, st.just(...), st.slices(9))
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(st.lists(inner), st.tuples(inner, inner), st.dictionaries(keys, inner)),
    max_leaves=20,
)


@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(trees)
def test_what_goes_in_comes_out(value):
    assert same(value, crossed(value))


class Number(float):
    pass


class Text(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


class Table(dict):
    pass


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (Number(2), float),
        (Text("x"), str),
        (Table(a=1), dict),
        (np.arange(3).view(np.matrix), np.ndarray),
        (np.ma.masked_array([1.0]), np.ndarray),
        (np.longdouble(1), np.float64),
        (np.array(["a", "b"]), np.ndarray),
        (bytearray(b"x"), bytes),
        (np.float64(2), np.float64),
    ],
)
def test_subclasses_cross_as_their_base(value, kind):
    assert type(crossed(value)) is kind


@pytest.mark.parametrize("seed", [0, 7])
@pytest.mark.parametrize("kind", [np.random.PCG64, np.random.PCG64DXSM, np.random.SFC64])
def test_generators_cross_by_state(kind, seed):
    rng = np.random.Generator(kind(seed))
    rng.integers(9, size=3, dtype=np.uint32)
    twin = crossed(rng)
    assert np.array_equal(twin.normal(size=5), rng.normal(size=5))


@pytest.mark.parametrize(
    "value",
    [
        object(),
        lambda: 0,
        10**10_000,
        dict.fromkeys(range(20_000)),
        [0] * 400_000,
        np.zeros(2, dtype="f8,f8"),
        np.zeros(2, dtype="M8[s]"),
        np.random.Generator(np.random.MT19937(0)),
    ],
    ids=range(8),
)
def test_what_does_not_cross_is_told(value):
    with pytest.raises(Unsendable):
        Encoder(refuse).encode(value)


def test_endless_nesting_is_told():
    endless = []
    endless.append(endless)
    with pytest.raises(Unsendable):
        Encoder(refuse).encode(endless)


MALFORMED = [
    None,
    [],
    [[]],
    ["?"],
    ["n", 1],
    ["i", 3],
    ["i", "0x" + "f" * 30_000],
    ["i", "12z"],
    ["f", 0.5],
    ["f", "zero"],
    ["f", "0x1p+99999"],
    ["s", 3],
    ["b", 1],
    ["y", 1],
    ["y", -1],
    ["y", True],
    ["a", "float64", [1], 9],
    ["a", "object", [1], 0],
    ["a", "float64", [2], 0],
    ["a", "float64", [-1], 0],
    ["a", "float64", [1.0], 0],
    ["a", "float64", "1", 0],
    ["a", "float64", [1] * 40, 0],
    ["a", "float64", [0, 2**60], 0],
    ["a", "bool", [8], 0],
    ["a", ["float64"], [1], 0],
    ["z", "float64", "00"],
    ["z", "float64", 5],
    ["o", [2], [["n"]]],
    ["o", [1], [["n"]] * 20_000],
    ["l", {"a": 1}],
    ["l", [["l", [5]]]],
    ["t", None],
    ["fl", 5],
    ["d", [[["l", []], ["n"]]]],
    ["d", [[["n"]]]],
    ["d", [[["i", "0x1"], ["n"]]] * 20_000],
    ["set", [["d", []]]],
    ["sl", ["n"]],
    ["r", ["i", "0x1"], ["i", "0x2"], ["i", "0x0"]],
    ["rng", "MT19937", {}],
    ["rng", "PCG64", {"bit_generator": "PCG64"}],
    ["rng", "PCG64", None],
]


@pytest.mark.parametrize("tagged", MALFORMED, ids=lambda tagged: json.dumps(tagged)[:40])
def test_malformed(tagged):
    with pytest.raises(Malformed):
        Decoder([bytearray(b"\x02" * 8)], unknown).decode(tagged)


def test_a_buffer_is_taken_once():
    with pytest.raises(Malformed):
        Decoder([bytearray(8)], unknown).decode(["l", [["a", "float64", [1], 0]] * 2])


def test_deep_and_wide():
    deep = ["n"]
    for _ in range(bounds.DEPTH + 5):
        deep = ["l", [deep]]
    with pytest.raises(Malformed):
        Decoder([], unknown).decode(deep)
    with pytest.raises(Malformed):
        Decoder([], unknown).decode(["l", [["n"]] * (bounds.NODES + 1)])


plain = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 300), st.floats(), text, st.sampled_from(["0x1", "float64"])),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(text, inner)),
    max_leaves=5,
)
tags = st.sampled_from([*Decoder._READERS, "h", "m", "cb"])
tagged_values = st.recursive(
    st.tuples(tags, plain).map(list),
    lambda inner: st.one_of(
        st.tuples(tags, st.lists(inner)).map(list),
        st.tuples(tags, plain, st.lists(inner)).map(list),
        st.tuples(st.just("d"), st.lists(st.lists(inner, min_size=2, max_size=2))).map(list),
    ),
    max_leaves=5,
)


@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@given(tagged_values, st.lists(st.binary(max_size=20), max_size=4))
def test_anything_is_a_value_or_malformed(tagged, buffers):
    with contextlib.suppress(Malformed):
        Decoder([bytearray(buffer) for buffer in buffers], unknown).decode(tagged)


@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@given(trees, st.data())
def test_any_change_of_a_good_frame_is_a_value_or_malformed(value, data):
    encoder = Encoder(refuse)
    tagged = encoder.encode(value)
    ours, theirs = socket.socketpair()
    with ours, theirs:
        Channel(theirs).send("value", tagged, encoder.buffers)
        theirs.close()
        stream = bytearray()
        while part := ours.recv(1 << 16):
            stream += part
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(stream) - 1))
        stream[place] = data.draw(st.integers(0, 255))
    check_stream(bytes(stream))


def check_stream(stream):
    """A stream of bytes gives frames whose values can be read, or one of the three ends of a connection."""
    from autograder.wire.frames import Gone, TimeUp

    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(stream)
        theirs.close()
        channel = Channel(ours, header_bytes=10**6, buffer_bytes=10**6)
        try:
            while True:
                _, body, buffers = channel.receive()
                Decoder(buffers, unknown).decode(body)
        except (Malformed, Gone, TimeUp):
            pass
