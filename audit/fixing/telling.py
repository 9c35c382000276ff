"""What a person is told of a fixed file: one line of what was done and left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from audit.finding import Finding
from audit.fixing.choice import fixable
from audit.fixing.rounds import Fixed


def summary(fixed: Fixed, *, unsafe: bool = False) -> str:
    """What was fixed and what is left: `2 fixed: 2 quote-direction; 3 left: 1 that needs --unsafe, 2 for a person`."""
    done = f"{len(fixed.fixed)} fixed{_by_rule(fixed.fixed)}" if fixed.fixed else "nothing to fix"
    rounds = f" in {len(fixed.rounds)} rounds" if len(fixed.rounds) > 1 else ""
    left = len(fixed.left)
    if not left:
        return f"{done}{rounds}"
    stuck = sum(fixable(finding, unsafe=unsafe) for finding in fixed.left)
    open_ = sum(finding.fix == "unsafe" for finding in fixed.left) if not unsafe else 0
    parts = [
        f"{open_} that need{'s' if open_ == 1 else ''} --unsafe" if open_ else "",
        f"{stuck} with no place in the file" if stuck else "",
        f"{left - open_ - stuck} for a person" if left - open_ - stuck else "",
    ]
    return f"{done}{rounds}; {left} left: {', '.join(part for part in parts if part)}"


def _by_rule(findings: Iterable[Finding]) -> str:
    counts = Counter(finding.name for finding in findings)
    held = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ": " + ", ".join(f"{count} {name}" for name, count in held)
