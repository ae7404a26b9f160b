# einsum for all three terms.
# %% task-1-3
def compute_distances_no_loops(X, X_train):
    a = np.einsum("nd,nd->n", X, X)
    b = np.einsum("md,md->m", X_train, X_train)
    squares = a[:, None] + b[None, :] - 2 * np.einsum("nd,md->nm", X, X_train)
    return np.sqrt(np.clip(squares, 0, None))
