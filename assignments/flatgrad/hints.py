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
EACH_ENTRY = (
    "by the chain rule each entry of dout is multiplied by the slope at that entry of x, and dx has the shape of x"
)
CACHE_ONLY = "what backward needs, forward puts into the cache that it returns, and nowhere else"
NO_OVERFLOW = (
    "take no exponential of a large positive number: np.exp(-np.abs(x)) and np.exp(np.minimum(x, 0)) never overflow"
)
BACKWARD_LINES = (
    "one line for each line of the forward pass, in reverse order; each gradient has the shape of its value"
)
OWN_CONFIG = "each array has a config dict of its own: what the optimiser returns for it, it gets in the next step"
EVERY_ROW_ONCE = (
    "in each epoch: rows = rng.permutation(N), and the batches are rows[0:b], rows[b:2 * b], ... up to the end"
)
BASE_RATE = "schedule(learning_rate, t, T) with the learning_rate that was passed in, t = 0 ... T - 1, T steps in all"
UPSTREAM = "each gradient is what comes from above, times the slope of the gate itself"
NO_UPSTREAM = "it ignores what comes from above: multiply by dout"
MUL_SWAPS = "the mul gate swaps: each input gets what comes from above times the other input"
MAX_ROUTES = "the max gate routes: the larger input gets what comes from above, the smaller one 0"
FORKS = "what is used more than once gets a share back along each use, and the shares add: += and not ="
SHAPES_FIT = "a gradient has the shape of what it belongs to, and there is one way to multiply that gives this shape"
OWN_MEMORY = "what forward saves belongs to one object: self.x = x, and not the class or a global name"
FORKS_AND_SLOPES = (
    "multiply what comes from above by the slope of the gate; "
    "what is used more than once gets a share back along each use, and the shares add: += and not ="
)
