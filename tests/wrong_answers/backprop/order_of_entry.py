# Names in the order in which they are met.
# family: indexing
# fails: test-3-2
# also: test-3-3 test-4-1
# says: stands before its input
# %% task-3-2
def topological_order(inputs_of):
    order = []
    for node, inputs in inputs_of.items():
        for name in (*inputs, node):
            if name == node and node in inputs:
                raise ValueError("cycle")
            if name not in order:
                order.append(name)
    return order
