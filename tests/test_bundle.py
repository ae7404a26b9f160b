"""The zip for students: it holds what it should and no more, and every command of the guide works with it."""

import base64
import csv
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile

import nbformat
import pytest
import tiny_course
from nbgrader.utils import is_solution
from selfcheck_rows import read_rows
from student_machine import Machine
from test_cli import autograder
from test_packaging import requirements, tomllib

import flatgrad
from autograder import CourseError
from autograder.bundle import guide, make_bundle
from autograder.course import Course
from autograder.exports import wheel
from autograder.exports.wheel import HANDOUT, grader_wheel, student_wheel
from autograder.hidden import hidden_lines, without_hidden

CHECKOUT = Course(tiny_course.CHECKOUT)
# Of the stages, the one whose notebook runs in the shortest time.
STAGE = "backprop"
WHEEL = f"flatgrad-{flatgrad.__version__}-py3-none-any.whl"
DOCS = (CHECKOUT.root / "docs" / "student.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```$", guide(STAGE, WHEEL), re.MULTILINE | re.DOTALL)
COMMANDS = [line for block in BLOCKS for line in block.splitlines()]
ON_WINDOWS = [line for line in COMMANDS if line.startswith("py ") or "\\" in line]

# Those that a check gives points for, as the syllabus lists them.
GATES = {"Task 1.1": 2, "Task 1.2": 1, "Task 1.3": 3, "Task 2.1": 2, "Task 2.2": 2, "Task 2.3": 2}
TASKS = {**GATES, "Task 3.1": 2, "Task 3.2": 1, "Task 3.3": 3, "Task 3.4": 1, "Task 4.1": 1}


def source_of(stage):
    """The instructor's notebook."""
    return nbformat.read(CHECKOUT.source(stage), as_version=4)


def contents(path_or_bytes):
    """The bytes of all files in a zip."""
    bundle = zipfile.ZipFile(path_or_bytes)
    return [bundle.read(name) for name in bundle.namelist()]


@pytest.fixture(scope="module")
def bundle():
    return make_bundle(STAGE, CHECKOUT.release(STAGE).read_bytes())


@pytest.fixture(scope="module")
def machine(bundle, tmp_path_factory):
    """A student's machine on which the first step of the guide is done."""
    machine = Machine(tmp_path_factory.mktemp("student"))
    machine.unpack(bundle, STAGE)
    for command in ("python3 -m venv .venv", ".venv/bin/python -m pip install -r requirements.txt"):
        assert command in COMMANDS
        status, _, err = machine.type(command)
        assert status == 0, err
    return machine


def test_the_zip_holds_five_files_in_a_folder(bundle):
    names = zipfile.ZipFile(io.BytesIO(bundle)).namelist()
    expected = ("LICENSE", "README.html", f"{STAGE}.ipynb", WHEEL, "requirements.txt")
    assert names == [f"{STAGE}/{name}" for name in expected]


def test_the_wheel_holds_flatgrad_and_its_images_only():
    name, data = student_wheel()
    assert name == WHEEL
    files = {entry.filename for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()}
    package = CHECKOUT.root / "assignments" / "flatgrad"
    modules = {f"flatgrad/{path.relative_to(package).as_posix()}" for path in package.rglob("*.py")}
    images = {"flatgrad/cifar10/train.png", "flatgrad/cifar10/test.png", "flatgrad/cifar10/labels.json"}
    assert {file for file in files if "dist-info" not in file} == modules | images


@pytest.mark.parametrize("make", [student_wheel, grader_wheel])
def test_a_wheels_record_is_of_all_that_is_in_it(make):
    packed = zipfile.ZipFile(io.BytesIO(make()[1]))
    (place,) = (name for name in packed.namelist() if name.endswith(".dist-info/RECORD"))
    record = {name: rest for name, *rest in csv.reader(packed.read(place).decode("utf-8").splitlines())}
    assert record.pop(place) == ["", ""]
    assert record == {
        name: [
            "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(packed.read(name)).digest()).decode().rstrip("="),
            str(packed.getinfo(name).file_size),
        ]
        for name in packed.namelist()
        if name != place
    }
    assert f"{place.rpartition('/')[0]}/licenses/LICENSE" in record


