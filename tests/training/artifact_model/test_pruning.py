"""A smaller vocabulary reads the same English."""

from __future__ import annotations

import pytest

from tests.artifact_model import tiny

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from audit.training.artifact_model.pruning import LEAST_SEEN, kept, prune, pruned_tokenizer

SEEN = ["the president said"] * LEAST_SEEN + ["house"] * (LEAST_SEEN - 1)


def test_pieces_seen_often_enough_are_kept() -> None:
    """So are letters and marks, of which a rarer word is then made."""
    tokenizer = tiny.tokenizer()
    held = pruned_tokenizer(tokenizer, kept(tokenizer, SEEN))
    assert held.encode("the president said").tokens == ["the", "president", "said"]
    assert held.encode("house").tokens == ["h", "##o", "##u", "##s", "##e"]
    assert held.encode("[UNK] ?", add_special_tokens=False).tokens == ["[UNK]", "?"]


def test_kept_pieces_keep_their_vectors() -> None:
    """The encoder says the same of a text of kept pieces."""
    tokenizer, whole, small = tiny.tokenizer(), tiny.bert(), tiny.bert()
    ids = kept(tokenizer, SEEN)
    prune(small, ids)
    held = pruned_tokenizer(tokenizer, ids)
    tokenizer.no_padding()
    with torch.no_grad():
        one, other = (
            bert(input_ids=torch.tensor([used.encode("the president said").ids])).last_hidden_state
            for bert, used in ((whole, tokenizer), (small, held))
        )
    assert torch.equal(one, other)
    assert small.config.vocab_size == held.get_vocab_size() < tokenizer.get_vocab_size()
