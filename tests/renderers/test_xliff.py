"""XLIFF out: findings as ITS 2.0 localization quality issues, and nothing else of the file changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import plugins
from audit.cli.app import main
from audit.errors import ConfigError
from audit.finding import Severity
from tests.ingest.bilingual.files import CORE1, segment2, unit1, xliff1, xliff2
from tests.renderers.rendering import rendered
from tests.renderers.reports import finding, report
from tests.renderers.xliff_files import at, documents, issues, over, without_its

SAMPLES = Path(__file__).parents[2] / "corpora" / "samples"

ISSUE_TYPES = set(
    "terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register "
    "locale-specific-content locale-violation style characters misspelling typographical formatting "
    "inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance "
    "uncategorized other".split()
)
"""Values of its:locQualityIssueType (ITS 2.0, appendix C)."""


def target2(inner: str) -> str:
    """An XLIFF 2.1 file with one segment."""
    return xliff2(f'<unit id="u">{segment2(f"<target>{inner}</target>")}</unit>')


def target1(inner: str) -> str:
    """An XLIFF 1.2 file with one segment."""
    return xliff1(unit1(f"<target>{inner}</target>"))


def test_a_finding_in_xliff_1_is_a_mark_with_its_attributes() -> None:
    """Type, comment with the suggestion, severity of 0 to 100, the rule; namespace and version on the root."""
    raw = target1("He saw a &lt;pair&gt; of shoes.")
    (held,) = documents(raw)
    issue = finding(
        held, "<pair>", rule="ACC101", name="calque", its_type="mistranslation", severity=Severity.MAJOR,
        message='"par" is\n a counterpart', suggestion="counterpart",
    )  # fmt: skip
    out = rendered("xliff", report(held, issue))
    assert (
        '<target>He saw a <mrk mtype="x-its" its:locQualityIssueType="mistranslation" '
        'its:locQualityIssueComment="ACC101 calque: &quot;par&quot; is a counterpart → counterpart" '
        'its:locQualityIssueSeverity="20" its:locQualityIssueProfileRef="urn:x-mt-audit:ACC101" '
        'its:annotatorsRef="localization-quality-issue|urn:x-mt-audit">&lt;pair&gt;</mrk> of shoes.</target>'
    ) in out
    assert f'xmlns="{CORE1}" xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0">' in out
    assert without_its(out) == raw


def test_a_finding_in_xliff_2_is_an_annotation_with_an_id() -> None:
    """Of the type its:generic; ids that the file has are passed over."""
    raw = target2('One <pc id="audit-1">two</pc> three.')
    out = rendered("xliff", over(documents(raw)[0], "two", "three"))
    assert '<pc id="audit-1"><mrk id="audit-2" type="its:generic" its:loc' in out
    assert '<mrk id="audit-3" type="its:generic" its:loc' in out
    assert without_its(out) == raw


@pytest.mark.parametrize(("severity", "number"), [("neutral", 0), ("minor", 4), ("major", 20), ("critical", 100)])
def test_severities_are_four_times_the_penalty(severity: str, number: int) -> None:
    """So that the worst is 100."""
    (held,) = documents(target1("One two."))
    out = rendered("xliff", report(held, finding(held, "One", severity=Severity(severity), suggestion="")))
    assert f'locQualityIssueSeverity="{number}"' in out
    assert "mark → delete" in out


def as_second(inner: str) -> str:
    """The content of an XLIFF 1 target with the codes of XLIFF 2."""
    return inner.replace("<g ", "<pc ").replace("</g>", "</pc>").replace("<x ", "<ph ")


@pytest.mark.parametrize("second", [False, True])
@pytest.mark.parametrize(
    "inner",
    [
        'his <g id="1">pair</g> of <g id="2">shoes and</g> more',
        '<g id="1">his <g id="2">pair of</g></g> shoes and more',
        'his pa<x id="1"/>ir of sh<x id="2"/>oes and more',
        "<![CDATA[his pair]]> of <![CDATA[shoes and more]]>",
        "his p&#97;ir\n   of shoes &amp; more",
        "his <mrk mtype='term' id='m1'>pair of</mrk> shoes and more",
    ],
)
def test_any_span_is_marked_whatever_tags_stand_in_it(inner: str, *, second: bool) -> None:
    """Well-formed, each issue over its text, nothing else changed, and once more the same."""
    raw = target2(as_second(inner)) if second else target1(inner)
    (held,) = documents(raw)
    size = len(held.text)
    places = [(start, end) for start in range(0, size, 3) for end in range(start + 1, size + 1, 4)]
    for two in zip(places, reversed(places), strict=True):
        wanted = set(two)
        out = rendered("xliff", at(held, *wanted))
        assert without_its(out) == raw
        found = list(issues(out))
        for start, end in wanted:
            marked = "".join(text for comment, text in found if f"{start}–{end} is odd" in comment)
            assert "".join(marked.split()) == "".join(held.text[start:end].split())
        (again,) = documents(out)
        assert again.text == held.text
        assert rendered("xliff", at(again, *wanted)) == out


def test_overlapping_findings_are_nested_split_or_told_by_empty_tags() -> None:
    """XLIFF 1 has no empty tags: there the pieces refer to one issue apart from the text."""
    (one,) = documents(target1("a bb cc dd e"))
    out = rendered("xliff", at(one, (2, 7), (5, 10), (0, 12)))
    assert out.count("<mrk ") == 4
    assert out.count("#audit-3-issues") == 2
    assert out.index("</target><its:locQualityIssues xml:id=") < out.index("</trans-unit>")
    (two,) = documents(target2("a bb cc dd e"))
    out = rendered("xliff", at(two, (2, 7), (5, 10), (0, 12)))
    assert (out.count("<mrk "), out.count("<sm "), out.count("<em ")) == (2, 1, 1)
    assert sorted(text for _, text in issues(out)) == ["a bb cc dd e", "bb cc", "cc dd"]


def test_several_findings_over_one_span_are_one_mark() -> None:
    """Its issues stand together at the unit: before everything in XLIFF 2, after everything in XLIFF 1."""
    for raw, place in ((target1("One two."), "</target><its:"), (target2("One two."), '<unit id="u"><its:')):
        (held,) = documents(raw)
        out = rendered("xliff", report(held, finding(held, "One", message="a"), finding(held, "One", message="b")))
        assert place in out
        assert [text for _, text in issues(out)] == ["One", "One"]
        assert without_its(out) == raw


def test_the_marks_of_other_tools_stay() -> None:
    """Only our own annotations are replaced."""
    foreign = (
        '<mrk mtype="x-its" its:locQualityIssueComment="theirs" its:annotatorsRef="localization-quality-issue|other">'
        "One</mrk> two."
    )
    raw = target1(foreign).replace("<xliff ", '<xliff xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" ')
    out = rendered("xliff", over(documents(raw)[0], "One"))
    assert [comment.split()[0] for comment, _ in issues(out)] == ["theirs", "LIN115"]
    assert rendered("xliff", report(documents(out)[0])) == raw


def test_a_file_without_findings_stays_as_it_is() -> None:
    """Not even a namespace is added, and what an earlier run found goes."""
    raw = target2("One two.")
    out = rendered("xliff", over(documents(raw)[0], "two"))
    assert rendered("xliff", report(documents(raw)[0])) == raw
    assert without_its(rendered("xliff", report(documents(out)[0]))) == raw
    assert "audit" not in rendered("xliff", report(documents(out)[0]))


def test_prefixes_are_those_of_the_file() -> None:
    """A prefix for XLIFF, another for ITS; `its` that stands for something else is left alone."""
    raw = (
        f'<q:xliff version="1.2" xmlns:q="{CORE1}" xmlns:its="other"><q:file><q:body><q:trans-unit id="1">'
        "<q:source>Uno.</q:source><q:target>One two.</q:target></q:trans-unit></q:body></q:file></q:xliff>"
    )
    out = rendered("xliff", over(documents(raw)[0], "two"))
    assert '<q:mrk mtype="x-its" its2:locQualityIssueType' in out
    assert [text for _, text in issues(out)] == ["two"]
    assert without_its(out) == raw
    named = raw.replace('xmlns:its="other"', 'xmlns:l="http://www.w3.org/2005/11/its"')
    assert '<q:mrk mtype="x-its" l:locQualityIssueType' in rendered("xliff", over(documents(named)[0], "two"))


def test_the_articles_of_one_file_are_written_together() -> None:
    """Each `<file>` was an article."""
    files = "".join(
        f'<file original="{name}" source-language="es"><body>{unit1(f"<target>{name} two.</target>")}</body></file>'
        for name in ("one", "three")
    )
    raw = f'<xliff version="1.2" xmlns="{CORE1}">{files}</xliff>'
    out = rendered("xliff", *(over(held, "two") for held in documents(raw)))
    assert [text for _, text in issues(out)] == ["two", "two"]
    assert without_its(out) == raw


def test_a_finding_on_a_line_break_is_over_its_neighbours() -> None:
    """The break itself is a code."""
    (held,) = documents(target1('one<x id="1" ctype="lb"/>two'))
    assert [text for _, text in issues(rendered("xliff", at(held, (3, 4))))] == ["et"]


def test_the_file_is_written_in_utf_8_and_says_so() -> None:
    """Whatever encoding it declared."""
    raw = target1("One two.").replace("UTF-8", "windows-1252")
    out = rendered("xliff", over(documents(raw)[0], "two"))
    assert without_its(out) == raw.replace("windows-1252", "UTF-8")


def test_several_files_do_not_go_into_one() -> None:
    """Nor an XLIFF file and an article that was none."""
    first, second = (over(documents(target1("One."), path)[0], "One") for path in ("a.xlf", "b.xlf"))
    with pytest.raises(ConfigError, match="writes one XLIFF file back"):
        rendered("xliff", first, second)
    with pytest.raises(ConfigError, match="writes one XLIFF file back"):
        rendered("xliff", first, report(documents(target1("One."))[0]), report(second.document))


def test_no_reports_are_no_file() -> None:
    """Nothing is written, and nothing fails."""
    assert rendered("xliff") == ""


def test_every_rule_has_a_type_that_its_knows() -> None:
    """A law over the rules: other tools group by it."""
    assert {check.its_type for check in plugins.checks()} <= ISSUE_TYPES


@pytest.mark.parametrize("name", ["bilingual.xlf", "bilingual-2.1.xlf"])
def test_a_second_round_finds_the_same(name: str, tmp_path: Path) -> None:
    """From the command line: the output read again is audited as the input was, and written as it was read."""
    arguments = ["--engine", "none", "--scorer", "none", "--no-cache", "--format", "xliff"]
    first, second = tmp_path / "first.xlf", tmp_path / "second.xlf"
    assert main(["run", str(SAMPLES / name), *arguments, "-o", str(first)]) == 0
    assert main(["run", str(first), *arguments, "-o", str(second)]) == 0
    out = first.read_bytes().decode()
    assert second.read_bytes().decode() == out
    assert without_its(out) == (SAMPLES / name).read_bytes().decode()
    assert len(list(issues(out))) > 3


PIECES = st.lists(
    st.sampled_from(["ab", " ", "&amp;", "<g id='1'>", "</g>", "<x id='2'/>", "é", "\n  ", "<![CDATA[cd]]>"]),
    max_size=14,
)


def balanced(pieces: list[str]) -> str:
    """The pieces with end tags left out where nothing is open, and added where something still is."""
    kept, depth = list[str](), 0
    for piece in pieces:
        if piece == "</g>" and not depth:
            continue
        depth += piece.startswith("<g") - (piece == "</g>")
        kept.append(piece)
    return "".join((*kept, "</g>" * depth))


@settings(deadline=None)
@given(PIECES, st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=5), st.booleans())
def test_any_places_in_any_content_are_marked(
    pieces: list[str],
    places: list[tuple[float, float]],
    second: bool,  # noqa: FBT001 - drawn
) -> None:
    """Overlapping, nested, across tags: the file without the mark-up is the file, with it says the same."""
    inner = balanced(pieces)
    raw = target2(as_second(inner)) if second else target1(inner)
    (held,) = documents(raw)
    size = len(held.text)
    ends = [sorted((int(one * size), int(other * size))) for one, other in places]
    wanted = {(low, high + 1) for low, high in ends if high < size}
    out = rendered("xliff", at(held, *wanted))
    assert without_its(out) == raw
    (again,) = documents(out)
    assert again.text == held.text
    assert rendered("xliff", at(again, *wanted)) == out
    told = {comment.partition(": ")[2].partition(" is")[0] for comment, _ in issues(out)}
    assert told == {f"{low}–{high}" for low, high in wanted}
