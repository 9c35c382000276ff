"""The network learns, and a run that was cut goes on as if it had not been."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from audit.artifact_model.pieces import CASES, TYPES
from audit.training.artifact_model.batches import LENGTHS, PIECES, EncodedGroup, batches, count, encode
from audit.training.artifact_model.counting import count as count_ngrams
from audit.training.artifact_model.example import Example
from audit.training.artifact_model.loop import Schedule, train
from audit.training.artifact_model.network import Network, base, merged

WORDS = "[PAD] [UNK] [CLS] [SEP] a cat dog sat ran the on mat bad .".split()


@pytest.fixture
def tokenizer() -> Tokenizer:
    """A WordPiece tokenizer of a few words."""
    made = Tokenizer(models.WordPiece({word: at for at, word in enumerate(WORDS)}, unk_token=WORDS[1]))
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


@pytest.fixture
def groups(tokenizer: Tokenizer) -> list[EncodedGroup]:
    """Pairs of a clean sentence and one with a bad word."""
    clean = Example(text="the cat sat on the mat .", bad={"slip": ()}, values={"da": 1.0}, rank=1)
    worse = Example(text="the cat bad on the mat .", bad={"slip": ((8, 11),)}, values={"da": -1.0}, rank=0)
    return encode([(clean, worse)] * 64, tokenizer, count_ngrams([clean.text] * 20))


def network(folder: Path) -> Network:
    """A tiny encoder with heads, the same every time."""
    torch.manual_seed(0)
    config = transformers.BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32,
        max_position_embeddings=LENGTHS[-1],
    )  # fmt: skip
    transformers.BertModel(config).save_pretrained(folder)
    torch.manual_seed(0)
    return Network(base(folder))


def test_batches_have_few_shapes_and_hold_every_group_once(groups: list[EncodedGroup]) -> None:
    """Rows are padded to a fixed length; rivals stay together."""
    held = list(batches(groups, random.Random(1)))
    assert sum(len(batch.rivals) for batch in held) == len(groups)
    assert {batch.ids.shape[1] for batch in held} <= set(LENGTHS)
    assert all(batch.ids.numel() <= PIECES + 2 * LENGTHS[-1] for batch in held)
    assert count(groups) <= len(held) <= count(groups) + len(LENGTHS)


def test_labels_stand_at_the_bad_word(groups: list[EncodedGroup]) -> None:
    """Of the corrupted text only the third word's piece is bad; marks of start and end have no label."""
    _, worse = groups[0]
    assert worse.labels == {2: (-1.0, 0, 0, 1, 0, 0, 0, 0, -1.0)}


def test_the_network_learns_the_bad_word_and_the_order(groups: list[EncodedGroup], tmp_path: Path) -> None:
    """After some steps the bad word has the higher logit, the clean text the higher rank."""
    net = network(tmp_path / "base")
    lines: list[str] = []
    train(net, lambda _: groups, Schedule(steps=100, rate=0.01), tmp_path, lines.append)
    (batch,) = batches(groups[:1], random.Random(1))
    tokens, values = net(batch)
    clean, worse = (0, 1)
    assert tokens[worse, 2, 3] > tokens[clean, 2, 3] + 1
    assert values[clean, 3] > values[worse, 3]
    assert '"step": 100' in lines[-1]


def test_token_types_are_sums_of_their_parts_until_they_are_merged(tmp_path: Path) -> None:
    """The exported table has a row for every type, and the encoder says the same with it."""
    net = network(tmp_path / "base")
    types = net.bert.embeddings.token_type_embeddings
    for part in types.parts:
        torch.nn.init.normal_(part.weight)
    whole = merged(net)
    table = whole.embeddings.token_type_embeddings.weight
    assert table.shape[0] == TYPES
    parts = [part.weight for part in types.parts]
    assert torch.allclose(table[1 + 2 * CASES], parts[0][1] + parts[1][2] + parts[2][0] + parts[3][0])
    ids, kinds = torch.tensor([[2, 5, 6, 3]]), torch.tensor([[0, 3, TYPES - 1, 0]])
    one, other = (bert(input_ids=ids, token_type_ids=kinds).last_hidden_state for bert in (net.bert, whole))
    assert torch.allclose(one, other, atol=1e-6)


def test_a_cut_run_goes_on_where_it_was(groups: list[EncodedGroup], tmp_path: Path) -> None:
    """Twelve steps in one go equal eight and then four."""
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    whole.mkdir()
    cut.mkdir()
    one = network(tmp_path / "base")
    train(one, lambda _: groups, Schedule(steps=12, save_every=4), whole, lambda _: None)

    class Cut(Exception):  # noqa: N818 - not an error
        pass

    def draw(number: int) -> list[EncodedGroup]:
        if number * len(list(batches(groups, random.Random(1)))) >= 8:
            raise Cut
        return groups

    other = network(tmp_path / "base")
    with pytest.raises(Cut):
        train(other, draw, Schedule(steps=12, save_every=4), cut, lambda _: None)
    again = network(tmp_path / "base")
    train(again, lambda _: groups, Schedule(steps=12, save_every=4), cut, lambda _: None)
    assert all(torch.equal(a, b) for a, b in zip(one.state_dict().values(), again.state_dict().values(), strict=True))
