"""The figures of each set, on rows small enough to work out by hand; a text of n letters has the fluency 100 − n."""

from __future__ import annotations

import math

import pytest

from audit.bench.fluency import articles, bio, demetr, intervals, literary, mlqe, project, ratings, web, wmt
from audit.bench.judgements import Graded, HumanText, MinimalPair, Variants
from audit.bench.reader import Reader
from audit.bench.rows import Row
from audit.scorer import Fluency
from tests.bench.standin import WordLengthScorer


@pytest.fixture
def reader() -> Reader:
    """A reader with the stand-in scorer."""
    return Reader(WordLengthScorer())


def long(letters: int) -> str:
    """A text of so many letters."""
    return "a" * letters


def assessed(pair: str, letters: int, human: float) -> Row:
    """A row with a direct assessment."""
    return Row(pair=pair, target=long(letters), scores={"da_mean": human})


def test_mlqe_is_told_by_language(reader: Reader) -> None:
    """Fluency 90, 80, 70 against 60, 40, 50: Pearson ½; an empty text is not scored."""
    rows = [assessed("ro-en", 10, 60), assessed("ro-en", 20, 40), assessed("ro-en", 30, 50), assessed("ro-en", 0, 1)]
    romanian, whole = mlqe.measure([*rows, Row(target="no judgement")], reader)
    assert (romanian.label, romanian.count, romanian.unscored) == ("ro", 3, 1)
    assert romanian.pearson.value == pytest.approx(0.5)
    assert romanian.shorter_pearson == pytest.approx(0.5)
    assert (romanian.mean_fluency, romanian.mean_judgement) == (80, 50)
    assert whole.label == "all"


def test_mlqe_page_shows_published_figures_beside(reader: Reader) -> None:
    """Romanian has all three, "all" has none."""
    (section,) = mlqe.sections([assessed("ro-en", 10, 60), assessed("ro-en", 20, 40)], reader)
    assert section.rows[1][-3:] == ("0.647", "0.685", "0.898")
    assert section.rows[2][-3:] == ("–", "–", "–")


def test_articles_are_read_whole_as_each_translated_them(reader: Reader) -> None:
    """People first, then the most preferred; a text of n characters has 100 − n, and few segments are no article."""
    rows = [
        Row(
            target="x" * length,
            reference="r" * 20,
            system=name,
            segment=("d", str(at)),
            scores={"pref_win_rate": won},
        )
        for name, length, won in (("worse", 60, 0.2), ("better", 30, 0.8))
        for at in range(articles.LEAST_SEGMENTS)
    ]
    few = [Row(target="x", reference="r", system="few", segment=("e", "1"), scores={"pref_win_rate": 1.0})]
    held = articles.measure([*rows, *few], reader)
    assert [(one.name, one.won, one.articles) for one in held] == [
        (articles.PEOPLE, None, (80.0,)),
        ("better", 0.8, (70.0,)),
        ("worse", 0.2, (40.0,)),
    ]
    assert [one.below for one in held] == [0, 0, 1]
    (section,) = articles.sections(rows, reader)
    assert len(section.rows) == 4
    assert "Spearman’s correlation is 1.00" in section.text
    assert articles.sections(few, reader) == []


def test_wmt_pairs_are_those_of_one_segment(reader: Reader) -> None:
    """Of three pairs told apart in two segments, the shorter is preferred in two."""

    def row(segment: str, letters: int, wins: float) -> Row:
        scores = {"pref_win_rate": wins}
        return Row(segment=("doc", segment), target=long(letters), reference=long(9), scores=scores)

    rows = [row("1", 10, 0.9), row("1", 20, 0.5), row("1", 30, 0.5), row("2", 10, 0.1), row("2", 20, 0.4)]
    rankings = {one.label: one for one in wmt.measure([*rows, assessed("es-en", 4, 5)], reader)}
    assert rankings[wmt.THIS].pairs.value == pytest.approx(2 / 3)
    assert rankings[wmt.THIS].pairs.count == 3
    assert rankings["longer is better"].pairs.value == pytest.approx(1 / 3)
    assert rankings[wmt.THIS].assessed.count == 1


