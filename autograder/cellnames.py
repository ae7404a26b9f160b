"""Which names a cell gives and which it needs, found in its text by Python's own symbol tables: nothing is run."""

import builtins
import functools
import re
import symtable
import warnings

from nbgrader.utils import is_locked

from .text import one_line

NUMBERED = re.compile(r"(task|test)-(\d+)-(\d+)")
# Characters of a cell's first line that tell which one it is.
FIRST_WORDS = 40
# `x = %magic` and `x = !command`.
ASSIGNED_MAGIC = re.compile(r"=[ \t]?[%!].*$")
# The tag of a locked cell whose names a test has from the student's process, to hand over objects made there.
LENT = "lent"
BUILTINS = frozenset(dir(builtins))
# Characters of a cell whose names are remembered.
LONGEST_KEPT = 20_000


def is_lent(cell):
    """True for a locked code cell with the tag."""
    return cell.cell_type == "code" and is_locked(cell) and LENT in cell.metadata.get("tags", [])


def place_of(cell):
    """Which code cell it is, in words that a student can look for."""
    grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
    if grade_id is None:
        return f"the cell that begins with “{one_line(cell.source, FIRST_WORDS)}”"
    if found := NUMBERED.fullmatch(grade_id):
        return f"{'the test of ' if found[1] == 'test' else ''}Task {found[2]}.{found[3]}"
    return f"the cell {grade_id}"


def names_of(source):
    """(names a cell gives, names it needs from elsewhere). A cell that cannot be read gives and needs nothing."""
    return _kept_names_of(source) if len(source) <= LONGEST_KEPT else _names_of(source)


def _names_of(source):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            table = _table(source)
        gives = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
        return frozenset(gives), frozenset(_globals_read(table)) - gives - BUILTINS
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset(), frozenset()


# Every submission has the instructor's cells, and many a student's cell stands in several.
_kept_names_of = functools.lru_cache(maxsize=1024)(_names_of)


def reached(cells, given):
    """(the cells that use some names, also through each other, in their order; these names and all that they give)."""
    found, given = [], set(given)
    for cell in cells:
        gives, needs = names_of(cell.source)
        if needs & given:
            found.append(cell)
            given |= gives
    return found, given


def _table(source):
    try:
        return symtable.symtable(source, "<cell>", "exec")
    except SyntaxError:
        return symtable.symtable("\n".join(map(_without_magic, source.split("\n"))), "<cell>", "exec")


def _without_magic(line):
    """A line without what only a notebook understands: %magic, !command, help?, and `x = %magic`."""
    code = line.lstrip(" \t")
    if code.startswith(("%", "!", "?")) or code.rstrip().endswith("?"):
        return line[: len(line) - len(code)] + "pass"
    return ASSIGNED_MAGIC.sub("= None", line)


def _globals_read(table):
    for symbol in table.get_symbols():
        if symbol.is_referenced() and (table.get_type() == "module" or symbol.is_global()):
            yield symbol.get_name()
    for child in table.get_children():
        yield from _globals_read(child)
