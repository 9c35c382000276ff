"""Entry point of `audit` and `python -m audit`; answers `--version` before anything heavy is imported."""

from __future__ import annotations

import sys


def run(argv: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments in (["--version"], ["-V"]):
        from importlib.metadata import version

        sys.stdout.write(f"audit {version('mt-audit')}\n")
        return 0
    from audit.cli import main

    return main(arguments)


if __name__ == "__main__":
    sys.exit(run())
