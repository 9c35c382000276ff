"""Groups of a human text and its literal rendering, whose differing words are bad."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from audit.training.artifact_model.example import Example, Group
from audit.training.artifact_model.planted import human

MOST_DIFFERING = 0.75
"""Pairs that differ in more of their words say different things rather than the same in other words."""
_TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|[^\w\s]")


def rendered(lines: Sequence[str], mode: str) -> list[str]:
    """Each line through an Apertium mode (`spa-eng`); raises OSError where apertium is not installed."""
    done = subprocess.run(  # noqa: S603 - fixed program, text on stdin
        ["apertium", "-n", "-u", mode],  # noqa: S607
        input="\n".join(lines) + "\n", capture_output=True, text=True, check=True,
    )  # fmt: skip
    held = done.stdout.split("\n")[: len(lines)]
    if len(held) != len(lines):
        raise OSError(f"apertium gave {len(held)} lines for {len(lines)}")
    return [re.sub(r"\s+", " ", line).strip() for line in held]


def literal(pairs: Iterable[tuple[str, str]]) -> Iterator[Group]:
    """A group for each (human, literal) pair that says the same: the human text first."""
    for text, machine in pairs:
        spans = differing(text, machine)
        bad = sum(end - start for start, end in spans)
        if machine and 0 < bad <= MOST_DIFFERING * len(machine):
            yield human(text), Example(text=machine, bad={"literal": spans}, rank=0)


def differing(human: str, machine: str) -> tuple[tuple[int, int], ...]:
    """Spans of the machine's words that are not in the human text at their place (case aside)."""
    tokens = list(_TOKEN.finditer(machine))
    wanted = [match[0].lower() for match in _TOKEN.finditer(human)]
    matcher = SequenceMatcher(None, wanted, [match[0].lower() for match in tokens], autojunk=False)
    return tuple(
        (tokens[first].start(), tokens[last - 1].end())
        for tag, _, _, first, last in matcher.get_opcodes()
        if tag in {"replace", "insert"} and last > first
    )
