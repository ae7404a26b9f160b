"""What a test can do with an object of the student's: Python's own operations, by name."""

import operator

import numpy as np

from flatgrad import effort


def _call(target, *args, **kwargs):
    return target(*args, **kwargs)


def _call_method(target, name, *args, **kwargs):
    return getattr(target, name)(*args, **kwargs)


def _iterate(target):
    return iter(target)


def _set_attribute(target, name, value):
    setattr(target, name, value)


def _measure(target, unit, *args):
    return effort.MEASURES[unit](target, args)


def _measure_method(target, name, unit, *args):
    return _measure(getattr(target, name), unit, *args)


def _next(target):
    """(True, the next item) or (False, None): an end is not an error."""
    for item in target:
        return True, item
    return False, None


OPERATIONS = {
    "call": _call,
    "method": _call_method,
    "measure": _measure,
    "measure method": _measure_method,
    "getattr": getattr,
    "setattr": _set_attribute,
    "getitem": operator.getitem,
    "setitem": operator.setitem,
    "delitem": operator.delitem,
    "len": len,
    "contains": operator.contains,
    "iter": _iterate,
    "next": _next,
    "bool": bool,
    "isinstance": lambda target, value: isinstance(value, target),
    "issubclass": lambda target, value: issubclass(value, target),
}


def write_through(owner, path, value):
    """Make owner's attribute or item what the test has made of its copy, in place where that is possible.

    path: ("attr", name) or ("item", key).
    """
    how, key = path
    old = getattr(owner, key) if how == "attr" else owner[key]
    if _filled(old, value):
        return
    if how == "attr":
        setattr(owner, key, value)
    else:
        owner[key] = value


def _filled(old, value):
    """Whether old could be given the content of value without being replaced: others may hold it too."""
    if isinstance(old, np.ndarray) and isinstance(value, np.ndarray) and old.shape == value.shape:
        old[...] = value
        return True
    if isinstance(old, dict) and isinstance(value, dict):
        for key in [key for key in old if key not in value]:
            del old[key]
        for key, item in value.items():
            if key not in old or not _filled(old[key], item):
                old[key] = item
        return True
    if isinstance(old, list) and isinstance(value, list):
        old[:] = [mine if _filled(mine, item) else item for mine, item in zip(old, value, strict=False)] + value[
            len(old) :
        ]
        return True
    return False
