"""Processes that each keep a stage warm."""

from .stage import WarmStage

_warm = {}


def warm(assignment):
    """This process's WarmStage of an assignment: made when first asked for, and kept."""
    if assignment.key not in _warm:
        _warm[assignment.key] = WarmStage(assignment)
    return _warm[assignment.key]
