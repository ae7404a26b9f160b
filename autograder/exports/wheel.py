"""This grader and flatgrad, as they are here, as a wheel: made without a build tool, and without the network."""

import base64
import hashlib
import io
import re
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import flatgrad
from flatgrad.data.embedded import embedded_folder

from .. import CourseError

PACKAGES = {"autograder": Path(__file__).parents[1], "flatgrad": Path(flatgrad.__file__).parent}
PYPROJECT = PACKAGES["autograder"].parent / "pyproject.toml"
LEFT_OUT = {"__pycache__", "bench"}
# Of the images' folder, what the package reads.
IMAGES = ("*.png", "*.json")
WHEEL = "Wheel-Version: 1.0\nGenerator: autograder export\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
ENTRY_POINTS = "[console_scripts]\nautograder = autograder.__main__:main\n"


def make_wheel():
    """(name, bytes) of the wheel. Raises CourseError when it is not known what it needs."""
    version, information = _information()
    parts = {}
    for name, root in PACKAGES.items():
        for place in sorted(root.rglob("*")):
            inner = place.relative_to(root)
            if place.is_file() and not LEFT_OUT & set(inner.parts) and not inner.name.startswith("."):
                parts[f"{name}/{inner.as_posix()}"] = place.read_bytes()
    images = embedded_folder()
    for pattern in IMAGES:
        for place in sorted(images.glob(pattern)):
            parts[f"flatgrad/cifar10/{place.name}"] = place.read_bytes()
    about = f"flatgrad-{version}.dist-info"
    for name, text in (("METADATA", information), ("WHEEL", WHEEL), ("entry_points.txt", ENTRY_POINTS)):
        parts[f"{about}/{name}"] = text.encode("utf-8")
    lines = [f"{name},sha256={_digest(data)},{len(data)}" for name, data in parts.items()]
    parts[f"{about}/RECORD"] = "\n".join([*lines, f"{about}/RECORD,,", ""]).encode("utf-8")
    return f"flatgrad-{version}-py3-none-any.whl", zipped({name: (0o644, data) for name, data in parts.items()})


def _information():
    """(version, METADATA). In a checkout, pyproject.toml says it: what an editable installation knows may be old."""
    if PYPROJECT.is_file():
        project = _toml(PYPROJECT)["project"]
        return project["version"], "\n".join(_metadata(project)) + "\n"
    try:
        found = metadata.distribution("flatgrad")
    except metadata.PackageNotFoundError:
        raise CourseError("flatgrad is not installed as a package; install it with: pip install '.[grader]'") from None
    return found.version, found.read_text("METADATA") or ""


def _toml(path):
    if sys.version_info >= (3, 11):
        import tomllib
    else:  # JupyterLab brings it along
        import tomli as tomllib

    return tomllib.loads(path.read_text(encoding="utf-8"))


def _metadata(project):
    """The lines of a METADATA file that an installation needs."""
    yield "Metadata-Version: 2.1"
    yield f"Name: {project['name']}"
    yield f"Version: {project['version']}"
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
    """The bytes of a zip of {name: (mode, bytes)}, without any time in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, (mode, data) in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (0o100000 | mode) << 16
            # Pictures and wheels are packed already.
            packed = name.endswith((".png", ".whl"))
            archive.writestr(entry, data, zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