def test_ratings_tell_acceptable_sentences(reader: Reader) -> None:
    """One collection says acceptable or not, the other only rates."""

    def row(name: str, letters: int, rating: float, **more: float) -> Row:
        return Row(target=long(letters), meta={"dataset": name}, scores={"score_0_100": rating, **more})

    cola, gug = ratings.measure(
        [row("cola", 5, 100, acceptable=1), row("cola", 9, 0, acceptable=0), row("gug", 5, 10), row("gug", 6, 20)],
        reader,
    )
    assert cola.acceptable is not None
    assert cola.acceptable.value == 1
    assert gug.acceptable is None
    assert gug.correlation.spearman.value == pytest.approx(-1)


def test_demetr_counts_what_is_scored_lower(reader: Reader) -> None:
    """Longer damage is seen, as long is half, shorter is not; undamaged rows are left out."""

    def row(pair: str, kind: str, target: str) -> Row:
        return Row(pair=pair, system=kind, target=target, meta={"clean_mt": long(5)})

    rows = [
        row("es-en", "minor_id1_repeat2", long(8)),
        row("it-en", "minor_id1_repeat2", "aaaab"),
        row("de-en", "critical_id22_verb_removed", long(2)),
        row("de-en", "critical_id22_verb_removed", long(5)),
    ]
    held = demetr.measure(rows, reader)
    assert [(one.kind, one.below, one.shorter) for one in held] == [
        ("repeat2", 1, 0),
        ("repeat2", 0.5, 0.5),
        ("verb removed", 0, 1),
    ]
    assert demetr.share("unseen", demetr.unseen(held)).below.value == 0.75
    assert demetr.share("all", held).below.value == 0.5


def test_bio_correlates_with_minus_the_penalty(reader: Reader) -> None:
    """Longer translations have the higher penalty, people's are left out, and Spanish comes first."""

    def row(pair: str, letters: int, penalty: float, system: str = "x") -> Row:
        return Row(pair=pair, target=long(letters), system=system, rater="A", scores={"mqm": penalty})

    rows = [row("de-en", 5, 1), row("es-en", 5, 1), row("es-en", 9, 7), row("es-en", 7, 0, "human:reference")]
    held = bio.measure(rows, reader)
    assert [(one.label, one.count) for one in held[:2]] == [("es-en", 2), ("es-en, per 100 words", 2)]
    assert held[0].spearman.value == pytest.approx(1)
    assert held[0].mean_judgement == -4
    assert held[1].mean_judgement == -400


def test_web_pairs_of_other_labels_are_left_out(reader: Reader) -> None:
    """One valid sentence above one machine's and below another."""
    labels = [("V", 10), ("MT", 20), ("MT", 5), ("E", 1)]
    held = web.measure([Row(target=long(letters), meta={"label": label}) for label, letters in labels], reader)
    assert (held.area.value, held.longer, held.valid, held.area.count) == (0.5, 0.5, 1, 3)


def test_novels_are_compared_within_a_paragraph(reader: Reader) -> None:
    """The preferred translation is the shorter in one of two paragraphs."""

    def row(segment: str, letters: int, errors: float, preferred: float) -> Row:
        text = f"{long(letters)}."
        scores = {"n_errors": errors, "preferred": preferred}
        return Row(pair="fr-en", segment=("d", segment), target=text, scores=scores)

    rows = [row("1", 10, 0, 1), row("1", 20, 3, 0), row("2", 10, 1, 0), row("2", 30, 4, 1)]
    held = literary.measure(rows, reader)
    assert held.preferred.value == 0.5
    assert held.errors.mean_judgement == -2


