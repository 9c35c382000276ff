"""Words and findings against marked spans, worked out by hand; a word of n letters is wrong with probability n/20."""

from __future__ import annotations

import math

import pytest

from audit.bench.annotated import Article, GoldSpan
from audit.bench.judgements import HumanText, MinimalPair
from audit.bench.mqm import Rated
from audit.bench.reader import Reader
from audit.bench.rows import Row
from audit.bench.words import dialects, findings, gold, hits, tags
from audit.config import Config
from audit.document import Suspicion
from audit.finding import Finding, Severity
from audit.pipeline import Auditor
from tests.bench.standin import WordLengthScorer


@pytest.fixture
def reader() -> Reader:
    """A reader with the stand-in scorer."""
    return Reader(WordLengthScorer())


def found(start: int, end: int, confidence: float, rule: str = "MOD101") -> Finding:
    """A finding of which only place, rule and confidence matter."""
    return Finding(
        rule=rule,
        name="suspect",
        paragraph=0,
        start=start,
        end=end,
        text="",
        category="",
        its_type="",
        severity=Severity.MINOR,
        confidence=confidence,
        message="",
    )


def test_words_are_tagged_by_span(reader: Reader) -> None:
    """One long bad word, one short good one, and one of the same length: area ¾, precision ½."""
    rows = [Row(pair="ro-en", target="aaaa bb cccc", spans=((0, 2),))]
    by_language, whole = tags.by_language(rows, reader)
    assert by_language.words == 3
    assert by_language.marked == pytest.approx(1 / 3)
    assert (by_language.area, by_language.precision, by_language.longer) == (0.75, 0.5, 0.75)
    assert whole.label == "all"


def test_only_machine_translations_from_spanish_are_tagged(reader: Reader) -> None:
    """A person's translation and another pair are left out."""
    rows = [
        Row(pair="es-en", target="aaaa bb", rater="A", system="x", scores={"mqm": 1}, spans=((5, 7),)),
        Row(pair="es-en", target="cccc", rater="A", system="human:reference", scores={"mqm": 1}),
        Row(pair="de-en", target="dddd", rater="A", system="x", scores={"mqm": 1}),
    ]
    held = tags.by_raters(rows, reader)
    assert (held.words, held.marked, held.area) == (2, 0.5, 0)


def test_the_bar_lets_one_word_in_a_hundred_through() -> None:
    """Of 200 clean words at most two lie above it."""
    words = [Suspicion(start=0, end=1, probability=i / 200) for i in range(200)]
    limit = hits.bar([words])
    assert sum(word.probability > limit for word in words) in {1, 2}
    assert math.isnan(hits.bar([]))


def test_a_hit_is_a_flagged_word_that_touches_the_span(reader: Reader) -> None:
    """The added long word is above every clean one; the dropped one leaves only short words."""
    pairs = [
        MinimalPair(kind="added", clean="It is so.", corrupted="It is entirely so.", span=(6, 14)),
        MinimalPair(kind="dropped", clean="It was that.", corrupted="It was.", span=(6, 6)),
        MinimalPair(kind="elsewhere", clean="It is so.", corrupted="It is entirely so.", span=(0, 2)),
    ]
    held, limit = hits.minimal_pair_hits(pairs, reader)
    assert limit == 0.25
    assert {one.kind: (one.at_bar.value, one.top) for one in held} == {
        "all": (pytest.approx(1 / 3), pytest.approx(2 / 3)),
        "added": (1, 1),
        "dropped": (0, 1),
        "elsewhere": (0, 0),
    }


def test_demetr_hits_are_of_unseen_pairs(reader: Reader) -> None:
    """German is left out, and so is damage of unknown place."""
    meta = {"clean_mt": "It is so."}
    rows = [
        Row(pair="es-en", system="minor_id1_addition", target="It is entirely so.", spans=((6, 14),), meta=meta),
        Row(pair="it-en", system="minor_id1_addition", target="It is really so.", meta=meta),
        Row(pair="de-en", system="minor_id1_addition", target="It is fully so.", spans=((0, 2),), meta=meta),
    ]
    held, _ = hits.demetr_hits(rows, reader)
    assert [(one.kind, one.at_bar.count, one.at_bar.value) for one in held] == [("all", 1, 1), ("addition", 1, 1)]


