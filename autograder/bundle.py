"""What a student is given: one zip of a stage that works alone, with the helper package and without the autograder."""

from markupsafe import Markup

from .exports.wheel import HANDOUT, student_wheel, zipped
from .pages import template


def make_bundle(stage, notebook):
    """The bytes of the zip that a student gets. notebook: the bytes of the stage's release.

    The same release and the same flatgrad give the same bytes. Raises CourseError when a file of ours cannot be read.
    """
    wheel, wheel_bytes = student_wheel()
    content = {
        "LICENSE": (HANDOUT / "LICENSE").read_bytes(),
        "README.html": _page(guide(stage, wheel), stage),
        "requirements.txt": _text("requirements.txt").replace("{wheel}", wheel).encode("utf-8"),
        f"{stage}.ipynb": notebook,
        wheel: wheel_bytes,
    }
    return zipped({f"{stage}/{name}": (0o644, data) for name, data in content.items()})


def guide(stage, wheel):
    """The student's guide in Markdown."""
    return _text("guide.md").replace("{stage}", stage).replace("{wheel}", wheel)


def _page(markdown, stage):
    """Markdown as a page that opens with a double click."""
    from nbconvert.filters.markdown_mistune import markdown2html_mistune

    body = Markup(markdown2html_mistune(markdown))  # our own text
    return template("guide.html.j2").render(title=f"How to work on {stage}", body=body).encode("utf-8")


def _text(name):
    return (HANDOUT / name).read_text(encoding="utf-8")
