"""Words read as renderings of their source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.back_translation.cache import Cache
from audit.back_translation.surprisal import rendered, with_surprisals
from audit.back_translation.translation import translate_paragraphs
from audit.document import Document, Role, Suspicion
from tests.back_translation.glossary import Glossary, article
from tests.back_translation.reader import EXPECTED, UNEXPECTED, Reader

GOOD = "The controls are old"


def read(document: Document, reader: Reader, engine: Glossary | None = None) -> Document:
    """The document translated back and read."""
    cache = Cache()
    back = translate_paragraphs(document, engine or reader, cache)
    return with_surprisals(back, rendered(back, engine or reader, cache), reader)


def test_every_word_has_its_surprisal() -> None:
    """Punctuation belongs to no word; the mean is the paragraph's."""
    paragraph = read(article("The controls fail."), Reader(GOOD)).paragraphs[0]
    assert [paragraph.text[w.start : w.end] for w in paragraph.surprisals] == ["The", "controls", "fail"]
    assert [word.logprob for word in paragraph.surprisals] == [EXPECTED, EXPECTED, UNEXPECTED]
    assert paragraph.surprisal == pytest.approx(-(2 * EXPECTED + UNEXPECTED) / 3)


def test_another_form_that_is_likelier_is_told() -> None:
    """With how much it gains."""
    paragraph = read(article("So it was. The controls is old."), Reader(GOOD)).paragraphs[0]
    told = [word for word in paragraph.surprisals if word.alternative]
    assert [(paragraph.text[w.start : w.end], w.alternative) for w in told] == [("is", "are")]
    assert told[0].gain == pytest.approx(2 * (EXPECTED - UNEXPECTED))


def test_a_word_that_the_scorer_trusts_is_not_tried() -> None:
    """It costs time, and two opinions are better than one."""
    document = article("The controls is old.")
    sure = tuple(Suspicion(start=0, end=19, probability=probability) for probability in (0.01,))
    trusted = replace(document, paragraphs=(replace(document.paragraphs[0], suspicions=sure),))
    assert not any(word.alternative for word in read(trusted, Reader(GOOD)).paragraphs[0].surprisals)


def test_the_source_comes_before_the_back_translation() -> None:
    """Where its sentences pair off; else the back-translation stands in."""
    document = article("He met him. It rained.", "He met him. It rained.")
    one, other = document.paragraphs
    sourced = (replace(one, source="Lo conoció. Llovió."), replace(other, source="Lo conoció y llovió."))
    engine, cache = Glossary(), Cache()
    back = translate_paragraphs(replace(document, paragraphs=sourced), engine, cache)
    held = rendered(back, engine, cache)
    assert [each.source for each in held[:2]] == ["Lo conoció.", "Llovió."]
    assert [each.source for each in held[2:]] == ["Él conoció him.", "It rained."]


def test_only_running_text_with_something_to_render_is_read() -> None:
    """No headlines, and nothing of a language unknown or without an engine."""
    headed = article("His pair of Russia", "He met him.", roles={0: Role.HEADLINE})
    assert [bool(p.surprisals) for p in read(headed, Reader(GOOD)).paragraphs] == [False, True]
    unknown = article("He met him.", source_lang=None)
    assert with_surprisals(unknown, rendered(unknown, None, Cache()), Reader(GOOD)) == unknown
    plain = article("He met him.")
    assert not with_surprisals(plain, rendered(plain, None, Cache()), Reader(GOOD)).paragraphs[0].surprisals
