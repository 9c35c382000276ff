"""One page for a translator: every article with its findings in place, to read, filter, decide and export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TextIO

from audit.report import Report
from audit.rule_text import RuleText


class HtmlRenderer:
    """One HTML file that needs nothing else, loads nothing and runs nothing but its own script.

    `rules` are the texts of the rules by id, shown beside the findings; without them the page names the command that
    explains a rule.
    """

    name = "html"

    def __init__(self, rules: Mapping[str, RuleText] | None = None) -> None:
        self._rules = rules or {}

    def render(self, reports: Iterable[Report], stream: TextIO, *, colour: bool, width: int | None) -> None:  # noqa: ARG002 - the same bytes everywhere
        """Write the page once all reports are there: what stands above the articles counts them."""
        from audit.renderers.html.page import page
        from audit.renderers.html.template import template

        stream.writelines(template().generate(page=page(list(reports), self._rules)))
