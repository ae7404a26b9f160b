"""What a student is given: one zip of a stage that works alone, with the helper package and without the autograder."""

import functools
import io
import shutil
import tempfile
import zipfile
from pathlib import Path

from markupsafe import Markup

import flatgrad
from flatgrad.data.embedded import FILES, embedded_folder

from .pages import template

HANDOUT = Path(__file__).parent / "handout"
# The same for all, so that the same input gives the same bytes: the wheel's own date.
DATE = (2020, 2, 2, 0, 0, 0)
FILE_MODE = 0o100644 << 16
UNIX = 3


def make_bundle(stage, notebook):
    """The bytes of the zip that a student gets. notebook: the bytes of the stage's release.

    The same release and the same flatgrad give the same bytes.
    """
    wheel, wheel_bytes = student_wheel()
    content = {
        "LICENSE": (HANDOUT / "LICENSE").read_bytes(),
        "README.html": _page(guide(stage, wheel), stage),
        "requirements.txt": _text("requirements.txt").replace("{wheel}", wheel).encode("utf-8"),
        f"{stage}.ipynb": notebook,
        wheel: wheel_bytes,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as bundle:
        for name, data in sorted(content.items()):
            entry = zipfile.ZipInfo(f"{stage}/{name}", DATE)
            entry.external_attr, entry.create_system = FILE_MODE, UNIX
            # The wheel is compressed already.
            entry.compress_type = zipfile.ZIP_STORED if name == wheel else zipfile.ZIP_DEFLATED
            bundle.writestr(entry, data)
    return buffer.getvalue()


@functools.cache
def student_wheel():
    """(file name, bytes) of a wheel of flatgrad and its images alone.

    It is built by the tool that builds the project's own wheel, in a folder with nothing else in it.
    """
    from hatchling.builders.wheel import WheelBuilder

    package = Path(flatgrad.__file__).parent
    with tempfile.TemporaryDirectory(prefix="bundle-") as folder:
        project = Path(folder) / "project"
        for path in sorted(package.rglob("*.py")):
            _copy(path, project / "flatgrad" / path.relative_to(package))
        for name in FILES:
            _copy(embedded_folder() / name, project / "flatgrad" / "cifar10" / name)
        for name in ("pyproject.toml", "LICENSE"):
            _copy(HANDOUT / name, project / name)
        (path,) = WheelBuilder(str(project)).build(directory=str(Path(folder) / "dist"), versions=["standard"])
        return Path(path).name, Path(path).read_bytes()


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


def _copy(path, to):
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, to)
