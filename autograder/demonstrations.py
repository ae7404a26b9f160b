"""Which demonstration cells need not run when grading: pictures, timings and full training runs that nothing uses.

A locked cell tagged "demonstration" is left out unless a cell that does run needs a name from it. Nothing is
run to decide.
"""

from nbgrader.utils import is_locked

from .cellnames import names_of

TAG = "demonstration"
# Above so many characters of code, reading it could take longer than running the demonstrations.
LONGEST_CODE = 1_000_000


def is_demonstration(cell):
    """True for a locked code cell with the tag."""
    return cell.cell_type == "code" and is_locked(cell) and TAG in cell.metadata.get("tags", [])


def superfluous(notebook):
    """The demonstration cells of a sanitised notebook that grading can leave out."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    if sum(len(cell.source) for cell in code) > LONGEST_CODE:
        return []
    names = {id(cell): names_of(cell.source) for cell in code}
    left_out = [cell for cell in code if is_demonstration(cell)]
    while True:
        skipped = {id(cell) for cell in left_out}
        needed = set().union(*(names[id(cell)][1] for cell in code if id(cell) not in skipped))
        wanted = {id(cell) for cell in left_out if names[id(cell)][0] & needed}
        if not wanted:
            return left_out
        left_out = [cell for cell in left_out if id(cell) not in wanted]
