"""The model: paragraphs in, readings of their sentences out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.artifact_model.model import FILES, ArtifactModel, load, shipped
from audit.artifact_model.ngrams import load_ngrams
from audit.artifact_model.pieces import open_tokenizer, pieces
from audit.artifact_model.reading import SentenceReading
from audit.errors import PluginError
from tests.artifact_model import tiny
from tests.artifact_model.tiny import paragraph

LONG = paragraph(" ".join(f"The president{n} said it is, no." for n in range(60)))
TWO = paragraph(
    "The president said that. It is not a big problem.", "The president said that.", "It is not a big problem."
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny model's folder."""
    return tiny.exported(tmp_path_factory)


@pytest.fixture
def copied(folder: Path, tmp_path: Path) -> Path:
    """A copy of it to break."""
    return Path(shutil.copytree(folder, tmp_path / "copy"))


def assert_same(one: SentenceReading, other: SentenceReading) -> None:
    """Equal to 1e-5."""
    assert (one.start, one.end, one.words) == (other.start, other.end, other.words)
    assert np.abs(one.token_logits - other.token_logits).max(initial=0.0) < 1e-5
    assert one.features == pytest.approx(other.features, abs=1e-5)


def test_every_word_is_read(folder: Path) -> None:
    """Sentence by sentence, with logits per token head and all features."""
    ((first, second),) = load(folder).read([TWO])
    assert [TWO.text[a:b] for a, b in first.words] == ["The", "president", "said", "that"]
    assert [TWO.text[a:b] for a, b in second.words] == ["It", "is", "not", "a", "big", "problem"]
    assert second.token_logits.shape == (6, len(tiny.TOKEN_HEADS))
    assert first.features is not None
    assert set(first.features) == {
        "sentence:da", "sentence:rank", "mean:post_edit", "mean:slip", "max:post_edit", "max:slip",
    }  # fmt: skip


def test_logits_are_those_of_the_network(folder: Path) -> None:
    """Within what eight bits lose, a word's logits and the sentence's values are what torch says."""
    torch = pytest.importorskip("torch")
    text = "The president said that it is a BIG problem."
    ((read,),) = ArtifactModel(folder).read([paragraph(text)])
    found = pieces(text, open_tokenizer(folder / "tokenizer.json"), load_ngrams(folder / "ngrams.npz"))
    ids, types = (2, *found.ids, 3), (0, *found.types, 0)
    with torch.no_grad():
        held = tiny.bert()(input_ids=torch.tensor([ids]), token_type_ids=torch.tensor([types]))
    vectors, heads = held.last_hidden_state[0].numpy(), tiny.heads()
    logits = vectors @ heads["token_weight"].T + heads["token_bias"]
    assert read.token_logits[:8] == pytest.approx(logits[1:9], abs=0.25)
    assert read.token_logits[8] == pytest.approx(logits[9:11].max(axis=0), abs=0.25)
    assert read.features is not None
    value = heads["sentence_weight"][0] @ vectors.mean(axis=0) + heads["sentence_bias"][0]
    assert read.features["sentence:da"] == pytest.approx(float(value), abs=0.1)


def test_a_reading_does_not_depend_on_the_others(folder: Path) -> None:
    """Alone or among paragraphs of all lengths, in any order, and the second time."""
    paragraphs = [TWO, LONG, paragraph("It is."), paragraph("No, she is going on and on in the city.")]
    together = ArtifactModel(folder).read(paragraphs)
    model = ArtifactModel(folder)
    alone = [model.read([one])[0] for one in reversed(paragraphs)][::-1]
    again = model.read(paragraphs)
    for held in (alone, again):
        for mine, theirs in zip(held, together, strict=True):
            for one, other in zip(mine, theirs, strict=True):
                assert_same(one, other)


def test_a_long_sentence_is_read_in_windows(folder: Path) -> None:
    """Each of its words is read once, in order; the start is as if the rest were not there, up to its context."""
    ((read,),) = load(folder).read([LONG])
    assert [LONG.text[a:b] for a, b in read.words] == [word.strip(",.") for word in LONG.text.split()]
    assert np.isfinite(read.token_logits).all()
    assert read.features is not None


