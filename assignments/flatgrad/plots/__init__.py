"""Every plot of the notebooks, so that a cell there is one line.

Each function draws one figure and returns it; end the line with a semicolon in a notebook, or it is shown twice.
"""

from .curves import loss_curves, schedules, tuning_curves
from .images import image_grid, probability_bars, weight_templates
from .landscapes import optimiser_paths

__all__ = [
    "image_grid",
    "loss_curves",
    "optimiser_paths",
    "probability_bars",
    "schedules",
    "tuning_curves",
    "weight_templates",
]
