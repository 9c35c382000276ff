"""Packages of plugins put into a folder, and the command line run with that folder beside it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from audit import plugins

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "example-plugin"


def install(package: Path, folder: Path) -> None:
    """Install a package's folder as pip does, without a network and without its dependencies."""
    options = "--quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation --no-compile"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", *options.split(), "--target", str(folder), str(package)], check=True
    )


def run(arguments: list[str], packages: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Python with what is installed in `packages`, in a folder of its own."""
    surroundings = {
        **os.environ,
        "PYTHONPATH": str(packages),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HYPOTHESIS_STORAGE_DIRECTORY": str(folder / "hypothesis"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_STATE_HOME": str(folder / "state"),
        "PYTHONIOENCODING": "utf-8",
    }
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=surroundings, capture_output=True, encoding="utf-8", check=False
    )


def write_metadata(folder: Path, name: str, points: Mapping[str, str]) -> None:
    """The metadata of an installed package: its entry points by `group/name`."""
    info = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
    told = (f"[{point.partition('/')[0]}]\n{point.partition('/')[2]} = {held}\n" for point, held in points.items())
    (info / "entry_points.txt").write_text("".join(told), "utf-8")


@contextmanager
def seen(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """This process sees the plugins of a folder, and forgets them afterwards."""
    before = set(sys.modules)
    with patch.context() as held:
        held.syspath_prepend(str(folder))
        _forget()
        try:
            yield
        finally:
            for name in set(sys.modules) - before:
                if (file := getattr(sys.modules[name], "__file__", None)) and Path(file).is_relative_to(folder):
                    del sys.modules[name]
    _forget()


def _forget() -> None:
    plugins.found.cache_clear()
    plugins.checks.cache_clear()
