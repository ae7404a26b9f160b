"""nbgrader's solution remover, with the task's number in each stub: NotImplementedError("Task 2.3")."""

import re

from nbgrader.preprocessors import ClearSolutions

TASK_ID = re.compile(r"^task-(\d+)-(\d+)$")


def task_name(grade_id):
    """'task-2-3' -> 'Task 2.3'; None for a grade_id of another form."""
    match = TASK_ID.match(grade_id or "")
    return f"Task {match[1]}.{match[2]}" if match else None


class ClearTaskSolutions(ClearSolutions):
    """Stands in for nbgrader's ClearSolutions in nbgrader_config.py."""

    def preprocess_cell(self, cell, resources, cell_index):
        name = task_name(cell.metadata.get("nbgrader", {}).get("grade_id"))
        message = f'"{name}"' if name else ""
        self.code_stub = {
            **self.code_stub,
            "python": f"# YOUR CODE HERE\nraise NotImplementedError({message})",
        }
        return super().preprocess_cell(cell, resources, cell_index)
