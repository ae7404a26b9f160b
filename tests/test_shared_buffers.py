"""Large arrays cross to the student's process as mapped files: by value, one way only, and nothing stays open."""

import os
import socket
import threading

import numpy as np
import pytest

from autograder.wire import Malformed
from autograder.wire.frames import Channel
from autograder.wire.shared import LEAST_BYTES, MOST_FILES, POSSIBLE, Files

pytestmark = pytest.mark.skipif(not POSSIBLE, reason="this system has no files in memory")


@pytest.fixture
def pair():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Channel(ours, share=True), Channel(theirs, files=Files())


def cross(sender, receiver, buffers):
    thread = threading.Thread(target=sender.send, args=("value", "text", buffers))
    thread.start()
    kind, body, received = receiver.receive()
    thread.join()
    assert (kind, body) == ("value", "text")
    return received


def open_files():
    return len(os.listdir("/proc/self/fd"))


def test_content_and_order_are_those_that_were_sent(pair):
    sizes = [10, LEAST_BYTES, 0, 3 * LEAST_BYTES + 1, 2 * LEAST_BYTES, LEAST_BYTES - 1]
    sent = [np.random.default_rng(size).bytes(size) for size in sizes]
    assert [bytes(buffer) for buffer in cross(*pair, sent)] == sent
    # The connection goes on as before.
    assert [bytes(buffer) for buffer in cross(*pair, [b"abc"])] == [b"abc"]


def test_what_the_receiver_writes_stays_with_the_receiver(pair):
    array = np.arange(LEAST_BYTES, dtype=np.float64)
    (received,) = cross(*pair, [array])
    other = np.frombuffer(received, dtype=np.float64)
    other[:] = -1
    assert array[5] == 5 and (other == -1).all()


def test_no_descriptor_stays_open(pair):
    before = open_files()
    received = cross(*pair, [bytes(LEAST_BYTES) for _ in range(3 * MOST_FILES)])
    assert len(received) == 3 * MOST_FILES and open_files() == before


def test_what_was_mapped_is_unmapped():
    def mapped():
        with open("/proc/self/maps") as file:
            return sum("memfd:buffer" in line for line in file)

    ours, theirs = socket.socketpair()
    with ours, theirs:
        received = cross(Channel(ours, share=True), Channel(theirs, files=Files()), [bytes(LEAST_BYTES)])
        array = np.frombuffer(received.pop(), dtype=np.uint8)[10:20]
        assert mapped() == 1 and not array.any()
        del array
        assert mapped() == 0


def test_a_side_that_takes_no_files_refuses_them():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        before = open_files()
        Channel(theirs, share=True).send("value", 1, [bytes(LEAST_BYTES)])
        with pytest.raises(Malformed):
            Channel(ours).receive()
        assert open_files() == before


def test_a_frame_that_promises_a_file_and_brings_none_is_an_error(pair):
    sender, receiver = pair
    sender.share = False
    header = b'["value",1,[-1000000]]'
    from autograder.wire.frames import MAGIC, PREFIX

    sender.sock.sendall(PREFIX.pack(MAGIC, 0, len(header), 0) + header)
    with pytest.raises(LookupError):
        receiver.receive()
