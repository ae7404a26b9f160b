# One over the sum of the exponentials of all differences: no shift is needed, and inf is handled as intended.
# %% task-1-1
def softmax(scores):
    scores = np.asarray(scores, dtype=float)
    with np.errstate(over="ignore"):
        differences = scores[..., None, :] - scores[..., :, None]
        return 1.0 / np.exp(differences).sum(axis=-1)
