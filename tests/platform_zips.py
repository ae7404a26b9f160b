"""Archives as learning platforms make them, and as nobody should."""

import struct
import zipfile
from datetime import datetime, timezone

LOCK = 0x1


def entry(name, data=b"{}", *, moment=(2026, 3, 1, 12, 0, 0), utc=None, link=False, method=zipfile.ZIP_DEFLATED):
    """(ZipInfo, bytes). utc: the true time, in the extra field that some archives have."""
    info = zipfile.ZipInfo("placeholder", moment)
    info.filename = name  # as it is: the constructor cuts some names
    info.compress_type = method
    info.external_attr = (0o120777 if link else 0o100644) << 16
    if utc is not None:
        seconds = int(datetime(*utc, tzinfo=timezone.utc).timestamp())
        info.extra = struct.pack("<HHBi", 0x5455, 5, 1, seconds)
    return info, data


def write(path, *entries):
    """Write a zip of entries; texts are names of files with other content each."""
    with zipfile.ZipFile(path, "w") as archive:
        for number, each in enumerate(entries):
            info, data = entry(each, b'{"n": %d}' % number) if isinstance(each, str) else each
            archive.writestr(info, data)
    return path


def changed(path, old, new):
    """Replace bytes of an archive, all of them of the same length."""
    data = path.read_bytes()
    assert old in data and len(old) == len(new)
    path.write_bytes(data.replace(old, new))
    return path


def locked(path):
    """Say of every entry that it is locked with a password."""
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset] |= LOCK
            place = data.find(mark, place + 4)
    path.write_bytes(bytes(data))
    return path


def says(path, size):
    """Say of every entry that it has another size, unpacked."""
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset : place + offset + 4] = struct.pack("<I", size)
            place = data.find(mark, place + 4)
    path.write_bytes(bytes(data))
    return path
