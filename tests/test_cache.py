"""The cache of the full set: where it is, damage, running out of space, and company."""

import os
import subprocess
import sys
import threading
from dataclasses import replace

import pytest
from range_server import serving
from tiny_cifar import assert_same, binary_files, kept, line, make_set, write_tar

from flatgrad.data import DataError, cache
from flatgrad.data.full_set import load_full_set

DESCRIPTION, DATA = make_set()


@pytest.fixture
def archive(tmp_path):
    return write_tar(tmp_path / "a.tar.gz", binary_files(DATA))


def fails(*args):
    with pytest.raises(DataError) as caught:
        load_full_set(*args)
    return line(caught)


def test_each_call_gives_fresh_arrays(tmp_path, archive):
    load_full_set(DESCRIPTION, archive, tmp_path).X_train[:] = 0
    assert_same(load_full_set(DESCRIPTION, None, tmp_path), DATA)


def test_where_the_cache_is(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("FLATGRAD_CACHE", str(tmp_path / "mine"))
    assert cache.folder(tmp_path / "given") == tmp_path / "given"
    assert cache.folder("~/given") == tmp_path / "given"
    assert cache.folder() == tmp_path / "mine"
    monkeypatch.setenv("FLATGRAD_CACHE", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setattr(sys, "platform", "linux")
    assert cache.folder() == tmp_path / "xdg" / "flatgrad"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")  # to be ignored, says the specification
    assert cache.folder() == tmp_path / ".cache" / "flatgrad"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cache.folder() == tmp_path / "Library" / "Caches" / "flatgrad"


def test_the_environment_moves_the_cache(tmp_path, archive, monkeypatch):
    monkeypatch.setenv("FLATGRAD_CACHE", str(tmp_path / "mine"))
    load_full_set(DESCRIPTION, archive)
    assert kept(tmp_path / "mine") == ["cifar10.npz"]


def flip(raw):
    middle = len(raw) // 2
    return raw[:middle] + bytes([raw[middle] ^ 1]) + raw[middle + 1 :]


@pytest.mark.parametrize(
    "damage",
    [
        flip,
        lambda raw: raw[:-1],
        lambda raw: raw[:1000],
        lambda raw: b"",
        lambda raw: raw * 20,
        lambda raw: b"npz",
    ],
)
def test_a_damaged_cache_is_fetched_again(tmp_path, archive, damage, capfd):
    load_full_set(DESCRIPTION, archive, tmp_path / "c")
    path = tmp_path / "c" / cache.NAME
    path.write_bytes(damage(path.read_bytes()))
    assert_same(load_full_set(DESCRIPTION, archive, tmp_path / "c"), DATA)
    assert "is damaged; fetching CIFAR-10 again" in capfd.readouterr().err
    path.write_bytes(damage(path.read_bytes()))
    assert "no file or folder" in fails(DESCRIPTION, tmp_path / "absent", tmp_path / "c")
    assert kept(tmp_path / "c") == []


def test_a_cache_of_other_images_is_not_believed(tmp_path, archive):
    other, data = make_set(seed=1)
    load_full_set(other, write_tar(tmp_path / "b.tar.gz", binary_files(data)), tmp_path / "c")
    assert_same(load_full_set(DESCRIPTION, archive, tmp_path / "c"), DATA)


def test_leftovers_are_cleared(tmp_path, archive):
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "cifar10.npz.0123abcd.tmp").write_bytes(b"of a killed process")
    description = replace(DESCRIPTION, url="http://127.0.0.1/cifar.tar.gz")
    (tmp_path / "c" / "cifar.tar.gz.part").write_bytes(b"of a broken download, no longer needed")
    load_full_set(description, archive, tmp_path / "c")
    assert kept(tmp_path / "c") == ["cifar10.npz"]


def test_a_cache_folder_that_cannot_be_made(tmp_path, archive):
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        message = fails(DESCRIPTION, archive, folder)
        assert "cannot be written" in message and "FLATGRAD_CACHE" in message


def test_space_is_asked_for_first(tmp_path, archive):
    message = fails(replace(DESCRIPTION, num_train=5 * 10**10, num_test=10**10), archive, tmp_path / "c")
    assert "no space left" in message and "are needed" in message and "FLATGRAD_CACHE" in message
    assert kept(tmp_path / "c") == []


# A process that may write no file longer than 100 kB: the write fails as on a full disk.
CRAMPED = """
import resource
from flatgrad.data.catalog import Description
from flatgrad.data.full_set import load_full_set
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
load_full_set({description!r}, {source!r}, {folder!r})
"""


@pytest.mark.parametrize("over_network", [False, True])
def test_no_space_half_way(tmp_path, archive, over_network):
    with serving(archive.read_bytes()) as server:
        description = replace(DESCRIPTION, url=server.url)
        source = None if over_network else str(archive)
        program = CRAMPED.format(description=description, source=source, folder=str(tmp_path / "c"))
        environment = os.environ | {"no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"}
        command = [sys.executable, "-c", program]
        done = subprocess.run(command, capture_output=True, text=True, env=environment)
    last = done.stderr.splitlines()[-1]
    assert "DataError: no space left in" in last and "FLATGRAD_CACHE" in last
    assert kept(tmp_path / "c") == []


def test_two_processes_fetch_once(tmp_path, archive):
    """The second waits for the first, which is held half-way through its download until then."""
    program = (
        "from flatgrad.data.catalog import Description; from flatgrad.data.full_set import load_full_set; "
        "print(load_full_set({!r}, None, {!r}).X_train.sum())"
    )
    with serving(archive.read_bytes()) as server:
        server.gate = threading.Event()
        program = program.format(replace(DESCRIPTION, url=server.url), str(tmp_path / "c"))
        environment = os.environ | {"no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"}
        command = [sys.executable, "-c", program]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "env": environment}
        both = [subprocess.Popen(command, **pipes) for _ in range(2)]
        waiting = [None, None]

        def watch(i):
            for text in both[i].stderr:
                if "waiting for another process" in text:
                    waiting[i] = True
                    server.gate.set()

        watchers = [threading.Thread(target=watch, args=(i,)) for i in range(2)]
        for watcher in watchers:
            watcher.start()
        results = [process.stdout.read() for process in both]
        for process, watcher in zip(both, watchers, strict=True):
            process.wait()
            watcher.join()
            process.stdout.close()
            process.stderr.close()
    assert results == [f"{DATA.X_train.sum()}\n"] * 2
    assert waiting.count(True) == 1 and server.ranges == [None]
    assert kept(tmp_path / "c") == ["cifar10.npz"]
