"""Where submissions come from: a folder or a zip archive, as a list of files that are read one at a time.

An archive is never unpacked. Of each file at most so many bytes are read, whatever its entry claims.
"""

import contextlib
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from .. import CourseError, files
from ..text import one_line

MOST_FILES = 20_000
DEEPEST = 12
ENCRYPTED = 0x1
UNIX = 3
DRIVE = re.compile(r"[A-Za-z]:[\\/]")
# bzip2 and LZMA make gigabytes of one small block; no platform uses them.
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error)
# Times that lie so close together are those of packing, not of handing in. One alone is taken for such a time too:
# nothing tells, a wrong time costs a student points, and a missing one can be written by hand.
AT_ONCE = timedelta(minutes=10)


class Unusable(Exception):
    """A file that cannot be taken. The text says why and what to do."""


@dataclass(frozen=True)
class File:
    """One file of a source. path: its folders and its name. moment: when it was handed in, if an archive says so (UTC).

    read(limit): its bytes; raises Unusable when there are more, or they cannot be had.
    """

    path: tuple
    moment: datetime | None
    read: Callable


@contextlib.contextmanager
def opened(place):
    """(list of Files, lines about what was left out) of a folder or a zip. Raises CourseError when it is neither."""
    place = Path(place)
    if place.is_dir():
        yield _in_folder(place)
        return
    with _archive(place) as archive:
        yield _in_archive(archive, place)


def _archive(place):
    try:
        return zipfile.ZipFile(place)
    except FileNotFoundError:
        raise CourseError(f"there is no file or folder {place}") from None
    except OSError as error:
        raise CourseError(f"cannot read {place}: {error.strerror or error}") from None
    except UNREADABLE:
        raise CourseError(f"{place} is no zip archive, or a damaged one; download it again") from None


def _in_folder(place):
    found, troubles = [], []
    for folder, inner, names in os.walk(place, onerror=lambda error: troubles.append(_unlisted(error))):
        parts = Path(folder).relative_to(place).parts
        linked = [name for name in inner if os.path.islink(os.path.join(folder, name))]
        troubles.extend(f"{'/'.join((*parts, name))!r} is a link to a folder; left out" for name in linked)
        inner[:] = sorted(set(inner) - set(linked))
        if inner and len(parts) >= DEEPEST:
            troubles.append(f"{'/'.join(parts)!r} lies {DEEPEST} folders deep; what is below was left out")
            inner.clear()
        for name in sorted(names):
            path = Path(folder, name)
            found.append(File((*parts, name), None, _from_folder(path)))
        _check_number(len(found), place)
    return found, troubles


def _unlisted(error):
    return f"{os.fsdecode(error.filename)!r} cannot be read: {error.strerror}"


def _from_folder(path):
    def read(limit):
        try:
            return _within(files.read(path, limit), limit)
        except files.NotRegular:
            raise Unusable("is a link or something else that is no file; left out") from None
        except OSError as error:
            raise Unusable(f"cannot be read: {error.strerror}") from None

    return read


def _in_archive(archive, place):
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    _check_number(len(entries), place)
    if entries and all(entry.flag_bits & ENCRYPTED for entry in entries):
        raise CourseError(f"{place} is locked with a password; unpack it and name the folder instead")
    moments = _moments(entries)
    found, troubles = [], []
    for entry, moment in zip(entries, moments, strict=True):
        if leads_out(entry.filename):
            troubles.append(f"{entry.filename!r} leads out of the archive; left out")
        else:
            found.append(File(_path(entry), moment, _from_archive(archive, entry)))
    return found, troubles


def _path(entry):
    """Elsewhere than on Windows, a backslash is a letter: one that a student chose must not make a folder."""
    name = entry.filename if entry.create_system == UNIX else entry.filename.replace("\\", "/")
    return _parts(name)


def _parts(name):
    return tuple(part for part in name.split("/") if part not in ("", "."))


def leads_out(name):
    """Is it the name of a file elsewhere, on any system? No honest archive has one."""
    parts = _parts(name.replace("\\", "/"))
    return not parts or name[0] in "/\\" or ".." in parts or bool(DRIVE.match(name))


def _from_archive(archive, entry):
    def read(limit):
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise Unusable("is a link, not a file; left out")
        if entry.flag_bits & ENCRYPTED:
            raise Unusable("is locked with a password; unpack the archive and name the folder instead")
        if entry.compress_type not in METHODS:
            raise Unusable("is packed in an unusual way; unpack the archive and name the folder instead")
        try:
            if entry.file_size > limit:
                raise _too_large(limit)
            with archive.open(entry) as file:
                return _within(file.read(limit + 1), limit)
        except OSError as error:
            raise Unusable(f"cannot be read: {error.strerror or one_line(str(error))}") from None
        except UNREADABLE:
            raise Unusable("is damaged in the archive; download it again") from None

    return read


def _within(data, limit):
    if len(data) > limit:
        raise _too_large(limit)
    return data


def _too_large(limit):
    return Unusable(f"has more than {limit / 1e6:g} MB; ask for it with the outputs cleared")


def _check_number(number, place):
    if number > MOST_FILES:
        raise CourseError(f"{place} has more than {MOST_FILES} files: that is no class; name a smaller part of it")


def _moments(entries):
    """The times of an archive's entries, or None for all where they are only the time of packing."""
    moments = [_moment(entry) for entry in entries]
    known = [moment for moment in moments if moment]
    packed_at_once = known and max(known) - min(known) < AT_ONCE
    return [None] * len(entries) if packed_at_once else moments


def _moment(entry):
    """When an entry's file was last changed. The zip format knows local time; some archives add the true one."""
    try:
        seconds = _extended_time(entry.extra)
        if seconds is not None:
            moment = datetime.fromtimestamp(seconds, timezone.utc)
        else:
            moment = datetime(*entry.date_time).astimezone(timezone.utc)
    except (ValueError, OverflowError, OSError, struct.error):
        return None
    moment = moment.replace(tzinfo=None)
    # 1980 is a zip's way to say that it does not know.
    now = datetime.now(timezone.utc).replace(tzinfo=None)
    return moment if datetime(1980, 1, 3) < moment < now + timedelta(days=1) else None


def _extended_time(extra):
    """The seconds of the extra field "UT", or None."""
    while len(extra) >= 4:
        kind, size = struct.unpack("<HH", extra[:4])
        if kind == 0x5455 and size >= 5 and extra[4] & 1:
            return struct.unpack("<i", extra[5:9])[0]
        extra = extra[4 + size :]
    return None
