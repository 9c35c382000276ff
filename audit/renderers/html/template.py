"""The template of the page, with its style and script and the policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from audit.visible import visible

if TYPE_CHECKING:
    from jinja2 import Template

STYLES = ("colours", "page", "overview", "article", "cards", "print")
SCRIPTS = ("data", "decisions", "cards", "selection", "filters", "export", "overview", "keys", "start")
"""The files of `assets`, in the order they stand in the page."""


@cache
def template() -> Template:
    """The compiled template; what it shows of an article is escaped, and nothing hidden in it stays hidden."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("audit.renderers.html"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = style_sheet(), script_text()
    whole = {"style": Markup(style), "script": Markup(script)}  # noqa: S704 - files of this package
    environment.globals |= {**whole, "policy": policy(style, script)}
    return environment.get_template("page.html.j2")


def _finalize(value: object) -> object:
    """What is not marked as safe is made visible first; autoescape does the rest."""
    return value if isinstance(value, Markup) else visible(str(value))


def style_sheet() -> str:
    """The style of the page."""
    return "".join(_asset(f"{name}.css") for name in STYLES)


def script_text() -> str:
    """The script of the page, in a function of its own."""
    return '(() => {\n"use strict";\n' + "".join(_asset(f"{name}.js") for name in SCRIPTS) + "})();\n"


def policy(style: str, script: str) -> str:
    """The Content-Security-Policy (CSP 3): this very style and script, no address, no HTML made by script."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _asset(name: str) -> str:
    return (files("audit.renderers.html") / "assets" / name).read_text("utf-8")
