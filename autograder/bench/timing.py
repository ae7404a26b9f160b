"""How long a command takes, with all that it starts, and how measured values are told."""

import json
import os
import platform
import statistics
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import NamedTuple

import click


class Used(NamedTuple):
    """What a command used. wall, cpu: seconds. memory: the most MB at once, all its processes together, pages that they
    share counted once. early: the same in the first half of its time. files: descriptors that its first process had
    open, at most; early_files: in the first half. left: processes that were still there seconds after its end.
    """

    wall: float
    cpu: float
    memory: float
    early: float
    files: int
    early_files: int
    left: int


def timed(*command, cwd):
    """Run a command and return what it Used. Raises click.ClickException when it fails."""
    environment = {**os.environ, "PATH": sysconfig.get_path("scripts") + os.pathsep + os.environ["PATH"]}
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        report = Path(folder) / "used.json"
        words = [sys.executable, "-m", "autograder.bench.measured", str(report), *command]
        done = subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True)
        if done.returncode or not report.exists():
            raise click.ClickException(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}"[-4000:])
        return Used(**json.loads(report.read_text()))


def together(parts):
    """What several commands Used, one after the other."""
    parts = list(parts)
    sums = {name: sum(getattr(part, name) for part in parts) for name in ("wall", "cpu", "left")}
    most = {name: max(getattr(part, name) for part in parts) for name in Used._fields if name not in sums}
    return Used(**sums, **most)


def spread(values):
    """'median (lowest to highest)', or the value alone where there is only one."""
    values = list(values)
    if len(values) == 1:
        return f"{values[0]:.2f}"
    return f"{statistics.median(values):.2f} ({min(values):.2f} to {max(values):.2f})"


def machine():
    """One line about where this was measured: processor, cores, memory, system, Python, load."""
    lines = Path("/proc/cpuinfo").read_text().splitlines() if os.path.exists("/proc/cpuinfo") else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{names[0] if names else platform.processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, "
        f"{platform.system()} {platform.release().split('-')[0]}, Python {platform.python_version()}; "
        f"load {os.getloadavg()[0]:.1f} when it started"
    )
