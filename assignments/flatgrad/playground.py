"""Sliders to play with a small network: how many neurons, how much regularisation, which random start.

The sliders need ipywidgets (the `notebook` extra) and a running kernel. Without them one sentence says so, and the
pictures that the notebook draws anyway must do.
"""

from . import plots

NEURONS = (1, 2, 3, 6, 10, 20, 50)
REGS = (0.0, 0.0001, 0.001, 0.01, 0.1, 1.0)
MISSING = "Sliders to play with need ipywidgets (pip install ipywidgets) and a running kernel; the pictures are fixed."


def boundaries(fit, X, y):
    """Show the regions of fit(neurons, reg, seed), anew whenever a slider is let go.

    fit(neurons, reg, seed) -> predict, a function of points (M, 2) that returns labels (M,). X (N, 2), y (N,): the
    points that it trains on.
    """
    widgets = _widgets()
    if widgets is None:
        print(MISSING)
        return
    from IPython.display import display
    from matplotlib import pyplot as plt

    def draw(neurons, reg, seed):
        figure = plots.decision_regions({f"{neurons} neurons, λ = {reg:g}": fit(neurons, reg, seed)}, X, y)
        figure.set_size_inches(4.2, 4.2)
        display(figure)
        plt.close(figure)

    late = {"continuous_update": False}
    sliders = {
        "neurons": widgets.SelectionSlider(options=NEURONS, value=6, description="neurons", **late),
        "reg": widgets.SelectionSlider(options=REGS, value=0.001, description="λ", **late),
        "seed": widgets.IntSlider(min=0, max=20, value=0, description="seed", **late),
    }
    display(widgets.VBox([*sliders.values(), widgets.interactive_output(draw, sliders)]))


def _widgets():
    """The module ipywidgets, or None where it is not installed or no notebook's kernel runs."""
    try:
        import ipywidgets
    except ImportError:
        return None
    return ipywidgets if _in_a_kernel() else None


def _in_a_kernel():
    from IPython import get_ipython

    return getattr(get_ipython(), "kernel", None) is not None
