"""The zip for Gradescope, run as Gradescope runs it, under a root of the test's own: scripts, wheel and course."""

import io
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from email.parser import Parser
from pathlib import Path

import jsonschema
import pytest
import test_packaging
import test_sandbox
import tiny_course
from click.testing import CliRunner
from packaging.requirements import Requirement

from autograder import graded_folder
from autograder.cli import commands
from autograder.confined.confinement import LANDLOCK, NAMESPACES
from autograder.exports import container, gradescope, inside
from autograder.exports.wheel import zipped
from autograder.feedback import cell_titles
from autograder.result import FAILED, CellScore, Result
from flatgrad.data.embedded import FILES

STAGE = tiny_course.STAGE
TEXT, FORMAT = {"type": "string"}, {"enum": ["text", "html", "simple_format", "md", "ansi"]}
VISIBILITY = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}
# The fields of Gradescope's documentation that are used here, and no others.
TEST = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "score": {"type": "number"},
        "max_score": {"type": "number"},
        "status": {"enum": ["passed", "failed"]},
        "name": TEXT,
        "number": {"type": "string", "pattern": r"^\d+(\.\d+)*$"},
        "output": TEXT,
        "visibility": VISIBILITY,
    },
}
RESULTS = {
    "type": "object",
    "additionalProperties": False,
    "required": ["score", "tests"],
    "properties": {
        "score": {"type": "number", "minimum": 0},
        "execution_time": {"type": "number", "minimum": 0},
        "output": TEXT,
        "output_format": FORMAT,
        "test_output_format": FORMAT,
        "test_name_format": FORMAT,
        "visibility": VISIBILITY,
        "stdout_visibility": VISIBILITY,
        "tests": {"type": "array", "items": TEST},
    },
}
# Right as long as nothing of the autograder's, and no other submission, can be opened or listed.
PEEK = """\
import os
def double(x):
    for path in {paths}:
        try:
            os.listdir(path) if os.path.isdir(path) else open(path, "rb").read(1)
        except OSError:
            continue
        raise AssertionError(path)
    return 2 * x
"""


@pytest.fixture(scope="module")
def root(tiny, tmp_path_factory):
    """/autograder as Gradescope lays it out, with what setup.sh would have installed."""
    root = tmp_path_factory.mktemp("gradescope") / "autograder"
    container.make(tiny, STAGE, root / "tiny.zip")
    zipfile.ZipFile(root / "tiny.zip").extractall(root / "source")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", root / "venv"], check=True)
    (wheel,) = (root / "source").glob("*.whl")
    packages = sysconfig.get_path("purelib", "venv", {"base": root / "venv", "platbase": root / "venv"})
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", "--target", packages, wheel], check=True)
    # What the wheel needs is what this environment has.
    with open(os.path.join(packages, "rest.pth"), "w") as file:
        file.write(sysconfig.get_path("purelib") + "\n")
    return root


def run(root, *submitted, without=None):
    """Run run_autograder for files, (name, bytes or notebook). Returns (process, results or None)."""
    for path in (root / "submission", root / "results"):
        subprocess.run(["rm", "-rf", path], check=True)
        path.mkdir()
    for name, content in submitted:
        path = root / "submission" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else tiny_course.data(content))
    words = ["/bin/bash", root / "source" / "run_autograder"]
    if without:
        words = [sys.executable, "-c", test_sandbox.WITHOUT, without, *words]
    env = {name: value for name, value in os.environ.items() if name not in ("AUTOGRADER_SECRET", "PYTHONPATH")}
    env |= {"AUTOGRADER_ROOT": str(root)}
    done = subprocess.run(list(map(str, words)), cwd=root, env=env, capture_output=True, text=True, timeout=120)
    assert "Traceback" not in done.stdout + done.stderr
    path = root / "results" / "results.json"
    return done, json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def peeking(root, assignment):
    """A right notebook that is wrong where it can look at the autograder."""
    paths = [str(root / name) for name in ("source", "source/secret", "source/settings.json", "submission", "results")]
    paths += [str(root / "source" / "course" / kind / STAGE / f"{STAGE}.ipynb") for kind in ("source", "release")]
    return tiny_course.filled(assignment, {"task-1-1": PEEK.format(paths=paths)})


