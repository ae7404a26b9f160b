"""The bench measures what it says: all processes of a command, its own cells' cost, ratios from the same round."""

import sys

import click
import pytest
import tiny_course

from autograder.bench import end_to_end
from autograder.bench.own_cost import own_seconds
from autograder.bench.timing import Used, machine, spread, timed, together

BUSY = "import time\nend = time.process_time() + {seconds}\nwhile time.process_time() < end: pass\n"
GRANDCHILD = f"""
import os
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        {BUSY.format(seconds=0.5).replace(chr(10), chr(10) + 8 * " ")}
    os._exit(0)
os.wait()
"""


def python(text, folder):
    return timed(sys.executable, "-c", text, cwd=folder)


def test_cpu_of_processes_that_nobody_waited_for_counts(tmp_path):
    nothing, busy = python("pass", tmp_path), python(GRANDCHILD, tmp_path)
    assert 0.4 < busy.cpu - nothing.cpu < 5
    assert busy.left == nothing.left == 0


def test_process_that_stays_is_told(tmp_path):
    lasting = "import subprocess\nsubprocess.Popen(['sleep', '9'], stdout=-3, stderr=-3, start_new_session=True)"
    assert python(lasting, tmp_path).left == 1


def test_memory_and_files_at_their_most(tmp_path):
    text = "import time\nheld = b'x' * 200_000_000\nfiles = [open('/dev/null') for _ in range(20)]\ntime.sleep(1.6)"
    used = python(text, tmp_path)
    assert 200 < used.memory < 260 and 23 <= used.files <= 30
    assert used.wall > 1.6


def test_command_that_fails_is_told_with_its_words(tmp_path):
    with pytest.raises(click.ClickException, match="no such luck"):
        python("raise SystemExit('no such luck')", tmp_path)


def test_commands_one_after_another():
    first, second = Used(1.0, 2.0, 100.0, 50.0, 10, 5, 0), Used(3.0, 4.0, 80.0, 60.0, 20, 4, 1)
    assert together([first, second]) == Used(4.0, 6.0, 100.0, 60.0, 20, 5, 1)


def test_own_cost_is_that_of_the_cells(tiny):
    assignment = tiny_course.load(tiny)
    quick, slow, broken = (
        tiny_course.data(tiny_course.filled(assignment, before=before))
        for before in ([], [BUSY.format(seconds=0.5)], ["raise ValueError", BUSY.format(seconds=0.5)])
    )
    base = own_seconds(assignment, quick)
    assert 0 < base < 0.4
    for data in (slow, broken):
        assert 0.4 < own_seconds(assignment, data) - base < 2


def test_ratios_are_those_of_one_round():
    def used(wall):
        return Used(wall, 2 * wall, 1.0, 1.0, 1, 1, 0)

    found = {end_to_end.OURS: [(100, used(50.0)), (100, used(100.0))], "x": [(10, used(50.0)), (10, used(200.0))]}
    table = end_to_end.table("tiny", found)
    cells = {column.header: list(column.cells) for column in table.columns}
    assert cells["time / ours"] == ["1.00 (1.00 to 1.00)", "15.00 (10.00 to 20.00)"]
    assert cells["s each"] == ["0.75 (0.50 to 1.00)", "12.50 (5.00 to 20.00)"]
    assert cells["a minute"][0] == "90.00 (60.00 to 120.00)"


def test_spread_and_machine():
    assert spread([3.0, 1.0, 2.0]) == "2.00 (1.00 to 3.00)" and spread([1.5]) == "1.50"
    assert "cores" in machine() and "load" in machine()
