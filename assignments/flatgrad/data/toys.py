"""Small two-dimensional data sets that can be drawn, for a first look at a classifier."""

import numpy as np


def toy_blobs(num_points, num_classes, rng):
    """Gaussian blobs of standard deviation 1, evenly on a circle, neighbours about 4 apart.

    rng: a numpy.random.Generator. Returns X (num_points, 2) float64 and y (num_points,) int64 in
    0..num_classes-1, in random order; class sizes differ by one at most.
    """
    y = rng.permutation(np.arange(num_points) % num_classes).astype(np.int64)
    angle = 2 * np.pi * y / num_classes
    radius = max(2.0, 4 * num_classes / (2 * np.pi))
    centers = radius * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return centers + rng.standard_normal((num_points, 2)), y


def toy_spirals(num_points_per_class, num_classes, rng):
    """Interleaved spiral arms from the origin to radius 1, each turning by 4 radians: no line separates them.

    rng: a numpy.random.Generator. With N = num_points_per_class * num_classes, returns X (N, 2) float64 and
    y (N,) int64 in 0..num_classes-1, class after class. The angles are noisy with standard deviation 0.2.
    """
    y = np.repeat(np.arange(num_classes, dtype=np.int64), num_points_per_class)
    radius = np.tile(np.linspace(0, 1, num_points_per_class), num_classes)
    angle = 2 * np.pi * y / num_classes + 4 * radius + 0.2 * rng.standard_normal(y.size)
    return radius[:, None] * np.stack([np.sin(angle), np.cos(angle)], axis=1), y


def toy_rings(num_points_per_class, num_classes, rng):
    """Rings around the origin, one inside the other: in the plane no line separates them, but the radius does.

    rng: a numpy.random.Generator. With N = num_points_per_class * num_classes, returns X (N, 2) float64 and
    y (N,) int64 in 0..num_classes-1, class after class. Ring k has the radius k + 1, give or take 0.3 at most, and
    points at random angles.
    """
    y = np.repeat(np.arange(num_classes, dtype=np.int64), num_points_per_class)
    radius = y + 1.0 + rng.uniform(-0.3, 0.3, size=y.size)
    angle = rng.uniform(-np.pi, np.pi, size=y.size)
    return radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1), y
