"""The pictures of a report: SVG inside the page, drawn by matplotlib, in the page's own colours, by day and night."""

import contextlib
import io
import re

import numpy as np
from markupsafe import Markup, escape
from matplotlib import rc_context
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

# Stand for the page's own colours (see look.css) while matplotlib draws.
COLOURS = {
    "#010101": "ink",
    "#020202": "soft",
    "#030303": "line",
    "#040404": "link",
    "#050505": "none",
    "#060606": "page",
}
INK, SOFT, LINE, BAR, BAD, PAGE = COLOURS
# As wide as a phone, in pixels of CSS, so that the numbers at the axes are never small.
WIDTH, HEIGHT = 340, 220
MOST_BINS = 25
STYLE = {
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.size": 9,  # 12 pixels
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": SOFT,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.facecolor": "none",
    "figure.facecolor": "none",
}


def score_histogram(totals, max_score):
    """How many students have how many points: a bar per point, or wider ones for a long scale. totals: of each student.

    Returns (markup, what it shows in words).
    """
    step = next(step for step in (0.5, 1, 2, 5, 10, 20, 50, 100, 10**9) if max_score / step <= MOST_BINS)
    top = min(max([max_score, *totals]), 1.5 * max_score)  # with extra credit, it can be more than all
    edges = np.arange(0, top + 2 * step, step) - step / 2
    counts, _ = np.histogram(np.minimum(totals, top), edges)
    lower, median, upper = np.percentile(totals, [25, 50, 75])
    words = (
        f"Histogram of the points of {len(totals)} students: from {min(totals):g} to {max(totals):g} of {max_score:g}, "
        f"median {median:g}, the middle half between {lower:g} and {upper:g}."
    )
    with _axes("scores") as axes:
        axes.bar(edges[:-1] + step / 2, counts, width=0.86 * step, color=BAR)
        axes.axvline(median, color=INK, linewidth=1.2, linestyle="--")
        left = median > max_score / 2
        axes.annotate(
            f"median {median:g}",
            (median, 1.02),
            xycoords=("data", "axes fraction"),
            xytext=(-4 if left else 4, 0),
            textcoords="offset points",
            ha="right" if left else "left",
        )
        axes.set(xlim=(-step, top + step), xlabel=f"points, of {max_score:g}", ylabel="students")
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))
        return _svg(axes, words), words


def item_map(items, shaded):
    """Each test by how easy it is and how well it tells strong from weak. items: Items with both numbers.

    shaded: mark where r is negative, which means nothing of few students.

    Returns (markup, what it shows in words).
    """
    lowest = min(item.discrimination for item in items)
    bad = [item.title for item in items if item.warnings]
    words = (
        f"{len(items)} tests by mean share of the points, from {min(item.difficulty for item in items):.2f} to "
        f"{max(item.difficulty for item in items):.2f}, and by discrimination, from {lowest:+.2f} to "
        f"{max(item.discrimination for item in items):+.2f}. "
        + (f"Marked as suspicious: {', '.join(bad)}." if bad else "None is marked as suspicious.")
    )
    with _axes("tests") as axes:
        axes.axhline(0, color=SOFT, linewidth=1)
        if shaded:
            axes.axhspan(-1.1, 0, color=BAD, alpha=0.10, linewidth=0)
        for item in items:
            bad = bool(item.warnings)
            axes.plot(
                item.difficulty, item.discrimination, "s" if bad else "o", color=BAD if bad else BAR, markersize=5
            )
        axes.set(xlim=(-0.06, 1.12), ylim=(min(-0.15, lowest - 0.12), 1.08))
        # The axes are about 190 points wide and 120 high.
        scale = 190 / 1.18, 120 / (1.08 - min(-0.15, lowest - 0.12))
        dots = [(item.difficulty * scale[0], item.discrimination * scale[1]) for item in items]
        names = [_short(item.title) for item in items]
        for item, name, place in zip(items, names, _label_places(dots, names), strict=True):
            axes.annotate(
                name,
                (item.difficulty, item.discrimination),
                xytext=place,
                textcoords="offset points",
                ha="center",
                va="center",
                fontweight="bold" if item.warnings else "normal",
                parse_math=False,
                # A label that is not beside its dot has a line to it.
                arrowprops={"arrowstyle": "-", "color": SOFT, "lw": 0.7, "shrinkA": 0} if abs(place[1]) > 9 else None,
            )
        axes.set(xlabel="mean share of the points (easy on the right)", ylabel="discrimination r")
        return _svg(axes, words), words


def _short(title):
    """'Task 3.2 softmax' is 3.2, 'Question 1' is Q1."""
    kind, _, rest = title.partition(" ")
    number = rest.split(" ")[0]
    return {"Task": number, "Question": f"Q{number}"}.get(kind, title[:12])


def _label_places(dots, names):
    """Where each label's middle is, as an offset from its dot: on neither another dot nor another label, if it can be.

    dots: (x, y) of each, in points.
    """
    boxes, places = [], []
    for dot, name in zip(dots, names, strict=True):
        half = (2.7 * len(name), 4.0)  # of a label, in points
        near = [(half[0] + 5, 0), (-half[0] - 5, 0), (0, 9), (0, -9), (half[0] + 3, 7), (-half[0] - 3, -7)]
        far = [(x * 1.5, y) for x in (half[0] + 5, -half[0] - 5) for y in (-16, 16)]

        def crowd(place, dot=dot, half=half):
            x, y = dot[0] + place[0], dot[1] + place[1]
            labels = sum(abs(x - a) < half[0] + w and abs(y - b) < half[1] + h for a, b, w, h in boxes)
            return 2 * labels + sum(abs(x - a) < half[0] + 2 and abs(y - b) < half[1] + 2 for a, b in dots)

        best = min(near + far, key=crowd)
        boxes.append((dot[0] + best[0], dot[1] + best[1], *half))
        places.append(best)
    return places


@contextlib.contextmanager
def _axes(name):
    """Axes to draw on, in the colours that `_svg` knows. name: tells the ids of one plot from those of another."""
    with rc_context({**STYLE, "svg.hashsalt": name}):
        axes = Figure(figsize=(WIDTH / 96, HEIGHT / 96), layout="constrained").subplots()
        axes.set_axisbelow(True)
        axes.grid(axis="y", color=LINE, linewidth=0.8)
        yield axes


def _svg(axes, words):
    """A drawing as a part of a page: no prologue, no addresses, the page's colours and font, words for who listens."""
    file = io.StringIO()
    axes.figure.savefig(file, format="svg", metadata={"Date": None})
    svg = file.getvalue()
    body = re.sub(r"<(metadata|style)\b.*?</\1>", "", svg[svg.index(">", svg.index("<svg")) + 1 :], flags=re.DOTALL)
    # An id may stand in a page once; those of groups are used by nothing.
    body = re.sub(r'<g id="[^"]*"', "<g", body).replace("xlink:href", "href")
    body = re.sub("|".join(COLOURS), lambda match: f"var(--{COLOURS[match[0]]})", body)
    body = re.sub(r"font-family: [^;\"]*", "font-family: inherit", body)
    size = f'viewBox="0 0 {WIDTH * 0.75:g} {HEIGHT * 0.75:g}" width="{WIDTH}" height="{HEIGHT}"'
    return Markup(f'<svg role="img" aria-label="{escape(words)}" {size}>{body}')
