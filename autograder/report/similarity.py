"""Code that looks alike: pairs of submissions that share what few others have. A place to look, not a verdict.

Each cell is turned into what is left when names, comments and layout do not count, and cut into all its pieces of K
characters, the k-grams of winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003); copydetect does both. What stands in
the released notebook is taken out, and so is what more than a few students have, for it is what the task leads to. The
rest is compared as sets: a class costs a sort of all pieces, and texts are compared for the pairs that are shown only.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np
from copydetect import compare_files

from .class_results import cells_of
from .texts import Text, parts_of, written_in

# A piece that more students have than this is what the task leads to; in a large class, this part of it.
FEW, FEW_SHARE = 3, 0.05
# A pair is shown when it shares so many pieces that few have, and this part of those of the one who has fewer.
LEAST_PIECES, LEAST_SHARE = 120, 0.5
MOST_PAIRS = 50


@dataclass(frozen=True)
class Match:
    """Two cells that share something. keys: for each its grade_id, or "own cell 2" for one that the student added.

    parts: for each, [(text, whether it is shared)], in order. same: they are the same, letter by letter.
    """

    keys: tuple
    parts: tuple
    same: bool


@dataclass(frozen=True)
class Pair:
    """Two students. pieces: how many pieces that few have they share; share: of those of the one who has fewer."""

    left: str
    right: str
    pieces: int
    share: float
    matches: list


@dataclass(frozen=True)
class Group:
    """What many students have letter by letter. key: the grade_id of their cells."""

    key: str
    text: str
    students: list


@dataclass(frozen=True)
class Findings:
    """pairs: those to look at, the most shared first. more: how many there are beyond these.

    groups: a Group for each long text that too many have for pairs of them to be shown: is a solution going round?
    same_file: lists of students who handed in the same bytes. compared: how many submissions had something written in
    them. few: the most students that may have a piece that counts.
    """

    pairs: list
    more: int
    groups: list
    same_file: list
    compared: int
    few: int


def find(results, out):
    """The Findings of a ClassResults. out: the folder that `grade` wrote to."""
    assignment, known = results.assignment, {}
    rows = results.graded + results.outdated
    written = {row.student: written_in(cells_of(out, assignment.stage, row.student), assignment, known) for row in rows}
    written = {student: cells for student, cells in written.items() if cells}
    template = _union(Text(cell.source, cell.cell_type == "code") for cell in assignment.release.cells)
    few = max(FEW, int(FEW_SHARE * len(written)))
    found, common = _pairs(written, template, few)
    pairs = [Pair(*pair, _matches(written[pair[0]], written[pair[1]], common)) for pair in found[:MOST_PAIRS]]
    same_file = _same_file(row for row in rows if row.student in written)
    groups = _groups(written, template, few)
    return Findings(pairs, max(0, len(found) - MOST_PAIRS), groups, same_file, len(written), few)


def _union(texts):
    return np.unique(np.concatenate([np.empty(0, np.int64), *(text.pieces for text in texts)]))


def _pairs(written, template, few):
    """([(student, student, pieces, share)] above the threshold, the most shared first; the pieces that count not)."""
    students = list(written)
    own = [np.setdiff1d(_union(text for _, text in cells), template, True) for cells in written.values()]
    pieces = np.concatenate([np.empty(0, np.int64), *own])
    owner = np.repeat(np.arange(len(own)), [len(found) for found in own])
    kinds, place, frequency = np.unique(pieces, return_inverse=True, return_counts=True)
    rare = frequency[place] <= few
    counts = np.bincount(owner[rare], minlength=len(own))
    order = np.lexsort((owner[rare], pieces[rare]))
    pieces, owner = pieces[rare][order], owner[rare][order]
    together = Counter()
    # Those who have a piece stand beside each other: count each with the next, with the one after that, and so on.
    for step in range(1, few):
        both = pieces[step:] == pieces[:-step]
        codes, times = np.unique(owner[:-step][both] * len(own) + owner[step:][both], return_counts=True)
        together.update(dict(zip(codes.tolist(), times.tolist(), strict=True)))
    found = []
    for code, number in together.items():
        left, right = divmod(code, len(own))
        share = number / min(counts[left], counts[right])
        if number >= LEAST_PIECES and share >= LEAST_SHARE:
            found.append((students[left], students[right], number, float(share)))
    found.sort(key=lambda pair: (-pair[2] * pair[3], pair[:2]))
    return found, np.union1d(template, kinds[frequency > few])


def _matches(left, right, common):
    """A Match for each cell of the left that shares something with one of the right: with the one it shares most.

    left, right: [(key, Text)]. common: the pieces that do not count.
    """
    found, common = [], set(common.tolist())
    for key, text in left:
        mine = set(text.pieces.tolist()) - common
        best = max(right, key=lambda cell: len(mine.intersection(cell[1].pieces.tolist())))
        prints = (text.fingerprint, best[1].fingerprint)
        for each in prints:
            each.hashes = {piece for piece in each.hashes if piece not in common}
        shared, _, slices = compare_files(*prints)
        if shared:
            parts = tuple(map(parts_of, (text.text, best[1].text), slices))
            found.append(Match((key, best[0]), parts, text.text.strip() == best[1].text.strip()))
    return found


def _groups(written, template, few):
    """The Groups, the largest first. What is short can be the same by chance, or because the task leads to it."""
    owners = defaultdict(list)
    for student, cells in written.items():
        for key, text in cells:
            owners[key, text].append(student)
    found = [
        Group(key, text.text, students)
        for (key, text), students in owners.items()
        if len(students) > few and np.setdiff1d(text.pieces, template).size >= LEAST_PIECES
    ]
    return sorted(found, key=lambda group: (-len(group.students), group.key))


def _same_file(rows):
    groups = defaultdict(list)
    for row in rows:
        groups[row.result.submission].append(row.student)
    return [students for digest, students in groups.items() if digest and len(students) > 1]
