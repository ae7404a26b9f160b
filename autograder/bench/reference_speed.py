"""python -m autograder.bench.reference_speed: is the reference as fast as what one could install instead?

A hidden test allows an answer so many times the work of the reference, so a slow reference would allow slow answers.
Its vectorised functions are timed on two cores in float64, in turn with scikit-learn, PyTorch and the bare matrix
products that no way of computing them can do without.
"""

import math
import os
import subprocess
import sys
import time
from typing import NamedTuple

import click
import numpy as np
from rich.console import Console
from rich.table import Table

from . import rivals
from .races import races
from .timing import machine, spread

THREADS = min(2, os.cpu_count() or 1)
THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
BLOCK_SECONDS = 0.03  # of calls at a stretch, of which the fastest counts
FEWEST_CALLS = 3
REST_SECONDS = 0.05  # between two contestants: the threads of the one before look for work for a while
TOLERANCE = 1e-9  # relative to the largest entry


class Row(NamedTuple):
    """What was measured in a race: for each contestant the seconds of a call, one number per round."""

    name: str
    seconds: dict  # {"ours": [...], "products": [...], "scikit-learn": [...], "PyTorch": [...]}

    def ratios(self, slow, fast):
        """How many times as long the first took as the second, in each round."""
        return [a / b for a, b in zip(self.seconds[slow], self.seconds[fast], strict=True)]


def measure(rounds):
    """The Rows of all races: contestants that agree are timed in turn, once a round."""
    return [run(name, calls, rounds) for name, calls in races()]


def run(name, calls, rounds):
    """The Row of one race."""
    expected = calls["ours"]()
    for who in calls:
        if who in rivals.LIBRARIES:
            compare(calls[who](), expected, f"{name}: {who}")
    times = max(FEWEST_CALLS, math.ceil(BLOCK_SECONDS / fastest(calls["ours"], FEWEST_CALLS)))
    row = Row(name, {who: [] for who in calls})
    for _ in range(rounds):
        for who, call in calls.items():
            time.sleep(REST_SECONDS)
            row.seconds[who].append(fastest(call, times))
    return row


def fastest(call, times):
    """Seconds of the fastest of so many calls, after one that warms up caches and threads.

    The slower ones tell what else ran on the machine: a third thread can hold up a product on two for milliseconds.
    """
    call()
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def compare(found, expected, who):
    """Fail unless all arrays are the same to rounding: what computes something else is not worth timing."""
    pairs = zip(found, expected, strict=True) if isinstance(expected, tuple) else [(found, expected)]
    for a, b in ((np.asarray(a), np.asarray(b)) for a, b in pairs):
        alike = a.shape == b.shape and a.dtype == b.dtype == np.float64
        if not alike or not np.max(np.abs(a - b)) <= TOLERANCE * np.max(np.abs(b)):
            raise click.ClickException(f"{who} does not give what the reference gives, so there is nothing to compare")


def table(rows):
    """A rich table: our time, and over it that of the products and theirs."""
    found = Table(
        title="the reference at course sizes: median (lowest to highest) of the rounds",
        caption="a library / ours above 1: ours is faster. –: the library has no such function.",
    )
    libraries = [who for who in rivals.LIBRARIES if any(who in row.seconds for row in rows)]
    for name in ("", "ours, ms", "ours / products", *(f"{who} / ours" for who in libraries)):
        found.add_column(name, justify="right" if name else "left")
    for row in rows:
        milliseconds = [1000 * seconds for seconds in row.seconds["ours"]]
        beside = [spread(row.ratios(who, "ours")) if who in row.seconds else "–" for who in libraries]
        found.add_row(row.name, spread(milliseconds), spread(row.ratios("ours", "products")), *beside)
    return found


def versions():
    """Lines about the libraries: what they are, and what to do about those that are missing."""
    blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    there = [f"{who} {library.__version__}" for who, library in rivals.LIBRARIES.items() if library is not None]
    numpy = f"numpy {np.__version__} with {blas['name']} {blas['version']}"
    yield f"{', '.join([numpy, *there])}; {os.environ['OMP_NUM_THREADS']} threads for each"
    for who, library in rivals.LIBRARIES.items():
        if library is None:
            yield f"{who} is not installed, so its column is left out. To have it: pip install '.[bench]'"


@click.command()
@click.option("--rounds", default=15, show_default=True, type=click.IntRange(min=1))
def main(rounds):
    """Time the reference beside scikit-learn, PyTorch and bare matrix products."""
    wanted = dict.fromkeys(THREAD_VARIABLES, str(THREADS))
    if any(os.environ.get(name) != value for name, value in wanted.items()):
        # numpy reads the number of threads when it is imported, and that has happened.
        again = [sys.executable, "-m", "autograder.bench.reference_speed", *sys.argv[1:]]
        sys.exit(subprocess.run(again, env={**os.environ, **wanted}).returncode)
    console = Console(width=None if sys.stdout.isatty() else 150)
    for line in (machine(), *versions()):
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    console.print(table(measure(rounds)))


if __name__ == "__main__":
    main(prog_name="python -m autograder.bench.reference_speed")
