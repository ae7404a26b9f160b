"""Disk space: asked for before a big file is written, and named plainly when it runs out all the same."""

import errno
import shutil

from flatgrad.data.error import DataError

FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}  # EDQUOT: the user's quota


def size(path):
    """Bytes of the file at `path`, 0 if there is none."""
    return path.stat().st_size if path.exists() else 0


def require(folder, num_bytes):
    """Raise DataError unless `num_bytes` are free at `folder`, as far as the system can tell."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return
    if free < num_bytes:
        raise full_error(folder, f"{num_bytes / 1e6:.0f} MB are needed, {free / 1e6:.0f} MB are free")


def is_full(error):
    """True if an OSError says that the disk, the quota or the file size limit is used up."""
    return getattr(error, "errno", None) in FULL


def full_error(folder, detail="the disk is full"):
    """The DataError to raise when there is no space."""
    return DataError(f"no space left in '{folder}' ({detail}): make room, or set FLATGRAD_CACHE to a folder with space")
