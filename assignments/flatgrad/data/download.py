"""Downloading one file so that a broken connection costs only what is still missing."""

import http.client
import urllib.error
import urllib.request

from flatgrad.data import cache, disk
from flatgrad.data.catalog import other_ways
from flatgrad.data.error import DataError, reason
from flatgrad.progress import counter

TIMEOUT = 30  # seconds without a byte
CHUNK = 2**18  # bytes


def download(url, part, limit, reserve=0):
    """Bring all of `url` into the file `part`, going on where an earlier call broke off.

    limit: a reply of more bytes is refused. reserve: bytes that must stay free for what comes after. Raises
    DataError; a broken download leaves `part` for the next call, every other failure leaves nothing new.
    """
    advice = f"Check the network and call again, or use {other_ways('official')}"
    try:
        _transfer(url, part, limit, reserve)
    except urllib.error.HTTPError as error:
        error.close()
        raise DataError(f"{url} answered {error.code} {error.reason}. {advice}") from None
    except (OSError, http.client.HTTPException) as error:
        if disk.is_full(error):
            part.unlink(missing_ok=True)
            raise disk.full_error(part.parent) from None
        if getattr(error, "filename", None):  # not the network: `part` could not be opened
            raise cache.unwritable(part.parent, error) from None
        have = disk.size(part)
        if not have:
            part.unlink(missing_ok=True)
            raise DataError(f"{url} could not be fetched ({reason(error)}). {advice}") from None
        raise DataError(
            f"the download of {url} broke off at {have / 1e6:.1f} MB ({reason(error)}). "
            f"The next call resumes there. {advice}"
        ) from None


def _transfer(url, part, limit, reserve):
    response, start = _open(url, disk.size(part))
    if response is None:
        return  # nothing is missing
    with response:
        length = response.headers.get("Content-Length", "")
        total = start + int(length) if length.isdigit() else None
        if total is None or total <= limit:
            disk.require(part.parent, (total or 0) - start + reserve)
            start = _append(response, part, start, total, limit)
    if max(start, total or 0) > limit:
        part.unlink(missing_ok=True)
        raise DataError(f"{url} is not the archive (it is far too big): use {other_ways('official')}")
    if total is not None and start < total:
        raise http.client.HTTPException(f"the connection closed before {total / 1e6:.1f} MB")


def _append(response, part, start, total, limit):
    """Write the reply into `part` from byte `start` on, up to about `limit`; return the size reached."""
    with open(part, "ab" if start else "wb") as file, counter(total, part.stem, "B", start) as bar:
        while start <= limit and (chunk := response.read(CHUNK)):
            file.write(chunk)
            bar.update(len(chunk))
            start += len(chunk)
    return start


def _open(url, start):
    """Ask for the bytes from `start` on: (reply, where it starts in truth), or (None, start) at the end."""
    headers = {"User-Agent": "flatgrad", "Accept-Encoding": "identity"}
    if start:
        headers["Range"] = f"bytes={start}-"
    try:
        response = urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=TIMEOUT)
    except urllib.error.HTTPError as error:
        if error.code != 416 or not start:
            raise
        error.close()
        if error.headers.get("Content-Range") == f"bytes */{start}":
            return None, start
        return _open(url, 0)  # what is here is no beginning of that file
    if response.status != 206:
        return response, 0  # the server ignores Range
    if not response.headers.get("Content-Range", "").startswith(f"bytes {start}-"):
        response.close()
        return _open(url, 0)
    return response, start
