"""The page is read, filtered and walked through with the keyboard, and an article runs nothing in it."""

from __future__ import annotations

import pytest

from tests.renderers.html.conftest import Opener
from tests.renderers.html.pages import nested, wicked
from tests.renderers.reports import clean, document, finding, flawed, hostile, report


def test_severities_are_filtered(opened: Opener) -> None:
    """A card goes, and so do the mark and the number in the text; the count says so."""
    held = opened(flawed())
    held.page.uncheck("[name=severity][value=major]")
    assert held.shown == ["f1", "f2", "f3", "f4"]
    assert held.text("#count") == "4 of 5 findings, 0 decided"
    assert "off" in str(held.page.get_attribute("mark[data-f='0']", "class"))
    assert not held.page.is_visible("a.ref[href='#f0']")


def test_rules_confidence_words_and_decisions_are_filtered(opened: Opener) -> None:
    """Alone and together; showing all again is one button."""
    article = document()
    held = opened(report(article, finding(article, "Envoys", confidence=0.95, rule="LIN1"), finding(article, "agree")))
    held.page.select_option("[name=rule]", index=1)
    assert held.shown == ["f0"]
    held.page.click("[type=reset]")
    held.page.wait_for_selector("#f1:not(.out)")
    held.page.fill("[name=confidence]", "0.95")
    assert (held.shown, held.text("#least")) == (["f0"], "95 %")
    held.page.fill("[name=confidence]", "0")
    held.page.fill("[name=words]", "  AGREE ")
    assert held.shown == ["f1"]
    held.page.fill("[name=words]", "")
    held.page.click("#f0 [data-act=reject]")
    held.page.select_option("[name=decision]", "none")
    assert held.shown == ["f1"]
    held.page.fill("[name=words]", "no such words")
    assert (held.shown, held.text("#count")) == ([], "0 of 2 findings, 1 decided")
    held.page.focus("#theme")
    held.press("n")
    assert held.text("#told") == "No finding passes the filter."


def test_a_piece_of_text_stays_marked_while_any_of_its_findings_shows(opened: Opener) -> None:
    """Overlapping findings do not take each other's marks away."""
    held = opened(nested())
    held.page.uncheck("[name=severity][value=critical]")
    classes = held.page.eval_on_selector_all(
        "mark[data-f]", "marks => marks.map(mark => mark.classList.contains('off'))"
    )
    assert classes == [False] * 8
    held.page.uncheck("[name=severity][value=minor]")
    classes = held.page.eval_on_selector_all(
        "mark[data-f]", "marks => marks.map(mark => mark.classList.contains('off'))"
    )
    assert classes == [True, True, True, False, False, False, False, False]


def test_keys_walk_through_what_is_shown(opened: Opener) -> None:
    """Forth with n and j, back with p and k, past what is filtered out, and no further than the ends."""
    held = opened(flawed())
    seen = []
    for key in "njnpk":
        held.press(key)
        seen.append(held.current)
    assert seen == ["f0", "f1", "f2", "f1", "f0"]
    held.press("p")
    assert (held.current, held.text("#told")) == ("f0", "That was the first finding.")
    held.page.uncheck("[name=severity][value=minor]")
    held.press("n")
    assert held.current == "f2"
    held.press("n", "n")
    assert (held.current, held.text("#told")) == ("f3", "That was the last finding.")


def test_walking_goes_on_from_a_finding_that_was_filtered_out(opened: Opener) -> None:
    """The next one shown is the next one in the text."""
    held = opened(flawed())
    held.press("n", "n")
    held.page.uncheck("[name=severity][value=minor]")
    held.press("p")
    assert held.current == "f0"
    held.press("n")
    held.page.uncheck("[name=severity][value=critical]")
    held.press("n")
    assert held.current == "f3"


def test_keys_do_nothing_while_words_are_typed_or_when_switched_off(opened: Opener) -> None:
    """In the filter, in a dialog, with a modifier, and for those who do not want them."""
    held = opened(flawed())
    held.press("/")
    held.page.keyboard.type("na?")
    assert held.page.input_value("[name=words]") == "na?"
    held.page.fill("[name=words]", "")
    held.page.focus("#theme")
    held.press("Control+a", "?", "n")
    assert held.current == ""
    held.page.uncheck("#keyed")
    held.press("Escape", "n")
    assert (held.current, held.text("#count")) == ("", "5 findings, 0 decided")


def test_a_decision_without_a_finding_says_what_to_do(opened: Opener) -> None:
    """The key has no effect before one is chosen."""
    held = opened(flawed())
    held.press("a")
    assert held.text("#told") == "Go to a finding first, with n."


def test_help_and_rules_open_and_close(opened: Opener) -> None:
    """By key and by button; the focus comes back."""
    held = opened(flawed())
    held.press("?")
    assert held.page.is_visible("#help")
    held.press("Escape")
    assert not held.page.is_visible("#help")
    held.page.click("#f0 [data-act=rule]")
    assert "Each word is right" in held.text("#r0")
    held.press("Escape")
    assert not held.page.is_visible("#r0")
    assert held.current == "f0"


