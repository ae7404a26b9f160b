# A diamond is taken for a cycle.
# family: indexing
# fails: test-3-2
# also: test-3-3 test-4-1
# says: raises ValueError for .*, which has no cycle
# %% task-3-2
def topological_order(inputs_of):
    order, seen = [], set()

    def visit(name):
        if name in seen and name in inputs_of:
            if name in order:
                raise ValueError("cycle")
        seen.add(name)
        for source in inputs_of.get(name, ()):
            if source not in order or source in inputs_of:
                visit(source)
        if name not in order:
            order.append(name)

    for name in inputs_of:
        if name not in order:
            visit(name)
    return order