def test_a_bundle_needs_no_folder_for_temporary_files(bundle, monkeypatch):
    """So a full one cannot stop it."""
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    assert make_bundle(STAGE, CHECKOUT.release(STAGE).read_bytes()) == bundle


@pytest.mark.parametrize("make", [student_wheel, grader_wheel])
def test_a_missing_image_is_one_line(make, tmp_path, monkeypatch):
    monkeypatch.setattr(wheel, "embedded_folder", lambda: tmp_path)
    with pytest.raises(CourseError) as caught:
        make()
    assert (
        str(caught.value) == f"cannot read {tmp_path / 'train.png'}: No such file or directory; install flatgrad again"
    )


def test_the_same_input_gives_the_same_bytes(bundle):
    notebook = CHECKOUT.release(STAGE).read_bytes()
    program = (
        "import sys\nfrom autograder.bundle import make_bundle\n"
        f"sys.stdout.buffer.write(make_bundle({STAGE!r}, sys.stdin.buffer.read()))"
    )
    again = subprocess.run([sys.executable, "-c", program], input=notebook, capture_output=True, check=True).stdout
    assert again == bundle


def test_no_line_of_a_hidden_test_or_solution(bundle):
    outer = zipfile.ZipFile(io.BytesIO(bundle))
    inner = zipfile.ZipFile(io.BytesIO(outer.read(f"{STAGE}/{WHEEL}")))
    texts = [outer.read(name) for name in outer.namelist() if not name.endswith(".whl")]
    texts += [inner.read(name) for name in inner.namelist() if not name.endswith(".png")]
    texts += ["".join(cell["source"]).encode() for cell in json.loads(outer.read(f"{STAGE}/{STAGE}.ipynb"))["cells"]]
    lines = {line.strip() for text in texts for line in text.decode("utf-8").split("\n")}
    assert "check.passed()" in lines and "import numpy as np" in lines
    visible = set().union(*(_visible_lines(source_of(stage)) for stage in CHECKOUT.stages()))
    for stage in CHECKOUT.stages():
        source = source_of(stage)
        # `except MemoryError:` stands in the package, too.
        hidden = {line for line in hidden_lines(source) if len(line) >= 20} - visible
        # A shorter one, such as `return values, grads`, is what anybody would write.
        solution = {line for line in _solution_lines(source) if len(line) >= 30} - visible
        assert len(hidden) > 20 and len(solution) > 10
        shown = (hidden | solution) & lines
        assert not shown


def _visible_lines(source):
    """The lines of code that students see in some notebook anyway."""
    cells = [cell for cell in source.cells if cell.cell_type == "code" and not is_solution(cell)]
    return {line.strip() for cell in cells for line in without_hidden(cell.source).split("\n")}


def _solution_lines(source):
    for cell in source.cells:
        for part in re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", cell.source, re.DOTALL):
            yield from (line.strip() for line in part.split("\n"))


