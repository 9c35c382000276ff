"""The command line: argv in, exit status out."""

from audit.cli.app import main

__all__ = ["main"]
