"""Values in words: what kind of thing somebody returned, and a few numbers of two arrays side by side."""

import numpy as np


def kind(value):
    """What value is, with its article: "a list of 3", "an int", "an array of shape (2, 3)"."""
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    name = type(value).__name__
    if hasattr(type(value), "call_with_arguments"):
        name = value.__name__  # it stands for something in another process
    if isinstance(value, tuple | list):
        return f"a {name} of {len(value)}"
    return f"{'an' if name.lower().startswith(tuple('aeio')) else 'a'} {name}"


def shown(value):
    """value as Python writes it, on one line and at most 60 characters long."""
    try:
        text = " ".join(repr(value).split())
    except Exception:
        return kind(value)
    return text if len(text) <= 60 else text[:57] + "..."


def side_by_side(actual, expected, source="expected", places=None):
    """At most sixteen numbers of each of two float arrays of one shape, where they differ most.

    places: for vectors, what to call their entries instead of 0, 1, 2, ...
    """
    if actual.ndim == 0:
        return f"  yours: {actual:.10g}   {source}: {expected:.10g}"
    with np.errstate(all="ignore"):
        gap = np.nan_to_num(np.abs(actual - expected), nan=np.inf)
        close = np.max(gap) < 1e-5 * np.max(np.abs(expected))
    if actual.ndim == 1 and (places or actual.size > 4):
        part = np.sort(np.argsort(-gap, kind="stable")[:4])
        label = f" at {[places[i] for i in part] if places else part.tolist()}"
    else:
        part = _window(np.unravel_index(np.argmax(gap), gap.shape), gap.shape)
        label = _index(part) if actual[part].size < actual.size else ""
    with np.printoptions(precision=12 if close else 6, linewidth=100, threshold=16):
        table = f"yours{label}:\n{actual[part]}\n{source}{label}:\n{expected[part]}"
    return "\n".join("  " + line for line in table.split("\n"))


def _window(worst, shape):
    """An index of the 4 x 4 block, in the last two dimensions, that holds the entry at worst."""
    starts = [min(i // 4 * 4, max(n - 4, 0)) for i, n in zip(worst, shape, strict=True)]
    block = tuple(slice(start, min(start + 4, n)) for start, n in zip(starts, shape, strict=True))
    return (*(int(i) for i in worst[:-2]), *block[-2:])


def _index(part):
    return f"[{', '.join(f'{i.start}:{i.stop}' if isinstance(i, slice) else str(i) for i in part)}]"
