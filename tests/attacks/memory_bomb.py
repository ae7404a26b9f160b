# tries: fills memory: arrays, bytearrays and strings, up to 2 GB
# base: stub
# may score: 0
# %% first
import numpy as np

hoard = []
try:
    for _ in range(20):
        hoard.append(np.ones(12_500_000))
    print("took", sum(a.nbytes for a in hoard))
except MemoryError:
    print("no more after", sum(a.nbytes for a in hoard))


# %% task-1-1
def softmax(scores):
    hoard.append(np.ones(12_500_000))
    return np.concatenate(hoard[:20])
