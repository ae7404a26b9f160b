# No shift, but a wider float: it overflows later.
# family: stability
# fails: test-1-2
# says: own (maximum|largest)
# %% task-1-1
def softmax(scores):
    exps = np.exp(np.asarray(scores, dtype=np.longdouble))
    return (exps / np.sum(exps, axis=-1, keepdims=True)).astype(np.float64)
