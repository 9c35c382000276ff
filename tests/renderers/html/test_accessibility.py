"""axe-core finds nothing to object to, by day and by night, at rest and at work."""

from __future__ import annotations

import pytest

from tests.renderers.html.conftest import Opened, Opener
from tests.renderers.html.pages import nested
from tests.renderers.reports import clean, flawed, hostile

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def violations(held: Opened) -> list[str]:
    """What axe-core objects to: the rule and the elements."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    found = axe.Axe().run(held.page, options=RULES).response["violations"]
    return [f"{one['id']}: {[node['html'][:200] for node in one['nodes']]}" for one in found]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
def test_the_page_has_no_barrier(opened: Opener, theme: str, width: int) -> None:
    """With decisions made, evidence and fields open, one finding at hand and one filtered out."""
    held = opened(flawed(), clean(), hostile(), nested())
    held.page.set_viewport_size({"width": width, "height": 900})
    held.page.emulate_media(color_scheme=theme)
    held.unfold()
    held.press("n", "a", "n", "r", "n", "e", "Escape", "c", "Escape")
    held.page.evaluate("document.getElementById('filters').hidden = false")
    assert violations(held) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_help_and_rules_have_no_barrier(opened: Opener, theme: str) -> None:
    """The dialog and the note beside a card."""
    held = opened(flawed())
    held.page.emulate_media(color_scheme=theme)
    held.press("?")
    assert violations(held) == []
    held.press("Escape")
    held.page.click("#f0 [data-act=rule]")
    assert violations(held) == []


def test_everything_can_be_reached_with_the_tabulator(opened: Opener) -> None:
    """Every control that shows has the focus once on the way from the top."""
    held = opened(flawed())
    held.unfold()
    wanted = held.page.evaluate(
        "[...document.querySelectorAll('a, button, select, input, textarea, summary')]"
        ".filter(one => !one.disabled && one.checkVisibility()).length"
    )
    held.page.evaluate("window.seen = new Set(); addEventListener('focusin', event => seen.add(event.target))")
    for _ in range(wanted + 5):
        held.press("Tab")
    seen = held.page.evaluate(
        "[...seen].filter(one => one.matches('a, button, select, input, textarea, summary')).length"
    )
    assert seen == wanted
