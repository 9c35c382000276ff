"""Every setting that there is, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from audit.configuration import values
from audit.configuration.entries import suppressions
from audit.configuration.overrides import Override, overrides
from audit.configuration.place import Place
from audit.configuration.setting import Setting

RULES = "rules by id, prefix of an id, name or MQM dimension, or ALL"
_LIMIT = "a number of 0 or more, inf for no limit"


def _overrides(value: Any, place: Place) -> tuple[Override, ...]:
    return overrides(value, place, SETTINGS)


_ALL = (
    Setting(
        key="select",
        takes=RULES,
        about="The rules that run; the most specific of `select` and `ignore` wins.",
        example='select = ["ALL"]',
        convert=values.names,
        article=True,
    ),
    Setting(
        key="ignore",
        takes=RULES,
        about="The rules that do not run.",
        example='ignore = ["LOC103", "stray-capital"]',
        convert=values.names,
        article=True,
    ),
    Setting(
        key="severity",
        takes="a table of severities by rule: neutral, minor, major or critical",
        about="The severities of rules, in place of their own; the most specific of several wins.",
        example='severity = { residual-credit = "neutral", ACC = "major" }',
        convert=values.severities,
        article=True,
    ),
    Setting(
        key="min-confidence",
        takes="a number between 0 and 1",
        about="Findings that are less sure are dropped.",
        example="min-confidence = 0.7",
        convert=values.number(0, 1),
        article=True,
    ),
    Setting(
        key="per-path-ignores",
        takes="a table of rules by pattern of paths",
        about="Rules whose findings are dropped in some articles, by path or address.",
        example='per-path-ignores = { "*.html" = ["DES"] }',
        convert=values.ignores,
    ),
    Setting(
        key="suppress",
        takes="tables with a fingerprint and a reason each",
        about="Findings that are accepted as they are, each with the reason.",
        example='suppress = [{ fingerprint = "0a6e6c1a1f5b2c33", reason = "the band is called so" }]',
        convert=suppressions,
    ),
    Setting(
        key="lexicon",
        takes="one path of a table or more",
        about="Phrases of your own to find.",
        example='lexicon = ["house/phrases.tsv"]',
        convert=values.paths,
        article=True,
    ),
    Setting(
        key="glossary",
        takes="one path of a table or more",
        about="Terms of your own to hold to.",
        example='glossary = ["house/terms.csv"]',
        convert=values.paths,
        article=True,
    ),
    Setting(
        key="source-lang",
        takes="a language such as es or pt-BR",
        about="The language that articles were translated from, where they do not state it; else it is inferred.",
        example='source-lang = "es"',
        convert=values.language,
        article=True,
        path=True,
    ),
    Setting(
        key="target-lang",
        takes="a language such as en",
        about="The language that articles are in, where they do not state it.",
        example='target-lang = "en"',
        convert=values.language,
        article=True,
        path=True,
    ),
    Setting(
        key="engine",
        takes="the name of an engine, auto or none",
        about="What translates articles back; `auto` is the best that is installed for the pair.",
        example='engine = "embedded"',
        convert=values.text,
        article=True,
    ),
    Setting(
        key="engine-timeout",
        takes=f"a number of seconds above 0 and at most {values.LONGEST_SECONDS:g}",
        about="The seconds after which an engine that does not answer has failed.",
        example="engine-timeout = 120",
        convert=values.seconds,
    ),
    Setting(
        key="scorer",
        takes="the name of a scorer, auto or none",
        about="What scores fluency.",
        example='scorer = "artifact"',
        convert=values.text,
    ),
    Setting(
        key="fail-on",
        takes="a severity – neutral, minor, major or critical –, or never",
        about="The gate fails on a new finding this severe or more.",
        example='fail-on = "major"',
        convert=values.least_severity,
        article=True,
    ),
    Setting(
        key="min-fluency",
        takes="a number between 0 and 100",
        about="The gate fails where an article is less fluent; 0 asks for nothing.",
        example="min-fluency = 55",
        convert=values.number(0, 100),
        article=True,
    ),
    Setting(
        key="max-per-1000",
        takes=_LIMIT,
        about="The gate fails on more new findings per 1,000 words.",
        example="max-per-1000 = 12",
        convert=values.number(0),
        article=True,
    ),
    Setting(
        key="max-mqm-drop",
        takes=_LIMIT,
        about="The gate fails where an article has lost more points of its MQM score since the baseline.",
        example="max-mqm-drop = 1.5",
        convert=values.number(0),
        article=True,
    ),
    Setting(
        key="baseline",
        takes="the path of a file that audit baseline writes",
        about="Findings that are known already: they fail no gate.",
        example='baseline = "audit-baseline.json"',
        convert=values.optional_path,
    ),
    Setting(
        key="exit-zero",
        takes="true or false",
        about="The exit status is 0 though the gate fails.",
        example="exit-zero = true",
        convert=values.flag,
    ),
    Setting(
        key="workers",
        takes=f"a whole number from 0 to {values.MOST_WORKERS}",
        about="Processes that audit at once; 0 is one for each core.",
        example="workers = 4",
        convert=values.count,
    ),
    Setting(
        key="cache",
        takes='a path, or "" for none',
        about="The file of what was translated before; by default it is in your cache folder.",
        example='cache = ".audit/back-translations.sqlite"',
        convert=values.optional_path,
    ),
    Setting(
        key="overrides",
        takes="tables with paths or languages, and settings for these",
        about="Settings that hold for some articles only.",
        example='overrides = [{ paths = ["sport/**"], fail-on = "critical" }]',
        convert=_overrides,
    ),
)
SETTINGS: Mapping[str, Setting] = {setting.key: setting for setting in _ALL}
BY_FIELD: Mapping[str, Setting] = {setting.field: setting for setting in _ALL}
