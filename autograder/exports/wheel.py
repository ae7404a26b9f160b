"""Wheels: of this grader and flatgrad for Gradescope, of flatgrad alone for students; and the zips that hold them.

They are put together here, in memory, without a build tool: an installed grader has no project to build from, and the
same files give the same bytes whatever the tool's version.
"""

import base64
import hashlib
import io
import re
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import flatgrad
from flatgrad.data.embedded import FILES, embedded_folder

from .. import CourseError

AUTOGRADER, FLATGRAD = Path(__file__).parents[1], Path(flatgrad.__file__).parent
PYPROJECT = AUTOGRADER.parent / "pyproject.toml"
HANDOUT = AUTOGRADER / "handout"
LEFT_OUT = {"__pycache__", "bench"}
WHEEL = "Wheel-Version: 1.0\nGenerator: autograder\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
ENTRY_POINTS = "[console_scripts]\nautograder = autograder.__main__:main\n"
# The same for all, so that the same input gives the same bytes.
DATE = (2020, 2, 2, 0, 0, 0)
UNIX = 3


def grader_wheel():
    """(file name, bytes) of a wheel of the autograder and flatgrad, as they are here.

    Raises CourseError when it is not known what they need, or a file cannot be read.
    """
    version, information = _information()
    parts = {}
    for place in AUTOGRADER.rglob("*"):
        inner = place.relative_to(AUTOGRADER)
        if place.is_file() and not LEFT_OUT & set(inner.parts) and not inner.name.startswith("."):
            parts[f"autograder/{inner.as_posix()}"] = _read(place)
    return _wheel(version, {"METADATA": information, "entry_points.txt": ENTRY_POINTS}, {**parts, **_flatgrad()})


def student_wheel():
    """(file name, bytes) of a wheel of flatgrad and its images alone. Raises CourseError when a file cannot be read."""
    project = {**_project(HANDOUT / "pyproject.toml"), "version": flatgrad.__version__}
    return _wheel(project["version"], {"METADATA": _metadata(project)}, _flatgrad())


def _flatgrad():
    """{name in the wheel: bytes} of the students' package and of the images that it reads."""
    parts = {f"flatgrad/{path.relative_to(FLATGRAD).as_posix()}": _read(path) for path in FLATGRAD.rglob("*.py")}
    return {**parts, **{f"flatgrad/cifar10/{name}": _read(embedded_folder() / name) for name in FILES}}


def _read(path):
    try:
        return path.read_bytes()
    except OSError as error:
        raise CourseError(f"cannot read {path}: {error.strerror}; install flatgrad again") from None


def _wheel(version, about, parts):
    """about: {name: text} of what says what the wheel is. parts: {name: bytes} of what is installed."""
    folder = f"flatgrad-{version}.dist-info"
    about = {name: text.encode("utf-8") for name, text in {**about, "WHEEL": WHEEL}.items()}
    about["licenses/LICENSE"] = _read(HANDOUT / "LICENSE")
    parts = {**parts, **{f"{folder}/{name}": data for name, data in about.items()}}
    lines = [f"{name},sha256={_digest(data)},{len(data)}" for name, data in sorted(parts.items())]
    parts[f"{folder}/RECORD"] = "\n".join([*lines, f"{folder}/RECORD,,", ""]).encode("utf-8")
    return f"flatgrad-{version}-py3-none-any.whl", zipped({name: (0o644, data) for name, data in parts.items()})


def _information():
    """(version, METADATA). In a checkout, pyproject.toml says it: what an editable installation knows may be old."""
    if PYPROJECT.is_file():
        project = _project(PYPROJECT)
        return project["version"], _metadata(project)
    try:
        found = metadata.distribution("flatgrad")
    except metadata.PackageNotFoundError:
        raise CourseError("flatgrad is not installed as a package; install it with: pip install '.[grader]'") from None
    return found.version, found.read_text("METADATA") or ""


def _project(path):
    """What a pyproject.toml says of its project."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:  # JupyterLab brings it along
        import tomli as tomllib

    return tomllib.loads(_read(path).decode("utf-8"))["project"]


def _metadata(project):
    """The text of a METADATA file that an installation needs."""
    return "".join(f"{line}\n" for line in _metadata_lines(project))


def _metadata_lines(project):
    yield "Metadata-Version: 2.1"
    yield f"Name: {project['name']}"
    yield f"Version: {project['version']}"
    yield f"Summary: {project['description']}"
    yield f"License: {project['license']}"
    yield f"Requires-Python: {project['requires-python']}"
    for line in project["dependencies"]:
        yield f"Requires-Dist: {line}"
    for extra, needed in project["optional-dependencies"].items():
        yield f"Provides-Extra: {extra}"
        for line in needed:
            package, _, marker = (part.strip() for part in re.fullmatch(r"([^;]*)(;?)(.*)", line).groups())
            condition = f"({marker}) and extra == '{extra}'" if marker else f"extra == '{extra}'"
            yield f"Requires-Dist: {package}; {condition}"


def _digest(data):
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode("ascii")


def zipped(parts):
    """The bytes of a zip of {name: (mode, bytes)}: the same on every system and at any time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, (mode, data) in sorted(parts.items()):
            entry = zipfile.ZipInfo(name, DATE)
            # Modes count in a zip of Unix only.
            entry.create_system, entry.external_attr = UNIX, (0o100000 | mode) << 16
            # Pictures and wheels are packed already.
            packed = name.endswith((".png", ".whl"))
            archive.writestr(entry, data, zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
