"""All mutants of a solution cell: each operator tried at each place between the marks, what is pointless left out."""

import ast
import warnings

import libcst as cst
from libcst.metadata import MetadataWrapper

from .marks import solution_lines
from .mutant import Mutant
from .operators import OPERATORS
from .replacement import replaced
from .surroundings import Surroundings

# What no test looks into: the wording of messages and the types that are written for readers.
UNSEEN = (cst.FormattedString, cst.Raise, cst.Annotation, cst.Import, cst.ImportFrom)


def mutants_of(source, cell):
    """The mutants of the text of a cell with that grade_id, by line; none if it has no marks.

    Raises libcst.ParserSyntaxError if the cell is not plain Python.
    """
    lines = solution_lines(source)
    if not lines:
        return []
    found = sorted(_changed(source, cell, lines), key=lambda mutant: mutant.line)
    seen, different = {_meaning(source)}, []
    for mutant in found:
        meaning = _meaning(mutant.source)
        if meaning is not None and meaning not in seen:
            seen.add(meaning)
            different.append(mutant)
    return different


def _changed(source, cell, lines):
    wrapper = MetadataWrapper(cst.parse_module(source))
    around = Surroundings(wrapper)
    for name, types, variants in OPERATORS:
        for node in _seen(wrapper.module):
            if not isinstance(node, types) or not _inside(around.lines(node), lines):
                continue
            for new in variants(node, around):
                text = replaced(wrapper.module, node, new, around.parent(node)).code
                yield Mutant.between(cell, name, source, text)


def _seen(node):
    """The nodes that tests can tell something of."""
    if isinstance(node, UNSEEN):
        return
    yield node
    for child in [node.test] if isinstance(node, cst.Assert) else node.children:
        yield from _seen(child)


def _inside(span, lines):
    return lines.issuperset(range(span[0], span[1] + 1))


def _meaning(source):
    """What the text says to Python, without its form; None if it says nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = ast.parse(source)
            compile(tree, "<mutant>", "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            return None
    return ast.dump(_Idle().visit(tree))


class _Idle(ast.NodeTransformer):
    """`x = x` is no different from `pass`."""

    def visit_Assign(self, node):
        same = [ast.dump(target) for target in node.targets] == [ast.dump(node.value).replace("Load()", "Store()")]
        return ast.Pass() if same and isinstance(node.value, ast.Name) else node
