# tries: forks until it may not (at most 200, each gone within a minute)
# base: stub
# may score: 0
# %% first
import os, time

children = 0
try:
    for _ in range(200):
        if os.fork() == 0:
            try:
                end = time.time() + 20
                while time.time() < end:
                    pass
                time.sleep(30)
            finally:
                os._exit(0)
        children += 1
except OSError as error:
    print("fork:", error)
if children:
    print("BREACH processes were started:", children)
