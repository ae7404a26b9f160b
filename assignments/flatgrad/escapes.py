"""Escape codes: what colours text on a terminal, moves its cursor or does other things there."""

import re

GREEN, RED, PLAIN = "\033[32m", "\033[31m", "\033[0m"
ANSI = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b.?")
