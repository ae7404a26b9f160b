"""Escape codes: what colours text on a terminal, moves its cursor or does other things there."""

import re

ANSI = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b.?")
