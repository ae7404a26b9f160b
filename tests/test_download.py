"""Fetching the full set over a real connection: resuming, refusing, and what is left behind."""

import socket

import pytest
from range_server import serving
from tiny_cifar import assert_same, binary_files, kept, line, make_set, write_tar

from flatgrad.data import DataError
from flatgrad.data.full_set import load_full_set

PART = "cifar.tar.gz.part"


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.setenv(name, "127.0.0.1")


@pytest.fixture
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("official")
    return write_tar(folder / "official.tar.gz", binary_files(make_set()[1])).read_bytes()


@pytest.fixture
def server(archive):
    with serving(archive) as server:
        yield server


def fetch(server, cache):
    description, data = make_set(url=server.url)
    assert_same(load_full_set(description, cache_dir=cache), data)


def fails(server, cache):
    with pytest.raises(DataError) as caught:
        load_full_set(make_set(url=server.url)[0], "official", cache)
    return line(caught)


def test_fetched_once_then_read_from_the_cache(server, tmp_path):
    for _ in range(3):
        fetch(server, tmp_path / "deep" / "cache")
    assert server.ranges == [None]
    assert kept(tmp_path / "deep" / "cache") == ["cifar10.npz"]


def test_a_broken_download_is_resumed(server, archive, tmp_path):
    server.break_at = 50_000
    message = fails(server, tmp_path / "c")
    assert "broke off" in message and "resumes" in message
    assert "source='npm'" in message and "source=<path>" in message
    assert kept(tmp_path / "c") == [PART] and (tmp_path / "c" / PART).read_bytes() == archive[:50_000]
    server.break_at = 90_000
    fails(server, tmp_path / "c")
    server.break_at = None
    fetch(server, tmp_path / "c")
    assert server.ranges == [None, "bytes=50000-", "bytes=90000-"]
    assert kept(tmp_path / "c") == ["cifar10.npz"]


def test_a_server_without_range_starts_again(server, tmp_path):
    server.break_at = 50_000
    fails(server, tmp_path)
    server.break_at, server.honours_range = None, False
    fetch(server, tmp_path)
    assert server.ranges == [None, "bytes=50000-"]


def test_a_complete_part_needs_no_more_bytes(server, archive, tmp_path):
    (tmp_path / PART).write_bytes(archive)  # as after a kill between download and decoding
    fetch(server, tmp_path)
    assert server.ranges == [f"bytes={len(archive)}-"]
    assert PART not in kept(tmp_path)


def test_a_part_longer_than_the_file_starts_again(server, archive, tmp_path):
    (tmp_path / PART).write_bytes(archive + b"more")
    fetch(server, tmp_path)
    assert server.ranges == [f"bytes={len(archive) + 4}-", None]


def test_a_wrong_range_starts_again(server, archive, tmp_path):
    (tmp_path / PART).write_bytes(archive[:1000])
    server.shift = 5
    fetch(server, tmp_path)
    assert server.ranges == ["bytes=1000-", None]


def test_a_part_of_something_else_is_dropped_and_the_next_call_works(server, tmp_path):
    (tmp_path / PART).write_bytes(b"something else")
    assert server.url in fails(server, tmp_path)
    assert kept(tmp_path) == []
    fetch(server, tmp_path)


def test_no_content_length(server, tmp_path):
    server.length = False
    fetch(server, tmp_path)
    server.break_at = 50_000
    message = fails(server, tmp_path / "broken")
    assert "cut short" in message and kept(tmp_path / "broken") == []


def test_not_found(server, tmp_path):
    server.status = 404
    message = fails(server, tmp_path)
    assert server.url in message and "404" in message and "source='npm'" in message
    assert kept(tmp_path) == []


def test_nobody_listens(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # bound, never listening: connections are refused

        class Nobody:
            url = f"http://127.0.0.1:{free.getsockname()[1]}/cifar.tar.gz"

        message = fails(Nobody, tmp_path)
    assert "could not be fetched" in message and Nobody.url in message
    assert "source='npm'" in message and "source=<path>" in message and "source='official'" not in message
    assert kept(tmp_path) == []


def test_closed_before_the_first_byte(server, tmp_path):
    server.break_at = 0
    assert "closed" in fails(server, tmp_path)
    assert kept(tmp_path) == []


def test_wrong_checksum_leaves_nothing(tmp_path):
    other = write_tar(tmp_path / "other.tar.gz", binary_files(make_set(seed=1)[1])).read_bytes()
    with serving(other) as server:
        message = fails(server, tmp_path / "c")
    assert "wrong checksum" in message and "source='npm'" in message
    assert kept(tmp_path / "c") == []


def test_a_login_page_instead_of_the_archive(tmp_path):
    with serving(b"<!doctype html>" * 1000) as server:
        assert "no CIFAR-10 archive" in fails(server, tmp_path)
    assert kept(tmp_path) == []


def test_a_file_that_is_far_too_big(server, tmp_path):
    server.claims = 10**12
    assert "too big" in fails(server, tmp_path)
    assert kept(tmp_path) == []
    server.claims, server.length = None, False
    server.content = bytes(3 * 2**20)
    assert "too big" in fails(server, tmp_path)
    assert kept(tmp_path) == []


def test_a_part_that_cannot_be_written(server, tmp_path):
    (tmp_path / PART).mkdir()
    (tmp_path / PART / "in the way").touch()
    assert "cannot be written" in fails(server, tmp_path)
