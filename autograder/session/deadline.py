"""A limit of time for trusted code: a test can be slow all by itself, with what a student's function has given it."""

import contextlib
import ctypes
import threading

from .errors import Late


@contextlib.contextmanager
def deadline(seconds):
    """Raise Late in this thread when what runs in here takes longer. It comes between two steps of Python code."""
    target, lock, state = threading.get_ident(), threading.Lock(), {"over": False, "fired": False}

    def fire():
        with lock:
            if not state["over"]:
                state["fired"] = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(target), ctypes.py_object(Late))

    timer = threading.Timer(seconds, fire)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            state["over"] = True
        timer.cancel()
        if state["fired"]:
            # It may still be under way: take one here, so that none comes in somebody else's code. (Calling it off with
            # None would leave Python 3.11 looking for it for ever, and a traced function there would never start.)
            with contextlib.suppress(Late):
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(target), ctypes.py_object(Late))
                while True:
                    threading.get_ident()  # a step that an exception can come behind
