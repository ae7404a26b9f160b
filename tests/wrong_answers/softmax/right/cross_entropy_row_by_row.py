# Plain Python loops: a row at a time, a class at a time.
# %% task-2-1
def cross_entropy(p, q):
    if p.ndim == 2:
        return np.array([cross_entropy(p_row, q_row) for p_row, q_row in zip(p, q)])
    total = 0.0
    for p_j, q_j in zip(p, q):
        if p_j > 0:
            if q_j == 0:
                return np.inf
            total -= p_j * np.log(q_j)
    return total


# %% task-2-2
def kl_divergence(p, q):
    if p.ndim == 2:
        return np.array([kl_divergence(p_row, q_row) for p_row, q_row in zip(p, q)])
    return cross_entropy(p, q) - cross_entropy(p, p)
