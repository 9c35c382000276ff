"""The training mixture: how much of what, pass by pass."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from audit.training.artifact_model import judged
from audit.training.artifact_model.corpora import Data, news_sentences, parallel
from audit.training.artifact_model.example import Group
from audit.training.artifact_model.knowledge import Knowledge, learn
from audit.training.artifact_model.literal import literal, rendered
from audit.training.artifact_model.planted import planted, spelt, with_twins
from audit.training.artifact_model.slips.mixture import COUNTS, FEW
from audit.vocabulary import english

NEWS, PARALLEL, COLUMNS, ROUND_TRIPS = 100_000, 28_000, 20_000, 18_000
"""Sentences read of each kind: news, parallel lines to render, others whose English is planted with slips like the
news, and news sent there and back. The passes take from these in order."""
SPARE = 1_000
"""Sentences beyond those wanted, for those in which no slip finds a place."""
HELD_OUT = 1_500
"""Groups of planted slips and of literal text kept to fit the calibration on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixture:
    """Groups for training, pass by pass, and for fitting the calibration, by kind."""

    passes: tuple[list[Group], ...]
    held_out: dict[str, list[Group]]


DISGUISED, RESPELT = 0.25, 0.4
"""Shares of the last pass's groups that get a twin with other names and figures, and one in the other spelling."""
SHARES = ((38_000, 17_000, 0, 0), (26_000, 14_000, 1, 1), (18_000, 8_000, 1, 2))
"""Per pass: planted groups, literal groups, times the post-edits, times MQM and DEMETR. What people judged comes last,
when the learning rate is low, and the post-edits only twice: after three times the network knew them by heart (squared
error 0.26 on them, 0.65 on others)."""


def mixture(data: Data, seed: int) -> Mixture:
    """The whole mixture, the same for the same data and seed."""
    rng = random.Random(seed)  # noqa: S311 - reproducible, not secret
    news = news_sentences(data, NEWS, seed)
    pairs = parallel(data, PARALLEL + COLUMNS)
    known = learn(
        data.root / "text/lexicons/enes_dic_es-en.tsv.xz", data.root / "text/lexicons/wiki_titles.es-en.tsv.xz", news
    )
    clean = [*news[ROUND_TRIPS:], *(english for _, english in pairs[PARALLEL:])]
    rng.shuffle(clean)
    many = _planted(clean[: SHARES[0][0] + SPARE], rng, known)
    steady = random.Random(seed + 1)  # noqa: S311 - as above
    single = _planted(clean[SHARES[0][0] + SPARE :], steady, known, FEW)
    word_for_word = _literal(pairs[:PARALLEL], news[:ROUND_TRIPS], rng)
    post_edits, held_edits = _split(judged.post_edited(data.judged("mlqe_pe_toen_train")))
    bio, held_bio = _split(pair for pair in judged.annotated(data.judged("bio_mqm")) if pair[0]["pair"] != "es-en")
    talks, held_talks = _split(judged.annotated(data.judged("mqm_ted_zhen")))
    demetr = [
        group for row, group in judged.perturbed(data.judged("demetr")) if row["pair"] not in judged.TEST_LANGUAGES
    ]
    held_out = {
        "planted": list(islice(single, HELD_OUT)),
        "literal": [next(word_for_word) for _ in range(HELD_OUT)],
        "post_edit": held_edits,
        "bio": held_bio,
        "talks": held_talks,
    }
    kinds = many, single, spelt(single, RESPELT, steady)
    passes = [
        [
            *islice(kind, n),
            *islice(word_for_word, m),
            *edits * post_edits,
            *times * [*bio, *talks],
            *demetr[: times * len(demetr)],
        ]
        for kind, (n, m, edits, times) in zip(kinds, SHARES, strict=True)
    ]
    passes[-1] = list(with_twins(passes[-1], DISGUISED, steady, known, frozenset(english())))
    return Mixture(passes=tuple(passes), held_out=held_out)


def _planted(
    news: list[str], rng: random.Random, known: Knowledge, counts: tuple[int, ...] = COUNTS
) -> Iterator[Group]:
    return planted(news, rng, known, frozenset(english()), counts)


def _literal(pairs: Sequence[tuple[str, str]], news: list[str], rng: random.Random) -> Iterator[Group]:
    """Literal renderings of Spanish, and news there and back, shuffled."""
    there = rendered([spanish for spanish, _ in pairs], "spa-eng")
    back = rendered(rendered(news, "eng-spa"), "spa-eng")
    held = [(english, machine) for (_, english), machine in zip(pairs, there, strict=True)]
    held += list(zip(news, back, strict=True))
    rng.shuffle(held)
    return literal(held)


def _split(rows: Iterator[tuple[dict[str, object], Group]]) -> tuple[list[Group], list[Group]]:
    train: list[Group] = []
    held: list[Group] = []
    for row, group in rows:
        (held if judged.held_out(row) else train).append(group)
    return train, held
