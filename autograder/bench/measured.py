"""Run a command as the only child of a process of its own, so that all it uses can be told apart and nothing is missed.

python -m autograder.bench.measured REPORT COMMAND...
"""

import contextlib
import ctypes
import json
import os
import resource
import subprocess
import sys
import threading
import time
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
SAMPLE_SECONDS = 0.5
# Time that what a command started has to end after it.
GRACE_SECONDS = 5.0


def main(report, *command):
    """Run the command, write a report on what it used, and end as it did."""
    # Processes whose parent has ended become ours: what they used counts once they are waited for.
    with contextlib.suppress(AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    start, samples, over = time.perf_counter(), [], threading.Event()
    process = subprocess.Popen(command)
    sampler = threading.Thread(target=_sample, args=(process.pid, samples, over))
    sampler.start()
    status = process.wait()
    wall = time.perf_counter() - start
    over.set()
    sampler.join()
    left = _reap()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    first = samples[: max(1, len(samples) // 2)] or [(0, 0)]
    Path(report).write_text(
        json.dumps(
            {
                "wall": wall,
                "cpu": used.ru_utime + used.ru_stime,
                "memory": max((memory for memory, _ in samples), default=0) / 1e6,
                "early": max(memory for memory, _ in first) / 1e6,
                "files": max((files for _, files in samples), default=0),
                "early_files": max(files for _, files in first),
                "left": left,
            }
        )
    )
    sys.exit(status)


def _sample(pid, samples, over):
    """Now and then, (bytes of memory of all descendants, descriptors of the first)."""
    while not over.wait(SAMPLE_SECONDS):
        samples.append((sum(map(_memory, _descendants())), _files(pid)))


def _descendants():
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            with contextlib.suppress(OSError, IndexError, ValueError):
                # The name, in parentheses, may hold anything.
                fields = Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()
                parents[int(entry)] = int(fields[1])
    found, more = set(), {os.getpid()}
    while more:
        more = {pid for pid, parent in parents.items() if parent in more} - found
        found |= more
    return found


def _memory(pid):
    """Proportional set size in bytes: a page that three processes share counts a third for each."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return 1024 * int(line.split()[1])
    return 0


def _files(pid):
    with contextlib.suppress(OSError):
        return len(os.listdir(f"/proc/{pid}/fd"))
    return 0


def _reap():
    """Wait for what the command left; returns how many were still there after the grace."""
    end = time.monotonic() + GRACE_SECONDS
    with contextlib.suppress(ChildProcessError):
        while time.monotonic() < end:
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                time.sleep(0.02)
    return len(_descendants())


if __name__ == "__main__":
    main(*sys.argv[1:])
