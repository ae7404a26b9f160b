# tries: what Landlock does not cover: chmod, chown, utime, xattr and rename of the grader's files
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

import stat


def tries(what, action):
    try:
        action()
        print("BREACH", what)
    except (OSError, AttributeError) as error:
        print(what, error)


for root in course_roots():
    for name in ("gradebook.db", "submitted"):
        path = os.path.join(root, name)
        if not os.path.exists(path):
            continue
        mode = stat.S_IMODE(os.stat(path).st_mode)
        tries(f"chmod {path}", lambda: os.chmod(path, mode & ~0o022))
        tries(f"utime {path}", lambda: os.utime(path, (0, 0)))
        tries(f"chown {path}", lambda: os.chown(path, os.getuid(), -1))
        tries(f"xattr {path}", lambda: os.setxattr(path, b"user.mallory", b"here"))
        tries(f"hard link to {path}", lambda: os.link(path, os.path.join(os.getcwd(), "linked-" + name)))
