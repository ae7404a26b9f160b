"""Cells of the notebook that is running: what one reads that nothing has given yet, and where in one an error arose."""

import builtins
import linecache
import re
import symtable
import sys
import traceback


def missing(frame):
    """The names that the cell running in a frame reads and that neither it nor a cell before gives, in order.

    Outside of a notebook there are none.
    """
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    source = "".join(linecache.getlines(frame.f_code.co_filename))
    if shell is None or frame.f_globals is not shell.user_ns or not source:
        return []
    try:
        top = symtable.symtable(source, "cell", "exec")
    except SyntaxError:
        return []
    tables, read, given = [top], set(), set(frame.f_globals) | set(dir(builtins))
    while tables:
        table = tables.pop()
        tables += table.get_children()
        for name in table.get_symbols():
            if table is top or name.is_global():
                if name.is_assigned() or name.is_imported() or name.is_namespace():
                    given.add(name.get_name())
                elif name.is_referenced():
                    read.add(name.get_name())
    return sorted(read - given, key=lambda name: re.search(rf"\b{name}\b", source).start())


def place(error, besides):
    """Where in a notebook an error was raised: "softmax, line 3 (`return x`)"; "" if in no cell of it.

    besides: the file of a cell that does not count, the check's own.
    """
    frame = _frame(error, besides)
    return f"{frame.name}, line {frame.lineno} (`{frame.line}`)" if frame else ""


def function(error, besides):
    """The name of the function in a notebook that raised an error, or ""; besides: as in `place`."""
    frame = _frame(error, besides)
    return frame.name if frame else ""


def _frame(error, besides):
    frames = traceback.extract_tb(error.__traceback__)
    frames = [frame for frame in frames if "ipykernel" in frame.filename and frame.filename != besides]
    return frames[-1] if frames else None
