# tries: runs programs: magics, subprocess, ctypes system, a program from memory
# base: stub
# may score: 0
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

import ctypes, subprocess

where = (course_roots() or ["."])[0]
try:
    get_ipython().run_line_magic("system", "grep -rh -A9 BEGIN.HIDDEN " + where + "/source | head -c 3000 > listing.txt")
    if os.path.exists("listing.txt"):
        print("BREACH a magic ran a program:", open("listing.txt").read())
except Exception as error:
    print(error)
try:
    done = subprocess.run(["grep", "-rhoE", "MARKER-[0-9a-f]+|BEGIN HIDDEN TESTS", where + "/source"], capture_output=True, timeout=10)
    print("BREACH subprocess ran:", done.stdout[:3000])
except Exception as error:
    print(type(error).__name__, error)
libc = ctypes.CDLL(None, use_errno=True)
if libc.system(b"true") == 0:
    print("BREACH system() ran a program")
try:
    memory = os.memfd_create("program")
    os.write(memory, open("/bin/true", "rb").read())
    if os.fork() == 0:
        try:
            os.execve(memory, ["true"], {})
        finally:
            os._exit(1)
    print("BREACH a program ran from memory")
except OSError as error:
    print(error)
