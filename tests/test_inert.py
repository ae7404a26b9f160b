"""A student's Markdown in a graded notebook is text and nothing else: what would be more is shown letter by letter."""

import html
import re
from itertools import pairwise

import nbformat
import pytest
import tiny_course
from nbconvert.exporters import HTMLExporter
from nbconvert.filters.markdown_mistune import markdown2html_mistune
from nbformat.v4 import new_output

from autograder.grading import grade
from autograder.inert import as_code, as_written, inert, rendered
from autograder.outputs import quieten

TEXTS = [
    "The margin is 1, so $L = 0$ for s < t and a<b, and 5 > 3 & so on.\n\n- one\n- two\n\n`x<y` and **b**",
    "## My answer\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\n```python\nx = 1 < 2\n```\n\n```\nplain <script>\n```",
    "x_2  \n[below](#Part) ~~no~~ $$\\begin{align}a&<b\\\\c\\end{align}$$",
    "> because\n\n1. x\n2. y\n\n4. z\n\n- [ ] a\n- [x] b\n\n---\n\na \"quoted\" & 'quoted' word",
    "s \\<script>",
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
    "any HTML": "x<sub>2</sub>",
    # In the formgrader's frame another page could give orders to JupyterLab.
    "link": "[the lecture](https://example.org/)",
    "address alone": "see <https://example.org/>",
    "link with a handler": '[a](https://x"onclick="alert(1))',
    # Names that only a browser reads.
    "a cell's name in letters of HTML": '<h3 id="answer&#45;1">Hello</h3>',
    "a cell's name in letters of HTML, in Markdown": "### answer&#45;1",
    "a name of the page": "# statusmessage",
    # A browser closes the first li, and with it the div, where the second begins.
    "tags that a browser closes": '<ul><li><div class="highlight"><li></li></div></li></ul>' * 4,
    "maths in letters of HTML": "&#36;\\&#104;ref{javascript:alert(1)}{x}&#36;",
    "maths that loads": "$\\bbox[background:url(https://example.org/)]{x}$",
    # What renderers need seconds to hours for.
    "brackets": "[" * 5_000,
    "files": "[](files/" * 1_000,
    "open maths": "\\\\[" * 3_000,
    "open environments": "\\begin{a}" * 1_000,
    "a slow language": "```apacheconf\n" + "<" * 2_000 + "\n```",
    "a slow language in a list": "- ~~~ amdgpu x\n  " + "a" * 2_000 + "\n  ~~~",
    "much code": "```python\n" + "x??" * 1_000 + "\n```",
    "maths as paint": "$\\fcolorbox{red;position:fixed}{white}{x}$",
}
RAW = """\
<div class="nbgrader_cell"><span id="test-1-1"></span><span class="score"></span>
<span class="full-credit modal-backdrop fade"></span></div>"""


@pytest.mark.parametrize("text", TEXTS)
def test_text_stays(text):
    assert inert(text, ["answer-1"]) == text == as_written(text)


@pytest.mark.parametrize("text", ACTIVE.values(), ids=ACTIVE)
def test_what_would_act_is_shown_letter_by_letter(text):
    shown = inert(text, ["answer-1"])
    assert shown == as_code(text)
    text = text[:20_000] + f"(… {len(text) - 20_000} more characters, not shown)" * (len(text) > 20_000)
    assert as_written(shown).replace("\n", "") == text.replace("\n", "")
    assert max(map(len, shown.split("\n"))) <= 100
    page = markdown2html_mistune(shown)
    block = re.fullmatch(r'<div class="highlight"><pre><span></span>(.*)\n</pre></div>\n?', page, re.DOTALL)
    assert block and "<" not in block[1]
    assert html.unescape(block[1]).replace("\n", "").strip() == text.replace("\n", "").strip()


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
    assert all(re.match("https?://|#", address) for address in re.findall(r'href="([^"]*)"', page))


def test_the_markdown_of_a_comment():
    assert rendered("**Good**, $a < b$") == "<p><strong>Good</strong>, $a &lt; b$</p>\n"
    assert rendered("# Well\n\n- `x`") == "<p><strong>Well</strong></p>\n<ul>\n<li><code>x</code></li>\n</ul>\n"
    assert rendered("**b** <script>alert(1)</script>") == (
        "<p><strong>b</strong> &lt;script&gt;alert(1)&lt;/script&gt;</p>\n"
    )
    assert rendered("![**x**](https://example.org/y.png)") == "<p>![**x**](https://example.org/y.png)</p>"


