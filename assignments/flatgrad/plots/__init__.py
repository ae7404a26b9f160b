"""Every plot of the notebooks, so that a cell there is one line.

Each function draws one figure and returns it; end the line with a semicolon in a notebook, or it is shown twice.
"""

from .curves import loss_curves, schedules, tuning_curves
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
from .surfaces import loss_line, loss_surface

__all__ = [
    "accuracy_by_k",
    "difference_errors",
    "fold_accuracies",
    "hinge_shape",
    "image_grid",
    "kink",
    "loss_curves",
    "loss_line",
    "loss_surface",
    "nearest_images",
    "optimiser_paths",
    "pixel_numbers",
    "probability_bars",
    "schedules",
    "tuning_curves",
    "two_distances",
    "vote_regions",
    "weight_templates",
]
