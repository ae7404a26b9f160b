# A leaf is placed for each of its uses.
# family: indexing
# fails: test-3-2
# also: test-3-3 test-4-1
# says: holds .* more than once
# %% task-3-2
def topological_order(inputs_of):
    order, placed, busy = [], set(), set()

    def visit(name):
        if name in busy:
            raise ValueError("cycle")
        if name in placed:
            return
        busy.add(name)
        for source in inputs_of.get(name, ()):
            visit(source)
        busy.discard(name)
        if name in inputs_of:
            placed.add(name)
        order.append(name)

    for name in inputs_of:
        visit(name)
    return order
