"""How models are told the languages, by the codes of their tokenizers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from audit.engines.hf.direction import Direction, direction, language_codes
from tests.engines import translation_models
from tests.engines.translation_models import calm

pytest.importorskip("torch")
pytest.importorskip("transformers", minversion="5")  # before, tokenizers cannot be made without a trained file


def tokenizer(folder: Path) -> Any:  # noqa: ANN401 - any of transformers
    """The tokenizer of a folder."""
    from transformers import AutoTokenizer

    with calm():
        return AutoTokenizer.from_pretrained(folder)


def refusal(held: Any, model: str, *pair: str) -> str:  # noqa: ANN401 - any tokenizer
    """Why the model has not the pair."""
    with pytest.raises(LookupError) as raised:
        direction(held, model, *pair)
    return str(raised.value.args[0])


@pytest.mark.parametrize(
    ("kind", "source", "first"),
    [("m2m100", "es", "__en__"), ("nllb", "spa_Latn", "eng_Latn"), ("mbart50", "es_XX", "en_XX")],
)
def test_multilingual_models_have_codes_of_their_own(tmp_path: Path, kind: str, source: str, first: str) -> None:
    """Plain ones, those of FLORES-200, and those with a region; the source's is what the tokenizer puts first."""
    held = tokenizer(getattr(translation_models, kind)(tmp_path))
    assert direction(held, kind, "es", "en") == Direction(source=source, first=first)
    assert direction(held, kind, "spa", "en-GB") == Direction(source=source, first=first)
    held.src_lang = source
    assert held.convert_ids_to_tokens(held("come")["input_ids"][0]).strip("_") == source
    assert refusal(held, kind, "es", "xx").startswith("the model has no pair es-xx: no xx in its ")


def test_every_code_is_read() -> None:
    """Of two scripts or kinds of one language the commoner is taken."""
    codes = language_codes("spa_Latn zho_Hans zho_Hant pes_Arab prs_Arab nob_Latn pbt_Arab ast_Latn <mask>".split())
    assert codes == {
        "es": "spa_Latn",
        "zh": "zho_Hans",
        "fa": "pes_Arab",
        "no": "nob_Latn",
        "ps": "pbt_Arab",
        "ast": "ast_Latn",
    }


def test_the_languages_of_news_are_in_all_three(tmp_path: Path) -> None:
    """By the codes that articles come with."""
    for kind in ("m2m100", "nllb", "mbart50"):
        held = tokenizer(getattr(translation_models, kind)(tmp_path / kind))
        for lang in "ar cs de es fr it ja ko nl pl pt ro ru sv tr uk vi zh".split():
            assert direction(held, kind, lang, "en").first in {"__en__", "eng_Latn", "en_XX"}


def test_a_marian_model_has_the_pair_it_was_made_for(tmp_path: Path) -> None:
    """That its tokenizer names, in two or three letters."""
    held = tokenizer(translation_models.marian(tmp_path, "spa", "en"))
    assert direction(held, "some/name", "es", "en") == Direction()
    for pair in (("en", "es"), ("es", "fr"), ("fr", "en")):
        assert refusal(held, "opus-mt-en-es", *pair).endswith(f"{'-'.join(pair)}: it was made for spa-en")


def test_the_pair_of_a_marian_model_may_stand_in_its_name(tmp_path: Path) -> None:
    """Where the tokenizer tells none."""
    held = tokenizer(translation_models.marian(tmp_path, None, None))
    assert direction(held, "Helsinki-NLP/opus-mt-es-en", "es", "en") == Direction()
    assert direction(held, "./opus-mt-ROMANCE-en/", "pt", "en") == Direction()
    assert refusal(held, "some/name", "es", "en").startswith("neither the tokenizer's configuration nor the model's")


def test_a_marian_model_of_many_targets_is_told_by_a_tag(tmp_path: Path) -> None:
    """One of those its vocabulary has; a source that is a family of languages is taken at its word."""
    held = tokenizer(translation_models.marian(tmp_path, "en", "roa", (">>spa<<", ">>pt_br<<", ">>fr<<")))
    assert direction(held, "model", "en", "es") == Direction(tag=">>spa<< ")
    assert direction(held, "model", "en", "pt") == Direction(tag=">>pt_br<< ")
    assert refusal(held, "model", "en", "it") == "the model has no pair en-it: it was made for en-es/fr/pt"
    assert refusal(held, "model", "de", "es") == "the model has no pair de-es: it was made for en-es/fr/pt"
