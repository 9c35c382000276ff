"""Tiny models of the three kinds, made with random or briefly trained weights and saved as the hub has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit import plugins
from audit.document import Paragraph
from audit.scorer import Fluency, Scorer
from audit.scorers.hf.scorer import HfScorer

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerFast

SEEN = "The council met on Monday and agreed to open the new library in June."
SHUFFLED = "library the agreed June open Monday to council new on in met The and."
TEXTS = (SEEN, "She said that the roads were closed until noon.", "Rain fell over the north – 𝔘𝔫𝔦 🙂 café, naïve.")

WIDTH = 32
"""Of all models here; with one layer they load in milliseconds."""


def read(folder: Path) -> HfScorer:
    """The scorer of a folder, made as the command line makes it."""
    scorer = plugins.scorer(f"hf:{folder}")
    assert isinstance(scorer, Scorer)
    assert isinstance(scorer, HfScorer)
    return scorer


def paragraphs(*texts: str) -> list[Paragraph]:
    """One paragraph of one sentence per text."""
    return [Paragraph(index=i, start=0, end=len(text), text=text) for i, text in enumerate(texts)]


def scores(held: Sequence[Fluency]) -> list[float]:
    """The scores, all of them present."""
    known = [one.score for one in held if one.score is not None]
    assert len(known) == len(held)
    return known


def byte_pieces(**special: str) -> PreTrainedTokenizerFast:
    """A byte-level BPE tokenizer like GPT-2's, trained on TEXTS, without special tokens around a text."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=300, special_tokens=["<end>"], initial_alphabet=alphabet, show_progress=False
    )
    tokenizer.train_from_iterator(TEXTS, trainer)
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, clean_up_tokenization_spaces=False, **special)


def word_pieces(**special: str) -> PreTrainedTokenizerFast:
    """An uncased tokenizer with [UNK], and [CLS] and [SEP] around a text, like BERT's, trained on TEXTS.

    Of BPE, whose training is the same in every process; that of WordPiece is not.
    """
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
    from transformers import PreTrainedTokenizerFast

    known = {"unk_token": "[UNK]", "pad_token": "[PAD]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    tokenizer = Tokenizer(models.BPE(unk_token=known["unk_token"]))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    names = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    tokenizer.train_from_iterator(TEXTS, trainers.BpeTrainer(vocab_size=120, special_tokens=names, show_progress=False))
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, clean_up_tokenization_spaces=False, **(known | special))


def causal(folder: Path, *, positions: int = 64, steps: int = 0, **special: str) -> Path:
    """A GPT-2 in a folder, trained for `steps` on SEEN."""
    from transformers import GPT2Config, GPT2LMHeadModel

    tokenizer = byte_pieces(**(special or {"bos_token": "<end>", "eos_token": "<end>"}))
    config = GPT2Config(vocab_size=len(tokenizer), n_embd=WIDTH, n_layer=1, n_head=2, n_positions=positions, **_ends(0))
    model = GPT2LMHeadModel(_seeded(config))
    _train(model, tokenizer(["<end>" + SEEN], return_tensors="pt").input_ids, steps)
    return saved(folder, model, tokenizer)


def masked(folder: Path, *, positions: int = 64, **special: str) -> Path:
    """A BERT with its masked head in a folder."""
    from transformers import BertForMaskedLM

    tokenizer = word_pieces(**(special or {"mask_token": "[MASK]"}))
    return saved(folder, BertForMaskedLM(bert(len(tokenizer), positions)), tokenizer)


def roberta(folder: Path, *, positions: int) -> Path:
    """A RoBERTa with its masked head in a folder: its first position is the padding's."""
    from transformers import RobertaConfig, RobertaForMaskedLM

    tokenizer = word_pieces(mask_token="[MASK]")  # noqa: S106 - no secret
    size = {"hidden_size": WIDTH, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": WIDTH}
    config = RobertaConfig(
        vocab_size=len(tokenizer), max_position_embeddings=positions, pad_token_id=0, **_ends(2), **size
    )
    return saved(folder, RobertaForMaskedLM(_seeded(config)), tokenizer)


def classifier(folder: Path, *, labels: Iterable[str] = ("LABEL_0", "LABEL_1"), bias: float | None = None) -> Path:
    """A BERT with a classifier's head in a folder; with `bias`, its first logit is that whatever the text."""
    import torch
    from transformers import BertForSequenceClassification

    names = tuple(labels)
    tokenizer = word_pieces()
    held = {"id2label": dict(enumerate(names)), "label2id": {name: i for i, name in enumerate(names)}}
    model = BertForSequenceClassification(bert(len(tokenizer), 64, **held))
    with torch.no_grad():
        model.classifier.weight.mul_(0 if bias is not None else 2)
        model.classifier.bias[0] = bias or 0.0
    return saved(folder, model, tokenizer)


def bert(vocabulary: int, positions: int, **more: Any) -> Any:  # noqa: ANN401 - what the configuration takes
    """The configuration of a small BERT."""
    from transformers import BertConfig

    size = {"hidden_size": WIDTH, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": WIDTH}
    return _seeded(BertConfig(vocab_size=vocabulary, max_position_embeddings=positions, **size, **more))


def saved(folder: Path, model: PreTrainedModel, tokenizer: PreTrainedTokenizerFast | None) -> Path:
    """The folder with the model, and the tokenizer if there is one, in it."""
    model.save_pretrained(folder)
    if tokenizer is not None:
        tokenizer.save_pretrained(folder)
    return folder


def _ends(token: int) -> dict[str, int]:
    return {"bos_token_id": token, "eos_token_id": token}


def _seeded(config: Any) -> Any:  # noqa: ANN401 - any configuration
    """The configuration, with wider weights than the usual ones, so that figures differ; seeds what is drawn next."""
    import torch

    torch.manual_seed(0)
    config.initializer_range = 0.3
    return config


def _train(model: PreTrainedModel, ids: Any, steps: int) -> None:  # noqa: ANN401 - a tensor
    import torch

    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
    for _ in range(steps):
        model(input_ids=ids, labels=ids).loss.backward()
        optimizer.step()
        optimizer.zero_grad()
