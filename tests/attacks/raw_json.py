# tries: headers that only look like JSON: nan, huge numbers, doubled keys, 100,000 brackets, bad UTF-8
# base: stub
# may score: 0
# like shams
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

HEADERS = [b'["value",["f",NaN],[]]', b'["value",["i",' + b"9" * 100_000 + b"],[]]", b"[" * 100_000, b'["value",["s","\xff\xfe"],[]]',
           b'["value",["n"],[1e400]]', b'["value",["n"],[-1,1]]', b'["value",["n"],[true]]', b"null", b'"value"', b"", b'{"0":"value"}',
           b'["value",["n"],[],{}]', b'["VALUE",["n"],[]]', b'["raised",["Exit",["SystemExit","KeyboardInterrupt","BaseException"],"text"],[]]',
           b'["raised",["E",[[]],{}],[]]', b'["raised",["CheckFailed",["AssertionError"],"<script>window.attacked=1</script>"],[]]',
           b'["layers",[["all"],{}],[]]', b'["done",[],[]]', b'["value",' + b'["l",[' * 5000 + b"]]" * 5000 + b",[]]"]
sock, channel = wire()
if channel is not None:
    honest = type(channel).send

    def send(self, kind, body, buffers=(), deadline=None):
        if kind not in ("value", "raised"):
            return honest(self, kind, body, buffers, deadline)
        HEADERS.append(HEADERS.pop(0))
        sock.sendall(struct.pack("<4sQIQ", b"fg01", self.sent, len(HEADERS[-1]), 0) + HEADERS[-1])
        self.sent += 1

    type(channel).send = send
