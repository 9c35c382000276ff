"""Calibration drawn as a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from audit.errors import ConfigError

Points = Sequence[tuple[float, float]]

INCHES = (5.0, 5.0)
DOTS_PER_INCH = 120
"""A square of 600 dots: legible beside a table."""


def calibration(path: Path, series: Mapping[str, Points], *, x: str, y: str, most: float) -> None:
    """Draw series of (predicted, observed) points, each from 0 to `most`, beside the diagonal, as a PNG.

    Raises ConfigError when matplotlib is not installed.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError as cause:
        raise ConfigError("matplotlib is not installed – pip install 'mt-audit[bench]'") from cause
    figure = Figure(figsize=INCHES, layout="constrained")
    axes = figure.subplots()
    axes.plot([0, most], [0, most], color="grey", linestyle=":", label="as it should be")
    for label, points in series.items():
        axes.plot([point[0] for point in points], [point[1] for point in points], marker="o", label=label)
    axes.set(xlabel=x, ylabel=y, xlim=(0, most), ylim=(0, most))
    axes.legend()
    figure.savefig(path, dpi=DOTS_PER_INCH, format="png", metadata={"Software": None})
