"""Opens pages in an installed Chromium, and hears what they do."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audit.report import Report
from tests.renderers.html.pages import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Dialog, Page


UNFOLDED = {
    "details": "one.open = true",
    ".card": "one.classList.add('open')",
    ".paragraph": "one.style.contentVisibility = 'visible'",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A page that was opened from a file, with all it said and asked for since."""

    page: Page
    heard: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def text(self, selector: str) -> str:
        """The text of the first element of a selector, on one line."""
        return " ".join(self.page.inner_text(selector).split())

    def asked(self, address: str) -> None:
        """Note what is loaded beside the page itself."""
        if not address.endswith("/report.html"):
            self.heard.append(f"request: {address}")

    def dismissed(self, dialog: Dialog) -> None:
        """Note a dialog and close it."""
        self.heard.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def unfold(self) -> None:
        """Open all that can be opened, and lay out what is far off the screen."""
        for selector, deed in UNFOLDED.items():
            self.page.eval_on_selector_all(selector, f"all => all.forEach(one => {deed})")

    @property
    def shown(self) -> list[str]:
        """The ids of the cards that can be seen."""
        held: list[str] = self.page.eval_on_selector_all(
            ".card", "cards => cards.filter(card => card.checkVisibility()).map(card => card.id)"
        )
        return held

    @property
    def current(self) -> str:
        """The id of the card that has the focus."""
        return str(self.page.evaluate("document.activeElement.closest('.card')?.id ?? ''"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """An installed Chromium; without one, or without what drives it, the test is skipped and says so."""
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (group `browser`)")
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        pytest.skip("no Chromium is installed")
    with driver.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser that knows nothing yet."""
    held = chromium.new_context(viewport={"width": 1400, "height": 900})
    yield held
    held.close()


Opener = Callable[..., Opened]


@pytest.fixture
def opened(context: BrowserContext, tmp_path: Path) -> Opener:
    """Opens the page of reports, or opens it again."""

    def open_page(*reports: Report, script: str = "") -> Opened:
        path = tmp_path / "report.html"
        if reports:
            path.write_text(page(*reports), "utf-8")
        found = Opened(page=context.new_page())
        if script:
            found.page.add_init_script(script)
        found.page.on("console", lambda message: found.heard.append(f"console: {message.text}"))
        found.page.on("pageerror", lambda error: found.heard.append(f"error: {error}"))
        found.page.on("dialog", lambda dialog: found.dismissed(dialog))  # noqa: PLW0108 - a method is written to
        found.page.on("request", lambda request: found.asked(request.url))
        found.page.goto(path.as_uri())
        return found

    return open_page
