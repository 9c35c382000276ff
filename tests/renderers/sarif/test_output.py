"""A file's ending says that it is to be SARIF."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.cli.app import main
from tests.renderers.sarif.logs import valid

PLAIN = ["run", "samples/bridge.txt", "--engine", "none", "--scorer", "none"]


@pytest.mark.parametrize("name", ["report.sarif", "report.sarif.json", "REPORT.SARIF.JSON", "a/report.sarif"])
def test_the_endings_of_the_standard_are_sarif(samples: Path, name: str) -> None:
    """`.sarif` and `.sarif.json` (SARIF 2.1.0, 3.2)."""
    (samples.parent / "a").mkdir()
    assert main([*PLAIN, "-o", name]) == 0
    assert valid(Path(name).read_text("utf-8"))["results"]


def test_sarif_and_json_go_side_by_side(samples: Path) -> None:
    """The ending `.sarif.json` is not taken for that of the other."""
    given = ["--format", "sarif", "-o", "report.sarif.json", "--format", "json", "-o", "report.json"]
    assert main([*PLAIN, *given]) == 0
    assert valid((samples.parent / "report.sarif.json").read_text("utf-8"))["results"]
    assert Path("report.json").read_text("utf-8").startswith("[\n")


def test_sarif_goes_to_standard_output(samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing else does."""
    assert samples.is_dir()
    assert main([*PLAIN, "--format", "sarif"]) == 0
    assert valid(capsys.readouterr().out)["results"]
