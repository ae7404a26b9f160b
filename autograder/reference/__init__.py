"""The course's functions, plain and obviously right: what hidden tests compare a student's answer with.

Written for a reader, one line per intermediate value. A file for each subject of the course.
"""

from .activation_mistakes import backward_mistakes, forward_mistakes
from .activations import activate, activate_backward, activation_input, maxout_input
from .gates import GATES, product_circuit, ratio_circuit, ratio_shares, relu_jacobian
from .graphs import (
    Graph,
    graph_gradients,
    graph_shares,
    graph_values,
    random_graph,
    three_layer_loss,
    three_layer_problem,
    topological_order,
)
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
from .softmax_loss import softmax_loss, softmax_loss_loops, softmax_problem, softmax_terms
from .svm import svm_loss, svm_loss_loops, svm_margins, svm_problem, svm_terms
from .two_layer import (
    two_layer_forward,
    two_layer_loss,
    two_layer_loss_loops,
    two_layer_predict,
    two_layer_problem,
    two_layer_values,
)
from .two_layer_mistakes import two_layer_mistakes, two_layer_terms

__all__ = [
    "GATES",
    "Graph",
    "activate",
    "activate_backward",
    "activation_input",
    "adam",
    "backward_mistakes",
    "choose_best_k",
    "compute_distances",
    "compute_distances_by_product",
    "cosine_decay",
    "cross_entropy",
    "cross_validate_k",
    "forward_differences",
    "forward_mistakes",
    "graph_gradients",
    "graph_shares",
    "graph_values",
    "inverse_sqrt_decay",
    "kl_divergence",
    "linear_decay",
    "log_softmax",
    "maxout_input",
    "numerical_gradient",
    "predict_labels",
    "predict_linear",
    "product_circuit",
    "random_graph",
    "ratio_circuit",
    "ratio_shares",
    "relu_jacobian",
    "rmsprop",
    "sgd",
    "sgd_momentum",
    "softmax",
    "softmax_loss",
    "softmax_loss_loops",
    "softmax_problem",
    "softmax_terms",
    "step_decay",
    "svm_loss",
    "svm_loss_loops",
    "svm_margins",
    "svm_problem",
    "svm_terms",
    "three_layer_loss",
    "three_layer_problem",
    "topological_order",
    "two_layer_forward",
    "two_layer_loss",
    "two_layer_loss_loops",
    "two_layer_mistakes",
    "two_layer_predict",
    "two_layer_problem",
    "two_layer_terms",
    "two_layer_values",
]
