"""Whatever is audited, the file is valid SARIF 2.1.0 by the published schema."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.document import Document, Paragraph, RawMap, Role
from audit.finding import Known, Severity
from audit.report import Report
from tests.renderers.rendering import rendered
from tests.renderers.reports import clean, document, finding, flawed, hostile, report
from tests.renderers.sarif.logs import audited, run_of, valid

ANY = st.text(st.characters(), max_size=40)
"""Any text, lone surrogates and controls included."""
NAMES = "article.txt article.html feed.xml bridge.txt".split() + [
    f"bilingual{ending}" for ending in (".xlf", "-2.1.xlf", ".tmx", ".po", ".csv")
]
"""The samples."""


@pytest.mark.parametrize("reports", [(), (clean(),), (flawed(),), (hostile(),), (flawed(), clean(), hostile())])
def test_reports_made_by_hand_are_valid(reports: tuple[Report, ...]) -> None:
    """None, one without a finding, one with findings of every severity, a hostile one, all."""
    run = run_of(*reports)
    assert len(run["results"]) == sum(len(held.issues) for held in reports)
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["name"] == "audit"


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_is_valid(samples: Path, name: str) -> None:
    """Text, page, feed and every bilingual format, each with findings."""
    run = audited(f"samples/{name}", "--source-lang", "es", "--target-lang", "en")
    assert run["artifacts"][0]["location"] == {"uri": f"samples/{name}", "uriBaseId": "%SRCROOT%"}
    assert samples.is_dir()
    assert run["results"]


def test_standard_input_is_valid(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named, and no file of the project is taken for it."""
    data = io.BytesIO((samples / "article.txt").read_bytes())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(data, encoding="utf-8"))
    run = audited("-", "--input-format", "text")
    (artifact,) = run["artifacts"]
    assert artifact["location"]["uri"] == "stdin"
    assert "uriBaseId" not in artifact["location"]
    assert artifact["roles"] == ["analysisTarget", "standardStream"]
    assert len(run["results"]) > 5
    assert not any("fixes" in result for result in run["results"])


def test_the_file_says_which_schema_it_is_valid_by() -> None:
    """Readers look at the first members only."""
    held = json.loads(rendered("sarif", clean()))
    assert list(held) == ["$schema", "version", "runs"]
    assert held["$schema"].endswith("/sarif-schema-2.1.0.json")
    assert held["version"] == "2.1.0"


def test_a_result_is_a_line() -> None:
    """Two files can be compared line by line; the last line ends, too."""
    text = rendered("sarif", flawed(), clean())
    assert text.endswith("}}]}\n")
    assert [line for line in text.split("\n") if line.startswith('{"ruleId"')][4].startswith('{"ruleId":"DES101"')


def test_nothing_in_the_file_can_move_a_cursor() -> None:
    """Controls and lone surrogates are escaped, everything else is itself."""
    text = rendered("sarif", hostile())
    assert text.encode("utf-8")
    assert "日本語" in text
    assert not any(ord(character) < 32 and character != "\n" for character in text)
    assert not any("\x7f" <= character <= "\x9f" for character in text)


@given(text=ANY, path=st.none() | ANY, own=ANY, new=st.none() | ANY, message=ANY, note=ANY, reason=ANY, title=ANY)
@settings(deadline=None, max_examples=60)
def test_any_text_anywhere_is_valid(**held: Any) -> None:  # noqa: ANN401 - a text each
    """In the article, its path and name, its title, a suggestion, a message, a note, a reason."""
    text = held["text"] + "x"
    article = Document(
        id=held["own"],
        path=held["path"],
        text=text,
        paragraphs=(Paragraph(index=0, start=0, end=len(text), text=text, role=Role.BODY),),
        meta={"title": held["title"]},
    )
    found = finding(
        article, "x", rule="ZZZ999", message=held["message"], suggestion=held["new"], fix="unsafe", baseline="new",
        evidence={held["message"]: {held["note"]: float("nan")}, "back_translation": held["reason"]},
    )  # fmt: skip
    gone = Known(fingerprint="0" * 16, rule=held["own"] or "ZZZ999", text=held["text"], article=held["own"])
    accepted = replace(found, rule="LIN111", accepted=held["reason"])
    run = run_of(report(article, found, notes=(held["note"],), accepted=(accepted,), fixed=(gone,)))
    assert [result["baselineState"] for result in run["results"]] == ["new", "new", "absent"]
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    assert all(uri and uri.isascii() and uri.isprintable() and " " not in uri for uri in uris)


def test_evidence_of_any_kind_is_told() -> None:
    """Numbers that JSON lacks and values of a plugin's own become text; a set has an order."""
    article = document()
    evidence = {
        "set": {"b", "a"},
        "infinite": float("inf"),
        "own": Severity.MINOR,
        "pair": (1, None),
        "path": Path("x"),
    }
    (result,) = run_of(report(article, finding(article, "Envoys", evidence=evidence)))["results"]
    assert result["properties"]["evidence"] == {
        "set": ["a", "b"], "infinite": "inf", "own": "minor", "pair": [1, None], "path": "x",
    }  # fmt: skip


def test_bytes_do_not_depend_on_the_order_of_the_files() -> None:
    """Articles come by path and id."""
    raw = RawMap(raw="Rain.", ranges=[(i, i + 1) for i in range(5)])
    entries = [Document(id=name, path="feed.xml", text="Rain.", raw=raw) for name in ("b", "a")]
    reports = [flawed(), clean(), *(report(entry) for entry in entries)]
    assert rendered("sarif", *reports) == rendered("sarif", *reversed(reports))
    assert valid(rendered("sarif", *reports))["properties"]["articles"][1]["id"] == "a"
