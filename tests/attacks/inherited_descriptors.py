# tries: reads, lists and climbs out of every descriptor it was born with
# base: stub
# may score: 0
# %% first
import re


def leak(text):
    """Show the hidden tests in a text in every way that could slip past a filter."""
    for hidden in re.findall(r"BEGIN HIDDEN TESTS(.{1,4000}?)END HIDDEN TESTS", text, re.DOTALL)[:20]:
        if "check." not in hidden or "4000}" in hidden:
            continue  # this very line
        print("BREACH hidden test:", hidden[:1500], hidden[:300][::-1], hidden[:300].encode("utf-8", "replace").hex())
        with open("leak.txt", "a", encoding="utf-8", errors="replace") as file:
            file.write(hidden)

import os, stat, sys

for number in range(256):
    try:
        status = os.fstat(number)
    except OSError:
        continue
    kind = stat.S_IFMT(status.st_mode)
    try:
        path = os.readlink(f"/proc/self/fd/{number}")
    except OSError:
        path = "?"
    try:
        if kind == stat.S_IFDIR:
            print("BREACH a folder is open:", number, path, os.listdir(number)[:5])
            for up in ("..", "../..", "../../..", "source"):
                inside = os.open(up, os.O_RDONLY, dir_fd=number)
                print("BREACH climbed out of it:", up, os.listdir(inside)[:5])
                os.close(inside)
        elif kind == stat.S_IFREG:
            data = os.pread(number, 5_000_000, 0)
            leak(data.decode("utf-8", "replace"))
            if b"HIDDEN TESTS" in data or path.endswith((".ipynb", ".db")):
                print("BREACH a file is open:", number, path)
            again = os.open(f"/proc/self/fd/{number}", os.O_RDWR)
            os.close(again)
    except OSError as error:
        print(number, path, error)
