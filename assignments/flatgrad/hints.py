"""Hints for mistakes that can be made in more than one task: the same mistake gets the same words everywhere."""

OWN_MAXIMUM = "each row needs its own shift: subtract each row's own maximum, np.max(scores, axis=-1, keepdims=True)"
LOG_OF_A_SUM = (
    "use log(sum(exp(shifted))) - shifted[y], where shifted is the row minus its own maximum, "
    "and not the log of a probability"
)
MEAN = "the data loss is the mean over the examples, in the loss and in its gradient"
REG_LOSS = "the regularisation is reg * np.sum(W * W) over every weight: once, without ½, and not divided by N"
REG_GRADIENT = "the slope of reg * W * W is 2 * reg * W"
WHOLE_ARRAYS = "replace the loop by operations on whole arrays; np.vectorize, apply_along_axis and map are loops too"
STATE = "every step before was right: is what it left behind in the config that you return?"
EPSILON = "epsilon is added to the root, not inside it"
