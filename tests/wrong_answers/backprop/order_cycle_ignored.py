# What cannot be placed is left out.
# family: indexing
# fails: test-3-2
# says: must raise ValueError; it returned
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
            break
        order = order + ready
    return order
