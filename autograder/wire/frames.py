"""Frames over a stream socket: a fixed prefix, a JSON header, raw buffers.

    prefix   magic, sequence number, length of the header, total length of the buffers
    header   [kind, body, [length of each buffer]]

Every frame of a direction carries the next number of that direction, so that a reply that was forged, repeated or
held back is noticed with the next one. Lengths are checked before anything is allocated for them.
"""

import json
import select
import socket
import struct
import time

from . import Malformed, Unsendable

PREFIX = struct.Struct("<4sQIQ")
MAGIC = b"fg01"
HEADER_BYTES = 16_000_000
BUFFER_BYTES = 2_000_000_000
BUFFERS = 20_000
# How often a waiting side looks at its clock, in seconds.
TICK = 0.1


class Gone(Exception):
    """The other side closed the connection."""


class TimeUp(Exception):
    """The deadline passed before a whole frame was there."""


class Channel:
    """One end of a connection. Not for use from several threads.

    torn: a deadline passed in the middle of a frame, so that what comes next makes no sense. header_bytes,
    buffer_bytes: the largest frame that is received. sendable: the most bytes that a sent one may hold.
    """

    def __init__(self, sock, header_bytes=HEADER_BYTES, buffer_bytes=BUFFER_BYTES, sendable=BUFFER_BYTES):
        self.sock = sock
        self.header_bytes, self.buffer_bytes, self.sendable = header_bytes, buffer_bytes, sendable
        self.sent = self.received = 0
        self.torn = False
        self.poller = select.poll()
        self.poller.register(sock, select.POLLIN)

    def send(self, kind, body, buffers=(), deadline=None):
        """Send a frame. Raises Unsendable when it is too large, Gone and TimeUp."""
        views = [memoryview(buffer).cast("B") for buffer in buffers]
        total = sum(view.nbytes for view in views)
        try:
            header = json.dumps([kind, body, [view.nbytes for view in views]], separators=(",", ":")).encode("ascii")
        except (ValueError, RecursionError):
            raise Unsendable("the value is nested too deep") from None
        if len(header) > HEADER_BYTES or total > self.sendable or len(views) > BUFFERS:
            raise Unsendable(f"the value is too large ({(len(header) + total) / 1e6:.0f} MB)")
        prefix = PREFIX.pack(MAGIC, self.sent, len(header), total)
        self.sent += 1
        for part in (prefix + header, *views):
            self._send(part, deadline)

    def receive(self, deadline=None, tick=None):
        """The next frame as (kind, body, buffers), buffers as bytearrays.

        deadline: of time.monotonic(). tick: called now and then while waiting; what it raises ends the wait.
        Raises Malformed, Gone and TimeUp; after Malformed or TimeUp the connection is of no use any more.
        """
        if self.torn:
            raise TimeUp
        magic, number, header_length, total = PREFIX.unpack(self._read(PREFIX.size, deadline, tick, first=True))
        if magic != MAGIC or number != self.received:
            raise Malformed("a frame out of turn")
        if header_length > self.header_bytes or total > self.buffer_bytes:
            raise Malformed("a frame that is too large")
        self.received += 1
        try:
            header = json.loads(self._read(header_length, deadline, tick))
            kind, body, lengths = header
        except (ValueError, TypeError, RecursionError):
            raise Malformed("a frame without a readable header") from None
        if not isinstance(kind, str) or not isinstance(lengths, list) or len(lengths) > BUFFERS:
            raise Malformed("a frame without a readable header")
        if any(type(length) is not int or length < 0 for length in lengths) or sum(lengths) != total:
            raise Malformed("a frame whose lengths do not add up")
        return kind, body, [self._read(length, deadline, tick) for length in lengths]

    def is_quiet(self):
        """True when nothing lies there to be read: so it must be before a request is sent. Raises Gone."""
        try:
            data = self.sock.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        except BlockingIOError:
            return True
        except OSError:
            raise Gone from None
        if not data:
            raise Gone
        return False

    def close(self):
        self.sock.close()

    def _send(self, part, deadline):
        view = memoryview(part).cast("B")
        while view:
            try:
                if deadline is None:
                    self.sock.sendall(view)
                    return
                view = view[self.sock.send(view, socket.MSG_DONTWAIT) :]
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise TimeUp from None
                select.select([], [self.sock], [], TICK)
            except OSError:
                raise Gone from None

    def _read(self, size, deadline, tick, first=False):
        data = bytearray(size)
        view = memoryview(data)
        while view:
            if deadline is not None or tick is not None:
                self.torn = not first or len(view) < size
                self._wait(deadline, tick)
                self.torn = False
            try:
                count = self.sock.recv_into(view)
            except OSError:
                raise Gone from None
            if count == 0:
                raise Gone
            view = view[count:]
        return data

    def _wait(self, deadline, tick):
        while not self.poller.poll(1000 * TICK):
            if deadline is not None and time.monotonic() > deadline:
                raise TimeUp
            if tick is not None:
                tick()
        if deadline is not None and time.monotonic() > deadline:
            raise TimeUp
