"""A page as a browser and a screen reader take it: whole, at rest, from nowhere else, and fit to be read."""

import re
from html.parser import HTMLParser
from itertools import pairwise

VOID = {"wbr", "meta", "br", "img", "link", "hr", "input"}
ACTIVE = {"script", "iframe", "object", "embed", "link", "img", "base", "form"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What WCAG 2 asks of text, at level AA.
CONTRAST = 4.5
SMALLEST_PIXELS = 12


class Page(HTMLParser):
    """A page's tags, all closed in order, and its text. elements: (tag, {attribute: value}) pairs."""

    def __init__(self, html):
        super().__init__()
        self.open, self.tags, self.attributes, self.elements, self.text, self.style = [], [], [], [], "", ""
        self.html = html
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" in self.open:
            self.style += data
        else:
            self.text += data

    def values(self, name, tag=None):
        """The values of an attribute, in order; of all tags, or of one kind."""
        return [found[name] for kind, found in self.elements if name in found and tag in (None, kind)]

    def check(self):
        """Assert that nothing is active, nothing is loaded, and everybody can read it."""
        self.check_at_rest()
        self.check_accessible()
        check_style(self.style)

    def check_at_rest(self):
        assert self.html.startswith("<!DOCTYPE html>")
        assert ACTIVE.isdisjoint(self.tags)
        assert not any(name.startswith("on") for name, _ in self.attributes)
        assert not re.search(r"//|@import|url\((?!#)", self.style)
        for name in ("href", "src", "action", "style", "clip-path"):
            assert not any(re.search(r":(?!\s)|//|url\((?!#)", value) for value in self.values(name)), name
        assert all(c == "\n" or c.isprintable() for c in self.html)

    def check_accessible(self):
        assert self.values("lang", "html") == ["en"]
        assert "title" in self.tags
        assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in [
            found for tag, found in self.elements if tag == "meta"
        ]
        assert self.tags.count("main") == 1
        levels = [HEADINGS.index(tag) + 1 for tag in self.tags if tag in HEADINGS]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), levels
        assert all(found.get("scope") in ("row", "col") for tag, found in self.elements if tag == "th")
        assert self.tags.count("details") == self.tags.count("summary")
        ids = self.values("id")
        assert len(ids) == len(set(ids))
        assert {value[1:] for value in self.values("href") if value.startswith("#")} <= set(ids)
        for tag, found in self.elements:
            if tag == "svg":
                assert found["role"] == "img" and len(found["aria-label"]) > 20
            if "aria-label" in found:  # a name is for what has a role
                assert tag in ("nav", "a", "svg") or "role" in found, (tag, found)
            if "tabindex" in found:
                assert found["tabindex"] == "0" and found["aria-label"]


def check_style(css):
    """Assert that all text of a page can be told from what is behind it, by day and night, and is not tiny."""
    day = dict(re.findall(r"--(\w+): (#\w{6})", re.search(r":root \{(.*?)\}", css, re.DOTALL)[1]))
    dark = re.search(r"@media screen and \(prefers-color-scheme: dark\) \{ :root \{(.*?)\} \}", css, re.DOTALL)[1]
    night = dict(re.findall(r"--(\w+): (#\w{6})", dark))
    assert set(day) == set(night)
    for colours in (day, night):
        for ink in ("ink", "soft", "full", "part", "none", "waiting", "link"):
            for behind in ("page", "card"):
                assert contrast(colours[ink], colours[behind]) >= CONTRAST, (ink, behind)
        assert contrast(colours["ink"], colours["mark"]) >= CONTRAST
    rules = re.findall(r"^(\.code \.(\w+) \{.*?\})", css, re.MULTILINE)
    halves = css.split("@media screen and (prefers-color-scheme: dark)")
    for rule, name in rules:
        colours = day if rule in halves[0] + halves[1] else night
        behind = re.search(r"background-color: (#\w{6})", rule)
        ink = re.search(r"(?<!-)color: (#\w{6})", rule)
        if ink and name != "w":  # blanks have no ink
            assert contrast(ink[1].lower(), behind[1].lower() if behind else colours["page"]) >= CONTRAST, rule
    assert re.search(r":focus-visible[^{]*\{ outline: 3px", css)
    sizes = [float(size) for size in re.findall(r"font(?:-size)?:\s*(?:\w+ )*([\d.]+)px", css)]
    sizes += [16 * float(size) for size in re.findall(r"font-size: ([\d.]+)r?em", css)]
    assert min(sizes) >= SMALLEST_PIXELS


def contrast(one, other):
    """The contrast ratio of two colours #rrggbb, as WCAG 2 defines it: from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
