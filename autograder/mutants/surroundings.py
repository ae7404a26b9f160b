"""What stands around a piece of code: the same change is sensible in one place and pointless in another."""

import libcst as cst
from libcst.metadata import ParentNodeProvider, PositionProvider

from .bindings import bound, names, parameters
from .expressions import integer, method, numpy_function

FUNCTIONS = (cst.FunctionDef, cst.Lambda)
LOOPS = (cst.For, cst.While)
BLOCKS = (cst.Module, cst.IndentedBlock, cst.SimpleStatementLine, cst.SimpleStatementSuite)


class Surroundings:
    """Parents, lines and earlier names of the nodes of one cell."""

    def __init__(self, wrapper):
        self._parents = wrapper.resolve(ParentNodeProvider)
        self._positions = wrapper.resolve(PositionProvider)
        self.module = wrapper.module

    def parent(self, node):
        return self._parents.get(node)

    def ancestors(self, node):
        """The nodes around this one, from the inside out."""
        while (node := self.parent(node)) is not None:
            yield node

    def lines(self, node):
        """(first, last) line."""
        position = self._positions[node]
        return position.start.line, position.end.line

    def function(self, node):
        """The function or lambda that a node stands in, else the module."""
        return next((other for other in self.ancestors(node) if isinstance(other, FUNCTIONS)), self.module)

    def loop(self, node):
        """Does a node stand in a loop of its function?"""
        for other in self.ancestors(node):
            if isinstance(other, FUNCTIONS):
                break
            if isinstance(other, LOOPS):
                return True
        return False

    def keyword(self, node, *keywords):
        """Does a node stand in the value of one of these keyword arguments?"""
        around = (other for other in (node, *self.ancestors(node)) if isinstance(other, cst.Arg))
        return any(arg.keyword is not None and arg.keyword.value in keywords for arg in around)

    def shape(self, node):
        """Is a node the -1 of a reshape, besides which nothing is allowed there?"""
        calls = (other for other in self.ancestors(node) if isinstance(other, cst.Call))
        reshaped = any("reshape" in (method(call), numpy_function(call)) for call in calls)
        return reshaped and integer(node) == -1

    def parameters(self, node):
        """The names of the parameters of the function that a node stands in."""
        function = self.function(node)
        return set() if function is self.module else parameters(function)

    def earlier(self, node):
        """The statements that have been run when a statement's turn comes: those before it in the blocks around it."""
        for other in self.ancestors(node):
            if isinstance(other, BLOCKS):
                yield from other.body[: _index(other.body, node)]
            if isinstance(other, (*FUNCTIONS, cst.ClassDef)):
                return
            node = other

    def bound_before(self, node):
        """The names that have a value, the parameters apart, when a statement's turn comes, as far as can be seen."""
        found = set().union(*map(bound, self.earlier(node)))
        for other in self.ancestors(node):
            if isinstance(other, FUNCTIONS):
                break
            if isinstance(other, cst.For):
                found |= names(other.target)
            if isinstance(other, cst.With):
                found |= set().union(*map(bound, other.items))
        return found


def _index(body, node):
    return next(k for k, statement in enumerate(body) if statement is node)
