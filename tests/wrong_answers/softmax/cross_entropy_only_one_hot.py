# Only the likeliest class counts: right for a one-hot p.
# family: consistent but wrong
# fails: test-2-1
# also: test-2-2
# says: one-hot|every class|all (the )?classes|when p changes
# %% task-2-1
def cross_entropy(p, q):
    right_class = np.argmax(p, axis=-1)
    right_q = np.take_along_axis(q, np.expand_dims(right_class, -1), axis=-1)
    return -np.log(right_q[..., 0])
