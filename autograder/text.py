"""Text that others wrote, made fit for a terminal, a page, a file or a database."""

from flatgrad.escapes import ANSI

LONGEST_MESSAGE = 2000


def plain(text, limit=LONGEST_MESSAGE):
    """The text without escape codes, control characters, lone surrogates and marks that turn the reading direction."""
    text = str(text)[: 10 * limit].expandtabs(4)
    text = ANSI.sub("", text)
    text = "".join(c if c == "\n" or c.isprintable() else " " for c in text)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def one_line(text, limit=300):
    """The first line that says something, fit to be shown."""
    lines = [line for line in plain(text).split("\n") if line.strip()]
    return plain(lines[0].strip(), limit) if lines else ""


def counted(number, noun):
    """'1 point', '2.5 points'."""
    return f"{round(number, 2):g} {noun}{'' if number == 1 else 's'}"


def visible(name, size=200):
    """A name that tells what it was: what cannot be shown stands as its escape. At most `size` bytes of UTF-8."""
    name = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)
    data = name.encode("utf-8")
    return name if len(data) <= size else data[: size - 3].decode("utf-8", "ignore") + "…"


def by_reason(pairs, what):
    """Lines "REASON; WHAT: NAME, NAME" for (name, reason) pairs: what many share is said once."""
    names = {}
    for name, reason in pairs:
        names.setdefault(reason, []).append(visible(name))
    return [f"{reason}; {what}: {', '.join(those)}" for reason, those in names.items()]
