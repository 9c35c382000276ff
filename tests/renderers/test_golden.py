"""Every built-in renderer writes, byte by byte, what its golden file holds.

After an intended change run `UPDATE_GOLDEN=1 pytest tests/renderers/test_golden.py` and read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.renderers.rendering import rendered
from tests.renderers.reports import clean, flawed, hostile

GOLDEN = Path(__file__).parent / "golden"
CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "table-80.txt": ("table", {"width": 80}),
    "table-100.ansi": ("table", {"width": 100, "colour": True}),
    "findings.csv": ("csv", {}),
    "reports.json": ("json", {}),
    "reports.jsonl": ("jsonl", {}),
    "junit.xml": ("junit", {}),
    "github.txt": ("github", {}),
    "gitlab.json": ("gitlab", {}),
    "comment.md": ("markdown", {}),
}
CI = ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Variables that the formats made for CI read."""


@pytest.mark.parametrize("name", CASES)
def test_output_is_as_the_golden_file(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two ordinary articles and a hostile one come out as they did when last reviewed, in CI as elsewhere."""
    for variable in CI:
        monkeypatch.delenv(variable, raising=False)
    renderer, how = CASES[name]
    got = rendered(renderer, flawed(), clean(), hostile(), **how).encode("utf-8")
    if os.environ.get("UPDATE_GOLDEN"):
        (GOLDEN / name).write_bytes(got)
    assert got == (GOLDEN / name).read_bytes()
