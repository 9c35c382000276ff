"""The options of the commands, declared once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from audit.cli import candidates
from audit.cli.terminal import Colour

GATE = "Gate"
RULES = "Rules"
REPORT = "Report"
LANGUAGE = "Translation"
NETWORK = "Network"

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH…", help="Articles, folders or addresses; - is standard input.")
]
InputFormat = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Format of the input; by default told from the file's ending.",
        autocompletion=candidates.input_formats,
    ),
]
Source = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="The article it was translated from.", rich_help_panel=LANGUAGE),
]
SourceLang = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        help="Language it was translated from; else inferred.",
        rich_help_panel=LANGUAGE,
        autocompletion=candidates.languages,
    ),
]
TargetLang = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        help="Language of the article (default: en).",
        rich_help_panel=LANGUAGE,
        autocompletion=candidates.languages,
    ),
]
Engine = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Engine to back-translate with, none for no back-translation (default: auto).",
        rich_help_panel=LANGUAGE,
        autocompletion=candidates.engines,
    ),
]
Scorer = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Scorer of fluency (default: auto).",
        rich_help_panel=LANGUAGE,
        autocompletion=candidates.scorers,
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULES",
        help="Rules to run: ids, prefixes, names; comma lists.",
        rich_help_panel=RULES,
        autocompletion=candidates.rules,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULES",
        help="Rules to leave out; the longest match wins.",
        rich_help_panel=RULES,
        autocompletion=candidates.rules,
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(metavar="0–1", help="Drop findings less sure (default: 0.5).", rich_help_panel=RULES),
]
Lexicons = Annotated[
    list[str] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE",
        help="Phrases of your own to find, for those of the settings; repeat for several.",
        rich_help_panel=RULES,
    ),
]
Glossaries = Annotated[
    list[str] | None,
    typer.Option(
        "--glossary",
        metavar="FILE",
        help="Terms of your own to hold to, for those of the settings; repeat for several.",
        rich_help_panel=RULES,
    ),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME",
        help="table (the default), html, csv, xlsx, json, jsonl, xliff; for CI sarif, junit, github, gitlab, "
        "markdown; repeat for several, each with its own -o.",
        rich_help_panel=REPORT,
        autocompletion=candidates.formats,
    ),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Where the i-th format goes; else to stdout.", rich_help_panel=REPORT
    ),
]
ColourOption = Annotated[
    Colour,
    typer.Option(
        "--color",
        metavar="WHEN",
        help="When to colour: auto (the default), always, never.",
        show_default=False,
        rich_help_panel=REPORT,
    ),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        metavar="SEVERITY",
        help="Exit 1 on a finding this severe: neutral, minor, major, critical; or never.",
        rich_help_panel=GATE,
        autocompletion=candidates.severities,
    ),
]
MinFluency = Annotated[
    float | None,
    typer.Option(metavar="0–100", help="Exit 1 when an article is less fluent.", rich_help_panel=GATE),
]
MaxPer1000 = Annotated[
    float | None,
    typer.Option("--max-per-1000", metavar="N", help="Exit 1 on more findings per 1,000 words.", rich_help_panel=GATE),
]
MaxMqmDrop = Annotated[
    float | None,
    typer.Option(
        "--max-mqm-drop",
        metavar="N",
        help="Exit 1 when an article has lost more points of MQM since the baseline, or of 100 without one.",
        rich_help_panel=GATE,
    ),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Findings known already, as audit baseline and audit review note them: marked as such, they fail no gate.",
        rich_help_panel=GATE,
    ),
]
ExitZero = Annotated[
    bool, typer.Option("--exit-zero", help="Exit 0 though the gate fails; say it all the same.", rich_help_panel=GATE)
]
ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Settings; by default the nearest audit.toml or pyproject.toml."),
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Keep no reports, translations or state of feeds, and use none kept.")
]
Workers = Annotated[
    int | None,
    typer.Option(metavar="N", min=0, help="Processes that audit at once, 0 for one a core (default: 1)."),
]
AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="Read addresses inside your own network, too.", rich_help_panel=NETWORK),
]
AllEntries = Annotated[
    bool,
    typer.Option("--all", help="Audit every entry of a feed, not only new and changed ones.", rich_help_panel=NETWORK),
]
Timeout = Annotated[
    float | None,
    typer.Option(metavar="SECONDS", help="What an address may take in all (default: 30).", rich_help_panel=NETWORK),
]


def names(given: Sequence[str] | None) -> tuple[str, ...] | None:
    """The names in repeated options and comma lists; None when the option was not given."""
    if not given:
        return None
    return tuple(name for item in given for part in item.split(",") if (name := part.strip()))
