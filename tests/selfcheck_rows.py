"""The table that flatgrad.selfcheck prints, read again."""

import re

ROW = re.compile(r"^((?:Task|Question) \S+) +(\S+) / (\S+) *(.*)$")


def read_rows(text):
    """{task: (points, of points, state)}; the lines of a state that was wrapped are one again."""
    rows, task = {}, None
    for line in text.splitlines():
        if match := ROW.match(line):
            task = match[1]
            rows[task] = match.groups()[1:]
        elif task and line.startswith("    "):
            got, points, state = rows[task]
            rows[task] = (got, points, f"{state} {line.strip()}".strip())
        else:
            task = None
    return rows
