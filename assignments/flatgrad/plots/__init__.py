"""Every plot of the notebooks, so that a cell there is one line.

Each function draws one figure and returns it; end the line with a semicolon in a notebook, or it is shown twice.
"""

from .activations import activation_functions, unit_activity, value_histograms
from .circuits import circuit, circuits
from .curves import loss_curves, schedules, tuning_curves
from .hidden import hidden_templates, setting_curves, shared_templates
from .hinge import difference_errors, hinge_shape, kink
from .images import image_grid, probability_bars, weight_templates
from .landscapes import optimiser_paths
from .neighbours import (
    accuracy_by_k,
    fold_accuracies,
    nearest_images,
    pixel_numbers,
    two_distances,
    vote_regions,
)
from .networks import decision_regions, network_layers, polar_rings
from .surfaces import loss_line, loss_surface

__all__ = [
    "accuracy_by_k",
    "activation_functions",
    "circuit",
    "circuits",
    "decision_regions",
    "difference_errors",
    "fold_accuracies",
    "hidden_templates",
    "hinge_shape",
    "image_grid",
    "kink",
    "loss_curves",
    "loss_line",
    "loss_surface",
    "nearest_images",
    "network_layers",
    "optimiser_paths",
    "pixel_numbers",
    "polar_rings",
    "probability_bars",
    "schedules",
    "setting_curves",
    "shared_templates",
    "tuning_curves",
    "two_distances",
    "unit_activity",
    "value_histograms",
    "vote_regions",
    "weight_templates",
]