@pytest.mark.parametrize("without", [None, NAMESPACES])
def test_a_submission_is_graded_and_sees_nothing(root, assignment, without):
    done, results = run(root, (f"{STAGE}.ipynb", peeking(root, assignment)), without=without)
    assert done.returncode == 0, done.stdout + done.stderr
    jsonschema.validate(results, RESULTS)
    assert results["score"] == 6.0
    fields = ("number", "name", "score", "max_score")
    assert [tuple(test.get(name) for name in fields) for test in results["tests"]] == [
        ("1.1", "Task 1.1 double", 2.0, 2.0),
        ("1.2", "Task 1.2 half", 3.0, 3.0),
        ("1", "Question 1", 0.0, 1.0),
        ("2.1", "Task 2.1 greet", 1.0, 1.0),
    ]
    assert tiny_course.SECRET not in json.dumps(results)
    assert "layers of the sandbox: limits, no-new-privileges, landlock, seccomp" in done.stdout
    assert (NAMESPACES in done.stdout.split("missing:")[1]) == (without == NAMESPACES)


def test_where_source_could_be_read_nothing_is_graded(root, assignment):
    done, results = run(root, (f"{STAGE}.ipynb", peeking(root, assignment)), without=LANDLOCK)
    assert (done.returncode, results) == (1, None)
    assert "not graded, by no fault of the student: student code cannot be confined here" in done.stdout
    assert "landlock: " in done.stdout


def test_no_notebook_is_no_points_and_a_reason(root):
    done, results = run(root, ("essay.pdf", b"x"))
    assert done.returncode == 0
    jsonschema.validate(results, RESULTS)
    assert (results["score"], results["tests"]) == (0.0, [])
    assert results["output"] == "There is no notebook in what you handed in; hand in the one file tiny.ipynb."


def test_what_is_private_stays_private(root):
    for path in (root / "source").rglob("*"):
        assert not path.stat().st_mode & 0o077, path


def test_scripts_are_bash(root):
    for name in container.SCRIPTS:
        subprocess.run(["/bin/bash", "-n", root / "source" / name], check=True)


