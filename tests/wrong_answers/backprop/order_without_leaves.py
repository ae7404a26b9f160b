# Only the nodes that have an entry.
# family: indexing
# fails: test-3-2
# also: test-3-3 test-4-1
# says: lacks x, y, z.*leaf
# %% task-3-2
def topological_order(inputs_of):
    order, left = [], dict(inputs_of)
    while left:
        ready = [n for n in left if all(i not in left for i in left[n])]
        if not ready:
            raise ValueError("cycle")
        for n in ready:
            order.append(n)
            del left[n]
    return order
