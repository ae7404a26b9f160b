"""What students wrote, cut into pieces that can be compared: copydetect gives code a form without names and layout."""

import io
from functools import cached_property
from itertools import pairwise

import numpy as np
from copydetect import CodeFingerprint
from copydetect.utils import filter_code, hashed_kgrams

from ..pages import LONGEST_LINE
from ..text import plain

# About a line of code: copydetect's own default.
K = 25
# All pieces count, a window of 1. With a larger one, Python's hashes of texts would choose those that stand for the
# code; they are others in each process, and two reports of one class would differ.
WINDOW = 1
LONGEST_CODE = 20_000


class Text:
    """What a student wrote in a cell, and its pieces. is_code: names, comments and layout do not count."""

    def __init__(self, text, is_code):
        self.text = plain(text, LONGEST_CODE)
        # The lexer can take for ever over a very long line: such a text is compared as it is.
        self.is_code = is_code and max(map(len, self.text.split("\n"))) <= LONGEST_LINE
        left = filter_code(self.text, "", "python")[0] if self.is_code else self.text
        self.pieces = np.unique(hashed_kgrams(left, K)).astype(np.int64)

    @cached_property
    def fingerprint(self):
        """copydetect's own form of it, which knows where in the text each piece is."""
        return CodeFingerprint("", K, WINDOW, filter=self.is_code, language="python", fp=io.StringIO(self.text))


def written_in(cells, assignment, known):
    """[(key, Text)] of the cells that a student wrote: solutions, answers, and code cells of their own.

    known: {(text, is_code): Text} of those seen before; what many have is made once.
    """
    found, own = [], 0
    for cell in cells:
        source, metadata, is_code = cell.get("source"), cell.get("metadata"), cell.get("cell_type") == "code"
        source = "".join(map(str, source)) if isinstance(source, list) else str(source)
        marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
        if isinstance(marks, dict):
            key = str(marks.get("grade_id"))
            released = assignment.release_cells.get(key)
            if not marks.get("solution") or (released is not None and source.strip() == released.source.strip()):
                continue
        elif is_code:
            own += 1
            key = f"own cell {own}"
        else:
            continue
        if (source, is_code) not in known:
            known[source, is_code] = Text(source, is_code)
        found.append((key, known[source, is_code]))
    return found


def parts_of(text, slices):
    """A text as [(part, whether it is shared)]. slices: (starts, ends) of what is shared, as copydetect has them."""
    shared = np.zeros(len(text) + 2, dtype=bool)  # one place more at either end
    for start, end in zip(*np.clip(slices.astype(int), 0, len(text)), strict=True):
        shared[start + 1 : end + 1] = True
    edges = np.flatnonzero(shared[1:-1] != shared[:-2])
    cuts = [0, *edges.tolist(), len(text)]
    return [(text[a:b], bool(shared[a + 1])) for a, b in pairwise(cuts) if a < b]
