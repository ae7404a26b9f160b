"""A real Chromium, driven by Playwright: what a page shows, and all that it complains about."""

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# Quiet: none of these asks anybody outside for anything.
FLAGS = (
    *("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
# Where pictures are kept: outside of the checkout, for whoever runs the tests.
SHOTS = "FLATGRAD_SCREENSHOTS"


def trouble():
    """Why there is no browser on this machine, or ""."""
    try:
        import playwright  # noqa: F401
    except ImportError:
        return "playwright is not installed"
    return "" if _chromium() else "no Chromium here (Debian and Ubuntu: apt install chromium)"


def _chromium():
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def chromium():
    """A running browser; the test is skipped where there is none."""
    if reason := trouble():
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=flags)
        yield browser
        browser.close()


@contextmanager
def tab(browser, size=DESKTOP, **options):
    """A Tab with a fresh profile."""
    context = browser.new_context(viewport=size, **options)
    context.set_default_timeout(60_000)
    yield Tab(context.new_page())
    context.close()


class Tab:
    """page: Playwright's. complaints: every error that the page and what it loads from here ran into."""

    def __init__(self, page):
        self.page, self.complaints, self.elsewhere = page, [], set()
        page.route("**/*", self._only_here)
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("response", self._answered)

    def _only_here(self, route):
        """Nothing is asked of other machines: a test depends on none."""
        address = urlsplit(route.request.url)
        if address.scheme in ("file", "data", "blob") or address.hostname in ("127.0.0.1", "localhost"):
            route.continue_()
        else:
            self.elsewhere.add(address.hostname)
            route.abort()

    def _heard(self, message):
        address = message.location.get("url", "")
        if message.type == "error" and urlsplit(address).hostname not in self.elsewhere:
            self.complaints.append(f"{message.text} ({address})")

    def _answered(self, response):
        if response.status >= 400:
            self.complaints.append(f"{response.status} for {response.url}")

    def unfold(self):
        """Open all that is folded."""
        closed = self.page.locator("details:not([open]) > summary")
        while closed.count():
            closed.first.click()

    def shot(self, name, **options):
        """Keep a picture of what is seen now."""
        folder = Path(os.environ.get(SHOTS) or Path(tempfile.gettempdir()) / "flatgrad-screenshots")
        folder.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=folder / f"{name}.png", **options)
