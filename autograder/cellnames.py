"""Which names a cell gives and which it needs, found in its text by Python's own symbol tables: nothing is run."""

import builtins
import re
import symtable
import warnings

# What only a notebook understands: %magic, !command, help?, and `x = %magic`.
MAGIC = re.compile(r"^([ \t]*)(?:[%!?].*|.*\?)$", re.MULTILINE)
ASSIGNED_MAGIC = re.compile(r"=[ \t]*[%!].*$", re.MULTILINE)


def names_of(source):
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
