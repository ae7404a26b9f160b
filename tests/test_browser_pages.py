"""Feedback pages and reports in a real browser: links lead somewhere, nothing complains, nothing sticks out."""

import re
import shutil

import browser
import pytest
import tiny_class
import tiny_course
from test_gradebook import comment_on, give

STAGE = tiny_course.STAGE
COMMENT = """\
**Good**, but $x_1 < x_2$ is not what *I* asked. See:

- `x + x` is [addition](https://example.org/)
- <script>document.title = "comment"</script>

```python
def double(x):
    return 2 * x  # a line that is much too long for a phone, so that it has to be moved in its own box to be read
```"""
WIDTHS = {"desktop": browser.DESKTOP, "phone": browser.PHONE}


@pytest.fixture(scope="module")
def out(chromium, tiny, graded_class, tmp_path_factory):
    """The folder of a graded class with all pages that the commands write."""
    folder = tmp_path_factory.mktemp("pages") / "out"
    shutil.copytree(graded_class.out, folder)
    give(folder / "gradebook.db", "ann", "test-1-1", manual_score=0.0)
    comment_on(folder / "gradebook.db", "ann", "task-1-1", COMMENT)
    for command in ("feedback", "report"):
        printed = tiny_class.shell(command, STAGE, "--out", folder, cwd=tiny.root)
        assert printed.returncode == 0, printed.stderr
    return folder


def pages(out):
    """{name for a picture: path} of every page."""
    found = sorted([*out.glob("report/*.html"), *out.glob(f"feedback/*/{STAGE}/*.html")])
    return {re.sub(r"\W+", "-", str(path.relative_to(out))[:60]): path for path in found}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", WIDTHS.values(), ids=WIDTHS)
def test_every_page_opens_and_fits(chromium, out, size, scheme):
    assert len(pages(out)) == len(tiny_class.SCORES) + 2
    with browser.tab(chromium, size, color_scheme=scheme) as tab:
        for name, path in pages(out).items():
            tab.page.goto(path.as_uri())
            assert tab.page.locator("h1").inner_text() and tab.page.title() != "comment"
            tab.unfold()
            assert tab.page.evaluate("document.documentElement.scrollWidth") <= size["width"], name
            tab.shot(f"page-{name}-{size['width']}-{scheme}", full_page=True)
        assert tab.complaints == [] and tab.elsewhere == set()


def test_no_tile_of_a_report_stands_alone(chromium, out):
    with browser.tab(chromium) as tab:
        tab.page.goto((out / "report" / f"{STAGE}.html").as_uri())
        tiles = tab.page.locator(".tiles div")
        tops = [round(tiles.nth(number).bounding_box()["y"]) for number in range(tiles.count())]
    assert len(tops) == 7
    assert [tops.count(top) for top in sorted(set(tops))] == [4, 3]


def test_the_page_of_similar_code_stands_in_the_middle(chromium, out):
    with browser.tab(chromium) as tab:
        tab.page.goto((out / "report" / f"{STAGE}-similarity.html").as_uri())
        box = tab.page.locator("main .text").bounding_box()
    assert box["x"] > 100 and box["x"] + box["width"] / 2 == pytest.approx(browser.DESKTOP["width"] / 2, abs=10)


def test_every_link_leads_somewhere(chromium, out):
    """Each link of each report is clicked; a page opens, or the place in the page is there."""
    followed = set()
    with browser.tab(chromium) as tab:
        for path in sorted(out.glob("report/*.html")):
            tab.page.goto(path.as_uri())
            for number in range(tab.page.locator("a[href]").count()):
                tab.page.goto(path.as_uri())
                tab.unfold()
                link = tab.page.locator("a[href]").nth(number)
                href = link.get_attribute("href")
                if href in followed or href.endswith(".ipynb"):
                    continue
                followed.add(href)
                link.click()
                tab.page.wait_for_url(re.compile(r"^file:"))
                assert tab.page.locator("h1").count() == 1, href
                if "#" in href:
                    assert tab.page.evaluate("document.querySelector(':target') !== null"), href
        assert tab.complaints == [] and tab.elsewhere == set()
    assert any("feedback" in href for href in followed) and any("similarity" in href for href in followed)