def test_a_short_sentence_is_read_with_its_neighbour(folder: Path) -> None:
    """Its words depend on the neighbour, and it has no features."""
    both = [paragraph(f"{first} No.", first, "No.") for first in ("He said it is.", "She is not going.")]
    (_, one), (_, other) = load(folder).read(both)
    assert one.features is None
    assert [both[0].text[a:b] for a, b in one.words] == ["No"]
    assert np.abs(one.token_logits - other.token_logits).max() > 1e-3


def test_nothing_to_read_gives_nothing(folder: Path) -> None:
    """No paragraphs, or one without text."""
    assert load(folder).read([]) == []
    ((read,),) = load(folder).read([paragraph("")])
    assert (read.words, read.features) == ((), None)


def test_a_folder_is_loaded_once(folder: Path) -> None:
    """Asking again gives the same model."""
    assert load(folder) is load(folder)


def test_the_shipped_folder_lies_in_the_package() -> None:
    """Beside the other data."""
    assert shipped().parts[-3:] == ("audit", "data", "artifact_model")


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(copied: Path, name: str) -> None:
    """At once, before anything is read."""
    (copied / name).unlink()
    with pytest.raises(PluginError, match=rf"{name} missing – .* \(artifact:DIR\)"):
        load(copied)


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    """It says what to give instead."""
    with pytest.raises(PluginError, match=r"model\.bin, .* missing"):
        load(tmp_path / "nowhere")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("content", [b"", b"\x00junk" * 9])
def test_a_broken_file_is_one_line(copied: Path, name: str, content: bytes) -> None:
    """Whichever file it is, the error names the folder."""
    (copied / name).write_bytes(content)
    with pytest.raises(PluginError) as held:
        load(copied).read([TWO])
    assert str(copied) in str(held.value)
    assert "\n" not in str(held.value)


def test_heads_of_another_calibration_are_refused(copied: Path) -> None:
    """The names must be as many as the heads."""
    raw = {**tiny.CALIBRATION, "sentence_heads": ["da"]}
    (copied / "calibration.json").write_text(json.dumps(raw), "utf-8")
    with pytest.raises(PluginError, match=r"heads\.npz has \(2, 2\) heads, calibration\.json names \(2, 1\)"):
        load(copied).read([TWO])


def test_heads_of_another_width_are_refused(copied: Path) -> None:
    """They belong to another encoder."""
    heads = {name: array[..., :9] if "weight" in name else array for name, array in tiny.heads().items()}
    np.savez(copied / "heads.npz", **heads)
    with pytest.raises(PluginError, match=r"heads\.npz is 9 wide, model\.bin 32"):
        load(copied).read([TWO])


def test_a_vocabulary_too_small_is_refused(copied: Path) -> None:
    """An encoder looks ids up unchecked."""
    path = copied / "vocabulary.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8"))[:-1]), "utf-8")
    with pytest.raises(PluginError, match=r"more pieces than vocabulary\.json"):
        load(copied).read([TWO])


def test_a_tokenizer_without_marks_is_refused(copied: Path) -> None:
    """It is not the one the model was trained with."""
    path = copied / "tokenizer.json"
    path.write_text(path.read_text("utf-8").replace("[SEP]", "[END]"), "utf-8")
    with pytest.raises(PluginError, match=r"no \[CLS\] or no \[SEP\]"):
        load(copied).read([TWO])


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=()) | st.sampled_from("he. No – ’"), max_size=200))
def test_any_text_is_read(folder: Path, text: str) -> None:
    """Whatever the text, words are in order and in bounds, and logits are numbers."""
    ((read,),) = load(folder).read([paragraph(text)])
    flat = [at for span in read.words for at in span]
    assert flat == sorted(flat)
    assert all(0 <= at <= len(text) for at in flat)
    assert read.token_logits.shape == (len(read.words), 2)
    assert np.isfinite(read.token_logits).all()
