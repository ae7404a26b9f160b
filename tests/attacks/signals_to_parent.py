# tries: interrupts, stops and kills its parent, its group and its brothers
# base: stub
# may score: 0
# %% task-1-1
import os, signal

me, parent = os.getpid(), os.getppid()
print("pid", me, "parent", parent)


def send(what, action):
    try:
        action()
        print("BREACH", what)
    except OSError as error:
        print(what, error)


signal.signal(signal.SIGTERM, signal.SIG_IGN)
signal.signal(signal.SIGINT, signal.SIG_IGN)
if parent > 1:
    send("looked for the parent", lambda: os.kill(parent, 0))
if os.getpgrp() not in (0, me):
    send("interrupted the group", lambda: os.killpg(os.getpgrp(), signal.SIGINT))
for brother in (me - 1, me + 1):
    if brother not in (1, parent):
        try:
            if b"python" in open(f"/proc/{brother}/cmdline", "rb").read() and b"ipykernel" in open(f"/proc/{brother}/cmdline", "rb").read():
                send("killed a brother", lambda: os.kill(brother, signal.SIGTERM))
        except OSError:
            pass


def softmax(scores):
    if parent > 1:
        send("interrupted the parent", lambda: os.kill(parent, signal.SIGINT))
        send("ended the parent", lambda: os.kill(parent, signal.SIGTERM))
    return scores
