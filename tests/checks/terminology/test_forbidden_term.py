"""A rendering that the glossary forbids is found and replaced."""

from __future__ import annotations

from audit import plugins
from audit.finding import Finding
from audit.testing import findings

(CHECK,) = [check for check in plugins.checks() if check.name == "forbidden-term"]
HOUSE = "source,term,forbidden,note,severity\nayuntamiento,city council,town hall,house style,major\n,,foo,,\n"


def found(text: str, glossary: str | None = HOUSE, source: str | None = None) -> list[Finding]:
    """What the rule finds."""
    return findings(CHECK, text, glossary=glossary, source=source, source_lang="es")


def test_it_says_what_the_glossary_has() -> None:
    """With its note and severity, its line and the other renderings it may have."""
    (one,) = found(
        "Two town halls.", "term,forbidden,note,severity\ncity council|council,town hall,house style,major\n"
    )
    assert (one.text, one.suggestion, one.fix, one.severity) == ("town halls", "city councils", "unsafe", "major")
    assert one.message == "“town halls”: the glossary has “city council” or “council” for it (house style)"
    assert one.evidence == {"glossary": "example.csv:2", "alternatives": ["council"]}


def test_without_another_rendering_nothing_is_suggested() -> None:
    """What to write instead is for the editor to say."""
    (one,) = found("A foo.")
    assert (one.message, one.suggestion, one.fix) == ("“foo”: the glossary forbids it", None, None)


def test_an_article_that_has_to_change_is_marked_too() -> None:
    """Else the fix would leave a wrong one behind."""
    (one,) = found("It was an adviser.", "term,forbidden\nminister,adviser\n")
    assert (one.text, one.suggestion) == ("an adviser", "a minister")


def test_an_unsure_article_leaves_the_fix_to_a_person() -> None:
    """The suggestion is shown, and not made."""
    (one,) = found("It was a charity.", "term,forbidden\nNGO,charity\n")
    assert (one.text, one.suggestion, one.fix) == ("charity", "NGO", None)


def test_a_source_without_the_term_makes_it_doubtful() -> None:
    """The word renders another one; a line without a source is not asked for it."""
    text = "The town hall and the foo of Vegaluna reopened on Monday."
    with_term = found(text, source="El ayuntamiento y el foo de Vegaluna reabrieron el lunes.")
    without = found(text, source="El salón y el foo de Vegaluna reabrieron el lunes.")
    assert [(one.text, one.confidence) for one in with_term] == [("town hall", 0.95), ("foo", 0.95)]
    assert [(one.text, one.confidence) for one in without] == [("town hall", 0.4), ("foo", 0.95)]


def test_without_a_glossary_it_is_silent() -> None:
    """It holds an article to nothing."""
    assert found("A town hall.", None) == []
