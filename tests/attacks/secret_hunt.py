# tries: looks for the grader's secret and for variables it was started with
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

for name, value in os.environ.items():
    if name.startswith(("NBGRADER", "AUTOGRADER", "FLATGRAD")):
        print("BREACH environment:", name, value)
try:
    for item in open("/proc/self/environ", "rb").read().split(b"\0"):
        if item.startswith((b"NBGRADER", b"AUTOGRADER", b"FLATGRAD")):
            print("BREACH first environment:", item)
except OSError as error:
    print(error)
print(sys.argv, sys.orig_argv)
homes = {os.environ.get("HOME", ""), os.path.expanduser("~"), "/root"}
try:
    import pwd

    homes |= {user.pw_dir for user in pwd.getpwall() if user.pw_uid in (0, os.getuid())}
except (KeyError, OSError) as error:
    print(error)
for home in homes:
    for below in (".local/share", ".config", ".cache", ".local/state", ""):
        for package in ("autograder", "flatgrad", ".autograder", ".flatgrad"):
            folder = os.path.join(home, below, package)
            try:
                for name in os.listdir(folder):
                    if name.endswith((".npz", ".tmp")):
                        continue
                    data = open(os.path.join(folder, name), "rb").read(64)
                    print("BREACH in", folder, name, data.hex())
            except OSError:
                pass
for root in course_roots():
    try:
        print("BREACH the course can be listed:", [n for n in os.listdir(root) if "secret" in n or n == "gradebook.db"])
    except OSError as error:
        print(error)
