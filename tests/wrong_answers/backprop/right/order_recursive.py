# Depth first, with three colours.
# %% task-3-2
def topological_order(inputs_of):
    order = []
    state = {}

    def visit(name):
        if state.get(name) == "done":
            return
        if state.get(name) == "open":
            raise ValueError("cycle at " + name)
        state[name] = "open"
        for source in inputs_of.get(name, ()):
            visit(source)
        state[name] = "done"
        order.append(name)

    for name in inputs_of:
        visit(name)
    return order
