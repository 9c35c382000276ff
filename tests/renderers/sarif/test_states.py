"""What is new, known, accepted and fixed, and by what a result is known again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from audit.baseline.entries import Baseline, article_of, known
from audit.baseline.marking import marked
from audit.cli.app import main
from audit.finding import Known, Severity
from tests.renderers.reports import document, finding, flawed, report
from tests.renderers.sarif.logs import only, physical, run_of, valid

KEY = "auditFingerprint/v1"


def fingerprints(run: dict[str, Any]) -> list[str]:
    """What each result is known again by."""
    return [result["partialFingerprints"][KEY] for result in run["results"]]


def test_without_a_baseline_nothing_is_new() -> None:
    """Nor is anything suppressed or not."""
    article = document()
    result = only(run_of(report(article, finding(article, "Envoys"))))
    assert "baselineState" not in result
    assert "suppressions" not in result


def test_with_a_baseline_every_result_has_its_state() -> None:
    """New, unchanged, and absent for what is fixed: at the first line of its file, as severe as it was."""
    article = document(meta={"title": "Envoys agree"})
    gone = Known(fingerprint="0" * 16, rule="LIN111", text="”We are glad", article="envoys", severity=Severity.MAJOR)
    new = finding(article, "Envoys", baseline="new")
    old = finding(article, "border", baseline="unchanged")
    results = run_of(report(article, new, old, fixed=(gone,)))["results"]
    assert [result["baselineState"] for result in results] == ["new", "unchanged", "absent"]
    absent = results[2]
    assert (absent["ruleId"], absent["level"]) == ("LIN111", "error")
    assert absent["message"] == {"text": "‹”We are glad› is no longer in the article – quote-direction."}
    assert physical(absent)["artifactLocation"]["uri"] == "news/envoys.txt"
    assert physical(absent)["region"] == {"startLine": 1}
    assert absent["locations"][0]["logicalLocations"][0]["name"] == "envoys"
    assert absent["properties"] == {"fingerprint": "0" * 16, "severity": "major"}


def test_a_fixed_finding_of_unknown_severity_is_as_severe_as_its_rule() -> None:
    """And of no level where the rule is not known either."""
    gone = [Known(fingerprint="1" * 16, rule=rule, text="x", article="a") for rule in ("LIN111", "ZZZ1")]
    one, other = run_of(report(document(), fixed=tuple(gone)))["results"]
    assert (one["level"], one["properties"]["severity"]) == ("warning", "minor")
    assert "level" not in other


def test_an_accepted_finding_is_suppressed_with_its_reason() -> None:
    """By the configuration or by a reviewer; then every other result says that it is not."""
    article = document()
    open_, known_ = finding(article, "Envoys"), finding(article, "border", accepted="our style")
    accepted = finding(article, "glad", accepted="a quotation")
    results = run_of(report(article, open_, known_, accepted=(accepted,)))["results"]
    assert [result["suppressions"] for result in results] == [
        [],
        [{"kind": "external", "status": "accepted", "justification": "our style"}],
        [{"kind": "external", "status": "accepted", "justification": "a quotation"}],
    ]


def test_what_is_accepted_since_is_not_fixed() -> None:
    """The baseline knows it from before it stood in the configuration: it is there, unchanged."""
    article = document()
    accepted = finding(article, "glad", accepted="a quotation")
    other = Known(fingerprint="0" * 16, rule="LIN111", text="x", article="envoys")
    gone = (known(accepted, "envoys"), other)
    results = run_of(report(article, accepted=(accepted,), fixed=gone))["results"]
    assert [(result["ruleId"], result["baselineState"]) for result in results] == [
        ("LIN115", "unchanged"),
        ("LIN111", "absent"),
    ]


def test_what_is_accepted_and_was_not_known_is_new() -> None:
    """Every result of the file has a state, or none."""
    article = document()
    one, other = (finding(article, text, baseline="new") for text in ("Envoys", "border"))
    results = run_of(report(article, one, accepted=(replace(other, baseline=None, accepted="so"),)))["results"]
    assert [result["baselineState"] for result in results] == ["new", "new"]


def test_fingerprints_are_unique_and_the_keys_of_a_baseline() -> None:
    """The same fault twice in one article, in another article, and twice over in a file."""
    article = document(id="news/envoys.txt")
    fault = finding(article, "Envoys")
    entry = document(id="7", path="feed.xml")
    reports = [report(article, fault, fault), report(entry, fault)]
    found = fingerprints(run_of(*reports))
    assert len(set(found)) == 3
    keys = json.loads(
        Baseline(entries=tuple(known(fault, article_of(held)) for held in reports for _ in held.issues)).rendered()
    )
    assert set(found) == set(keys) - {"schema"}


def test_fingerprints_do_not_depend_on_other_files() -> None:
    """A finding is known again whatever was audited beside it, and wherever it moved in its article."""
    article = document(id="news/envoys.txt")
    fault = finding(article, "his pair of Russia", context=("with ", " ,and"))
    moved = document(
        ((article.paragraphs[0].role, "Before."), *((p.role, p.text) for p in article.paragraphs)), id=article.id
    )
    again = finding(moved, "his pair of Russia", context=("with ", " ,and"))
    first = fingerprints(run_of(report(article, fault)))
    second = run_of(report(document(path="a.txt"), finding(document(path="a.txt"), "Envoys")), report(moved, again))
    assert first[0] == fingerprints(second)[1]


def test_what_code_scanning_cannot_open_has_a_line_hash() -> None:
    """Of files in the repository it makes its own, and would warn of another."""
    fault = finding(document(), "Envoys")
    line = "primaryLocationLineHash"
    for path, own in (("a.txt", False), ("https://example.org/a", True), ("-", True), (None, True)):
        found = only(run_of(report(document(id="a", path=path), fault)))["partialFingerprints"]
        assert (line in found) is own
        assert set(found.values()) == {found[KEY]}


def test_a_run_with_a_baseline_tells_what_is_fixed_and_accepted(samples: Path) -> None:
    """From the baseline's file and the configuration to the file of results."""
    article = samples / "article.txt"
    plain = ["run", "samples/article.txt", "--engine", "none", "--scorer", "none"]
    assert main([*plain, "-o", "first.sarif"]) == 0
    first = valid(Path("first.sarif").read_text("utf-8"))["results"]
    own = [result["properties"]["fingerprint"] for result in first]
    entries = [
        Known(fingerprint=own[i], rule=first[i]["ruleId"], text="x", article="samples/article.txt") for i in range(5)
    ]
    Baseline(entries=(*entries[:4], replace(entries[4], reason="so we write"))).write(Path("known.json"))
    region = physical(first[0])["region"]
    text = article.read_bytes().decode("utf-8")
    end = region["charOffset"] + region["charLength"]
    article.write_bytes(f"{text[: region['charOffset']]}{text[end:]}".encode())
    Path("audit.toml").write_text(f'[[suppress]]\nfingerprint = "{own[5]}"\nreason = "a name"\n', "utf-8")
    assert main([*plain, "--baseline", "known.json", "-o", "second.sarif"]) == 0
    second = valid(Path("second.sarif").read_text("utf-8"))["results"]
    states = [result["baselineState"] for result in second]
    assert states.count("absent") >= 1
    assert states.count("unchanged") >= 3
    assert {"new", "unchanged", "absent"} == set(states)
    reasons = {entry["justification"] for result in second for entry in result["suppressions"]}
    assert reasons == {"so we write", "a name"}


def test_marking_with_a_baseline_of_all_there_is_leaves_nothing_new() -> None:
    """What the baseline says of the reports is what the file says."""
    held = flawed()
    (compared,) = marked([held], Baseline(entries=tuple(known(issue, article_of(held)) for issue in held.issues)))
    assert {result["baselineState"] for result in run_of(compared)["results"]} == {"unchanged"}
