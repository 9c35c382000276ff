"""Measures the page in Chromium: `python docs/page/speed.py` writes speed.md beside it (group `browser`).

The article is the shipped sample over and over, audited without an engine or scorer; times are `performance.now` of the
page itself, the median of the turns. How long its thread was busy is what other work on the machine does not change.
"""  # noqa: INP001 - a script

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from audit.cli import main

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "corpora" / "samples" / "article.txt"
PARAGRAPHS = (50, 400, 1600)
TURNS = 7

LOADED = "(([entry]) => entry.loadEventEnd - entry.responseEnd)(performance.getEntriesByType('navigation'))"
TIMED = (
    "(() => { const start = performance.now(); %s; document.body.offsetHeight; return performance.now() - start; })()"
)
INPUT = "document.querySelector('#filters').dispatchEvent(new Event('input', {bubbles: true}))"
DONE = {
    "filter by severity": f"document.querySelector('[name=severity]').checked ^= 1; {INPUT}",
    "filter by words": f"document.querySelector('[name=words]').value = 'english'; {INPUT}",
    "show all again": f"document.querySelector('[name=words]').value = ''; {INPUT}",
    "next finding": "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'n', bubbles: true}))",
    "reject": "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'r', bubbles: true}))",
}


def measured() -> str:
    """The table: one column a length of article."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        path = shutil.which("chromium") or sys.exit("no Chromium is installed")
        browser = running.chromium.launch(executable_path=path, args=["--no-sandbox"])
        columns = [_column(browser, Path(folder), count) for count in PARAGRAPHS]
        version = browser.version
        browser.close()
    rows = [[label, *(column[label] for column in columns)] for label in columns[0]]
    head = ["", *(f"{count:,} paragraphs" for count in PARAGRAPHS)]
    lines = [head, ["---"] * len(head), *rows]
    table = "\n".join("| " + " | ".join(row) + " |" for row in lines)
    told = f"`python docs/page/speed.py` – Chromium {version} on two busy cores, the median of {TURNS} turns."
    return f"# How fast the page is\n\n{told}\n\n{table}\n"


def _column(browser: Any, folder: Path, count: int) -> dict[str, str]:  # noqa: ANN401 - a browser of playwright
    article = folder / f"{count}.txt"
    paragraphs = SAMPLE.read_text("utf-8").split("\n\n")[1:]
    article.write_text("\n\n".join(islice(cycle(paragraphs), count)), "utf-8")
    page = article.with_suffix(".html")
    if main(["run", str(article), "--engine", "none", "--scorer", "none", "--format", "html", "-o", str(page)]):
        sys.exit(2)
    turns = [_turn(browser, page) for _ in range(TURNS)]
    column = {label: f"{statistics.median(turn[label] for turn in turns):.0f} ms" for label in turns[0]}
    size, findings = page.stat().st_size / 1024, page.read_text("utf-8").count('class="card ')
    return {"size": f"{size:,.0f} KiB", "findings": f"{findings:,}", **column}


def _turn(browser: Any, page: Path) -> dict[str, float]:  # noqa: ANN401 - a browser of playwright
    opened = browser.new_page(viewport={"width": 1400, "height": 1000})
    session = opened.context.new_cdp_session(opened)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    opened.goto(page.as_uri())
    busy = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    times = {"load: parse, style, script": opened.evaluate(LOADED)}
    times["of it the page’s thread was busy"] = 1000 * busy["TaskDuration"]
    times |= {label: opened.evaluate(TIMED % deed) for label, deed in DONE.items()}
    opened.close()
    return times


if __name__ == "__main__":
    Path(__file__).with_name("speed.md").write_text(measured(), "utf-8")
