"""The progress bar, with tqdm and where it is missing."""

import sys

import pytest

from flatgrad.progress import counter, progress


@pytest.fixture
def without_tqdm(monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm", None)
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)


def test_a_line_each_tenth(without_tqdm, capfd):
    assert list(progress(range(1000), desc="epoch")) == list(range(1000))
    out, err = capfd.readouterr()
    assert out == "" and len(err.splitlines()) == 10
    assert err.splitlines()[0] == "epoch: 10 % (100 of 1000 it)"
    assert err.splitlines()[-1] == "epoch: 100 % (1000 of 1000 it)"


def test_few_items_many_tenths(without_tqdm, capfd):
    assert list(progress(iter("abc"), total=3)) == ["a", "b", "c"]
    assert [text.split(" % ")[0] for text in capfd.readouterr().err.splitlines()] == [
        "progress: 30",
        "progress: 60",
        "progress: 100",
    ]


def test_bytes_and_a_resumed_count(without_tqdm, capfd):
    with counter(10_000_000, "file", "B", start=4_000_000) as bar:
        bar.update(3_000_000)
    assert capfd.readouterr().err == "file: 70 % (7 of 10 MB)\n"


@pytest.mark.parametrize("options", [{"enabled": False}, {"total": None}])
def test_silence(without_tqdm, capfd, options):
    assert list(progress(iter(range(100)), **options)) == list(range(100))
    assert capfd.readouterr() == ("", "")


def test_an_empty_loop(without_tqdm):
    assert list(progress([])) == []


def test_tqdm_is_used_where_installed(capfd):
    assert list(progress(range(3), desc="epoch", unit="step")) == [0, 1, 2]
    err = capfd.readouterr().err
    assert "epoch" in err and "3/3" in err and "step" in err


def test_disabled_means_silent_with_tqdm(capfd):
    assert list(progress(range(3), enabled=False)) == [0, 1, 2]
    assert capfd.readouterr() == ("", "")
