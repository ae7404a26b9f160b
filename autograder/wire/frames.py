"""Frames over a stream socket: a fixed prefix, a JSON header, raw buffers.

    prefix   magic, sequence number, length of the header, total length of the buffers
    header   [kind, body, [length of each buffer]]

A side that may share sends large buffers as files in memory beside the frame, which the other maps instead of copying:
their lengths are negative in the header, and not counted in the total.

Every frame of a direction carries the next number of that direction, so that a reply that was forged, repeated or
held back is noticed with the next one. Lengths are checked before anything is allocated for them.
"""

import contextlib
import json
import select
import socket
import struct
import time

from . import Malformed, Unsendable, shared

PREFIX = struct.Struct("<4sQIQ")
MAGIC = b"fg01"
HEADER_BYTES = 16_000_000
BUFFER_BYTES = 2_000_000_000
BUFFERS = 20_000
# Bytes that are received at once when fewer are asked for.
CHUNK = 65_536
ENCODER = json.JSONEncoder(separators=(",", ":"))
# How often a waiting side looks at its clock, in seconds.
TICK = 0.1


class Gone(Exception):
    """The other side closed the connection."""


class TimeUp(Exception):
    """The deadline passed before a whole frame was there."""


class Channel:
    """One end of a connection. Not for use from several threads.

    torn: a deadline passed in the middle of a frame, so that what comes next makes no sense. header_bytes,
    buffer_bytes: the largest frame that is received. sendable: the most bytes that a sent one may hold. share: send
    large buffers as files in memory. files: the Files that such buffers are received from; by default none are taken.
    """

    def __init__(
        self, sock, header_bytes=HEADER_BYTES, buffer_bytes=BUFFER_BYTES, sendable=BUFFER_BYTES, share=False, files=None
    ):
        self.sock = sock
        self.header_bytes, self.buffer_bytes, self.sendable = header_bytes, buffer_bytes, sendable
        self.share, self.files = share and shared.POSSIBLE, files
        self.sent = self.received = 0
        self.torn = False
        # What was received and not yet read: bytes start to stop of `ahead`.
        self.ahead, self.start, self.stop = bytearray(CHUNK), 0, 0
        self.poller = select.poll()
        self.poller.register(sock, select.POLLIN)

    def send(self, kind, body, buffers=(), deadline=None):
        """Send a frame. Raises Unsendable when it is too large, Gone and TimeUp."""
        views = [memoryview(buffer).cast("B") for buffer in buffers]
        with shared.files_of(views) if self.share else contextlib.nullcontext({}) as files:
            self._send_frame(kind, body, views, files, deadline)

    def _send_frame(self, kind, body, views, files, deadline):
        lengths = [-view.nbytes if number in files else view.nbytes for number, view in enumerate(views)]
        views = [view for number, view in enumerate(views) if number not in files]
        total = sum(view.nbytes for view in views)
        try:
            header = ENCODER.encode([kind, body, lengths]).encode("ascii")
        except (ValueError, RecursionError):
            raise Unsendable("the value is nested too deep") from None
        if len(header) > HEADER_BYTES or total > self.sendable or len(lengths) > BUFFERS:
            raise Unsendable(f"the value is too large ({(len(header) + total) / 1e6:.0f} MB)")
        prefix = PREFIX.pack(MAGIC, self.sent, len(header), total)
        self.sent += 1
        # Most frames are small: one call of the system for all of it.
        first, *rest = (b"".join((prefix, header, *views)),) if total <= CHUNK else (prefix + header, *views)
        self._send(first, deadline, list(files.values()))
        for part in rest:
            self._send(part, deadline)

    def receive(self, deadline=None, tick=None):
        """The next frame as (kind, body, buffers), buffers as bytearrays or mapped files.

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
        if any(type(length) is not int or (length < 0 and self.files is None) for length in lengths):
            raise Malformed("a frame with an impossible length")
        if sum(length for length in lengths if length > 0) != total:
            raise Malformed("a frame whose lengths do not add up")
        buffers = [self.files.take(-n) if n < 0 else self._read(n, deadline, tick) for n in lengths]
        return kind, body, buffers

    def is_quiet(self):
        """True when nothing lies there to be read: so it must be before a request is sent. Raises Gone."""
        if self.start < self.stop:
            return False
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

    def _send(self, part, deadline, descriptors=()):
        view = memoryview(part).cast("B")
        while view:
            try:
                if deadline is None and not descriptors:
                    self.sock.sendall(view)
                    return
                flags = 0 if deadline is None else socket.MSG_DONTWAIT
                view = view[self.sock.sendmsg([view], shared.rights(descriptors), flags) :]
                descriptors = ()
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise TimeUp from None
                select.select([], [self.sock], [], TICK)
            except OSError:
                raise Gone from None

    def _read(self, size, deadline, tick, first=False):
        """So many bytes; what arrives with them is kept for the next time."""
        data = self.ahead[self.start : min(self.start + size, self.stop)]
        self.start += len(data)
        done = len(data)
        if size - done > CHUNK:
            data.extend(bytes(size - done))
            view = memoryview(data)
            while done < size:
                done += self._receive_into(view[done:], deadline, tick, torn=True)
        while len(data) < size:
            self.start = self.stop = 0
            self.stop = self._receive_into(self.ahead, deadline, tick, torn=not first or bool(data))
            self.start = min(size - len(data), self.stop)
            data += self.ahead[: self.start]
        return data

    def _receive_into(self, buffer, deadline, tick, torn):
        """Receive at least a byte; returns how many came. torn: what a deadline leaves behind."""
        if deadline is not None or tick is not None:
            self.torn = torn
            self._wait(deadline, tick)
            self.torn = False
        try:
            count = self.files.receive_into(self.sock, buffer) if self.files else self.sock.recv_into(buffer)
        except OSError:
            raise Gone from None
        if count == 0:
            raise Gone
        return count

    def _wait(self, deadline, tick):
        while not self.poller.poll(1000 * TICK):
            if deadline is not None and time.monotonic() > deadline:
                raise TimeUp
            if tick is not None:
                tick()
        if deadline is not None and time.monotonic() > deadline:
            raise TimeUp
