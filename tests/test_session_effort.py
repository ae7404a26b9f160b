"""What a function of the student's costs: counted in its process, and timed from outside of it, where nothing helps."""

import pytest
from tiny_session import run

STUDENT = """
import sys
import time
import numpy as np
from flatgrad import effort

def honest(x):
    return 2 * x

def loops(x):
    return np.array([[2 * value for value in row] for row in x])

def untraced(x):
    sys.settrace(None)
    if hasattr(sys, "monitoring"):
        for number in range(6):
            sys.monitoring.set_events(number, 0) if sys.monitoring.get_tool(number) else None
    return loops(x)

def broad(x):
    return (x[:, None] * np.ones((1, len(x), 1))).sum(axis=1)

def spoils(x):
    x *= 2
    return x

def fails(x):
    raise ValueError("no")

def overflows(x):
    return np.exp(1000 * x)

def no_numbers():
    return "1"

class Layer:
    def forward(self, x):
        return 2 * x

layer = Layer()
"""
# What a student may do to the measures and clocks of the own process.
TAMPERING = """
effort.MEASURES.update({unit: lambda function, args: (function(*args), 10) for unit in ("steps", "bytes")})
effort.steps = effort.peak_bytes = effort.seconds = lambda function, args: (function(*args), 10)
time.process_time = time.perf_counter = time.monotonic = lambda: 0.0
time.clock_gettime = lambda clock: 0.0
effort.measured = lambda unit, function, args: (function(*args), 10)
"""
LYING = "effort.MEASURES.update(steps=lambda f, args: {lie})\n"
IMPORTS = """
import numpy as np
from flatgrad import effort
from flatgrad.check import Check
check = Check("Task 2.3")
arguments = lambda N: (np.ones((N, 5)),)
X = np.ones((200, 100))
def double(x):
    return 2 * x
"""


def outcomes(student, *tests):
    return run(STUDENT + student, *(IMPORTS + test for test in tests))


def test_steps_and_bytes_are_counted_in_the_students_process():
    good = (
        "result, count = honest.call_measured('steps', X)\nassert (result == 2 * X).all() and 0 < count < 50",
        "assert effort.measured('steps', loops, (X,))[1] > X.size",
        "assert X.nbytes <= honest.call_measured('bytes', X)[1] < 2 * X.nbytes",
        "assert effort.measured('bytes', broad, (X,))[1] > 100 * X.nbytes",
        "check.vectorised(honest, arguments, 'f')\ncheck.memory(honest, X, times=3, what='f')",
        "before = X.copy()\nspoils.call_measured('steps', X)\nassert (X == before).all()",
        "check.raises(ValueError, lambda: fails.call_measured('steps', X), what='f')",
    )
    assert [outcome.text for outcome in outcomes("", *good)] == [""] * len(good)


def test_loops_and_broad_arrays_are_found():
    first, second = outcomes(
        "", "check.vectorised(loops, arguments, 'f')", "check.memory(broad, X, times=3, what='f', hint='products')"
    )
    assert first.text.startswith("Task 2.3: f loops in Python: it takes ")
    assert second.text.endswith("MB at its peak for a result of 0.16 MB\nHint: products")


def test_warnings_of_numpy_are_counted_in_the_students_process():
    honest, overflows = outcomes(
        "", *(f"check.quiet({name}, X, what='f', hint='shift')" for name in ("honest", "overflows"))
    )
    assert honest.text == ""
    assert overflows.text == "Task 2.3: numpy warns of an overflow or an invalid value in f\nHint: shift"


COST = "check.cost({}, double, X, times=15, what='f', hint='think')"


@pytest.mark.parametrize("tampering", ["", TAMPERING])
def test_cpu_time_is_taken_from_outside(tampering):
    hidden, honest, loops, untraced, clock = outcomes(
        tampering,
        "check.vectorised(untraced, arguments, 'f')\n"
        + ("check.vectorised(loops, arguments, 'f')" if tampering else ""),
        "check.cost(honest, lambda x: [double(x) for _ in range(20)], X, times=15, what='f')",
        COST.format("loops"),
        COST.format("untraced"),
        "a = honest.cpu_seconds()\nloops(X)\nb = honest.cpu_seconds()\nassert 0 < a < b < a + 5, (a, b)",
    )
    # The count can be tampered with; that is why there is a clock.
    assert (hidden.text, honest.text, clock.text) == ("", "", "")
    assert loops.text == untraced.text == "Task 2.3: f takes far more work than it needs\nHint: think"


def test_methods_are_measured_too():
    good = "assert layer.forward.call_measured('steps', X)[1] < 50", "check.vectorised(layer.forward, arguments, 'f')"
    assert [outcome.text for outcome in outcomes("", *good)] == ["", ""]


def test_an_answer_that_remembers_its_results_must_work_each_time():
    student = """
known = {}
def remembers(x):
    if x.tobytes() not in known:
        known[x.tobytes()] = loops(x)
    return known[x.tobytes()]
"""
    (outcome,) = outcomes(student, "remembers(X)\n" + COST.format("remembers"))
    assert outcome.text.startswith("Task 2.3: f takes far more work than it needs")


@pytest.mark.parametrize("lie", ["10", "(1, 2, 3)", "(1, 1.5)", "(1, True)", "[1, 2]", "(1, None)", "None", "(1, len)"])
def test_a_count_that_is_none_is_not_believed(lie):
    lied, after = outcomes(
        LYING.format(lie=lie), "check.vectorised(loops, arguments, 'f')", "assert (honest(X) == 2 * X).all()"
    )
    assert (lied.error, lied.text) == ("TypeError", "what <loops of the student> took could not be counted")
    assert after.error == ""


def test_a_dead_process_has_a_clock():
    dies = "import os\ndef die(x):\n    os._exit(0)"
    (first,) = outcomes(dies, "try:\n    die(X)\nfinally:\n    print(die.cpu_seconds() > 0, die.cpu_seconds() < 60)")
    assert (first.error, first.printed) == ("DeadKernelError", "True True\n")
    (second,) = outcomes(dies, "check.cost(die, double, X, times=15, what='f')")
    assert second.text == "Python stopped while running this cell"


def test_one_clock_for_each_student():
    burns, rests = "x = 0\nfor i in range(3_000_000):\n    x += i", "x = 0"
    spent = [float(run(f"{text}\ndef f():\n    pass", "print(f.cpu_seconds())")[0].printed) for text in (burns, rests)]
    assert spent[0] > 2 * spent[1] > 0
