# tries: waits for ever for a line from the grader's keyboard
# base: stub
# may score: 0
# %% task-1-1
import os


def softmax(scores):
    try:
        input("your answer, please: ")
    except BaseException as error:
        print(type(error).__name__)
    end = os.read(0, 10)
    return scores


# %% task-2-1
import threading


def cross_entropy(p, q):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
