# tries: loops for ever with interrupts ignored
# base: stub
# may score: 0
# %% task-1-1
import signal

for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM, signal.SIGXCPU, signal.SIGHUP):
    signal.signal(number, signal.SIG_IGN)


def softmax(scores):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
