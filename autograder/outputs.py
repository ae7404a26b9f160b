"""What a kernel said about a cell, in a size and a form that can be stored: student code can make it say anything."""

import re

from nbformat.v4 import new_output

from .text import ANSI

# Rich outputs that are kept besides plain text. HTML and scripts of a student have no place in an instructor's browser.
IMAGES = ("image/png", "image/jpeg")
BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")
MOST_ERRORS = 5
# Of all cells together.
MOST_CHARACTERS = 20_000_000
# Escape codes: nbconvert takes the square of their number.
MOST_COLOURS = 2_000
COLOUR = re.compile(r"\x1b\[((?:\d{0,3};)*\d{0,3})m")
# "The next numbers are a colour": nbconvert's page fails when there are none.
OPEN_ENDED = {38, 48}
LONGEST_TRACEBACK = 20_000


def text(value, limit):
    """A str that UTF-8 can hold; "" for what is no text."""
    value = value if isinstance(value, str) else ""
    return value[:limit].encode("utf-8", "replace").decode("utf-8")


class Keeper:
    """Decides, output by output, what of one cell is kept. Errors always have room; the rest has `limit` characters."""

    def __init__(self, limit):
        self.limit = self.room = int(limit)
        self.errors = 0
        self.full = False

    def keep(self, output):
        """A clean copy of an output, or None when there is no room or no sense in it."""
        kind = output.get("output_type")
        if not isinstance(kind, str):
            return None
        if kind == "error":
            self.errors += 1
            return _error(output) if self.errors <= MOST_ERRORS else None
        clean = _stream(output) if kind == "stream" else _data(output)
        size = len(str(clean))
        if clean is None or size > self.room:
            # A result stays as its first words, for it may be a score.
            if clean is not None:
                self.full, self.room = True, 0
            return _data(output, short=True) if kind == "execute_result" else None
        self.room -= size
        return clean

    @property
    def note(self):
        """An output that says that something was left out."""
        return new_output("stream", name="stdout", text=f"(more than {self.limit / 1e6:g} MB of output, not kept)\n")


def quieten(notebook):
    """Leave no escape codes but colours in the outputs of a notebook, and no more of them than a page can show."""
    room, colours = MOST_CHARACTERS, MOST_COLOURS
    for cell in notebook.cells:
        outputs = cell.get("outputs", [])
        said = "".join(map(str, outputs))
        if len(said) > room:
            cell.outputs = [new_output("stream", name="stdout", text="(too much output in this notebook, not kept)\n")]
            continue
        room -= len(said)
        colours -= said.count("\\x1b")
        for output in outputs:
            for place, name in ((output, "text"), (output, "evalue"), (output.get("data", {}), "text/plain")):
                if name in place:
                    place[name] = _plain(place[name], colours > 0)
            if "traceback" in output:
                output["traceback"] = [_plain(line, colours > 0) for line in output["traceback"]]


def _plain(text, coloured):
    return ANSI.sub(lambda found: found[0] if coloured and _is_colour(found[0]) else "", text)


def _is_colour(code):
    numbers = COLOUR.fullmatch(code)
    return bool(numbers) and OPEN_ENDED.isdisjoint(int(number or 0) for number in numbers[1].split(";"))


def _error(output):
    lines = output.get("traceback")
    lines = lines if isinstance(lines, list) else []
    return new_output(
        "error",
        ename=text(output.get("ename"), 200),
        evalue=text(output.get("evalue"), LONGEST_TRACEBACK),
        traceback=[text("\n".join(text(line, LONGEST_TRACEBACK) for line in lines[:100]), LONGEST_TRACEBACK)],
    )


def _stream(output):
    name = output.get("name")
    name = "stderr" if isinstance(name, str) and name == "stderr" else "stdout"
    value = output.get("text")
    return new_output("stream", name=name, text=text(value, len(value) if isinstance(value, str) else 0))


def _data(output, short=False):
    """A display or a result with its plain text and its images."""
    data = output.get("data")
    if output.get("output_type") not in ("execute_result", "display_data") or not isinstance(data, dict):
        return None
    plain = data.get("text/plain")
    kept = {"text/plain": text(plain, 100 if short else len(plain))} if isinstance(plain, str) else {}
    for kind in IMAGES:
        image = data.get(kind)
        if not short and isinstance(image, str) and BASE64.fullmatch(image):
            kept[kind] = image
    return new_output(output["output_type"], data=kept) if kept else None
