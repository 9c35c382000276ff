"""The terminal report says what an editor needs, on any terminal."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import replace

import pytest

from audit.document import Role
from audit.finding import Severity
from audit.renderers.verdict import THROUGHOUT, verdict
from audit.thresholds import LITERAL_FLUENCY
from tests.renderers.rendering import rendered
from tests.renderers.reports import clean, document, finding, flawed, hostile, report


def test_without_colour_there_is_no_escape() -> None:
    """Plain text stays plain whatever the article holds."""
    text = rendered("table", flawed(), hostile())
    assert {unicodedata.category(character) for character in text if character != "\n"} & {"Cc", "Cf", "Cs"} == set()


def test_with_colour_only_styles_are_escapes() -> None:
    """A hostile article adds none of its own: what is left without the styles is printable."""
    pieces = rendered("table", hostile(), colour=True).split("\x1b[")
    bare = "".join([pieces[0], *(piece.partition("m")[2] for piece in pieces[1:])])
    assert all(character.isprintable() or character == "\n" for character in bare)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_lines_fit_the_terminal(width: int) -> None:
    """No line is wider than the terminal."""
    assert max(map(len, rendered("table", flawed(), clean(), width=width).splitlines())) <= width


@pytest.mark.parametrize(("width", "used"), [(None, 100), (20, 60), (400, 120)])
def test_width_is_kept_within_reason(width: int | None, used: int) -> None:
    """The rule above an article is as long as the lines."""
    assert len(rendered("table", clean(), width=width).splitlines()[0]) == used


def test_one_article_ends_with_its_verdict() -> None:
    """The last thing on the screen is the sentence that decides."""
    last = rendered("table", flawed(), width=120).strip().splitlines()[-3:]
    assert last[0].endswith("not fit to publish as it is.")
    assert last[1:] == ["1 of them known to the baseline and not shown.", "2 more accepted by the configuration."]


def test_several_articles_end_with_a_total() -> None:
    """With several articles a line over all comes last."""
    last = rendered("table", flawed(), clean(), width=120).strip().splitlines()[-2]
    assert last.startswith(
        "5 artifacts in 123 words of 2 articles (1 neutral, 2 minor, 1 major, 1 critical); 1 without"
    )


def test_clean_articles_have_a_total_without_severities() -> None:
    """Nothing is counted where nothing was found."""
    assert "0 artifacts in 10 words of 2 articles; 2 without any." in rendered("table", clean(), clean())


def test_no_articles_is_said() -> None:
    """An empty feed gives a line, not silence."""
    assert rendered("table") == "No articles to audit.\n"


def test_a_long_list_of_rules_is_cut() -> None:
    """Past fifteen rules the rest is summed up."""
    article = document()
    many = [finding(article, "Envoys", rule=f"LIN{i}", name=f"rule-{i}") for i in range(100, 120)]
    assert "5 more" in rendered("table", report(article, *many))


def test_a_long_span_shows_its_two_ends() -> None:
    """A whole paragraph is not quoted twice."""
    article = document()
    whole = article.paragraphs[1].text
    text = rendered("table", report(article, finding(article, whole)), width=120)
    assert "● minor “The ambassador met for several…" in text
    assert "the first to cross.”" in text


def test_a_finding_outside_every_paragraph_is_listed() -> None:
    """Nothing that counts is left out of the page."""
    stray = finding(document(), "Envoys", paragraph=99)
    assert "LIN115 punctuation-spacing" in rendered("table", report(document(), stray)).partition("rule ")[0]


def test_an_unknown_language_keeps_its_code() -> None:
    """A language without an English name is still told."""
    assert "from xx-unknown" in rendered("table", report(document(source_lang="xx-unknown")))


def test_a_score_without_interval_is_shown_alone() -> None:
    """A scorer need not know how sure it is."""
    scored = flawed()
    scores = replace(scored.scores, fluency_low=None, fluency_high=None)
    assert "fluency 48\n" in rendered("table", replace(scored, scores=scores), width=120)


@pytest.mark.parametrize(
    ("counts", "words", "mqm", "told"),
    [
        ({}, 0, 100, "No words to judge."),
        ({}, 1, 100, "No artifacts found in 1 word."),
        ({"minor": 1}, 100, 99, "1 artifact in 100 words (1 minor): publishable once the marked places are settled."),
        ({"minor": 6}, 100, 94, "6 artifacts in 100 words (6 minor): needs an editor before it is published."),
        (
            {"minor": 21, "major": 6},
            398,
            87.19,
            "27 artifacts in 398 words (21 minor, 6 major): not fit to publish as it is.",
        ),
        ({"critical": 1}, 9000, 99.7, "1 artifact in 9,000 words (1 critical): not fit to publish as it is."),
    ],
)
def test_verdict_bands(counts: dict[str, int], words: int, mqm: float, told: str) -> None:
    """Each band has its sentence, and one critical finding is enough for the last."""
    assert verdict(Counter({Severity(level): count for level, count in counts.items()}), words, mqm) == told


@pytest.mark.parametrize(
    ("counts", "mqm", "told"),
    [
        ({}, 100, f"No artifacts found in 100 words, but it {THROUGHOUT}."),
        ({"minor": 1}, 99, f"1 artifact in 100 words (1 minor): {THROUGHOUT}."),
        ({"minor": 6}, 94, f"6 artifacts in 100 words (6 minor): {THROUGHOUT}."),
        ({"major": 3}, 85, "3 artifacts in 100 words (3 major): not fit to publish as it is."),
    ],
)
def test_a_text_that_reads_as_rendered_is_never_publishable(counts: dict[str, int], mqm: float, told: str) -> None:
    """However few places are marked; a fluency above the bar changes nothing."""
    held = Counter({Severity(level): count for level, count in counts.items()})
    assert verdict(held, 100, mqm, LITERAL_FLUENCY - 1) == told
    assert verdict(held, 100, mqm, LITERAL_FLUENCY) == verdict(held, 100, mqm)


def test_markup_in_the_article_is_text() -> None:
    """Square brackets are no style."""
    article = document(((Role.BODY, "[red]Not red[/red] :smile:"),))
    assert "[red]Not red[/red] :smile:" in rendered("table", report(article, finding(article, "red")))


def test_the_three_least_fluent_paragraphs_are_listed() -> None:
    """Worst first, by their first words, with interval; not where all are on the screen anyway."""
    article = document(tuple((Role.BODY, f"Paragraph {i} of the news says " + "a thing " * 20) for i in range(5)))
    whole = report(article, fluency=50.0)
    scores = tuple(
        replace(held, fluency=value, fluency_low=value - 6, fluency_high=value + 6)
        for held, value in zip(whole.paragraph_scores, (70.0, 31.0, 90.0, 20.0, 40.0), strict=True)
    )
    text = rendered("table", replace(whole, paragraph_scores=scores), width=80)
    listed = text.partition("the least fluent begin")[2].splitlines()[2:5]
    assert [line.split()[0] for line in listed] == ["3", "1", "4"]
    assert listed[0].split() == "3 Paragraph 3 of the news says a thing a … 20 (14–26)".split()
    few = document(((Role.BODY, "One."), (Role.BODY, "Two."), (Role.BODY, "Three.")))
    assert "least fluent" not in rendered("table", report(few, fluency=9.0))


def test_the_least_fluent_of_several_articles_are_named() -> None:
    """Three in all, with the article they stand in."""
    text = rendered("table", flawed(), replace(flawed(), document=replace(flawed().document, id="second")), width=120)
    listed = text.partition("the least fluent begin")[2].splitlines()[2:6]
    assert [line.split()[:2] for line in listed] == [["envoys", "0"], ["envoys", "1"], ["envoys", "2"], []]


def test_what_the_baseline_knows_is_counted_and_not_shown() -> None:
    """Neither in the article nor among the rules; the score is that of the whole article all the same."""
    flaws = flawed()
    known = tuple(replace(issue, baseline="unchanged") for issue in flaws.issues[:-1])
    new = replace(flaws.issues[-1], baseline="new")
    told = rendered("table", replace(flaws, issues=(*known, new)), clean())
    assert "4 of them known to the baseline and not shown." in told
    assert "artifacts in 123 words of 2 articles" in told
    assert " ".join(told.split()).endswith("4 of them known to the baseline and not shown.")
    assert "DES101" in told
    assert not any(rule in told for rule in ("ACC101", "LIN115", "LOC101", "LIN111"))
    assert f"MQM {flaws.scores.mqm:.1f}" in told