def test_the_zip_is_the_same_again_and_holds_no_more_than_it_needs(tiny, root, tmp_path):
    container.make(tiny, STAGE, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == (root / "tiny.zip").read_bytes()
    with zipfile.ZipFile(root / "tiny.zip") as archive:
        names = set(archive.namelist())
        modes = {info.filename: info.external_attr >> 16 & 0o777 for info in archive.infolist()}
        assert len(archive.read("secret")) == 32
        assert archive.read("secret") != Path(os.environ["AUTOGRADER_SECRET"]).read_bytes()
    (wheel,) = (name for name in names if name.endswith(".whl"))
    assert names == {
        "setup.sh",
        "run_autograder",
        "settings.json",
        "secret",
        "course/nbgrader_config.py",
        "course/source/tiny/tiny.ipynb",
        "course/release/tiny/tiny.ipynb",
        wheel,
    }
    assert (modes["setup.sh"], modes["run_autograder"], modes["secret"]) == (0o755, 0o755, 0o600)


def test_the_zip_is_the_same_on_windows(monkeypatch):
    """With the modes of the scripts, which a zip of Windows does not have."""
    parts = {"b": (0o600, b"x"), "a.sh": (0o755, b"y")}
    here = zipped(parts)
    monkeypatch.setattr(sys, "platform", "win32")
    assert zipped(dict(reversed(parts.items()))) == here
    with zipfile.ZipFile(io.BytesIO(here)) as archive:
        found = [(entry.filename, entry.create_system, entry.external_attr >> 16) for entry in archive.infolist()]
    assert found == [("a.sh", 3, 0o100755), ("b", 3, 0o100600)]


def test_the_wheel_has_the_images_that_the_package_reads(root):
    (path,) = (root / "source").glob("*.whl")
    images = [name for name in zipfile.ZipFile(path).namelist() if name.startswith("flatgrad/cifar10/")]
    assert sorted(images) == sorted(f"flatgrad/cifar10/{name}" for name in FILES)


def test_the_wheel_needs_what_pyproject_says(root):
    """Also where the installation here is an old one: the sandbox needs pyseccomp."""
    (path,) = (root / "source").glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        found = Parser().parsestr(archive.read(name).decode())
        assert not [name for name in archive.namelist() if "__pycache__" in name or name.endswith(".ipynb")]
    needed = [Requirement(line) for line in found.get_all("Requires-Dist")]
    here = {"extra": "grader", "sys_platform": "linux", "python_version": "3.12"}
    names = {each.name for each in needed if each.marker is None or each.marker.evaluate(here)}
    assert names == {"flatgrad", *test_packaging.requirements(""), *test_packaging.requirements("grader")} - set(
        test_packaging.requirements("notebook").keys() - test_packaging.requirements("").keys()
    )


SUBMISSIONS = {
    "the only one": (["work.ipynb"], "work.ipynb"),
    "by name": (["tiny.ipynb", "other.ipynb"], "tiny.ipynb"),
    "by name, in capitals": (["Tiny.ipynb", "other.ipynb"], "Tiny.ipynb"),
    "deep": (["hw/notebooks/tiny.ipynb", "hw/x.txt"], "hw/notebooks/tiny.ipynb"),
    "checkpoints": (["tiny.ipynb", ".ipynb_checkpoints/tiny.ipynb", "__MACOSX/._tiny.ipynb"], "tiny.ipynb"),
    "several": (["a.ipynb", "b.ipynb"], None),
    "twice": (["a/tiny.ipynb", "b/tiny.ipynb"], None),
    "none": (["tiny.py"], None),
    "nothing": ([], None),
}


@pytest.mark.parametrize(("names", "expected"), SUBMISSIONS.values(), ids=SUBMISSIONS)
def test_which_notebook_is_taken(tmp_path, assignment, names, expected):
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    if expected:
        assert inside.submitted(tmp_path, assignment) == expected.encode()
        return
    with pytest.raises(inside.NoNotebook) as caught:
        inside.submitted(tmp_path, assignment)
    assert str(caught.value).endswith("hand in the one file tiny.ipynb.") and str(caught.value).isprintable()


def test_link_and_giant_are_no_notebooks(tmp_path, assignment):
    (tmp_path / "tiny.ipynb").symlink_to("/etc/passwd")
    with pytest.raises(inside.NoNotebook, match="is a link"):
        inside.submitted(tmp_path, assignment)
    (tmp_path / "tiny.ipynb").unlink()
    with open(tmp_path / "tiny.ipynb", "wb") as file:
        file.truncate(30_000_000)
    with pytest.raises(inside.NoNotebook, match="more than 20 MB"):
        inside.submitted(tmp_path, assignment)


def export(tiny, out, to):
    words = ["--course", tiny.root, "export", STAGE, "--format", "gradescope", "--out", out, "--to", to]
    return CliRunner().invoke(commands, list(map(str, words)))


def test_command_writes_the_zip_and_what_was_graded_here(tiny, graded_class, tmp_path):
    done = export(tiny, graded_class.out, tmp_path / "g")
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines() == [
        f"{tmp_path / 'g' / 'tiny.zip'}: the autograder, 6 points by tests; 1 more are read by hand",
        f"{tmp_path / 'g' / 'results'}: a results.json for each of 7 that were graded here",
    ]
    for student, row in graded_class.rows.items():
        path = tmp_path / "g" / "results" / student / STAGE / "results.json"
        results = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.validate(results, RESULTS)
        assert results["score"] == row["score"]
        assert bool(results["tests"]) == (row["status"] == "graded")
        assert row["error"] in results["output"]


def test_a_failed_result_alone_needs_no_gradebook(tiny, tmp_path):
    graded_folder.write(tmp_path, STAGE, "ann", Result(FAILED, 0.0, 7.0, {}, "the worker died"))
    done = export(tiny, tmp_path, tmp_path / "g")
    assert done.stdout.splitlines() == [
        f"{tmp_path / 'g/tiny.zip'}: the autograder, 6 points by tests; 1 more are read by hand"
    ]
    assert done.stderr == "autograder: ann has no whole result of tiny; left out: grade again\n"
    assert done.exit_code == 1 and not (tmp_path / "g" / "results").exists()


def test_without_the_gradebook_nothing_is_written(tiny, graded_class, tmp_path):
    out = shutil.copytree(graded_class.out, tmp_path / "out")
    (out / "gradebook.db").unlink()
    done = export(tiny, out, tmp_path / "g")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"autograder: there is no {out / 'gradebook.db'}; grade first")
    assert not (tmp_path / "g").exists()


def test_what_waits_and_what_a_person_gave(assignment):
    titles = cell_titles(assignment.source)
    cells = {
        "test-1-1": CellScore(2.0, 2.0, True, "all checks pass"),
        "test-1-2": CellScore(1.0, 3.0, False, "1 of 3 points"),
        "answer-1": CellScore(None, 1.0, None, "waits to be read by a person"),
        "test-2-1": CellScore(0.0, 1.0, False, "<b>"),
    }
    result = Result("graded", 3.0, 7.0, cells, notes=("a cell came back",))
    found = gradescope.results(result, assignment, titles)
    jsonschema.validate(found, RESULTS)
    assert found["score"] == sum(test.get("score", 0) for test in found["tests"]) == 3.0
    assert "score" not in found["tests"][2] and "max_score" not in found["tests"][2]
    assert found["output"].splitlines() == [
        "Waiting for a person to read your answers: 1 point.",
        "Put right before grading: a cell came back",
    ]
    found = gradescope.results(result, assignment, titles, late=1.5, given={"answer-1": 0.5, "test-1-2": 3.0})
    assert found["score"] == 4.0 and [test["score"] for test in found["tests"]] == [2.0, 3.0, 0.5, 0.0]
    assert "1.5 points less, because it was handed in late." in found["output"]
