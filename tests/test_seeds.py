"""Hidden inputs differ from submission to submission and are the same for the same bytes; the secret stays one."""

import dataclasses
import os
import stat

import nbformat
import numpy as np
import pytest
import tiny_course

from autograder import CourseError, secret, seeds
from autograder.grading import grade

DRAW = """\
from autograder import seeds
number = int(seeds.rng().integers(2**40))
again = int(seeds.rng().integers(2**40))
assert number == again
print("DRAWN", number, end=";")"""


def test_the_seed_depends_on_secret_bytes_and_cell():
    base = seeds.seed_of(b"s", b"bytes", "test-1-1")
    assert base == seeds.seed_of(b"s", b"bytes", "test-1-1")
    others = [
        seeds.seed_of(b"t", b"bytes", "test-1-1"),
        seeds.seed_of(b"s", b"other", "test-1-1"),
        seeds.seed_of(b"s", b"bytes", "test-1-2"),
        seeds.seed_of(b"s", b"bytestest-1-", "1"),
    ]
    assert len({base, *others}) == 5


def test_each_call_starts_the_same_stream():
    with seeds.seeded(b"one"):
        first = seeds.rng().normal(size=3)
        assert np.array_equal(seeds.rng().normal(size=3), first)
        with seeds.seeded(b"two"):
            assert not np.array_equal(seeds.rng().normal(size=3), first)
        assert np.array_equal(seeds.rng().normal(size=3), first)


@pytest.fixture(scope="module")
def drawing(tmp_path_factory):
    """The tiny stage with tests that print what they draw."""
    notebook = tiny_course.source()
    for cell in notebook.cells:
        if cell.id in ("test-1-1", "test-2-1"):
            cell.source += f"\n### BEGIN HIDDEN TESTS\n{DRAW}\n### END HIDDEN TESTS"
    return tiny_course.load(tiny_course.make(tmp_path_factory.mktemp("drawing") / "course", notebook))


def drawn(assignment, **added):
    data = tiny_course.data(tiny_course.filled(assignment, **added))
    notebook = nbformat.reads(grade(assignment, data).notebook, as_version=4)
    texts = [output.text for cell in notebook.cells for output in cell.get("outputs", []) if "text" in output]
    return [part.split()[1] for text in texts for part in text.split(";") if "DRAWN" in part]


def test_grading_draws_from_the_seed(drawing):
    one = dataclasses.replace(drawing, secret=b"1" * 32)
    first = drawn(one)
    assert len(set(first)) == 2  # two cells, two streams
    assert drawn(one) == first
    assert set(drawn(one, behind=["1"])).isdisjoint(first)
    assert set(drawn(dataclasses.replace(drawing, secret=b"2" * 32))).isdisjoint(first)


def test_a_secret_is_made_once_and_for_its_owner(tmp_path, monkeypatch):
    monkeypatch.delenv("AUTOGRADER_SECRET", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    first = secret.load()
    assert len(first) == 32
    assert secret.load() == first
    assert secret.path() == tmp_path / "flatgrad" / "secret"
    assert stat.S_IMODE(secret.path().stat().st_mode) == 0o600
    assert stat.S_IMODE(secret.path().parent.stat().st_mode) == 0o700
    assert os.listdir(secret.path().parent) == ["secret"]


@pytest.mark.parametrize(
    ("mode", "content", "words"),
    [(0o644, b"x" * 32, "others may read"), (0o600, b"short", "is damaged"), (0o600, b"x" * 33, "is damaged")],
)
def test_a_secret_that_is_none_is_refused(tmp_path, monkeypatch, mode, content, words):
    path = tmp_path / "secret"
    path.write_bytes(content)
    path.chmod(mode)
    monkeypatch.setenv("AUTOGRADER_SECRET", str(path))
    with pytest.raises(CourseError, match=words):
        secret.load()


def test_a_secret_that_cannot_be_made_is_one_line(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("AUTOGRADER_SECRET", str(tmp_path / "file" / "secret"))
    with pytest.raises(CourseError, match="cannot use the secret"):
        secret.load()
