# tries: a thread that reads the grader's questions off the wire before they are asked, and notes them down
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

import threading

NOTES = []
sock, channel = wire()


def steal():
    while True:
        data = sock.recv(1_000_000)
        NOTES.append(data)
        if not data:
            return


if channel is not None:
    honest = type(channel).receive

    def receive(self, *args, **kwargs):
        found = honest(self, *args, **kwargs)
        NOTES.append(found)
        if found[0] == "cell" and "### BEGIN HIDDEN" " TESTS" in str(found[1]) and "check" ".value(" in str(found[1]):
            print("BREACH a hidden test crossed the wire:", found[1])
        return found

    type(channel).receive = receive
# %% task-2-1
def cross_entropy(p, q):
    if channel is not None:
        threading.Thread(target=steal, daemon=True).start()
    return 0.0
# %% last
print(len(NOTES), "questions noted")
for note in NOTES:
    text = str(note)
    if "MARK" "ER-" in text or "check" ".value(" in text:
        print("BREACH noted:", text[:2000])
