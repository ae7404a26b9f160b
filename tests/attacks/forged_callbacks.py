# tries: calls functions of the test that it was never given, in each other and without end
# base: stub
# may score: 0
# %% first
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

sock, channel = wire()
# %% task-1-1
def softmax(scores):
    """Whatever the grader answers, ask again."""
    heard = []
    if channel is not None:
        for number in range(100_000):
            channel.send("callback", [number % 50 - 1, ["l", [["l", [["n"]]], ["d", []]]]])
            kind, body, buffers = channel.receive()
            heard.append((kind, body))
            print("BREACH a callback was answered:", kind, body) if kind == "result" else None
    return np.zeros(np.shape(scores))
