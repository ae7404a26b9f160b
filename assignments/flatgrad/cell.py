"""Cells of the notebook that is running: what one reads that nothing has given yet, and where in one an error arose."""

import ast
import builtins
import linecache
import symtable
import sys
import traceback

# What gives names that a text does not show, asks for them or does without. To Python, %magic is get_ipython().
UNSEEN = frozenset(
    ["exec", "eval", "globals", "locals", "vars", "dir", "get_ipython", "NameError", "Exception", "BaseException"]
)


def missing(frame):
    """The names that the cell running in a frame reads and that neither it nor a cell before gives, in order.

    There are none outside of a notebook, and none where that cannot be seen in the cell's text.
    """
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    source = "".join(linecache.getlines(frame.f_code.co_filename))
    if shell is None or frame.f_globals is not shell.user_ns or not source:
        return []
    try:
        nodes, table = list(ast.walk(ast.parse(source))), symtable.symtable(source, "cell", "exec")
    except SyntaxError:
        return []
    if any(map(_unseen, nodes)):
        return []
    wanted = _wanted(table) - set(frame.f_globals) - set(dir(builtins))
    names = sorted((node.lineno, node.col_offset, node.id) for node in nodes if isinstance(node, ast.Name))
    # Within a class Python gives __qualname__ and the like, and has other names for those that begin so.
    return list(dict.fromkeys(name for *_, name in names if name in wanted and not name.startswith("__")))


def _unseen(node):
    """True for a part of a cell's text because of which not all names can be seen in it."""
    if isinstance(node, ast.ImportFrom):
        return node.names[0].name == "*"
    if isinstance(node, ast.ExceptHandler):
        return node.type is None
    return isinstance(node, ast.Name) and node.id in UNSEEN


def _wanted(top):
    """The global names that are read and not given in a table of symbols and those within it."""
    tables, read, given = [top], set(), set()
    while tables:
        table = tables.pop()
        tables += table.get_children()
        for name in table.get_symbols():
            if table is top or name.is_global():
                if name.is_assigned() or name.is_imported() or name.is_namespace():
                    given.add(name.get_name())
                elif name.is_referenced():
                    read.add(name.get_name())
    return read - given


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
