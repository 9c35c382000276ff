"""What is told of a fixed file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from audit.config import Config
from audit.fixing.rounds import Fixed, fix
from audit.fixing.telling import summary
from audit.ingest.rewriting import open_articles
from audit.pipeline import Auditor

ARTICLE = "Council meets\n\nThe ”end” came on monday , he said.\n\nThe chief, Ana Lopez Marsh, she was told of it.\n"


def fixed(path: Path, text: str, *, unsafe: bool = False, **config: tuple[str, ...]) -> Fixed:
    """An article after its fixes."""
    path.write_bytes(text.encode())
    with Auditor(Config(engine="none", scorer="none", **config)) as auditor:  # type: ignore[arg-type]
        return fix(open_articles(str(path), stdin=BytesIO()), auditor, unsafe=unsafe)


def test_the_summary_counts_what_was_fixed_and_what_is_left(tmp_path: Path) -> None:
    """By rule, most fixed first; what is left by what it needs."""
    select = ("LIN102", "LIN111", "LIN115", "LIN121", "LIN113")
    path = tmp_path / "a.txt"
    told = summary(fixed(path, ARTICLE, select=select))
    assert told == "3 fixed: 1 missing-capital, 1 punctuation-spacing, 1 quote-direction; 1 left: 1 that needs --unsafe"
    assert summary(fixed(path, ARTICLE, select=select, unsafe=True), unsafe=True).startswith("4 fixed: ")
    assert summary(fixed(path, "It rained in the north.\n")) == "nothing to fix"


def test_the_summary_tells_of_rounds_and_persons(tmp_path: Path) -> None:
    """More than one round is told, and findings that nothing fixes."""
    text = "A headline\n\nThe ayuntamiento of the city has a sign that says «tourist» and no more.\n"
    done = fixed(tmp_path / "a.txt", text, select=("LIN114", "ACC111"))
    assert summary(done) == "2 fixed: 2 foreign-quotes in 2 rounds; 1 left: 1 for a person"
