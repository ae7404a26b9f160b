"""How much work a function is: steps of the Python interpreter, bytes of memory, seconds of CPU, warnings of numpy.

Steps are counted, not timed, so that the speed of a machine plays no role: a function without loops takes as many for
64 rows as for 8. A function that lives in another process is measured there (its `call_measured`). What runs there
could tamper with the count; the CPU time of that process (`cpu_seconds`) is taken from outside of it.
"""

import contextlib
import gc
import sys
import threading
import time
import tracemalloc

import numpy as np

from . import hints
from .purity import copied
from .verdict import Verdict

# How much the count may grow with the size of the arguments: without loops it does not.
MOST_GROWTH = 1.2
TRIES = 3


class EffortCheck(Verdict):
    """The checks of what a function costs."""

    def vectorised(self, function, arguments, what, sizes=(8, 64), size_name="N", hint=hints.WHOLE_ARRAYS):
        """Fail when function makes Python do more work for larger arguments.

        arguments: from a size to the tuple of arguments. It is called twice for each size: the first call of function
        with arrays of some shape is not counted, because numpy's einsum remembers what it found out about a shape.
        """

        def count(size):
            function(*copied(arguments(size)))
            return measured("steps", function, copied(arguments(size)))[1]

        small, large = map(count, sizes)
        if large > MOST_GROWTH * small:
            few, many = (f"{size_name} = {size}" for size in sizes)
            self.fail(f"{what} loops in Python: it takes {small} steps for {few} and {large} for {many}", hint=hint)

    def cost(self, function, yardstick, *args, times, what, hint=""):
        """Fail when function takes more than `times` the CPU time of yardstick for the same arguments, in three tries.

        For hidden tests, with a wide margin: what is to be found takes ten times as long as what is allowed.
        """
        # Each try has numbers of its own: an answer that remembers results must work each time.
        tries = [[_scaled(arg, 1 + number / 1000) for arg in args] for number in range(1, TRIES + 1)]
        own = min(seconds(yardstick, copied(args)) for args in tries)
        if all(seconds(function, copied(args)) > times * own for args in tries):
            self.fail(f"{what} takes far more work than it needs", hint=hint)

    def quiet(self, function, *args, what, hint=""):
        """Fail when numpy warns while function runs: an overflow, a division by zero, an invalid value."""
        if measured("warnings", function, copied(args))[1]:
            self.fail(f"numpy warns of an overflow or an invalid value in {what}", hint=hint)

    def memory(self, function, *args, times, what, hint=""):
        """Fail when function needs at its peak more than `times` the memory of the array that it returns."""
        result, peak = measured("bytes", function, copied(args))
        size = sum(np.asarray(part).nbytes for part in (result if isinstance(result, tuple) else [result]))
        if peak > times * max(size, 1):
            self.fail(
                f"{what} needs {peak / 1e6:.3g} MB at its peak for a result of {size / 1e6:.3g} MB", "", hint=hint
            )


def _scaled(value, factor):
    return value * factor if isinstance(value, np.ndarray) and value.dtype.kind == "f" else value


def measured(unit, function, args):
    """(result, number of units), wherever function lives. unit: one of MEASURES."""
    elsewhere = getattr(function, "call_measured", None)
    return MEASURES[unit](function, args) if elsewhere is None else elsewhere(unit, *args)


def seconds(function, args):
    """The CPU seconds that a call of function takes, in whatever process it runs."""
    clock = getattr(function, "cpu_seconds", time.process_time)
    start = clock()
    function(*args)
    return clock() - start


def steps(function, args):
    """(result, number of instructions that the interpreter ran in this thread meanwhile)."""
    count, here = 0, threading.get_ident()

    def one_more(*_):
        nonlocal count
        count += threading.get_ident() == here  # a notebook's kernel has threads of its own

    with _no_collection():
        if hasattr(sys, "monitoring"):
            return _monitored(function, args, one_more), count
        return _traced(function, args, one_more), count


@contextlib.contextmanager
def _no_collection():
    """Collect no garbage meanwhile: what it calls to clean up would be counted as the function's."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _traced(function, args, one_more):
    def trace(frame, event, _):
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        if event == "opcode":
            one_more()
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        return function(*args)
    finally:
        sys.settrace(before)


def _monitored(function, args, one_more):
    monitoring = sys.monitoring
    tool = next(number for number in range(6) if monitoring.get_tool(number) is None)
    monitoring.use_tool_id(tool, "flatgrad")
    try:
        monitoring.register_callback(tool, monitoring.events.INSTRUCTION, one_more)
        monitoring.set_events(tool, monitoring.events.INSTRUCTION)
        return function(*args)
    finally:
        monitoring.set_events(tool, 0)
        monitoring.register_callback(tool, monitoring.events.INSTRUCTION, None)
        monitoring.free_tool_id(tool)


def peak_bytes(function, args):
    """(result, bytes that were in use at the peak beyond those before)."""
    running = tracemalloc.is_tracing()
    if not running:
        tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        result = function(*args)
        return result, max(0, tracemalloc.get_traced_memory()[1] - before)
    finally:
        if not running:
            tracemalloc.stop()


def numerical_warnings(function, args):
    """(result, how often numpy warned meanwhile of an overflow, a division by zero or an invalid value)."""
    count = 0

    def one_more(*_):
        nonlocal count
        count += 1

    with np.errstate(over="call", divide="call", invalid="call", call=one_more):
        return function(*args), count


MEASURES = {"steps": steps, "bytes": peak_bytes, "warnings": numerical_warnings}
