"""Where the nodes of a graph go: columns from left to right, every wire pointing right, rows without overlap.

A wire over several columns gets a place of its own in each of them, so that it passes no node (Sugiyama, 1981).
"""

from itertools import combinations, pairwise

SWEEPS = 24


def layered(inputs_of):
    """Places of nodes and wires, columns and rows counted from 0.

    inputs_of: {name: names of its inputs}, without cycles, every input a name of its own. -> (places, wires):
    {name: (column, row)}, and a list of (source, target, [(column, row), ...]) with the places a wire passes between.
    """
    columns = _columns(inputs_of)
    links, wires = [], []  # neighbours, from one column to the next; wires as lists of points
    members = [[] for _ in range(1 + max(columns.values(), default=0))]
    for name, column in columns.items():
        members[column].append(name)
    for target, inputs in inputs_of.items():
        for use, source in enumerate(inputs):
            path = [source]
            for column in range(columns[source] + 1, columns[target]):
                # A name that no node has.
                point = (source, target, use, column)
                members[column].append(point)
                path.append(point)
            path.append(target)
            links += pairwise(path)
            wires.append(path)
    rows = _rows(members, links)
    where = {point: (column, rows[point]) for column, points in enumerate(members) for point in points}
    places = {name: where[name] for name in inputs_of}
    return places, [(path[0], path[-1], [where[point] for point in path[1:-1]]) for path in wires]


def _columns(inputs_of):
    """The column of each name: behind its inputs; an input of the graph stands right before its first use."""
    columns, left = {}, dict(inputs_of)
    while left:
        ready = [name for name, inputs in left.items() if all(i in columns for i in inputs)]
        if not ready:
            raise ValueError("the graph has a cycle, or an input that is no node")
        for name in ready:
            columns[name] = 1 + max((columns[i] for i in left.pop(name)), default=-1)
    for name, inputs in inputs_of.items():
        uses = [columns[target] for target, sources in inputs_of.items() if name in sources]
        if not inputs and uses:
            columns[name] = min(uses) - 1
    return columns


def _rows(members, links):
    """A row for each point: those of a column at least 1 apart, near the points that they are linked with.

    From two starts, columns are moved towards their neighbours on the left and on the right by turns; what has the
    fewest crossings, and then the shortest wires, is kept.
    """
    left, right = {}, {}
    for a, b in links:
        left.setdefault(b, []).append(a)
        right.setdefault(a, []).append(b)
    tries = []
    for start in (members, [points[::-1] for points in members]):
        rows = {point: float(row) for points in start for row, point in enumerate(points)}
        for sweep in range(SWEEPS):
            sides = ((left,), (right,), (left,), (left, right))[sweep % 4]
            for points in members[::-1] if sides == (right,) else members:
                rows.update(_apart({point: _wanted(point, rows, sides) for point in points}))
            tries.append((_crossings(rows, links, members), _height(rows, links), len(tries), dict(rows)))
    rows = min(tries)[-1]
    lowest = min(rows.values(), default=0.0)
    return {point: row - lowest for point, row in rows.items()}


def _wanted(point, rows, sides):
    near = [rows[other] for side in sides for other in side.get(point, ())]
    return sum(near) / len(near) if near else rows[point]


def _crossings(rows, links, members):
    column_of = {point: column for column, points in enumerate(members) for point in points}
    count = 0
    for (a, b), (c, d) in combinations(links, 2):
        count += column_of[a] == column_of[c] and (rows[a] - rows[c]) * (rows[b] - rows[d]) < 0
    return count


def _height(rows, links):
    """How far the wires go up and down; one that is straight counts as better than one that is nearly so."""
    heights = [abs(rows[a] - rows[b]) for a, b in links]
    return sum(height**2 + 0.1 * (height > 1e-9) for height in heights)


def _apart(wanted):
    """Rows as wanted, moved until they are 1 apart: neighbours that would touch form a block around their mean."""
    blocks = []  # [sum of (wanted row - place in the block), points]
    for point in sorted(wanted, key=wanted.get):
        blocks.append([wanted[point], [point]])
        while len(blocks) > 1 and _start(blocks[-1]) < _start(blocks[-2]) + len(blocks[-2][1]):
            total, points = blocks.pop()
            before = blocks[-1]
            before[0] += total - len(before[1]) * len(points)
            before[1] = before[1] + points
    return {point: _start(block) + place for block in blocks for place, point in enumerate(block[1])}


def _start(block):
    return block[0] / len(block[1])
