"""Feedback pages and reports in a real browser: links lead somewhere, nothing complains, nothing sticks out."""

import re
import shutil

import browser
import pytest
import tiny_class
import tiny_course

STAGE = tiny_course.STAGE
WIDTHS = {"desktop": browser.DESKTOP, "phone": browser.PHONE}


@pytest.fixture(scope="module")
def out(chromium, tiny, graded_class, tmp_path_factory):
    """The folder of a graded class with all pages that the commands write."""
    folder = tmp_path_factory.mktemp("pages") / "out"
    shutil.copytree(graded_class.out, folder)
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
            assert tab.page.locator("h1").inner_text()
            tab.unfold()
            assert tab.page.evaluate("document.documentElement.scrollWidth") <= size["width"], name
            tab.shot(f"page-{name}-{size['width']}-{scheme}", full_page=True)
        assert tab.complaints == [] and tab.elsewhere == set()


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
