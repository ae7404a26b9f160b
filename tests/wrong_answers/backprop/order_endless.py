# A cycle is met by recursion without an end.
# family: indexing
# fails: test-3-2
# says: must raise ValueError; it raised RecursionError
# %% task-3-2
def topological_order(inputs_of):
    order = []

    def visit(name):
        if name in order:
            return
        for source in inputs_of.get(name, ()):
            visit(source)
        order.append(name)

    for name in inputs_of:
        visit(name)
    return order
