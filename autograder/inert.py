"""Markdown made unable to act in a browser: a student's in the instructor's, and a comment in the student's.

nbgrader's formgrader renders the Markdown of a graded notebook as it is, inside the instructor's Jupyter server. What
would be more than text there is written into the graded notebook as a block of code: every letter can be read.
"""

import re

from markupsafe import Markup

# What rendered Markdown may consist of. A list of what is harmless, held against every tag in the simplest spelling:
# whatever a browser might take for another tag, or for none, is not on it.
PLAIN_TAGS = (
    *("b", "blockquote", "br", "code", "dd", "del", "details", "dl", "dt", "em", "hr", "i", "kbd", "li", "mark", "ol"),
    *("p", "pre", "s", "small", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead"),
    *("tr", "u", "ul"),
)
HARMLESS = re.compile(
    rf"</?(?:{'|'.join(PLAIN_TAGS)}) ?/?>"
    # Headings and their anchors, code and its colours, columns of tables, as nbconvert's renderer writes them.
    r"|<h[1-6](?: id=\"[^\"<>]*\")?>|</h[1-6]>|<t[dh] style=\"text-align:(?:left|right|center)\">"
    r"|<div class=\"highlight\">|</div>|<span(?: class=\"[a-z]\w{0,2}\")?>|</span>|<code class=\"language-[\w+-]+\">"
    r"|<a (?:class=\"anchor-link\" )?href=\"(?:https?://|mailto:|#)[^\"<>]*\"(?: title=\"[^\"<>]*\")?>|</a>"
    r"|<li class=\"task-list-item\">"
    r"|<input class=\"task-list-item-checkbox\" type=\"checkbox\" disabled(?: checked)?/>"
)
NAME = re.compile(r"</?(\w+)")
HEADINGS = re.compile(r"<h[1-6]>(.*?)</h[1-6]>")
NEVER_CLOSED = {"br", "hr", "input"}
IDS = re.compile(r"<h[1-6] id=\"([^\"<>]*)\">")
# MathJax makes links and attributes of these, and loads programs.
ACTIVE_MATHS = re.compile(r"\\(?:class|cssId|def|href|html|let|newcommand|newenvironment|require|style|unicode|url)")
CODE = re.compile(r"(`{3,})text\n(.*)\n\1", re.DOTALL)
# Rendered in no time; a text that is longer is not read as Markdown by anybody.
LONGEST = 100_000


def inert(text, names=()):
    """The text of a Markdown cell, or all of it as a block of code when it would be more than text.

    names: what no heading may be called: the page has elements with these ids.
    """
    return text if _harmless(text, frozenset(names)) else as_code(text)


def rendered(text):
    """The Markdown of a comment as Markup for a page. HTML and mathematics in it stand as they were typed, and so does
    all of a text that would be more than text, as one with an image.
    """
    from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

    as_typed = Markup("<p>{}</p>").format(text)
    try:
        html = MarkdownWithMath(IPythonRenderer(escape=True, exclude_anchor_links=True)).render(text[:LONGEST])
    except Exception:  # a text that the renderer cannot read
        return as_typed
    # The page has its own headings.
    html = HEADINGS.sub(r"<p><strong>\1</strong></p>", html)
    return Markup(html) if _at_rest(html) and len(text) <= LONGEST else as_typed


def as_code(text):
    """The text as a block of Markdown that shows it letter by letter."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def as_written(text):
    """What a student wrote, of a text that `inert` may have made a block of code."""
    block = CODE.fullmatch(text)
    return block[2] if block else text


def _harmless(text, names):
    if len(text) > LONGEST or ACTIVE_MATHS.search(text):
        return False
    from nbconvert.filters.markdown_mistune import markdown2html_mistune

    try:
        html = markdown2html_mistune(text)
    except Exception:  # a text that the renderer cannot read would break the page
        return False
    return _at_rest(html) and names.isdisjoint(IDS.findall(html))


def _at_rest(html):
    return "<" not in HARMLESS.sub("", html) and _balanced(html)


def _balanced(html):
    """Whether every tag is closed, so that nothing of the page around is."""
    opened = []
    for tag in HARMLESS.findall(html):
        name = NAME.match(tag)[1]
        if name in NEVER_CLOSED:
            continue
        if not tag.startswith("</"):
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened
