"""A look at a saved notebook before it is handed in: `python -m flatgrad.selfcheck knn.ipynb`.

It runs the notebook from top to bottom in a fresh Python and an empty folder, as grading does, and says task by task
what the visible checks find. It only reads the file.
"""


class SelfcheckError(Exception):
    """The notebook cannot be looked at. The text is one line for the student: what is wrong, and what to do."""
