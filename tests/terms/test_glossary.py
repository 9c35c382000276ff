"""Reading a glossary: what it says arrives, what is wrong is told with its line."""

from __future__ import annotations

import contextlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import own_tables
from audit.errors import ConfigError
from audit.terms.glossary import Term, read
from audit.terms.lookup import lookup
from audit.testing import article


def terms(text: str, name: str = "house.tsv") -> tuple[Term, ...]:
    """The terms of a glossary given as text."""
    return read(own_tables.inline(text, name), "en")[1]


def test_a_line_is_a_term() -> None:
    """Alternatives are split at bars, and every term knows its line."""
    (term,) = terms(
        "source\tsource_lang\tterm\tforbidden\tcase\tnote\tseverity\n"
        "alcalde | alcaldesa\tes-MX\tmayor|head of the  council\tprefect\tSensitive\twhy\tMajor\n"
    )
    assert (term.place, term.sources, term.source_lang) == ("house.tsv:2", ("alcalde", "alcaldesa"), "es")
    assert [rendering.text for rendering in term.required] == ["mayor", "head of the council"]
    assert [(rendering.text, rendering.sensitive) for rendering in term.forbidden] == [("prefect", True)]
    assert (term.note, term.severity) == ("why", "major")


def test_forbidden_alone_is_enough() -> None:
    """A word the house does not print needs no source and no better one."""
    (term,) = terms("forbidden\nfoo")
    assert (term.sources, term.required, term.source_lang, term.severity) == ((), (), None, None)


def test_a_term_of_another_language_does_not_apply() -> None:
    """One of unknown origin may."""
    (term,) = terms("source\tterm\nalcalde\tmayor", "es-en.tsv")
    assert [term.applies(lang) for lang in ("es", None, "fr")] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("term\nmayor", "2: nothing to look for"),
        ("source\tterm\nalcalde\t", "2: nothing to look for"),
        ("term\tforbidden\nmayor\tmayor", "2: 'mayor' is required and forbidden"),
        ("term\tforbidden\nmayor\tMayor", "2: 'Mayor' differs from the term in case only – set case to sensitive"),
        ("forbidden\n!?", "2: no word in '!\\?', one of '!\\?'"),
        ("forbidden\nfoo||bar", "2: no word in '', one of"),
        ("forbidden\tcase\nfoo\tloud", "2: case 'loud' is none of any, sensitive"),
        ("forbidden\tseverity\nfoo\tbad", "2: severity 'bad' is none of neutral, minor"),
        ("forbidden\tsource_lang\nfoo\txq", "2: no language has the code 'xq'"),
        ("forbiden\nfoo", "1: no column 'forbiden'"),
    ],
)
def test_bad_line_is_an_error_with_its_place(text: str, complaint: str) -> None:
    """A bad line names the table, the line number and what is wrong."""
    with pytest.raises(ConfigError, match=rf"^house\.tsv:{complaint}"):
        terms(text)


CELLS = st.text(st.characters(exclude_categories=()), max_size=12) | st.sampled_from(
    "a b c a|b the The sensitive".split()
)
LINES = st.lists(st.lists(CELLS, max_size=6).map(",".join), max_size=6).map("\n".join)


@given(LINES, st.text(max_size=80), st.text(max_size=80))
def test_any_glossary_is_read_or_refused(lines: str, text: str, source: str) -> None:
    """Whatever the cells hold, the reader raises its own error or gives terms that can be looked up in any text."""
    with contextlib.suppress(ConfigError):
        glossary = f"source,term,forbidden,case,note\n{lines}"
        document = article(f"{text}\n\n{lines}", source=f"{source}\n\n{lines}", source_lang="es", glossary=glossary)
        held = lookup(document)
        for paragraph in document.paragraphs if held else ():
            assert held is not None
            spans = [one.span for one in held.forbidden(paragraph, "es")]
            assert all(0 <= start < end <= len(paragraph.text) for start, end in spans)
            assert all(one[1] <= other[0] for one, other in pairwise(spans))
            assert all(0 <= one.start < one.end <= len(paragraph.source or "") for one in held.sourced(paragraph, "es"))
