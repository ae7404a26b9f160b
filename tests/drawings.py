"""What all tests of plots ask of a figure."""

from matplotlib import pyplot as plt
from matplotlib.figure import Figure


def draw_twice(make):
    """One figure is made, can be drawn and closed, and can be made again."""
    for _ in range(2):
        figure = make()
        assert isinstance(figure, Figure) and plt.get_fignums() == [figure.number]
        figure.canvas.draw()
        plt.close(figure)
    assert plt.get_fignums() == []