def test_the_interval_holds_or_does_not() -> None:
    """Of two texts with an interval one judgement lies inside; the third has none."""
    items = [
        intervals.Judged(set="a", fluency=Fluency(score=50, low=40, high=60), human=60),
        intervals.Judged(set="a", fluency=Fluency(score=50, low=45, high=65), human=66),
        intervals.Judged(set="a", fluency=Fluency(score=50), human=50),
    ]
    held = intervals.coverage("a", items)
    assert (held.count, held.inside, held.width) == (2, 0.5, 20)


def test_bins_are_equal_groups_by_fluency_alone() -> None:
    """Five texts in two groups; what people judged does not order texts of the same fluency."""
    pairs = [(10, 90), (10, 10), (20, 30), (30, 40), (40, 80)]
    items = [intervals.Judged(set="a", fluency=Fluency(score=score), human=human) for score, human in pairs]
    low, high = intervals.bins(items, 2)
    assert (low.count, low.fluency, low.human) == (2, 10, 50)
    assert (high.count, high.fluency, high.human) == (3, 30, 50)
    assert len(intervals.bins(items, 10)) == 5


def test_minimal_pairs_are_told_by_kind(reader: Reader) -> None:
    """A doubled word is seen, a dropped one is not."""
    pairs = [
        MinimalPair(kind="doubled", clean="It is so.", corrupted="It is is so.", span=(6, 8)),
        MinimalPair(kind="dropped", clean="It is so.", corrupted="It so.", span=(3, 3)),
    ]
    held = project.told(pairs, reader)
    assert {kind: one.value for kind, one in held.items()} == {"all": 0.5, "doubled": 1, "dropped": 0}


def test_spread_is_between_the_ends_of_a_group(reader: Reader) -> None:
    """Three groups, 3, 1 and 1 points wide; a label's lean is its distance from the middle."""
    groups = [
        Variants(group="names", texts=("Al ran.", "Bobby ran."), labels=("short", "long")),
        Variants(group="names", texts=("Al sat.", "Bob sat."), labels=("short", "long")),
        Variants(group="names", texts=("Al sat up.", "Bob sat up."), labels=("short", "long")),
    ]
    (held,) = project.spreads(groups, reader)
    assert (held.count, held.largest, held.widest) == (3, 3, "long < short")
    assert held.mean == pytest.approx(5 / 3)
    leanings = project.leanings(groups, reader)
    assert {label: count for (_, label), (count, _) in leanings.items()} == {"long": 3, "short": 3}
    assert leanings["names", "long"][1] == pytest.approx(-5 / 6)
    assert project.leanings(groups[:2], reader) == {}


def test_graded_paragraphs_are_compared_within_a_story(reader: Reader) -> None:
    """The better of one story is shorter, of the other longer."""
    texts = [("a", 2, 5), ("a", 1, 9), ("b", 2, 30), ("b", 1, 20)]
    held = [Graded(story=story, quality=quality, text=f"{long(letters)}.") for story, quality, letters in texts]
    pairs, order = project.graded_figures(held, reader)
    assert (pairs.value, pairs.count) == (0.5, 2)
    assert order == pytest.approx(0)


def test_human_english_is_told_by_dialect(reader: Reader) -> None:
    """A domain of one text is not shown."""
    texts = [
        HumanText(dialect="en-GB", domain="law", text="It rains."),
        HumanText(dialect="en-IE", domain="law", text=""),
    ]
    rows = project.human_section(texts, reader).rows
    assert rows[1:] == (("en-GB", "1", "91.0", "91.0", "0"), ("en-IE", "1", "–", "–", "1"))


def test_no_rows_give_no_figures(reader: Reader) -> None:
    """An empty set is a dash, not an error."""
    assert math.isnan(mlqe.measure([], reader)[-1].pearson.value)
    assert math.isnan(web.measure([], reader).area.value)
    assert intervals.bins([]) == ()
