"""SARIF 2.1.0, for code scanning, for viewers in editors and for whatever else collects results of checkers.

The standard is OASIS SARIF 2.1.0 with errata 01. GitHub's code scanning refuses a file of over 25,000 results, shows
the 5,000 most severe, and takes 20 tags a rule; nothing is left out for its sake. Nor does it read `suppressions` and
`baselineState`: it shows what is accepted or fixed as open. For it, write a run without a baseline, or take those
results out before the upload.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from importlib.metadata import version
from itertools import chain
from typing import Any, TextIO

from audit.check import Check
from audit.renderers.sarif.artifacts import ROOT, Artifacts, artifacts, is_address
from audit.renderers.sarif.locations import Locator
from audit.renderers.sarif.results import Results, has_accepted, has_baseline
from audit.renderers.sarif.rules import Rule, descriptor, rules
from audit.renderers.sarif.taxonomies import taxonomies
from audit.renderers.sarif.wording import plain, sentence
from audit.report import Report, in_order
from audit.visible import json_safe

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""Where the standard has its schema."""
_LINE_ENDS = ["\r\n", "\n", "\r"]
"""What `audit.renderers.places` takes for the end of a line."""

Rules = dict[str, tuple[int, Rule]]


class SarifRenderer:
    """One run of results; a rule, a file and a result a line, so that two versions of the file can be compared.

    `checks` are the rules installed: without them a rule is told as its findings tell it.
    """

    name = "sarif"

    def __init__(self, checks: Sequence[Check] = ()) -> None:
        self._checks = {check.id: check for check in checks}

    def render(self, reports: Iterable[Report], stream: TextIO, *, colour: bool, width: int | None) -> None:  # noqa: ARG002 - the same bytes everywhere
        """Write the file once all reports are there: what stands above the results names their rules and files."""
        held = in_order(reports)
        found = chain.from_iterable((*report.issues, *report.accepted) for report in held)
        known = rules(found, chain.from_iterable(report.fixed for report in held), self._checks)
        files = artifacts(report.document for report in held)
        stream.writelines(_file(held, known, files))


def _file(reports: Sequence[Report], known: Rules, files: Artifacts) -> Iterator[str]:
    belonging = taxonomies((rule.category, rule.its_type) for _, rule in known.values())
    driver = {
        "name": "audit",
        "fullName": "audit of machine-translated articles",
        "semanticVersion": version("mt-audit"),
        "supportedTaxonomies": belonging.references(),
    }
    results = Results(rules=known, artifacts=files, baseline=has_baseline(reports), suppressions=has_accepted(reports))
    yield f'{{"$schema":{_json(SCHEMA)},"version":"2.1.0","runs":[{{\n"tool":{{"driver":{_json(driver)[:-1]},"rules":['
    yield from _lines(descriptor(rule, belonging) for _, rule in known.values())
    yield ']}},\n"taxonomies":['
    yield from _lines(belonging.components())
    yield f'],\n"automationDetails":{_json({"id": _identity(reports)})},\n"columnKind":"unicodeCodePoints",'
    yield f'"newlineSequences":{_json(_LINE_ENDS)},\n"originalUriBaseIds":{_json(_roots(files))},\n'
    yield '"invocations":[{"executionSuccessful":true,"toolConfigurationNotifications":['
    yield from _lines(chain.from_iterable(_notes(report, files) for report in reports))
    yield ']}],\n"artifacts":['
    yield from _lines(files.objects())
    yield '],\n"results":['
    yield from _lines(chain.from_iterable(results.of(report) for report in reports))
    yield '],\n"properties":{"articles":['
    yield from _lines(_article(report, files) for report in reports)
    yield "]}}]}\n"


def _lines(values: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The values of an array, one a line."""
    before = "\n"
    for value in values:
        yield before + _json(value)
        before = ",\n"
    if before == ",\n":
        yield "\n"


def _json(value: object) -> str:
    return json_safe(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _identity(reports: Sequence[Report]) -> str:
    """The category of the run: code scanning keeps the results of one category apart from those of another.

    Where all articles are of one address that is part of it: two feeds, each with a run of its own, are two categories.
    """
    paths = {report.document.path for report in reports}
    only = paths.pop() if len(paths) == 1 else None
    return f"audit/{only}/" if only is not None and is_address(only) else "audit/"


def _roots(files: Artifacts) -> dict[str, Any]:
    """Where relative paths begin; not where that is on this machine, so that the file is the same everywhere."""
    told = {"description": {"text": "The folder that the audit was started in."}}
    return {ROOT: told} if any("uriBaseId" in location for location in files.locations) else {}


def _notes(report: Report, files: Artifacts) -> Iterator[dict[str, Any]]:
    """What was not done in an article and why, as notifications."""
    where = Locator(document=report.document, artifact=files.location(report.document)).whole()
    where["physicalLocation"] = {"artifactLocation": where["physicalLocation"]["artifactLocation"]}
    for note in report.notes:
        yield {"level": "note", "message": {"text": plain(sentence(note))}, "locations": [where]}


def _article(report: Report, files: Artifacts) -> dict[str, Any]:
    """The scores of an article, under the names of the JSON contract."""
    document = report.document
    return {
        "id": document.id,
        "artifact": files.location(document)["index"],
        "source_lang": document.source_lang,
        "target_lang": document.target_lang,
        "engine": report.engine,
        "signature": report.signature,
        "scores": asdict(report.scores),
        "suppressed": report.suppressed,
    }
