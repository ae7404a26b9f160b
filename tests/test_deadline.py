"""A deadline ends what takes too long, and leaves nothing behind in the process that goes on."""

import subprocess
import sys
import time

import pytest

from autograder.session.deadline import deadline
from autograder.session.errors import Late

# A function that is traced after a deadline has passed: in a process of its own, because it could hang.
AFTERWARDS = """
import sys, time
from autograder.session.deadline import deadline
from autograder.session.errors import Late

try:
    with deadline(0.01):
        while True:
            time.sleep(0.001)
except Late:
    print("late")

def trace(frame, event, arg):
    frame.f_trace_opcodes = True
    return trace

sys.settrace(trace)
print((lambda x: x + 1)(1))
"""


def test_what_takes_too_long_is_ended():
    with pytest.raises(Late), deadline(0.01):
        while True:
            time.sleep(0.001)


def test_what_is_in_time_goes_on():
    with deadline(60):
        done = sum(range(10))
    assert done == 45


def test_swallowed_one_does_not_come_again():
    with deadline(0.01):
        try:
            while True:
                time.sleep(0.001)
        except Late:
            pass
    for _ in range(1000):
        time.sleep(0)


def test_functions_can_be_traced_afterwards():
    done = subprocess.run([sys.executable, "-c", AFTERWARDS], capture_output=True, text=True, timeout=60)
    assert done.stdout.split() == ["late", "2"], done.stderr
