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
MARGINS = "each example counts every class j except its own y[i] whose margin s_j - s_y + 1 is positive, and no other"
NOT_BY_DIFFERENCES = "the gradient comes from the formula, not from differences of losses"
FROM_RNG = "take every random draw from the rng that was passed in"
ROWS_AND_LABELS = "draw the row numbers once, and use the same ones for X and for y"
CENTRED = "(f(x + h) - f(x - h)) / (2 * h), one coordinate at a time, all others as they are in x"
SQUARES_BELOW_0 = (
    "rounding can make the square of a distance slightly negative, and its root is nan: "
    "np.maximum(squares, 0) before the root"
)
NO_BROADCAST = (
    "(X[:, None] - X_train) holds num_test * num_train * D numbers; write out the square of a difference "
    "and let one product, X @ X_train.T, do the work"
)
SMALLEST_LABEL = "of the labels with the most votes, the smallest wins: np.bincount counts, np.argmax takes the first"
