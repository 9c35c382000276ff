"""For the authors of checks: run one on a text, hold it to its docstring's examples and to the laws of every check."""

from __future__ import annotations

from audit import own_tables, plugins
from audit.back_translation.cache import Cache
from audit.back_translation.odd_phrases import with_contrasts
from audit.check import Check, Needs
from audit.document import Document, Paragraph
from audit.engine import Engine
from audit.errors import AuditError
from audit.finding import Finding
from audit.fluency import paragraph_fluency
from audit.rule_form import malformed
from audit.rule_text import Example
from audit.scorer import Scorer
from audit.segmentation.article import segment
from audit.segmentation.sources import with_sources
from audit.suspicion import with_suspicions

Span = tuple[int, int]
_PROBE = Paragraph(index=0, start=0, end=19, text="The cat ate a mouse")


def article(  # noqa: PLR0913 - what an article may come with, by name
    text: str,
    *,
    source: str | None = None,
    source_lang: str | None = None,
    target_lang: str = "en",
    scorer: Scorer | None = None,
    engine: Engine | None = None,
    glossary: str | None = None,
) -> Document:
    """A text as the pipeline hands it to checks: segmented, with roles, sentences and quotations, paired with `source`.

    A blank line parts paragraphs. Languages are ISO 639-1 codes; a source language that is not given is not guessed.
    The words are read by `scorer`, and the phrases that are odd are translated back by `engine`; without them there are
    no suspicions and no contrasts. `glossary` is the text of a `.csv`, the desk's own.
    """
    bare = Document(
        id="example",
        text=text,
        source=source,
        source_lang=source_lang,
        target_lang=target_lang,
        glossaries=(own_tables.inline(glossary, "example.csv"),) if glossary else (),
    )
    document = with_sources(segment(bare))
    if scorer is not None:
        document = with_suspicions(document, paragraph_fluency(document, scorer))
    return document if engine is None else with_contrasts(document, engine, Cache())


def findings(  # noqa: PLR0913 - what an article may come with, by name
    check: Check,
    text: str,
    *,
    source: str | None = None,
    source_lang: str | None = None,
    target_lang: str = "en",
    scorer: Scorer | None = None,
    engine: Engine | None = None,
    glossary: str | None = None,
) -> list[Finding]:
    """What one check finds in a text, in order of position, as it finds it: nothing weighed, fused or left out.

    The text comes with what `article` takes. Raises PluginError when the check fails or marks what is not there.
    """
    document = article(
        text,
        source=source,
        source_lang=source_lang,
        target_lang=target_lang,
        scorer=scorer,
        engine=engine,
        glossary=glossary,
    )
    return sorted(check.run(document), key=lambda finding: (finding.start, finding.end))


def shipped_scorer() -> Scorer | None:
    """The first installed scorer that runs as it is and tells what it thinks of single words; None where none does."""
    for name in plugins.found("audit.scorers"):
        try:
            scorer = None if plugins.needs_model("audit.scorers", name) else plugins.scorer(name)
            if scorer is not None and scorer.score([_PROBE], "en")[0].words:
                return scorer
        except AuditError:
            continue
    return None


def assert_examples(check: Check, scorer: Scorer | None = None, engine: Engine | None = None) -> None:
    """Raise AssertionError unless the check marks exactly the spans of its bad examples, and nothing in its good ones.

    That its id, its name and all else it states have the form that `audit` takes is asserted too, and that bad examples
    have spans. Where the docstring has a glossary, the examples are held to it. A check that needs a back-translation
    must show its fault without it, or be tested by its author. One that needs suspicion takes it from `scorer`; where a
    model's word begins and ends is not for an example to say, so it must mark something in every span and nothing
    outside all of them. One that needs contrasts takes them from `scorer` and `engine`, which may know the phrases of
    the examples only.
    """
    text = check.text
    if fault := malformed(check):
        raise AssertionError(f"{check.id}: {fault}")
    if not (text.bad or text.good):
        raise AssertionError(f"{check.id}: the docstring has no example below “Bad:” or “Good:”")
    for example in text.bad:
        if not example.spans:
            raise AssertionError(f"{check.id}: a bad example has no <v>…</v>: {example.text!r}")
    for example in (*text.bad, *text.good):
        _assert_example(check, example, scorer, engine)


def assert_lawful(
    check: Check, text: str, *, source: str | None = None, source_lang: str | None = None, target_lang: str = "en"
) -> list[Finding]:
    """What the check finds in a text, in its own order; raise AssertionError unless it does as every check must.

    It never fails, marks spans that are there, says something of each, and finds the same when it is asked again. Give
    it texts that nobody would write: `hypothesis` makes them up.
    """
    document = article(text, source=source, source_lang=source_lang, target_lang=target_lang)
    try:
        first, again = list(check.run(document)), list(check.run(document))
    except AuditError as cause:
        raise AssertionError(f"{cause} in {text!r}") from cause
    if first != again:
        raise AssertionError(f"{check.id} {check.name} finds {first}, then {again} in {text!r}")
    for finding in first:
        if not finding.message.strip():
            raise AssertionError(f"{check.id} {check.name} says nothing of {finding.text!r} in {text!r}")
    return first


def _assert_example(check: Check, example: Example, scorer: Scorer | None, engine: Engine | None) -> None:
    found = findings(
        check,
        example.text,
        source=example.source,
        source_lang=example.source_lang,
        target_lang=example.target_lang,
        scorer=scorer,
        engine=engine,
        glossary="\n".join(check.text.glossary),
    )
    spans = sorted({(finding.start, finding.end) for finding in found})
    wanted = sorted(example.spans)
    alike = _meet(spans, wanted) if Needs.SUSPICION in check.needs else spans == wanted
    if not alike:
        told = f"marks {_quoted(example, spans)} instead of {_quoted(example, wanted)}"
        raise AssertionError(f"{check.id} {check.name} {told} in {example.text!r}")


def _meet(spans: list[Span], wanted: list[Span]) -> bool:
    """Whether every span overlaps one of the other list."""
    pairs = [(one, other) for one in spans for other in wanted if one[0] < other[1] and other[0] < one[1]]
    return {one for one, _ in pairs} == set(spans) and {other for _, other in pairs} == set(wanted)


def _quoted(example: Example, spans: list[Span]) -> str:
    return ", ".join(f"{example.text[start:end]!r} at {start}" for start, end in spans) or "nothing"
