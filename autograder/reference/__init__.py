"""The course's functions, plain and obviously right: what hidden tests compare a student's answer with.

Written for a reader, one line per intermediate value. A file for each subject of the course.
"""

from .knn import (
    choose_best_k,
    compute_distances,
    compute_distances_by_product,
    cross_validate_k,
    predict_labels,
)
from .linear import forward_differences, numerical_gradient, predict_linear
from .optimisers import adam, rmsprop, sgd, sgd_momentum
from .probabilities import cross_entropy, kl_divergence, log_softmax, softmax
from .schedules import cosine_decay, inverse_sqrt_decay, linear_decay, step_decay
from .softmax_loss import softmax_loss, softmax_loss_loops, softmax_terms
from .svm import svm_loss, svm_loss_loops, svm_margins, svm_problem, svm_terms

__all__ = [
    "adam",
    "choose_best_k",
    "compute_distances",
    "compute_distances_by_product",
    "cosine_decay",
    "cross_entropy",
    "cross_validate_k",
    "forward_differences",
    "inverse_sqrt_decay",
    "kl_divergence",
    "linear_decay",
    "log_softmax",
    "numerical_gradient",
    "predict_labels",
    "predict_linear",
    "rmsprop",
    "sgd",
    "sgd_momentum",
    "softmax",
    "softmax_loss",
    "softmax_loss_loops",
    "softmax_terms",
    "step_decay",
    "svm_loss",
    "svm_loss_loops",
    "svm_margins",
    "svm_problem",
    "svm_terms",
]
