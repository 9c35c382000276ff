"""One vocabulary for both languages, which loses nothing of a text."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("sentencepiece")

from audit.errors import ConfigError
from audit.training.translator.pieces import Pieces, make
from tests.training.translator.texts import PAIRS

TEXTS = [side for pair in PAIRS for side in pair]
TAGS = ("<2en>", "<2es>")


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Pieces:
    """A vocabulary of the corpus."""
    path = tmp_path_factory.mktemp("pieces") / "spm.model"
    make(TEXTS, TAGS, 500, 1, path)
    return Pieces(path)


def test_special_pieces_come_first(pieces: Pieces) -> None:
    """End, unknown and tags; the padding is past the last."""
    assert pieces.names()[:5] == ["</s>", "<unk>", *TAGS, "<0x00>"]
    assert (pieces.eos, pieces.id("<2es>"), pieces.pad) == (0, 3, len(pieces.names()))


@pytest.mark.parametrize("text", [*TEXTS[:4], "¡ÑANDÚ! 北京 naïve — 3,50 €", "<2en> </s> <unk>"])
def test_a_text_comes_back_as_it_was(pieces: Pieces, text: str) -> None:
    """Whatever its characters are, and even when it looks like a tag."""
    (ids,) = pieces.encode([text])
    names = [pieces.names()[at] for at in ids]
    assert pieces.decode(names) == text
    assert not {*TAGS, "</s>", "<unk>"} & {*names}
    assert pieces.decode(["<2en>", *names, "</s>"]) == text


def test_figures_are_split_into_digits(pieces: Pieces) -> None:
    """Numbers are copied digit by digit."""
    (ids,) = pieces.encode(["1945"])
    assert [pieces.names()[at] for at in ids][-4:] == list("1945")


def test_the_same_texts_give_the_same_pieces(pieces: Pieces, tmp_path: Path) -> None:
    """Byte for byte the same names."""
    make(TEXTS, TAGS, 500, 1, tmp_path / "spm.model")
    assert Pieces(tmp_path / "spm.model").names() == pieces.names()


def test_what_cannot_be_a_vocabulary_is_told(tmp_path: Path) -> None:
    """Fewer pieces than there are bytes, or a file that is no model."""
    with pytest.raises(ConfigError, match="no vocabulary of 100 pieces"):
        make(TEXTS, TAGS, 100, 1, tmp_path / "spm.model")
    (tmp_path / "other.model").write_bytes(b"other")
    with pytest.raises(ConfigError, match="not a SentencePiece model"):
        Pieces(tmp_path / "other.model")
