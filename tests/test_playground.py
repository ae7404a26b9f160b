"""The sliders: shown where a kernel runs, one sentence elsewhere, and a figure for each setting."""

import subprocess
import sys

import matplotlib
import numpy as np
import pytest

matplotlib.use("Agg")

from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from flatgrad import data, playground

X, y = data.toy_rings(20, 2, np.random.default_rng(0))


def fit(neurons, reg, seed):
    asked.append((neurons, reg, seed))
    return lambda points: (np.hypot(*points.T) > 1.5).astype(int)


asked = []


@pytest.fixture
def shown(monkeypatch):
    """What is displayed while a kernel seems to run."""
    import IPython.display

    found = []
    monkeypatch.setattr(playground, "_in_a_kernel", lambda: True)
    monkeypatch.setattr(IPython.display, "display", found.append)
    asked.clear()
    return found


def test_sliders_and_a_figure_for_each_setting(shown):
    widgets = pytest.importorskip("ipywidgets")
    playground.boundaries(fit, X, y)
    *figures, box = shown
    assert isinstance(box, widgets.VBox) and all(isinstance(figure, Figure) for figure in figures)
    assert asked == [(6, 0.001, 0)] and plt.get_fignums() == []
    neurons, reg, seed, _ = box.children
    assert [slider.description for slider in (neurons, reg, seed)] == ["neurons", "λ", "seed"]
    assert set(neurons.options) >= {3, 6, 20} and set(reg.options) >= {0.001, 0.01, 0.1}
    assert not any(slider.continuous_update for slider in (neurons, reg, seed))
    neurons.value, reg.value, seed.value = 20, 0.1, 3
    assert asked[-1] == (20, 0.1, 3) and len(asked) == 4 and plt.get_fignums() == []
    assert shown[-1].axes[0].get_title() == "20 neurons, λ = 0.1"


def test_one_sentence_where_no_kernel_runs(capsys):
    assert playground.boundaries(fit, X, y) is None
    assert capsys.readouterr().out == playground.MISSING + "\n"


def test_one_sentence_without_ipywidgets(shown, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    assert playground.boundaries(fit, X, y) is None
    assert capsys.readouterr().out == playground.MISSING + "\n" and shown == [] and asked == []


def test_importing_it_needs_no_ipywidgets():
    program = (
        "import sys, flatgrad.playground; print([name for name in sys.modules if name.startswith(('ipywid', 'IPyt'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
