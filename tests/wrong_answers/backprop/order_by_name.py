# Sorted by name.
# family: indexing
# fails: test-3-2
# also: test-3-3 test-4-1
# says: stands before its input
# %% task-3-2
def topological_order(inputs_of):
    return sorted({name for node, inputs in inputs_of.items() for name in (node, *inputs)})