def test_the_handout_is_that_of_the_project():
    theirs = tomllib.loads((HANDOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ours = tomllib.loads((CHECKOUT.root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for name in ("name", "requires-python", "license", "license-files", "dependencies"):
        assert theirs[name] == ours[name]
    assert theirs["optional-dependencies"] == {"notebook": ours["optional-dependencies"]["notebook"]}
    assert (HANDOUT / "LICENSE").read_bytes() == (CHECKOUT.root / "LICENSE").read_bytes()


def test_requirements_name_the_wheel_and_what_opens_notebooks(bundle):
    text = zipfile.ZipFile(io.BytesIO(bundle)).read(f"{STAGE}/requirements.txt").decode("ascii")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines == [f"./{WHEEL}", *(f"{name}{version}" for name, version in requirements("notebook").items())]


def test_the_page_is_the_guide(bundle):
    page = zipfile.ZipFile(io.BytesIO(bundle)).read(f"{STAGE}/README.html").decode("utf-8")
    assert page.startswith("<!DOCTYPE html>") and "http://" not in page and "src=" not in page
    for line in COMMANDS:
        assert line.replace("&", "&amp;") in page


def test_docs_have_the_guide_of_the_first_stage():
    # To renew it: write what guide() returns below the first line.
    assert DOCS.split("\n", 1)[1].lstrip() == guide("knn", WHEEL)


def test_commands_for_windows_are_the_same():
    as_here = [
        line.replace("py -m", "python3 -m").replace(".venv\\Scripts\\python", ".venv/bin/python") for line in ON_WINDOWS
    ]
    assert len(as_here) == 2
    assert as_here == COMMANDS[:2]


def test_only_flatgrad_is_importable(machine):
    for name, status in {"flatgrad": 0, "flatgrad.selfcheck.execution": 0, "autograder": 1}.items():
        assert machine.type(".venv/bin/python -c", f"import {name}")[0] == status
    status, out, _ = machine.type(".venv/bin/python -m pip show --files flatgrad")
    assert (status, f"Version: {flatgrad.__version__}" in out, "autograder" in out) == (0, True, False)


SERVERS = [f".venv/bin/python -m {name} {STAGE}.ipynb" for name in ("jupyterlab", "notebook")]
SELFCHECK = f".venv/bin/python -m flatgrad.selfcheck {STAGE}.ipynb"


def test_every_command_is_tried():
    assert len(COMMANDS) == 10
    assert {*SERVERS, SELFCHECK} < set(COMMANDS)


@pytest.mark.parametrize("command", [line for line in COMMANDS[2:] if line not in (*ON_WINDOWS, *SERVERS, SELFCHECK)])
def test_command_of_the_guide(machine, command):
    status, out, err = machine.type(command.replace("%pip", ".venv/bin/python -m pip"))
    assert status == 0, err
    assert "Traceback" not in out + err


def asked(address):
    """A server's answer. It says where it listens a moment before it does."""
    give_up = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.URLError:
            assert time.monotonic() < give_up


@pytest.mark.parametrize("command", SERVERS)
def test_server_of_the_guide(machine, command):
    with machine.start(command, stdout=subprocess.DEVNULL) as process:
        try:
            said = (re.search(r"(http://localhost:\d+)/\S+\?token=(\w+)", line) for line in process.stderr)
            server, token = next(filter(None, said)).groups()
            assert f"{STAGE}.ipynb" in {
                entry["name"] for entry in asked(f"{server}/api/contents?token={token}")["content"]
            }
        finally:
            process.terminate()
            process.communicate(timeout=60)


def test_bare_notebook_is_not_written_yet(machine):
    bare = machine.folder / f"{STAGE}.ipynb"
    before = bare.read_bytes()
    status, out, err = machine.type(SELFCHECK)
    rows = read_rows(out)
    assert (status, err) == (1, "")
    assert {task: row for task, row in rows.items() if task in TASKS} == {
        task: ("0", f"{points:g}", "not written yet") for task, points in TASKS.items()
    }
    assert {task for task in rows if task not in TASKS} == {"Question 1", "Question 2"}
    assert f"0 of {sum(TASKS.values()):g} points" in out
    assert bare.read_bytes() == before


def test_solved_notebook_passes(machine):
    solved = json.loads(CHECKOUT.release(STAGE).read_text(encoding="utf-8"))
    answers = {cell.id: cell.source for cell in source_of(STAGE).cells if is_solution(cell)}
    for cell in solved["cells"]:
        cell["source"] = answers.get(cell["id"], cell["source"])
    (machine.folder / "solved.ipynb").write_text(json.dumps(solved), encoding="utf-8")
    status, out, err = machine.type(".venv/bin/python -m flatgrad.selfcheck solved.ipynb")
    rows = read_rows(out)
    assert (status, err) == (0, "")
    assert {task: row for task, row in rows.items() if task in TASKS} == {
        task: (f"{points:g}", f"{points:g}", "✓") for task, points in TASKS.items()
    }
    assert f"{sum(TASKS.values()):g} of {sum(TASKS.values()):g} points" in out
    assert "It runs from top to bottom without an error." in out


def test_release_command_makes_bundles(tiny, tmp_path):
    course = Course(tmp_path)
    tiny_course.write_source(course, tiny_course.source())
    shutil.copy(tiny.root / "nbgrader_config.py", tmp_path)
    out, _ = autograder("release", "--bundle", cwd=tmp_path, status=0)
    assert out.splitlines()[1].startswith("tiny: bundles/tiny.zip written, ")
    assert tiny_course.SECRET.encode() not in b"".join(contents(course.bundle("tiny")))
    out, _ = autograder("release", "--bundle", "tiny", cwd=tmp_path, status=0)
    assert [line.split(", ")[0] for line in out.splitlines()[1:]] == ["tiny: bundles/tiny.zip is current"]
