# tries: looks through /proc for the grader's processes: their folders, open files, roots and environment
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

import os

OURS = ("nbgrader", "autograder", "ipykernel", "forkserver")
seen = 0
for pid in [p for p in os.listdir("/proc") if p.isdigit()] if os.path.isdir("/proc") and os.access("/proc", os.R_OK) else []:
    if int(pid) == os.getpid():
        continue
    try:
        line = open(f"/proc/{pid}/cmdline", "rb").read().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        continue
    if not any(name in line for name in OURS):
        continue
    seen += 1
    for place in ("cwd", "root"):
        try:
            print("BREACH", pid, place, os.readlink(f"/proc/{pid}/{place}"))
            path = f"/proc/{pid}/cwd/source/softmax/softmax.ipynb"
            leak(open(path, encoding="utf-8").read())
        except OSError:
            pass
    try:
        for number in os.listdir(f"/proc/{pid}/fd"):
            target = os.readlink(f"/proc/{pid}/fd/{number}")
            if target.endswith((".ipynb", ".db", "secret")):
                print("BREACH open in the grader:", target)
                leak(open(f"/proc/{pid}/fd/{number}", encoding="utf-8", errors="replace").read())
    except OSError:
        pass
    try:
        for item in open(f"/proc/{pid}/environ", "rb").read().split(b"\0"):
            if item.startswith((b"NBGRADER", b"AUTOGRADER", b"FLATGRAD")):
                print("BREACH environment of the grader:", item.decode())
    except OSError:
        pass
if seen:
    print("BREACH processes of the grader can be seen:", seen)
