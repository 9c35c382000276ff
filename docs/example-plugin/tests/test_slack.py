"""The message says the worst of every article."""

from __future__ import annotations

import io
import json

from audit import Config, audit_text
from newsroom_checks.slack import MOST_TOLD, SlackRenderer


def message(text: str) -> list[str]:
    """The lines of the message on one article."""
    report = audit_text(text, source_lang="es", config=Config(engine="none", scorer="none", cache=""))
    stream = io.StringIO()
    SlackRenderer().render([report], stream, colour=False, width=None)
    held: str = json.loads(stream.getvalue())["text"]
    return held.splitlines()


def test_a_clean_article_has_one_line() -> None:
    """With its words and its score."""
    assert message("The council met on Monday.") == ["*text*: 0 findings in 5 words, MQM 100.0"]


def test_findings_are_told_worst_first_and_not_all() -> None:
    """Whoever wants the rest opens the report."""
    lines = message("He met  his pair of Russia ,and Smith&nbsp;<b>left</b> the the room .\n\nPhoto: EFE")
    assert len(lines) == 1 + MOST_TOLD
    assert lines[1].startswith("• major ")


def test_markup_is_escaped() -> None:
    """A tag in a finding is no tag in the message."""
    assert any("&lt;b&gt;" in line for line in message("She left the <b>room</b>."))
    assert not any("<" in line for line in message("She left the <b>room</b>."))
