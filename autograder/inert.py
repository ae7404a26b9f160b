"""Markdown made unable to act in a browser: a student's in the instructor's, and a comment in the student's.

nbgrader's formgrader renders the Markdown of a graded notebook as it is, inside the instructor's Jupyter server. What
would be more than text there is written into the graded notebook as a block of code: every letter can be read.
"""

import functools
import html
import re

from markupsafe import Markup

# What rendered Markdown may consist of: all that nbconvert's renderer makes of Markdown without HTML, without pictures
# and diagrams. It is held against every tag in the simplest spelling: whatever a browser might take for another tag,
# or for none, is not on it.
PLAIN_TAGS = (
    *("blockquote", "code", "del", "em", "li", "ol", "p", "pre", "strong"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
)
PARTS = (
    rf"</?(?:{'|'.join(PLAIN_TAGS)})>|<[bh]r ?/?>|<ol start=\"\d+\">"
    r"|<h[1-6](?: id=\"[^\"<>]*\")?>|</h[1-6]>|<t[dh] style=\"text-align:(?:left|right|center)\">"
    r"|<div class=\"highlight\">|</div>|<span(?: class=\"[a-z]\w{0,2}\")?>|</span>|<code class=\"language-[\w+-]+\">"
    r"|<a class=\"anchor-link\" href=\"#[^\"<>]*\">|<a href=\"#[^\"<>]*\">|</a>"
    r"|<li class=\"task-list-item\">"
    r"|<input class=\"task-list-item-checkbox\" type=\"checkbox\" disabled(?: checked)?/>"
)
WITHOUT_LINKS = re.compile(PARTS)
# Behind a link in the formgrader, another page would stand where it takes orders for the whole of JupyterLab from.
WITH_LINKS = re.compile(PARTS + r"|<a href=\"(?:https?://|mailto:)[^\"<>]*\"(?: title=\"[^\"<>]*\")?>")
NAME = re.compile(r"</?(\w+)")
HEADINGS = re.compile(r"<h[1-6]>(.*?)</h[1-6]>")
NEVER_CLOSED = {"br", "hr", "input"}
IDS = re.compile(r"<h[1-6] id=\"([^\"<>]*)\">")
# What the formgrader's page has besides the cells.
PAGE_IDS = {"notebook", "notebook-container", "statusmessage", "help-dialog", "comment", "score"}
# MathJax makes links, attributes and other macros of these, and loads programs.
ACTIVE_MATHS = re.compile(
    r"\\(?:bbox|class|colorbox|cssId|Declare|def|edef|enclose|fcolorbox|gdef|href|html|kern|let|llap|lower|mathtip|mkern"
    r"|mmlToken|new|New|raise|renew|require|rlap|rule|style|texttip|toggle|unicode|url)"
)
# Renderers take time that grows with the square or the cube of these.
COSTLY = re.compile(r"\\\\[\[(]|\\begin|\$\$|\[")
MOST_COSTLY = 100
FILES_PREFIX = re.compile(r"\]\(/?files/")
# Some of pygments' lexers take seconds for a page.
LANGUAGES = {"bash", "json", "py", "python", "text"}
LONGEST_COLOURED = 2_000
# Longer is not read as Markdown; what is shown as code has lines that fit the page, and is cut where nobody reads on.
LONGEST, WIDEST, MOST_SHOWN = 10_000, 100, 20_000
CODE = re.compile(r"(`{3,})text\n(.*)\n\1", re.DOTALL)


def inert(text, names=()):
    """The text of a Markdown cell, or all of it as a block of code when it would be more than text.

    names: what no heading may be called: the page has elements with these ids. HTML is more than text, and so is a link
    to another page.
    """
    return text if _harmless(text, frozenset(names)) else as_code(text)


def rendered(text):
    """The Markdown of a comment as Markup for a page. HTML and mathematics in it stand as they were typed, and so does
    all of a text that would be more than text, as one with an image.
    """
    as_typed = Markup("<p>{}</p>").format(text)
    if not _is_cheap(text):
        return as_typed
    try:
        page = _page(text, escape=True, exclude_anchor_links=True)
    except Exception:  # a text that the renderer cannot read
        return as_typed
    # The page has its own headings.
    page = HEADINGS.sub(r"<p><strong>\1</strong></p>", page)
    return Markup(page) if _consists_of(WITH_LINKS, page) else as_typed


def as_code(text, most=MOST_SHOWN):
    """The text as a block of Markdown that shows it letter by letter, in lines that fit. most: of so many letters."""
    if len(text) > most:
        text = f"{text[:most]}\n(… {len(text) - most} more characters, not shown)"
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    lines = [part for line in text.split("\n") for part in _parts(line)]
    return "\n".join([f"{fence}text", *lines, fence])


def as_written(text):
    """What a student wrote, of a text that `inert` may have made a block of code."""
    block = CODE.fullmatch(text)
    return block[2] if block else text


def _harmless(text, names):
    if not _is_cheap(text) or ACTIVE_MATHS.search(text):
        return False
    try:
        # Whatever HTML there is makes these two differ.
        page, escaped = (_page(text, escape=escape) for escape in (False, True))
    except Exception:  # a text that the renderer cannot read would break the page
        return False
    if page != escaped or not _consists_of(WITHOUT_LINKS, page) or FILES_PREFIX.search(page):
        return False
    ids = {html.unescape(name) for name in IDS.findall(page)}
    return not ACTIVE_MATHS.search(html.unescape(page)) and ids.isdisjoint(names | PAGE_IDS)


def _is_cheap(text):
    return len(text) <= LONGEST and len(COSTLY.findall(text)) <= MOST_COSTLY


def _page(text, **options):
    """A text as nbconvert's filter renders it, and so the formgrader."""
    from nbconvert.filters.markdown_mistune import MarkdownWithMath

    return MarkdownWithMath(_renderer()(**options)).render(text)


@functools.cache
def _renderer():
    from nbconvert.filters.markdown_mistune import IPythonRenderer

    class Renderer(IPythonRenderer):
        """Raises ValueError for code that could take long."""

        def block_code(self, code, info=None):
            if info and info.strip() and (info.strip() not in LANGUAGES or len(code) > LONGEST_COLOURED):
                raise ValueError(info)
            return super().block_code(code, info)

    return Renderer


def _consists_of(harmless, page):
    return "<" not in harmless.sub("", page) and _balanced(harmless.findall(page))


def _parts(line):
    """A line in parts that fit, cut at blanks where there are any."""
    start = 0
    while len(line) - start > WIDEST:
        cut = line.rfind(" ", start + 1, start + WIDEST)
        cut = cut if cut > start else start + WIDEST
        yield line[start:cut]
        start = cut
    yield line[start:]


def _balanced(tags):
    """Whether every tag is closed, so that nothing of the page around is."""
    opened = []
    for tag in tags:
        name = NAME.match(tag)[1]
        if name in NEVER_CLOSED:
            continue
        if not tag.startswith("</"):
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened
