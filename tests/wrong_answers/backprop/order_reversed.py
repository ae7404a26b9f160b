# From the output to the inputs.
# family: indexing
# fails: test-3-2
# also: test-3-3 test-4-1
# says: stands before its input
# %% task-3-2
def topological_order(inputs_of):
    """{node: names of its inputs} -> a list of all names, each behind its inputs.

    Raises ValueError for a cycle.
    """
    names = {name for node, inputs in inputs_of.items() for name in (node, *inputs)}
    order = []
    while len(order) < len(names):
        ready = [
            name
            for name in sorted(names - set(order))
            if set(inputs_of.get(name, ())) <= set(order)
        ]
        if not ready:
            raise ValueError("the graph has a cycle")
        order = order + ready
    return order[::-1]
