"""Which names a statement gives a value: taking away the only one gives a NameError, which tells nothing."""

import libcst as cst


def walk(node):
    """A node and all in it."""
    yield node
    for child in node.children:
        yield from walk(child)


def names(target):
    """The names that the target of an assignment sets; an item or an attribute of something sets none."""
    if isinstance(target, cst.Name):
        return {target.value}
    if isinstance(target, cst.Tuple | cst.List):
        return set().union(*(names(element.value) for element in target.elements))
    return set()


def bound(node):
    """The names that a node, or what is in it, gives a value."""
    return set().union(*map(_bound, walk(node)))


def parameters(function):
    """The names of a function's parameters."""
    return {node.name.value for node in walk(function.params) if isinstance(node, cst.Param)}


def _bound(node):
    match node:
        case cst.AssignTarget() | cst.AugAssign() | cst.For() | cst.NamedExpr():
            return names(node.target)
        case cst.AnnAssign() if node.value is not None:
            return names(node.target)
        case cst.AsName():
            return names(node.name)
        case cst.FunctionDef() | cst.ClassDef():
            return {node.name.value}
    return set()
