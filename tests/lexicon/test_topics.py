"""What an article is about, and entries that hold only on such pages or in known translations."""

from __future__ import annotations

import pytest

from audit.lexicon.entry import Entry
from audit.lexicon.matcher import Lexicon
from audit.lexicon.setting import Setting
from audit.lexicon.topics import names, topics
from tests.lexicon.entries import made

SPORT = "The coach said the striker scored two goals."


def fires(entry: Entry, setting: Setting) -> bool:
    """Whether an entry for “party” fires in a sentence that holds it."""
    text = "The party ended at midnight."
    return bool(Lexicon([entry]).matches(text, [(0, len(text))], setting))


def test_topic_takes_several_words() -> None:
    """An article is about what four of its words belong to, wherever they stand in it."""
    assert topics([SPORT]) == {"sport"}
    assert topics(["The coach left.", "A striker.", "He scored.", "Two goals."]) == {"sport"}
    assert topics(["The coach, the coach, the coach and a striker scored."]) == frozenset()


@pytest.mark.parametrize(
    ("context", "about", "expected"),
    [
        ("#sport", {"sport"}, True),
        ("#sport", {"politics"}, False),
        ("#sport|politics", {"politics"}, True),
        ("#sport; #politics", {"politics"}, False),
        ("-#politics", {"politics", "sport"}, False),
        ("-#politics", {"sport"}, True),
        ("#sport; -#politics", None, True),
    ],
)
def test_entry_may_ask_for_a_topic(context: str, about: set[str] | None, expected: bool) -> None:  # noqa: FBT001
    """An entry fires where the article is about what it asks for and not about what it excludes; None grants both."""
    held = frozenset(about) if about is not None else None
    assert fires(made("party", context=context), Setting(topics=held)) is expected


def test_entry_may_ask_for_a_known_translation() -> None:
    """What people write too is reported only in articles known to be translated from the language."""
    entry = made("party", context="@translated")
    assert not fires(entry, Setting())
    assert fires(entry, Setting(translated=True))


def test_unknown_topic_is_refused() -> None:
    """A misspelled topic is an error that names those there are."""
    with pytest.raises(ValueError, match="no topic sports: the topics are accident"):
        made("party", context="#sports")
    assert "sport" in names()
