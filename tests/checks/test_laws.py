"""What holds of every installed check, whoever wrote it."""

from __future__ import annotations

import inspect
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import plugins
from audit.check import Check, Needs
from audit.testing import article, assert_examples, shipped_scorer
from tests.back_translation.glossary import Glossary

CHECKS = plugins.checks()
EVERY_CHECK = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)

WORDS = st.sampled_from(
    "The the of President president Madrid Korea North El He he who said "
    ", . : ; ? ! … ... ( ) [ ] “ ” ‘ ’ « » \" ' ¿ ¡ – — - 1.234,5 45.000 18:40 hours 12 % € this Tuesday march "
    "Photo: EFE Read also [ad_1] &nbsp; <b> </b> .jpg http://x counts with his pair Russia pesos Ã³ â€™ "
    "\ufeff \u200b \xa0 \u2028 \ud83d \udc80 \x00 \t \r \n \r\n \n\n \r\n\r\n 日本 é e\u0301".split(" ")
)
SEPARATORS = st.sampled_from(["", " ", " ", " ", "  ", "\n", "\r\n", "\n\n", "\r\n\r\n", "\xa0"])
ARTICLES = st.lists(st.tuples(WORDS, SEPARATORS), max_size=60).map(lambda pairs: "".join(map("".join, pairs)))
TEXTS = st.text(st.characters(exclude_categories=()), max_size=200) | ARTICLES


def function(check: Check) -> object:
    """The decorated function itself."""
    return check.paragraph_function or check.document_function


def test_there_are_checks() -> None:
    """Laws over nothing prove nothing."""
    assert CHECKS


@pytest.mark.parametrize("label", ["id", "name"])
def test_labels_are_unique(label: str) -> None:
    """An id or a name stands for one check."""
    held = [getattr(check, label) for check in CHECKS]
    assert len(held) == len(set(held))


@EVERY_CHECK
def test_it_explains_itself(check: Check) -> None:
    """The docstring has a summary that ends its sentence, the reason, and examples of both kinds."""
    assert check.text.summary.endswith((".", "?"))
    assert check.text.explanation
    assert check.text.bad
    assert check.text.good
    assert all(example.spans for example in check.text.bad)
    assert not any(example.spans for example in check.text.good)


@EVERY_CHECK
def test_its_examples_hold(check: Check) -> None:
    """Bad examples are marked at exactly the spans shown, good ones nowhere; a model's words come from the model."""
    read = {Needs.SUSPICION, Needs.CONTRAST}
    scorer = shipped_scorer() if check.needs & read else None
    if check.needs - {Needs.SOURCE} - (read if scorer else set()):
        pytest.skip("examples hold a text and its source: other evidence is in the check's own tests")
    assert_examples(check, scorer, Glossary() if Needs.CONTRAST in check.needs else None)


@EVERY_CHECK
def test_its_file_is_named_for_it(check: Check) -> None:
    """One rule, one file, one entry point, one name."""
    file = inspect.getsourcefile(inspect.unwrap(function(check)))  # type: ignore[arg-type]
    assert file is not None
    assert file.replace("\\", "/").endswith(f"/{check.name.replace('-', '_')}.py")
    assert check.name in plugins.found("audit.checks")


@EVERY_CHECK
def test_its_confidence_is_a_share(check: Check) -> None:
    """Nothing is certain, nothing is worth reporting that is never right."""
    assert 0 < check.confidence < 1


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from([None, "es", "fr"]))
def test_no_check_fails_on_any_text(text: str, source_lang: str | None) -> None:
    """Every span lies in its paragraph and quotes the text; no text makes a check raise."""
    document = article(text, source_lang=source_lang)
    for check in CHECKS:
        for finding in check.run(document):
            assert finding.text == text[finding.start : finding.end]
            assert 0 < finding.confidence <= 1
            assert finding.message


SENTENCES = st.lists(
    st.sampled_from(
        (
            "El presidente no dijo nada.",
            "Costó 12.887 millones de euros en 2019.",
            "María López llegó a Suecia el 3 de mayo.",
            "The president said nothing.",
            "It cost 12.9 billion euros in 2018.",
            "Mary Lopez arrived in Switzerland in June.",
            *"\n\n|¿¡|1.234,5 %|a las 18.30 h|sin|not|\ud83d|un millón|XIX|n’a|two thirds|844-555-0173".split("|"),
        )
    ),
    max_size=12,
).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(TEXTS | SENTENCES, TEXTS | SENTENCES, st.sampled_from(["es", "fr", "pt", "it", "de", "nl"]))
def test_no_check_fails_on_any_source(text: str, source: str, source_lang: str) -> None:
    """Whatever is given as the source, every span lies in the text and no check raises."""
    document = article(text, source=source, source_lang=source_lang)
    for check in CHECKS:
        if Needs.SOURCE in check.needs:
            for finding in check.run(document):
                assert finding.text == text[finding.start : finding.end]
                assert 0 < finding.confidence <= 1


@settings(max_examples=50, deadline=None)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_order_makes_no_difference(text: str, chance: random.Random) -> None:
    """A check finds the same whichever ran before it."""
    document = article(text)
    first = {check.id: list(check.run(document)) for check in CHECKS}
    shuffled = chance.sample(CHECKS, len(CHECKS))
    assert {check.id: list(check.run(document)) for check in shuffled} == first
