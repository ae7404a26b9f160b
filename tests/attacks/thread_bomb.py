# tries: 200 threads that never rest, and hold the interpreter lock
# base: birch
# may score: 22
# %% first
import threading, time

END = time.time() + 45


def spin():
    while time.time() < END:
        sum(range(20_000))


for _ in range(200):
    try:
        threading.Thread(target=spin, daemon=True).start()
    except RuntimeError as error:
        print("threads:", error)
        break
