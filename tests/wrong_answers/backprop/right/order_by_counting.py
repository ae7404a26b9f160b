# Kahn's algorithm, uses counted with their number.
# %% task-3-2
from collections import deque

def topological_order(inputs_of):
    waiting, users = {}, {}
    for node, inputs in inputs_of.items():
        waiting[node] = len(inputs)
        for source in inputs:
            users.setdefault(source, []).append(node)
            waiting.setdefault(source, 0)
    for source in list(waiting):
        waiting[source] = len(inputs_of.get(source, ()))
    ready = deque(name for name, count in waiting.items() if count == 0)
    order = []
    while ready:
        name = ready.popleft()
        order.append(name)
        for node in users.get(name, []):
            waiting[node] -= 1
            if not waiting[node]:
                ready.append(node)
    if len(order) != len(waiting):
        raise ValueError("there is a cycle")
    return tuple(order)
