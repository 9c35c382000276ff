"""A rule is told with its docstring, its grades for code scanning and its place in two taxonomies."""

from __future__ import annotations

import pytest

from audit import plugins
from audit.finding import Known, Severity
from audit.renderers.sarif.rule_help import help_text
from audit.rule_text import parse
from tests.renderers.reports import document, finding, flawed, report
from tests.renderers.sarif.logs import run_of

HELP = parse(
    """Quotes ‹`a`› an <b>.

    It is <i>so</i>: `<b>` stays
    one *line*.

    And [that](x).

    Bad (es-en):
        He *saw*<v> the the </v>cat, <v>{a}</v>. ¶ Next ← Vio el gato
    Good:
        He saw it.

    References:
        Somebody <2020>
    """.replace("\n    ", "\n")
)


def test_rules_are_those_with_a_result_in_order_of_id() -> None:
    """Each result leads to its own."""
    run = run_of(flawed())
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["ACC101", "DES101", "LIN111", "LIN115", "LOC101"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


@pytest.mark.parametrize(
    ("severity", "level"), [("critical", "error"), ("major", "error"), ("minor", "warning"), ("neutral", "note")]
)
def test_severities_are_levels(severity: str, level: str) -> None:
    """The severity itself is kept beside them."""
    article = document()
    (result,) = run_of(report(article, finding(article, "Envoys", severity=Severity(severity))))["results"]
    assert (result["level"], result["properties"]["severity"]) == (level, severity)


def test_an_installed_rule_is_told_in_full() -> None:
    """By its own severity and confidence, whatever its findings have."""
    (check,) = (check for check in plugins.checks() if check.id == "LIN111")
    article = document()
    found = finding(article, "Envoys", rule="LIN111", name="quote-direction", severity=Severity.CRITICAL)
    (rule,) = run_of(report(article, found))["tool"]["driver"]["rules"]
    assert rule["name"] == "quote-direction"
    assert rule["shortDescription"]["text"] == check.text.summary
    assert rule["fullDescription"]["text"].startswith(check.text.summary)
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert rule["help"]["text"].endswith("More: audit explain quote-direction")
    assert rule["properties"] == {
        "tags": ["machine translation", "linguistic conventions", "typographical"],
        "precision": "very-high",
        "problem.severity": "warning",
        "category": "linguistic conventions/punctuation",
        "its_type": "typographical",
        "severity": "minor",
        "confidence": check.confidence,
        "fix": "safe",
    }


def test_every_installed_rule_fits_code_scanning() -> None:
    """Descriptions, tags and grades keep its limits; the file is valid."""
    article = document()
    found = [finding(article, "Envoys", rule=check.id, name=check.name) for check in plugins.checks()]
    for rule in run_of(report(article, *found))["tool"]["driver"]["rules"]:
        assert len(rule["shortDescription"]["text"]) <= 1024
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert len(rule["properties"]["tags"]) == len(set(rule["properties"]["tags"])) <= 10
        assert rule["properties"]["precision"] in {"very-high", "high", "medium", "low"}
        assert rule["properties"]["problem.severity"] in {"error", "warning", "recommendation"}


def test_a_rule_that_is_not_installed_is_told_as_its_findings_tell_it() -> None:
    """One that only a baseline knows by its id."""
    article = document()
    found = finding(article, "Envoys", rule="ZZZ1", name="own", category="style/own", its_type="style")
    gone = Known(fingerprint="0" * 16, rule="ZZZ2", text="x", article="a")
    one, other = run_of(report(article, found, fixed=(gone,)))["tool"]["driver"]["rules"]
    assert one["shortDescription"] == one["fullDescription"] == one["help"] == {"text": "own"}
    assert one["defaultConfiguration"] == {"level": "warning"}
    assert one["properties"]["tags"] == ["machine translation", "style"]
    assert "precision" not in one["properties"]
    assert other == {
        "id": "ZZZ2",
        "name": "ZZZ2",
        **{key: {"text": "ZZZ2"} for key in ("shortDescription", "fullDescription", "help")},
        "properties": {"tags": ["machine translation"]},
    }


def test_rules_are_parts_of_mqm_and_its_2_0() -> None:
    """Every reference leads to the taxon it names; every taxon is one of a rule's."""
    run = run_of(flawed())
    rules = run["tool"]["driver"]["rules"]
    taxonomies = run["taxonomies"]
    named = set()
    for rule in rules:
        for related in rule["relationships"]:
            target = related["target"]
            component = taxonomies[target["toolComponent"]["index"]]
            assert component["name"] == target["toolComponent"]["name"]
            assert component["taxa"][target["index"]]["id"] == target["id"]
            assert related["kinds"] == ["superset"]
            named.add((component["name"], target["id"]))
        told = [related["target"]["id"] for related in rule["relationships"]]
        assert told == [rule["properties"]["category"], rule["properties"]["its_type"]]
    assert named == {(one["name"], taxon["id"]) for one in taxonomies for taxon in one["taxa"]}
    assert run["tool"]["driver"]["supportedTaxonomies"] == [{"name": "MQM", "index": 0}, {"name": "ITS", "index": 1}]


def test_help_as_text_is_the_docstring() -> None:
    """Examples are lines of their own, links and placeholders none."""
    assert help_text("own", HELP)["text"].split("\n\n") == [
        "Quotes ‹`a`› an <b>.",
        "It is <i>so</i>: `<b>` stays one *line*.",
        r"And [that\](x).",
        "Bad (es-en): He *saw* the the cat, {{a}}.\nNext ← Vio el gato",
        "Good: He saw it.",
        "See Somebody <2020>",
        "More: audit explain own",
    ]


def test_help_as_markdown_has_spans_in_bold_and_no_html() -> None:
    """What is an example is literal, what is code stays code."""
    assert help_text("own", HELP)["markdown"].split("\n\n") == [
        r"Quotes ‹`a`› an \<b>.",
        r"It is \<i>so\</i>: `<b>` stays one *line*.",
        "And [that](x).",
        "Bad (es-en):",
        "> He \\*saw\\* **the the** cat, **\\{{a\\}}**\\.  \n> Next  \n> ← Vio el gato",
        "Good:",
        r"> He saw it\.",
        r"- Somebody \<2020>",
        "More: `audit explain own`",
    ]


def test_a_span_of_spaces_is_not_in_bold() -> None:
    """Markdown has no emphasis without a character."""
    told = help_text("own", parse("A space.\n\nBad:\n    He<v> </v>, she."))["markdown"]
    assert "> He , she\\.\n\n" in told