@pytest.fixture
def audited() -> list[findings.Audited]:
    """Two translations of ten characters; A read both, B the first."""
    first = Rated(target="a" * 10, pair="es-en", human=False, penalty=1, raters={"A": ((0, 4),), "B": ((2, 6),)})
    second = Rated(target="a" * 10, pair="es-en", human=False, penalty=0, raters={"A": ()})
    return [
        findings.Audited(rated=first, findings=(found(3, 5, 0.9), found(7, 8, 0.3))),
        findings.Audited(rated=second, findings=(found(0, 2, 0.55, "LIN101"),)),
    ]


def test_findings_are_compared_with_each_rater_and_all(audited: list[findings.Audited]) -> None:
    """Findings below the confidence are left out; characters are summed over a rater's texts."""
    held = findings.against_raters(audited, 0.5)
    assert {rater: (texts, one.both, one.found, one.marked) for rater, (texts, one) in held.items()} == {
        "A": (2, 1, 4, 4),
        "B": (1, 2, 2, 4),
        "all raters": (2, 2, 4, 6),
    }


def test_raters_are_compared_with_each_other(audited: list[findings.Audited]) -> None:
    """They share two of four characters each."""
    texts, held = findings.agreement([item.rated for item in audited])
    assert (texts, held.f1) == (1, 0.5)
    assert findings.everything([item.rated for item in audited]).precision == 6 / 20


def test_confidence_is_compared_with_the_share_that_is_right(audited: list[findings.Audited]) -> None:
    """Three tenths of confidence hold a finding each; a prefix leaves one rule out."""
    held = findings.bins(audited)
    assert [(one.count, one.confidence, one.right) for one in held] == [(1, 0.3, 0), (1, 0.55, 0), (1, 0.9, 1)]
    assert len(findings.bins(audited, ("MOD",))) == len(findings.bins(audited, ("sus", "MOD"))) - 1 == 2
    assert findings.by_rule(audited, 0.5) == {"LIN101 suspect": [False], "MOD101 suspect": [True]}


def test_every_confidence_is_audited() -> None:
    """A machine translation from Spanish is audited as an article, a person's is not."""
    with Auditor(Config(engine="none", scorer="none", cache="", min_confidence=0.0)) as auditor:
        rows = [
            Row(pair="es-en", target="He left , then.", rater="A", system="x", scores={"mqm": 1}),
            Row(pair="es-en", target="He left , too.", rater="A", system="human:reference", scores={"mqm": 1}),
        ]
        (held,) = findings.audited(rows, auditor)
    assert [finding.name for finding in held.findings] == ["punctuation-spacing"]


def test_gold_kinds_are_compared_with_clean_words(reader: Reader) -> None:
    """The only long word of running text is the calque; a clean article adds clean words."""
    text = "He went and extraordinarily sat, and then he left the room with all of them on that day."
    span = GoldSpan(start=12, end=27, kind="calque", severity="minor")
    marked = Article(name="es-a", text=text, spans=(span,), clean=False)
    plain = Article(name="clean-a", text=text.replace("extraordinarily ", ""), spans=(), clean=True)
    held = gold.measure([marked, plain], reader)
    assert held == {"all": gold.Kind(words=1, area=1.0), "calque": gold.Kind(words=1, area=1.0)}


def test_suspected_words_of_people_are_counted_by_dialect(reader: Reader) -> None:
    """One word of four has ten letters."""
    texts = [HumanText(dialect="en-GB", domain="law", text="It is altogether so.")]
    assert dialects.suspected(texts, reader) == {"en-GB": (4, 250)}