@pytest.mark.parametrize("text", ["a\n\nb  c", "", "x" * 250, "word " * 60 + "end", " " * 300])
def test_long_lines_of_code_are_cut_at_blanks(text):
    lines = as_code(text).split("\n")[1:-1]
    assert "".join(lines) == text.replace("\n", "") and all(len(line) <= 100 for line in lines)
    assert not any(line[-1:].isalnum() and after[:1].isalnum() for line, after in pairwise(lines) if "word" in text)


def test_raw_cells_and_outputs_in_the_graded_notebook(assignment):
    """nbconvert shows raw cells as HTML, and fails at a colour without its number."""
    printing = "print('\\x1b[38ma\\x1b[1;48mb\\x1b[31mred\\x1b[0m\\x1b]0;title\\x07')\n1 / 0  # \\x1b[38m"
    notebook = tiny_course.filled(assignment, before=[printing], behind=["raise ValueError('\\x1b[038m')"])
    notebook.cells.insert(0, nbformat.v4.new_raw_cell(RAW))
    notebook.cells.insert(3, nbformat.v4.new_markdown_cell("[](files/" * 1_000))
    result = grade(assignment, tiny_course.data(notebook))
    graded = nbformat.reads(result.notebook, 4)
    assert as_code(RAW) in [cell.source for cell in graded.cells]
    assert {cell.cell_type for cell in graded.cells} == {"code", "markdown"}
    assert "\x1b[31mred\x1b[0m" in result.notebook.encode().decode("unicode_escape")
    page, _ = HTMLExporter(template_name="classic").from_notebook_node(graded)
    assert "title" in page and '<span class="full-credit' not in page


def test_a_notebook_that_nobody_could_read_is_shown_in_part(assignment):
    """All of it within seconds: colours, code and text that renderers need minutes for."""
    cells = [nbformat.v4.new_markdown_cell(("#a\n" * 9_999)[:9_990]) for _ in range(60)]
    cells += [nbformat.v4.new_raw_cell("`" * 3_000_000), nbformat.v4.new_markdown_cell("\n" * 3_000_000)]
    cells += [nbformat.v4.new_code_cell("(a+1)\n" * 60_000)]
    notebook = tiny_course.filled(assignment, before=["print('\\x1b[m' * 160_000)"])
    notebook.cells += cells
    result = grade(assignment, tiny_course.data(notebook))
    assert result.score == sum(assignment.points.values()) - 1  # the answer in words waits
    graded = nbformat.reads(result.notebook, 4)
    assert result.notebook.count("\\u001b") == 0
    shown = [cell.source for cell in graded.cells if cell.cell_type == "markdown"]
    assert sum(map(len, shown)) < 700_000 and "(… 2999800 more characters, not shown)" in result.notebook
    assert sum(len(cell.source) for cell in graded.cells if cell.cell_type == "code") < 310_000


def test_a_text_of_ours_is_left_as_often_as_we_have_it(assignment):
    """And as what it is with us."""
    title = assignment.release.cells[0]
    assert title.cell_type == "markdown"
    notebook = tiny_course.filled(assignment)
    notebook.cells += [nbformat.v4.new_raw_cell(cell.source) for cell in assignment.release.cells]
    graded = nbformat.reads(grade(assignment, tiny_course.data(notebook)).notebook, 4)
    assert {cell.cell_type for cell in graded.cells} == {"code", "markdown"}
    assert [cell.source for cell in graded.cells].count(title.source) == 1
    assert as_code(title.source) in [cell.source for cell in graded.cells]


def test_no_more_output_than_a_page_can_show():
    cells = [nbformat.v4.new_code_cell(outputs=[new_output("stream", text="x" * 9_000_000)]) for _ in range(4)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    quieten(notebook)
    assert [len(cell.outputs[0].text) > 1000 for cell in notebook.cells] == [True, True, False, False]
    assert "not kept" in notebook.cells[3].outputs[0].text


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
