"""For the authors of checks: run one check on a text, and hold it to the examples in its docstring."""

from __future__ import annotations

from audit.check import Check
from audit.document import Document
from audit.finding import Finding
from audit.rule_text import Example
from audit.segmentation.article import segment


def article(
    text: str, *, source: str | None = None, source_lang: str | None = None, target_lang: str = "en"
) -> Document:
    """A text segmented as the pipeline segments it; `source` is paired with it paragraph by paragraph."""
    return segment(Document(id="example", text=text, source=source, source_lang=source_lang, target_lang=target_lang))


def findings(
    check: Check, text: str, *, source: str | None = None, source_lang: str | None = None, target_lang: str = "en"
) -> list[Finding]:
    """What one check finds in a text, in order of position."""
    document = article(text, source=source, source_lang=source_lang, target_lang=target_lang)
    return sorted(check.run(document), key=lambda finding: (finding.start, finding.end))


def assert_examples(check: Check) -> None:
    """Raise AssertionError unless the check marks exactly the spans of its bad examples, and nothing in its good ones.

    Examples hold a text only, so a check that needs other evidence must show its fault without it, or be tested by its
    author.
    """
    text = check.text
    assert text.summary, f"{check.id}: the docstring has no summary"  # noqa: S101 - an assertion is what this is for
    for example in (*text.bad, *text.good):
        _assert_example(check, example)


def _assert_example(check: Check, example: Example) -> None:
    found = findings(check, example.text, source_lang=example.source_lang, target_lang=example.target_lang)
    spans = sorted({(finding.start, finding.end) for finding in found})
    wanted = sorted(example.spans)
    if spans != wanted:
        told = f"marks {_quoted(example, spans)} instead of {_quoted(example, wanted)}"
        raise AssertionError(f"{check.id} {check.name} {told} in {example.text!r}")


def _quoted(example: Example, spans: list[tuple[int, int]]) -> str:
    return ", ".join(f"{example.text[start:end]!r} at {start}" for start, end in spans) or "nothing"
