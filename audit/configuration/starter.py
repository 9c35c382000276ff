"""A file of settings to begin with: every setting, commented out."""

from __future__ import annotations

from collections.abc import Iterator

from audit.configuration.settings import SETTINGS

HEAD = """\
# Settings of audit, for all articles at or below this folder; paths are relative to it.
# Each line that is commented out is an example. `audit config` shows what holds and where it comes from."""


def starter() -> str:
    """The text of an `audit.toml` in which nothing is set."""
    return "\n".join([HEAD, *_lines()]) + "\n"


def _lines() -> Iterator[str]:
    for setting in SETTINGS.values():
        yield ""
        yield f"## {setting.about} Give {setting.takes}."
        yield f"# {setting.example}"
