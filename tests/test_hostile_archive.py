"""Archives made to do harm: they run nothing, write nothing, and take no memory to speak of."""

import gzip
import io
import os
import pickle
import tarfile

import numpy as np
import pytest
from tiny_cifar import assert_same, binary_files, line, make_set, python_files, write_folder, write_tar

from flatgrad.data import DataError
from flatgrad.data.archive import read

DESCRIPTION, DATA = make_set()


def refused(path):
    with pytest.raises(DataError) as caught:
        read(path, DESCRIPTION)
    return line(caught)


class Evil:
    def __init__(self, function, *args):
        self.call = function, args

    def __reduce__(self):
        return self.call


def hostile_pickles(marker):
    yield "posix.system", pickle.dumps(Evil(os.system, f"echo x > {marker}"), protocol=2)
    yield "builtins.eval", pickle.dumps({"data": Evil(eval, f"open({marker!r}, 'w')")}, protocol=4)
    yield "numpy.load", pickle.dumps(Evil(np.load, marker), protocol=2)
    yield "codec rot13", b"\x80\x02c_codecs\nencode\n(X\x01\x00\x00\x00aX\x05\x00\x00\x00rot13tR."
    yield "not uint8", pickle.dumps({"data": np.zeros((10, 3072), object), "labels": [0] * 10}, protocol=2)
    yield "not a CIFAR-10 pickle", b"\x80\x04\x8e\xff\xff\xff\xff\xff\xff\xff\x7f."  # claims 2**63 bytes
    yield "not a CIFAR-10 pickle", b"]" + b"a" * 9 + b"."
    yield "not a CIFAR-10 pickle", b""
    yield (
        "not 10 labels",
        pickle.dumps({"data": np.zeros((10, 3072), np.uint8), "labels": [0] * 9}, protocol=2),
    )
    yield "0..9", pickle.dumps({"data": np.zeros((10, 3072), np.uint8), "labels": [10] * 10}, protocol=2)


@pytest.mark.parametrize("place", range(10))
def test_hostile_pickles_run_nothing(tmp_path, place):
    marker = tmp_path / "marker"
    why, raw = list(hostile_pickles(str(marker)))[place]
    files = python_files(DATA) | {"cifar-10-batches-py/data_batch_3": raw}
    message = refused(write_tar(tmp_path / "a.tar.gz", files))
    assert why in message and "data_batch_3" in message
    assert not marker.exists()


def test_member_names_never_choose_where_to_write(tmp_path):
    inside = tmp_path / "deep" / "inside"
    inside.mkdir(parents=True)
    link = tarfile.TarInfo("cifar-10-batches-bin/readme.html")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    files = {
        "../../evil": b"x",
        str(tmp_path / "evil"): b"x",
        "cifar-10-batches-bin/../../evil": b"x",
        link: b"",
    }
    files |= {name: raw for name, raw in binary_files(DATA).items() if "readme" not in name}
    path = write_tar(inside / "a.tar.gz", files)
    assert_same(read(path, DESCRIPTION), DATA)
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "deep", inside, path]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE])
def test_only_regular_members_are_read(tmp_path, kind):
    files = binary_files(DATA)
    del files["cifar-10-batches-bin/data_batch_2.bin"]
    member = tarfile.TarInfo("cifar-10-batches-bin/data_batch_2.bin")
    member.type, member.linkname = kind, "cifar-10-batches-bin/data_batch_1.bin"
    message = refused(write_tar(tmp_path / "a.tar.gz", files | {member: b""}))
    assert "data_batch_2.bin is missing" in message


def test_a_member_that_claims_a_huge_size_is_not_read(tmp_path):
    for name in ("cifar-10-batches-bin/data_batch_1.bin", "cifar-10-batches-py/data_batch_1"):
        member = tarfile.TarInfo(name)
        member.size = 10**12
        path = tmp_path / "a.tar.gz"
        path.write_bytes(gzip.compress(member.tobuf() + bytes(1024)))
        assert "too big" in refused(path)
    folder = write_folder(tmp_path / "folder", binary_files(DATA))
    with open(folder / "cifar-10-batches-bin" / "data_batch_1.bin", "r+b") as file:
        file.truncate(10**10)  # sparse: takes no space
    assert "too big" in refused(folder)


def bomb(header):
    """A gzip of one tar header and zeros, twice the bytes the set can have."""
    packed = io.BytesIO()
    with gzip.open(packed, "wb") as file:
        file.write(header.tobuf() + bytes(2 * DESCRIPTION.limit))
    return packed.getvalue()


@pytest.mark.parametrize("kind", [tarfile.REGTYPE, tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME])
def test_a_bomb_is_left_alone(tmp_path, kind):
    header = tarfile.TarInfo("anything")
    header.type, header.size = kind, 2 * DESCRIPTION.limit
    path = tmp_path / "bomb.tar.gz"
    path.write_bytes(bomb(header))
    assert path.stat().st_size < 50_000
    assert "too big" in refused(path)
