"""A network starts near what the dictionary says, and reads the source in order."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("sentencepiece")

from audit.training.translator.batches import tensors
from audit.training.translator.dictionary import learnt
from audit.training.translator.network import Size, network
from audit.training.translator.start import embeddings, next_position, start
from tests.training.translator import tiny
from tests.training.translator.test_model_one import AZUL, BLUE, BOOK, CASA, HOUSE, LIBRO, PAIRS


def test_a_piece_starts_near_its_translation() -> None:
    """All vectors have length one; those of other words are far."""
    torch.manual_seed(0)
    held = embeddings(learnt(PAIRS * 5, 6), 256)
    assert held.norm(dim=1).tolist() == pytest.approx([1] * 6)
    near = held[[AZUL, CASA, LIBRO]] @ held[[BLUE, HOUSE, BOOK]].T
    assert near.diagonal().min() > 0.6
    assert near[1, 2].abs() < 0.3


def test_a_piece_that_is_its_own_translation_stays_as_drawn() -> None:
    """Figures and names are the same in both languages."""
    pairs = [((1, 2), (1, 3)), ((1,), (1,)), ((2,), (3,))]
    torch.manual_seed(0)
    drawn = torch.nn.functional.normalize(torch.randn(4, 64), dim=1)
    torch.manual_seed(0)
    assert torch.allclose(embeddings(learnt(pairs, 4), 64)[1], drawn[1])


def test_the_rotation_leads_to_the_next_position(tmp_path: Path) -> None:
    """For the codes that the network itself has."""
    codes = tiny.network(tiny.pieces(tmp_path)).model.encoder.embed_positions.weight
    turned = codes[:-1] @ next_position(codes.shape[1]).T
    assert torch.allclose(turned, codes[1:], atol=1e-4)


def test_attention_walks_along_the_source(tmp_path: Path) -> None:
    """At the start each place looks most near the piece that stands one on; the padding stays zero."""
    pieces = tiny.pieces(tmp_path)
    torch.manual_seed(0)
    held = network(Size(encoder=1, decoder=1, width=256), pieces.pad, pieces.eos).eval()
    before = held.model.shared.weight[pieces.pad].clone()
    start(held, tiny.dictionary(pieces))
    held.set_attn_implementation("eager")
    drawn = torch.randint(260, pieces.pad, (64, 26)).tolist()
    batch = tensors((16, tuple(((2, *row[:13], 0), (*row[13:], 0)) for row in drawn)), 1024, pieces.pad, pieces.eos)
    with torch.no_grad():
        said = held.model(
            input_ids=batch.source, attention_mask=batch.mask, decoder_input_ids=batch.read, use_cache=False,
            output_attentions=True,
        )  # fmt: skip
    attention = said.cross_attentions[-1].mean((0, 1))[:13, :14]
    assert attention.diagonal(1).mean() > 1.2 * attention.mean()
    assert (attention.argmax(1) - torch.arange(1, 14)).abs().float().mean() < 2
    assert torch.equal(held.model.shared.weight[pieces.pad], before)
