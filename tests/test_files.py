"""Files are written whole or not at all, and only ordinary ones are read."""

import os

import pytest

from autograder import CourseError, files


def test_written_whole_with_its_folders(tmp_path):
    path = tmp_path / "a" / "b" / "c.json"
    files.write(path, b"one")
    files.write(path, b"two")
    assert path.read_bytes() == b"two"
    assert os.listdir(path.parent) == ["c.json"]
    assert path.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("act", [lambda path: files.write(path, b"x"), files.check_writable], ids=["write", "check"])
def test_place_of_no_use(tmp_path, act):
    (tmp_path / "file").write_text("kept")
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "file" / "x", tmp_path / "folder", tmp_path / ("n" * 300), "/proc/no/such"):
        with pytest.raises(CourseError, match="cannot write") as caught:
            act(path)
        assert "\n" not in str(caught.value)
    assert sorted(os.listdir(tmp_path)) == ["file", "folder"]
    assert (tmp_path / "file").read_text() == "kept"
    assert os.listdir(tmp_path / "folder") == []


def test_check_leaves_nothing(tmp_path):
    files.check_writable(tmp_path / "new" / "x.json")
    assert os.listdir(tmp_path / "new") == []


def test_read_stops_one_behind_the_limit(tmp_path):
    (tmp_path / "file").write_bytes(b"x" * 100)
    assert files.read(tmp_path / "file", 10) == b"x" * 11
    assert files.read(tmp_path / "file", 100) == b"x" * 100


def test_remove_takes_anything(tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    (tmp_path / "file").write_text("")
    (tmp_path / "full" / "folder").mkdir(parents=True)
    for name in ("link", "file", "full", "missing"):
        files.remove(tmp_path / name)
    assert os.listdir(tmp_path) == ["kept"]


def test_remove_goes_as_deep_as_a_student(tmp_path):
    top, here = tmp_path / "deep", os.getcwd()
    top.mkdir()
    os.chdir(top)
    try:
        for _ in range(1500):
            os.mkdir("d")
            os.chdir("d")
    finally:
        os.chdir(here)
    files.remove(top)
    assert not top.exists()
