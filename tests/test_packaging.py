"""What is installed: the wheel holds the package, the images and nothing else; the two lists of dependencies agree."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parents[1]
# The same packages by other names.
CONDA_NAMES = {"matplotlib-base": "matplotlib"}


def requirements(name):
    """{package: version condition} of an extra ("" for the base), with the extras it includes."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = {}
    for line in project["dependencies"] if name == "" else project["optional-dependencies"][name]:
        if extra := re.fullmatch(r"flatgrad\[(\w+)\]", line):
            found |= requirements(extra[1])
        else:
            package, condition = re.fullmatch(r"([\w.-]+)([^;]*)(;.*)?", line).groups()[:2]
            found[package] = condition
    return found


def test_environment_yml_equals_pyproject():
    lines = (ROOT / "environment.yml").read_text(encoding="utf-8").split("dependencies:\n")[1].splitlines()
    listed = dict(
        re.fullmatch(r" +- ([\w.-]+)(.*)", line).groups() for line in lines if not line.lstrip().startswith("#")
    )
    python = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    assert listed.pop("python") == python
    assert listed.pop("pip") in ("", ":")
    assert {CONDA_NAMES.get(name, name): condition for name, condition in listed.items()} == (
        requirements("") | requirements("grader")
    )


def test_every_dependency_has_a_lower_bound():
    for extra in ("", "notebook", "grader", "dev"):
        for package, condition in requirements(extra).items():
            assert re.match(r">=\d", condition), package


def test_students_need_three_packages():
    assert set(requirements("")) == {"numpy", "matplotlib", "pillow"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder, ROOT]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("flatgrad-*.whl"))


def test_the_wheel_holds_packages_and_images_only(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {"flatgrad/cifar10/train.png", "flatgrad/cifar10/test.png", "flatgrad/cifar10/labels.json"} <= set(names)
    assert "autograder/templates/feedback.html.j2" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"flatgrad", "autograder"}
    assert not [name for name in names if name.endswith(".ipynb")]


def test_the_wheel_loads_its_own_images(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path)
    program = (
        "import flatgrad, flatgrad.data as d; print(flatgrad.__file__); c = d.load_cifar10(); print(c.X_train.shape)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert str(tmp_path) in done.stdout and "(5000, 32, 32, 3)" in done.stdout
