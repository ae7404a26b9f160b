# The angle is in degrees.
# family: formula
# fails: test-5-2
# says: \bpi\b|radian|π
# %% task-5-2
def cosine_decay(learning_rate, t, T):
    return 0.5 * learning_rate * (1 + np.cos(180 * t / T))
