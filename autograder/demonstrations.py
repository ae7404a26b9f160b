"""Which demonstration cells need not run when grading: pictures, timings and full training runs that nothing uses.

A locked cell tagged "demonstration" is left out unless a cell that does run needs a name from it. Names are found in
the text, by Python's own symbol tables, so nothing is run to decide.
"""

import builtins
import symtable

from IPython.core.inputtransformer2 import TransformerManager
from nbgrader.utils import is_locked

TAG = "demonstration"


def is_demonstration(cell):
    """True for a locked code cell with the tag."""
    return cell.cell_type == "code" and is_locked(cell) and TAG in cell.metadata.get("tags", [])


def superfluous(notebook):
    """The demonstration cells of a sanitised notebook that grading can leave out."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    names = {id(cell): _names(cell.source) for cell in code}
    left_out = [cell for cell in code if is_demonstration(cell)]
    while True:
        running = [cell for cell in code if not any(cell is skipped for skipped in left_out)]
        needed = set().union(*(needs for _, needs in (names[id(cell)] for cell in running)))
        wanted = [cell for cell in left_out if names[id(cell)][0] & needed]
        if not wanted:
            return left_out
        left_out = [cell for cell in left_out if not any(cell is other for other in wanted)]


def _names(source):
    """(names a cell gives, names it needs from elsewhere). A cell that cannot be read gives and needs nothing."""
    try:
        table = symtable.symtable(TransformerManager().transform_cell(source), "<cell>", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set(), set()
    gives = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    return gives, set(_globals_read(table)) - gives - set(dir(builtins))


def _globals_read(table):
    for symbol in table.get_symbols():
        if symbol.is_referenced() and (table.get_type() == "module" or symbol.is_global()):
            yield symbol.get_name()
    for child in table.get_children():
        yield from _globals_read(child)
