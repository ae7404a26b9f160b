# tries: a prefix that promises 2**63 bytes, then headers and buffers that are larger than allowed
# base: stub
# may score: 0
# %% task-1-1
import gc, json, os, socket, stat, struct


def wire():
    """(socket to the grader, the object that counts its frames or None)."""
    for thing in gc.get_objects():
        if type(thing).__name__ == "Channel" and isinstance(getattr(thing, "sock", None), socket.socket):
            return thing.sock, thing
    for number in range(3, 40):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                return socket.socket(fileno=os.dup(number)), None
        except OSError:
            pass
    return None, None


def frame(number, kind, body, buffers=()):
    header = json.dumps([kind, body, [len(b) for b in buffers]]).encode()
    return struct.pack("<4sQIQ", b"fg01", number, len(header), sum(map(len, buffers))) + header + b"".join(buffers)


def softmax(scores):
    sock, channel = wire()
    if channel is not None:
        sock.sendall(struct.pack("<4sQIQ", b"fg01", channel.sent, 2**32 - 1, 2**63))
    return np.zeros(np.shape(scores))
# %% task-2-1
def cross_entropy(p, q):
    sock, channel = wire()
    if channel is not None:
        sock.sendall(struct.pack("<4sQIQ", b"fg01", channel.sent, 15_000_000, 0) + b"[" * 15_000_000)
    return 0.0
