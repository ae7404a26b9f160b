"""A student's Markdown in a graded notebook is text and nothing else: what would be more is shown letter by letter."""

import html
import re

import nbformat
import pytest
import tiny_course
from nbconvert.filters.markdown_mistune import markdown2html_mistune

from autograder.grading import grade
from autograder.inert import as_code, as_written, inert, rendered

TEXTS = [
    "The margin is 1, so $L = 0$ for s < t and a<b, and 5 > 3 & so on.\n\n- one\n- two\n\n`x<y` and **b**",
    "## My answer\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\n```python\nx = 1 < 2\n```\n\n```\nplain <script>\n```",
    'x<sub>2</sub><br>\n\n[here](https://example.org/c?d=1&e=2 "t") ~~no~~ $$\\begin{align}a&<b\\\\c\\end{align}$$',
    "> because\n\n1. x\n2. y\n\n- [ ] a\n- [x] b\n\n---\n\n<https://example.org/>",
    '[a](https://x"onclick="alert(1)) [b](https://x \'a"onclick="b\') &lt;script&gt; \\<script>',
    "not a tag yet <img src=x onerror=alert(1) ",
]
ACTIVE = {
    "script": "<script>alert(1)</script>",
    "handler": "<img src=x onerror=alert(1)>",
    "handler on plain tag": "<b onclick=alert(1)>b</b>",
    "upper case": "<ScRiPt>alert(1)</ScRiPt>",
    "svg": "<svg onload=alert(1)>",
    "frame": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "style": "<style>body{display:none}</style>",
    "comment": "<!-- all that follows",
    "declaration": "<![CDATA[ <script> ]]>",
    "address": "[x](javascript:alert(1))",
    "address in capitals": "[x](JaVaScRiPt:alert(1))",
    "address in letters of HTML": '<a href="java&#x73;cript:alert(1)">x</a>',
    "data": "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "link within the server": "[x](/api/shutdown)",
    "image from elsewhere": "![x](https://example.invalid/seen.png)",
    "image that is missing": "![x](attachment:y.png)",
    "mermaid": "```mermaid\n<script>alert(1)</script>\n```",
    "maths": "$\\href{javascript:alert(1)}{x}$",
    "maths by another name": "$\\let\\h=\\href \\h{javascript:alert(1)}{x}$",
    "program of maths": "$$\\require{html}$$",
    "closes the page": "</div></div></body></html><h1>Score: 24</h1>",
    "closes a paragraph": "<b>x",
    "crosses": "<b><i>x</b></i>",
    "form": "<form action=/logout><input type=submit></form>",
    "heading with a cell's name": "# answer-1",
    "too long": "x " * 60_000,
}


@pytest.mark.parametrize("text", TEXTS)
def test_text_stays(text):
    assert inert(text, ["answer-1"]) == text == as_written(text)


@pytest.mark.parametrize("text", ACTIVE.values(), ids=ACTIVE)
def test_what_would_act_is_shown_letter_by_letter(text):
    shown = inert(text, ["answer-1"])
    assert shown == as_code(text) and text in shown
    assert as_written(shown) == text
    page = markdown2html_mistune(shown)
    block = re.fullmatch(r'<div class="highlight"><pre><span></span>(.*)\n</pre></div>\n?', page, re.DOTALL)
    assert block and "<" not in block[1]
    assert html.unescape(block[1]).strip() == text.strip()


@pytest.mark.parametrize("text", ["```\n</div><script>alert(1)</script>", "````\n```\n<img src=x>\n````\n<svg>"])
def test_a_students_own_fences_do_not_end_the_block(text):
    page = markdown2html_mistune(inert(text + "\n<script>alert(1)</script>"))
    assert page.count("<pre>") == 1 and "<script" not in page and "<svg" not in page


@pytest.mark.parametrize("text", [*TEXTS, *ACTIVE.values()])
def test_a_comment_does_nothing_in_the_students_page(text):
    page = str(rendered(text))
    assert not re.search(
        r"<(?!/?(?:a|blockquote|br|code|d[dlt]|del|div|em|hr|input|li|ol|p|pre|span|strong|t|ul))", page
    )
    assert not re.search(r"<[^>]*(?:\son\w+=|\ssrc=|\sstyle=(?!\"text-align)|\sid=)", page)
    assert all(re.match("https?://", address) for address in re.findall(r'href="([^"]*)"', page))


def test_the_markdown_of_a_comment():
    assert rendered("**Good**, $a < b$") == "<p><strong>Good</strong>, $a &lt; b$</p>\n"
    assert rendered("# Well\n\n- `x`") == "<p><strong>Well</strong></p>\n<ul>\n<li><code>x</code></li>\n</ul>\n"
    assert rendered("**b** <script>alert(1)</script>") == (
        "<p><strong>b</strong> &lt;script&gt;alert(1)&lt;/script&gt;</p>\n"
    )
    assert rendered("![**x**](https://example.org/y.png)") == "<p>![**x**](https://example.org/y.png)</p>"


def test_in_the_graded_notebook(assignment):
    attack = "Because <script>alert(1)</script>"
    answer = {"answer-1": attack}
    result = grade(assignment, tiny_course.data(tiny_course.filled(assignment, answer)))
    cells = {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in nbformat.reads(result.notebook, 4).cells
        if "nbgrader" in cell.metadata
    }
    assert cells["answer-1"] == as_code(attack)
    for grade_id, cell in assignment.source_cells.items():
        if cell.cell_type == "markdown" and grade_id != "answer-1":
            assert cells[grade_id] == cell.source
