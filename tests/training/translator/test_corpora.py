"""Corpora with weights, tags that are left out, and pairs that are held out."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.errors import AuditError, ConfigError
from audit.training.translator.corpora import Corpus, corpora, digest, hold_out, named, without
from audit.training.translator.direction import parse
from tests.training.translator.texts import PAIRS, corpus, write

ES_EN = parse("es-en")
HELD = [Corpus(name="text", weight=1, pairs=PAIRS)]


def test_a_name_has_a_weight() -> None:
    """It is 1 when none is given."""
    assert named("some/text") == ("some/text", 1)
    assert named("some/text*0.3") == ("some/text", 0.3)


@pytest.mark.parametrize("text", ["text*", "text*0", "text*-1", "text*many", "text*inf", "text*nan"])
def test_a_weight_is_a_number_above_zero(text: str) -> None:
    """Anything else is told."""
    with pytest.raises(ConfigError, match="weight is a number above 0"):
        named(text)


def test_tagged_lines_are_left_out(tmp_path: Path) -> None:
    """And the log says what was kept."""
    stem = corpus(tmp_path)
    lines: list[str] = []
    write(tmp_path / "text.tag", ["ted", *["news"] * (len(PAIRS) - 1)])
    (held,) = corpora([f"{stem}*2"], ES_EN, ["ted"], lines.append)
    assert held == Corpus(name=stem, weight=2, pairs=PAIRS[1:])
    assert lines == [f"{stem}: {len(PAIRS) - 1} pairs"]


def test_a_tag_that_no_corpus_has_is_told(tmp_path: Path) -> None:
    """A slip must not let in what is not to be trained on."""
    stem = corpus(tmp_path)
    with pytest.raises(ConfigError, match="no corpus has the tag TED – tags there: none"):
        corpora([stem], ES_EN, ["TED"], lambda _: None)
    write(tmp_path / "text.tag", ["ted"] * len(PAIRS))
    with pytest.raises(ConfigError, match="no corpus has the tag TED – tags there: ted"):
        corpora([stem], ES_EN, ["TED"], lambda _: None)
    with pytest.raises(AuditError, match="no pairs are left"):
        corpora([stem], ES_EN, ["ted"], lambda _: None)


def test_what_was_dropped_is_told(tmp_path: Path) -> None:
    """With its reason."""
    lines: list[str] = []
    stem = corpus(tmp_path, [*PAIRS, PAIRS[0]])
    corpora([stem], ES_EN, [], lines.append)
    assert lines == [f"{stem}: {len(PAIRS)} pairs (dropped 1 repeated)"]


def test_pairs_held_out_are_not_trained_on() -> None:
    """Nor are others that share one side with them."""
    pairs = hold_out(HELD, seed=1)
    assert len(pairs) == 1
    assert hold_out(HELD, seed=1) == pairs
    near = (pairs[0][0], "Something else."), ("Otra cosa.", pairs[0][1].upper())
    (rest,) = without([Corpus(name="text", weight=1, pairs=(*PAIRS, *near))], pairs)
    assert set(rest.pairs) == {*PAIRS} - {*pairs}
    with pytest.raises(AuditError, match="held out for validation"):
        without(HELD, PAIRS)


def test_a_digest_changes_with_pairs_and_weights() -> None:
    """And with nothing else."""
    assert digest(HELD) == digest([Corpus(name="other", weight=1, pairs=PAIRS)])
    others = Corpus(name="text", weight=2, pairs=PAIRS), Corpus(name="text", weight=1, pairs=PAIRS[1:])
    assert len({digest(HELD), *(digest([other]) for other in others)}) == 3
