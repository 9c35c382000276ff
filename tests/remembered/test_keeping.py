"""Reports as bytes and back."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import plugins
from audit.config import Config
from audit.document import Document
from audit.errors import ConfigError
from audit.ingest.reading import read
from audit.pipeline import Auditor
from audit.remembered.keeping import kept, recalled
from audit.report import Report
from tests.test_detached import FINDING, report

SAMPLES = Path(__file__).parents[2] / "corpora" / "samples"
ARTICLES = [
    *("article.html", "article.txt", "bilingual-2.1.xlf", "bilingual.csv", "bilingual.po", "bilingual.tmx"),
    *("bilingual.xlf", "bridge.txt", "feed.xml"),
]
SHORT = Document(id="a", text="The Minister left .")


@pytest.fixture(scope="module")
def audited() -> Iterator[Callable[[str], list[tuple[Document, Report]]]]:
    """What gives the articles of a sample with their reports."""
    with Auditor(Config(engine="none", cache="")) as auditor:

        def of(name: str) -> list[tuple[Document, Report]]:
            held = read([str(SAMPLES / name)], stdin=io.BytesIO(), source_lang="es")
            return [(document, auditor.audit(document)) for document in held]

        yield of


@pytest.mark.parametrize("name", ARTICLES)
def test_every_sample_comes_back_the_same(name: str, audited: Callable[[str], list[tuple[Document, Report]]]) -> None:
    """The report is equal, and every renderer writes the same bytes of it."""
    held = audited(name)
    again = [recalled(kept(one, document) or b"", document) for document, one in held]
    assert again == [one for _, one in held]
    for form in plugins.found("audit.renderers"):
        assert rendered(form, again) == rendered(form, [one for _, one in held])


def rendered(form: str, reports: list[Report | None]) -> bytes:
    """What a renderer writes, or why it cannot."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    try:
        plugins.renderer(form).render([one for one in reports if one], stream, colour=False, width=100)
    except ConfigError as cause:  # XLIFF of an article without its source
        return str(cause).encode()
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue()


def test_the_document_at_hand_is_the_one_that_counts() -> None:
    """The bytes hold no text, no id and no path: those are of the article as it is now."""
    data = kept(report(SHORT), SHORT)
    assert data is not None
    moved = replace(SHORT, id="b", path="b.txt", meta={"title": "t"})
    held = recalled(data, moved)
    assert held is not None
    assert held.document == moved


@pytest.mark.parametrize(
    "value", [(1, 2), [(1,)], {1, 2}, object(), 2**70, "\ud800", {"a": ("b",)}, 1 + 2j, float("nan")]
)
def test_what_would_come_back_otherwise_is_not_kept(value: object) -> None:
    """A tuple would be a list, and some things have no bytes at all."""
    odd = replace(report(SHORT), issues=(replace(FINDING, evidence={"odd": value}),))
    assert kept(odd, SHORT) is None


def test_a_figure_of_another_type_is_not_kept() -> None:
    """A whole number in the place of a share would be written with a point after it came back."""
    odd = replace(report(SHORT), issues=(replace(FINDING, confidence=1),))
    assert kept(odd, SHORT) is None


EVIDENCE = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(st.dictionaries(st.text(max_size=5), EVIDENCE, max_size=4))
def test_evidence_of_any_kind_comes_back_the_same_or_is_not_kept(evidence: dict[str, object]) -> None:
    """Whatever a plugin puts there."""
    made = replace(report(SHORT), issues=(replace(FINDING, evidence=evidence),))
    data = kept(made, SHORT)
    if data is not None:
        assert recalled(data, SHORT) == made


@given(st.binary(max_size=200))
def test_broken_bytes_are_no_report(data: bytes) -> None:
    """They never raise."""
    assert recalled(data, SHORT) is None


def test_bytes_of_another_kind_are_no_report() -> None:
    """As after a downgrade."""
    assert recalled(zlib.compress(msgspec.msgpack.encode({"document": 1})), SHORT) is None
