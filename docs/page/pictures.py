"""Takes the pictures of the page for the docs: `python docs/page/pictures.py` (group `browser`, an installed Chromium).

Each of the samples is audited as `audit run` does it and photographed on a wide and a narrow screen.
"""  # noqa: INP001 - a script

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from audit.cli import main

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"
SAMPLES = ROOT / "corpora" / "samples"
TAKEN = (
    ("article.txt", "wide", 1400, "light", ("n", "n", "n", "a", "n", "r", "n")),
    ("article.txt", "wide-dark", 1400, "dark", ("n",) * 13),
    ("article.txt", "narrow", 390, "light", ("n", "n", "a")),
    ("feed.xml", "wide", 1400, "light", ()),
    ("feed.xml", "narrow-dark", 390, "dark", ()),
)
"""Sample, name, width in pixels, theme, and the keys pressed before: what the page of the docs tells of."""
HEIGHT = {1400: 1000, 390: 844}


def pictures() -> None:
    """Write every picture as PNG."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        browser = running.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        pages = {sample: page(sample, Path(folder)) for sample, *_ in TAKEN}
        for sample, name, width, theme, keys in TAKEN:
            target = IMAGES / f"{Path(sample).stem}-{name}.png"
            take(browser, pages[sample], target, (width, theme, keys))
            print(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes")  # noqa: T201 - a script
        browser.close()


def page(sample: str, folder: Path) -> Path:
    """The page of a sample, made by the command a reader would use."""
    target = folder / f"{sample}.html"
    status = main(["run", (SAMPLES / sample).relative_to(Path.cwd()).as_posix(), "--format", "html", "-o", str(target)])
    if status:
        sys.exit(status)
    return target


def take(browser: Any, source: Path, target: Path, how: tuple[int, str, tuple[str, ...]]) -> None:  # noqa: ANN401 - a browser of playwright
    """Open a page, press the keys and take the picture of what is on the screen."""
    width, theme, keys = how
    opened = browser.new_page(viewport={"width": width, "height": HEIGHT[width]}, color_scheme=theme)
    opened.goto(source.as_uri())
    for key in keys:
        opened.keyboard.press(key)
    opened.wait_for_timeout(300)  # colours fade in
    opened.screenshot(path=target)
    opened.close()


def chromium() -> str:
    """Where Chromium is installed."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    return path or sys.exit("no Chromium is installed")


if __name__ == "__main__":
    pictures()
