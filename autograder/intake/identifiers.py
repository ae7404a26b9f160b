"""From what a platform calls a student to the name of a folder that every file system can hold, and back."""

import hashlib
import re
import unicodedata
from urllib.parse import unquote

# What Windows keeps for itself, with or without an ending.
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
FORBIDDEN = '<>:"/\\|?*%'
LONGEST = 120


def folder_name(key):
    """A folder's name for a student: the key itself, what no folder may be called escaped as %3F. "" stays "".

    Two keys never get the same name, unless they differ in nothing that can be seen.
    """
    text = "".join(c if c.isprintable() and c not in FORBIDDEN else _escape(c) for c in composed(key))
    if text and (text[0] == "." or RESERVED.match(text)):
        text = _escape(text[0]) + text[1:]
    if text.endswith("."):
        text = text[:-1] + _escape(".")
    data = text.encode("utf-8")
    if len(data) > LONGEST:
        digest = hashlib.sha256(data).hexdigest()[:12]
        text = f"{data[: LONGEST - 13].decode('utf-8', 'ignore')}~{digest}"
    return text


def composed(key):
    """A key as it is compared: a letter and its accent are one, spaces around it none."""
    return unicodedata.normalize("NFC", key).strip()


def _escape(c):
    return "".join(f"%{byte:02X}" for byte in c.encode("utf-8", "surrogatepass"))


def key_of(name):
    """The key that a folder was named after."""
    return unquote(name, errors="replace")


def folded(name):
    """What two names share that one folder on a Mac or on Windows would hold."""
    return composed(composed(name).casefold())
