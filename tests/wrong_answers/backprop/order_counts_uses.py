# A name that is used twice by one node is counted down only once.
# family: indexing
# fails: test-3-2
# also: test-3-3 test-4-1
# says: raises ValueError for .*, which has no cycle.*use one name twice
# %% task-3-2
def topological_order(inputs_of):
    names = []
    for node, inputs in inputs_of.items():
        for name in (*inputs, node):
            if name not in names:
                names.append(name)
    waits = {name: len(inputs_of.get(name, ())) for name in names}
    users = {name: {node for node in inputs_of if name in inputs_of[node]} for name in names}
    ready = [name for name in names if waits[name] == 0]
    order = []
    while ready:
        name = ready.pop()
        order.append(name)
        for user in users[name]:
            waits[user] -= 1
            if waits[user] == 0:
                ready.append(user)
    if len(order) < len(names):
        raise ValueError("cycle")
    return order