def test_the_evidence_opens_and_closes(opened: Opener) -> None:
    """By key and by button, which tells its state."""
    held = opened(flawed())
    assert not held.page.is_visible("#f0 .told")
    held.press("n", "w")
    assert "Confidence: 90%" in held.text("#f0 .told")
    assert held.page.get_attribute("#f0 [data-act=why]", "aria-expanded") == "true"
    held.page.click("#f0 [data-act=why]")
    assert not held.page.is_visible("#f0 .told")


def test_a_click_in_the_text_finds_the_card(opened: Opener) -> None:
    """The innermost finding first, then those around it; a number leads to its own."""
    held = opened(nested())
    held.page.click("mark[data-f='0 1']")
    assert held.current == "f1"
    held.page.click("mark[data-f='0 1']")
    assert held.current == "f0"
    held.page.click("a.ref[href='#f2']")
    assert held.current == "f2"
    assert (
        held.page.eval_on_selector_all("mark.on", "marks => marks.map(mark => mark.textContent).join('')")
        == "three four"
    )


def test_a_bar_of_the_chart_leads_to_its_paragraph(opened: Opener) -> None:
    """The paragraph has the focus then."""
    held = opened(flawed())
    held.page.click("[data-go=a0p6] rect")
    assert held.page.evaluate("document.activeElement.id") == "a0p6"


def test_articles_are_sorted_by_any_column(opened: Opener) -> None:
    """Names upwards first, figures downwards first; the head tells it."""
    held = opened(clean(), flawed(), nested())

    def order() -> list[str]:
        return [held.text(f"tbody tr:nth-child({i}) a") for i in (1, 2, 3)]

    held.page.click("thead th:nth-child(1) button")
    assert order() == ["envoys", "Envoys agree", "rain"]
    held.page.click("thead th:nth-child(2) button")
    assert order() == ["Envoys agree", "envoys", "rain"]
    assert held.page.eval_on_selector_all("th[aria-sort]", "heads => heads.map(head => head.ariaSort)") == [
        "none", "descending", *["none"] * 5,
    ]  # fmt: skip
    held.page.click("thead th:nth-child(2) button")
    assert order() == ["rain", "envoys", "Envoys agree"]


def test_the_overview_counts_decisions(opened: Opener) -> None:
    """Of each article, as they are made."""
    held = opened(flawed(), nested())
    held.press("n", "r")
    assert [held.text(f"[data-decided='{i}']") for i in (0, 1)] == ["1 of 5", "0 of 4"]


def test_the_theme_is_chosen_and_kept(opened: Opener) -> None:
    """The system's at first; then the reader's."""
    held = opened(flawed())
    background = "getComputedStyle(document.body).backgroundColor"
    light = held.page.evaluate(background)
    held.page.click("#theme")
    dark = held.page.evaluate(background)
    assert light != dark
    assert opened().page.evaluate(background) == dark


@pytest.mark.parametrize("width", [390, 1000, 1400])
def test_nothing_is_wider_than_the_screen(opened: Opener, width: int) -> None:
    """The page never scrolls sideways; charts and tables do within themselves."""
    held = opened(flawed(), wicked(), nested())
    held.page.set_viewport_size({"width": width, "height": 800})
    held.unfold()
    assert held.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_wicked_article_runs_nothing(opened: Opener) -> None:
    """No dialog, no request, no error; and the whole page still works."""
    held = opened(wicked(), hostile())
    held.press("n", "r", "n", "e")
    held.page.keyboard.type("<script>alert(1)</script>")
    held.press("Escape", "?", "Escape")
    held.page.hover("#f0 .remedy")
    held.page.click("#f0 [data-act=rule]")
    assert held.heard == []
    assert held.text("#count") == "3 findings, 2 decided"
    assert "\\u202egnorw\\u202c" in held.text("#a0p0 .text")


def test_the_policy_stops_a_script_and_a_request(opened: Opener) -> None:
    """Were markup ever to slip in, the browser would refuse it."""
    held = opened(flawed())
    broken = (
        "new Promise(done => document.addEventListener('securitypolicyviolation', one => done(one.effectiveDirective)))"
    )
    image = "document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.1:9/x.png'}))"
    assert held.page.evaluate(f"() => {{ const told = {broken}; {image}; return told; }}") == "img-src"
    written = "try { document.body.innerHTML += '<b>'; return 'written'; } catch (cause) { return cause.name; }"
    assert held.page.evaluate(f"() => {{ {written} }}") == "TypeError"


def test_without_findings_there_is_nothing_to_decide(opened: Opener) -> None:
    """A clean article, and none at all, make a page without an error."""
    for held in (opened(clean()), opened(report(document(())))):
        held.press("n", "a", "?", "Escape")
        assert held.heard == []
        assert held.page.query_selector("#export") is None
