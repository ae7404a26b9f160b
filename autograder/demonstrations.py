"""Which demonstration cells need not run when grading: pictures, timings and full training runs that nothing uses.

A locked cell tagged "demonstration" is left out unless a cell that does run needs a name from it. Names are found in
the text, by Python's own symbol tables, so nothing is run to decide.
"""

import builtins
import re
import symtable
import warnings

from nbgrader.utils import is_locked

TAG = "demonstration"
# Above so many characters of code, reading it could take longer than running the demonstrations.
LONGEST_CODE = 1_000_000
# What only a notebook understands: %magic, !command, help?, and `x = %magic`.
MAGIC = re.compile(r"^([ \t]*)(?:[%!?].*|.*\?)$", re.MULTILINE)
ASSIGNED_MAGIC = re.compile(r"=[ \t]*[%!].*$", re.MULTILINE)


def is_demonstration(cell):
    """True for a locked code cell with the tag."""
    return cell.cell_type == "code" and is_locked(cell) and TAG in cell.metadata.get("tags", [])


def superfluous(notebook):
    """The demonstration cells of a sanitised notebook that grading can leave out."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    if sum(len(cell.source) for cell in code) > LONGEST_CODE:
        return []
    names = {id(cell): _names(cell.source) for cell in code}
    left_out = [cell for cell in code if is_demonstration(cell)]
    while True:
        skipped = {id(cell) for cell in left_out}
        needed = set().union(*(names[id(cell)][1] for cell in code if id(cell) not in skipped))
        wanted = {id(cell) for cell in left_out if names[id(cell)][0] & needed}
        if not wanted:
            return left_out
        left_out = [cell for cell in left_out if id(cell) not in wanted]


def _names(source):
    """(names a cell gives, names it needs from elsewhere). A cell that cannot be read gives and needs nothing."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            table = _table(source)
        gives = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
        return gives, set(_globals_read(table)) - gives - set(dir(builtins))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set(), set()


def _table(source):
    try:
        return symtable.symtable(source, "<cell>", "exec")
    except SyntaxError:
        source = ASSIGNED_MAGIC.sub("= None", MAGIC.sub(r"\1pass", source))
        return symtable.symtable(source, "<cell>", "exec")


def _globals_read(table):
    for symbol in table.get_symbols():
        if symbol.is_referenced() and (table.get_type() == "module" or symbol.is_global()):
            yield symbol.get_name()
    for child in table.get_children():
        yield from _globals_read(child)
