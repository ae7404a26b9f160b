"""The helper package the notebooks import: data, numerical gradients, checks that explain, a training loop, plots.

It holds no solution of any task. Everything here may be read by a student, and is meant to be.
"""

__version__ = "0.1.0"
