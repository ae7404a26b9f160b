"""The page of code that looks alike: pairs of students, and the cells in which they are alike side by side."""

from .. import files, pages
from ..text import visible
from . import similarity
from .links import Links


def write(results, out):
    """Write report/<stage>-similarity.html for a ClassResults. Returns (its path, the Findings).

    out: the folder that `grade` wrote to, a Path. Raises CourseError when the page cannot be written.
    """
    stage, findings = results.assignment.stage, similarity.find(results, out)
    html = pages.template("similarity.html.j2").render(
        stage=stage,
        findings=findings,
        links=Links(out, stage),
        titles=results.titles,
        least=similarity.LEAST_SHARE,
        visible=visible,
    )
    path = out / "report" / f"{stage}-similarity.html"
    files.write(path, html.encode("utf-8"))
    return path, findings
