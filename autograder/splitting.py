"""Can a test be run apart from the code that it tests? What cannot is found before grading, with the reason."""

import ast

from .cellnames import names_of
from .session.errors import NotSplittable
from .session.testcell import is_test, parse

# What looks into the process it runs in, where a student's code no longer is.
LOOKING_IN = {
    "get_ipython": "the student's shell is in another process",
    "globals": "the student's names are in another process; write the name itself",
    "locals": "the student's names are in another process; write the name itself",
    "vars": "the student's names are in another process; write the name itself",
    "eval": "names in a text are not looked up in the student's process; write them as code",
    "exec": "names in a text are not looked up in the student's process; write them as code",
}


def reasons(notebook):
    """Lines about the tests of a source notebook that cannot be run apart from student code."""
    given = set().union(*(names_of(cell.source)[0] for cell in notebook.cells if cell.cell_type == "code"))
    for cell in filter(is_test, notebook.cells):
        name = cell.metadata.nbgrader.grade_id
        yield from (f"{name}: cannot be split from student code: {reason}" for reason in _reasons(cell.source, given))


def _reasons(source, given):
    try:
        tree = parse(source)
    except NotSplittable as reason:
        yield str(reason)
        return
    called = {node.func.id: node.lineno for node in ast.walk(tree) if _calls_name(node)}
    for name, line in called.items():
        if name in LOOKING_IN and name not in given:
            yield f"line {line} calls {name}: {LOOKING_IN[name]}"
    for node in tree.body:
        if any(isinstance(part, ast.Await | ast.AsyncFor | ast.AsyncWith) for part in _outside_functions(node)):
            yield f"line {node.lineno} awaits outside of a function: write asyncio.run(...)"
    unknown = names_of(source)[1] - given - {"display"}
    if unknown - set(LOOKING_IN):
        yield f"nothing in the notebook defines {', '.join(sorted(unknown - set(LOOKING_IN)))}"


def _calls_name(node):
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)


def _outside_functions(node):
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        yield node
        for child in ast.iter_child_nodes(node):
            yield from _outside_functions(child)
