"""What the shell may complete an option's value with, told without loading a check, an engine or a model."""

from __future__ import annotations

from collections.abc import Iterable

from audit.finding import Severity


def rules(incomplete: str) -> list[str]:
    """Ids, prefixes of ids and names of the rules installed, after the last comma of what is typed."""
    before, comma, last = incomplete.rpartition(",")
    ids, names = _rules()
    known = ["ALL", *sorted({label.rstrip("0123456789") for label in ids}), *ids, *names]
    return [f"{before}{comma}{one}" for one in _starting(last, known)]


def one_rule(incomplete: str) -> list[str]:
    """The id or name of one rule."""
    ids, names = _rules()
    return _starting(incomplete, [*ids, *names])


def formats(incomplete: str) -> list[str]:
    """The renderers installed."""
    return _starting(incomplete, _plugins("audit.renderers"))


def engines(incomplete: str) -> list[str]:
    """The engines installed, and what chooses among them."""
    return _starting(incomplete, ["auto", *_plugins("audit.engines")])


def scorers(incomplete: str) -> list[str]:
    """The scorers installed, and what chooses among them."""
    return _starting(incomplete, ["auto", *_plugins("audit.scorers")])


def severities(incomplete: str) -> list[str]:
    """The severities, weakest first."""
    return _starting(incomplete, list(Severity))


def input_formats(incomplete: str) -> list[str]:
    """The formats that are read."""
    from audit.ingest.reading import FORMATS

    return _starting(incomplete, FORMATS)


def languages(incomplete: str) -> list[str]:
    """The languages that a lexicon of the package is for; any other with a code of ISO 639 may be typed."""
    return _starting(incomplete, sorted({code for pair in _pairs() for code in pair.split("-")}))


def pairs(incomplete: str) -> list[str]:
    """The language pairs that the package has a lexicon for."""
    return _starting(incomplete, _pairs())


def _pairs() -> list[str]:
    from importlib.resources import files

    tables = files("audit").joinpath("data", "lexicons").iterdir()
    return sorted(table.name.removesuffix(".tsv") for table in tables if table.name.endswith(".tsv"))


def _plugins(group: str) -> list[str]:
    from importlib.metadata import entry_points

    return sorted(entry_points(group=group).names)


def _rules() -> tuple[list[str], list[str]]:
    """The ids and the names of the rules installed."""
    from audit.cli.rule_names import ids_by_name

    held = ids_by_name()
    return sorted({label for label in held.values() if label}), list(held)


def _starting(incomplete: str, known: Iterable[str]) -> list[str]:
    return [str(one) for one in known if one.startswith(incomplete)]
