"""Values in words: what kind of thing somebody returned, and a few numbers of two arrays side by side."""

import numpy as np

# An entry of a table is wrong when it is off by more than this part of the largest one.
WRONG = 1e-7
WIDEST = 100


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
    """At most sixteen numbers of each of two float arrays of one shape, where they differ most: a small table.

    places: for vectors, what to call their entries instead of 0, 1, 2, ... Where some entries are right, the wrong
    ones have a *.
    """
    if actual.ndim == 0:
        return f"  yours: {actual:.10g}   {source}: {expected:.10g}"
    with np.errstate(all="ignore"):
        gap = np.nan_to_num(np.abs(actual - expected), nan=np.inf)
        # Two numbers that are both nan or the same infinity do not differ.
        gap[(actual == expected) | (np.isnan(actual) & np.isnan(expected))] = 0
        largest = np.max(np.abs(expected[np.isfinite(expected)]), initial=0.0)
        digits = 12 if np.max(gap) < 1e-5 * largest else 6
        wrong = gap > WRONG * largest
    if actual.ndim == 1:
        part = np.arange(actual.size)
        if places or actual.size > 4:
            part = np.sort(np.argsort(-gap, kind="stable")[:4])
        labels = [f"[{_place(places[i] if places else i)}]" for i in part]
        corner, columns = "", [""]
        actual, expected, wrong = (array[part][:, None] for array in (actual, expected, wrong))
    else:
        part = _window(np.unravel_index(np.argmax(gap), gap.shape), gap.shape)
        rows, columns = (range(block.start, block.stop) for block in part[-2:])
        corner = f"[{', '.join(map(str, part[:-2]))}]" if len(part) > 2 else ""
        labels, columns = [f"[{row}]" for row in rows], [f"[:, {column}]" for column in columns]
        actual, expected, wrong = actual[part], expected[part], wrong[part]
    marks = np.where(wrong, "*", " ") if wrong.any() and not wrong.all() else np.full(wrong.shape, "")
    yours = [[f"{x:.{digits}g}{mark}" for x, mark in zip(*row, strict=True)] for row in zip(actual, marks, strict=True)]
    theirs = [[f"{x:.{digits}g}" for x in row] for row in expected]
    return _table([corner, *labels], ("yours", columns, yours), (source, columns, theirs))


def numbers_of(values, row):
    """A few numbers of {name: array} for a message: those of one row, or all where there are few. "" where none fit."""
    lines = []
    for name, value in values.items():
        array = np.asarray(value)
        if array.dtype.kind not in "biuf" or array.ndim not in (1, 2):
            continue
        if array.ndim == 2 and array.shape[0] > 1 and row is not None and row < array.shape[0]:
            name, array = f"row {row} of {name}", array[row]
        if array.size <= 8:
            lines.append(f"  {name} is {_entries(array)}")
        else:
            with np.errstate(all="ignore"):
                lines.append(f"  {name} goes from {np.min(array):.6g} to {np.max(array):.6g}")
    return "\n".join(lines)


def _entries(array):
    """An array of few numbers on one line, as Python writes a list."""
    if array.ndim == 0:
        return f"{array:.6g}"
    return f"[{', '.join(map(_entries, array))}]"


def _table(labels, *blocks):
    """Blocks of (title, column names, rows of text) beside each other; above each other where a line gets too long."""
    width = max(map(len, labels))
    tables = []
    for title, columns, rows in blocks:
        cells = [columns, *rows]
        wide = [max(len(row[i]) for row in cells) for i in range(len(columns))]
        lines = ["  ".join(text.rjust(size) for text, size in zip(row, wide, strict=True)) for row in cells]
        size = max(len(title), *map(len, lines))
        tables.append([title.center(size), *(line.rjust(size) for line in lines)])
    names = ["".ljust(width), *(label.ljust(width) for label in labels)]
    beside = [[f"  {name}   {'     '.join(parts)}" for name, *parts in zip(names, *tables, strict=True)]]
    if max(map(len, beside[0])) > WIDEST:
        beside = [[f"  {name}   {part}" for name, part in zip(names, table, strict=True)] for table in tables]
    return "\n".join(line.rstrip() for block in beside for line in block if line.strip())


def _place(place):
    return ", ".join(map(str, place)) if isinstance(place, tuple) else str(place)


def _window(worst, shape):
    """An index of the 4 x 4 block, in the last two dimensions, that holds the entry at worst."""
    starts = [min(i // 4 * 4, max(n - 4, 0)) for i, n in zip(worst, shape, strict=True)]
    block = tuple(slice(start, min(start + 4, n)) for start, n in zip(starts, shape, strict=True))
    return (*(int(i) for i in worst[:-2]), *block[-2:])
