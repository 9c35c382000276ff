"""Pages of known reports, parsed as a browser would."""

from __future__ import annotations

import io
import re
from dataclasses import replace

from lxml import html

from audit.document import Gap, Role
from audit.finding import Severity
from audit.renderers.html.renderer import HtmlRenderer
from audit.report import Report
from audit.rule_text import parse
from tests.renderers.reports import document, finding, report

RULES = {
    "ACC101": parse(
        "A phrase rendered word by word.\n\nEach word is right: *su par* is `his counterpart`.\n\nA list has it."
        "\n\nBad (es-en):\n    He met <v>his pair of</v> Peru.\nGood (es-en):\n    He met his counterpart of Peru."
    )
}


def page(*reports: Report) -> str:
    """The page of reports, with the text of one rule."""
    stream = io.StringIO(newline="")
    HtmlRenderer(RULES).render(iter(reports), stream, colour=False, width=None)
    return stream.getvalue()


def parsed(*reports: Report) -> html.HtmlElement:
    """The page as a tree."""
    return html.document_fromstring(page(*reports))


def bare(text: str) -> str:
    """A page without its style, its script and their digests: files of their own, which are reviewed as such."""
    text = re.sub(r"<(style|script)>.*?</\1>", r"<\1>…</\1>", text, flags=re.DOTALL)
    return re.sub(r"sha256-[^&]+", "sha256-…", text)


def nested() -> Report:
    """An article whose findings overlap, hold one another and lie beside a source with a gap."""
    article = document(((Role.BODY, "One two three four five."), (Role.BODY, "Six.")))
    first, second = article.paragraphs
    paired = replace(first, source="Uno dos tres.", back_translation="Una.")
    gaps = (Gap(after=-1, source="Cero."), Gap(after=1, source="Siete."))
    article = replace(article, paragraphs=(paired, second), gaps=gaps)
    spans = ("One two three", "two", "three four", "four five.\n\nSix")
    levels = (Severity.MINOR, Severity.CRITICAL, Severity.MAJOR, Severity.NEUTRAL)
    return report(article, *(finding(article, span, severity=level) for span, level in zip(spans, levels, strict=True)))


def wicked() -> Report:
    """An article that tries to run, to load, to end its place on the page and to hide."""
    text = (
        "<script>alert(1)</script> </script><img src=x onerror=alert(2)> {{ 7*7 }} {% raw %} <!-- \u202egnorw\u202c "
        "\u200b\x00\udc80\u2028 ' \" onload=alert(3) ]]> javascript:alert(4) &lt;b&gt; <style>*{display:none}</style>"
    )
    article = document(
        ((Role.BODY, text),), id="</title><script>alert(5)</script>", path='a"onclick="alert(6)', meta={"title": text},
        source_lang='es" onmouseover="alert(7)', target_lang="en'><script>alert(8)</script>",
        gaps=(Gap(after=0, source=text),),
    )  # fmt: skip
    issue = finding(
        article, "</script><img", rule="</script>", name='"><script>alert(9)</script>', message=text, suggestion=text,
        evidence={"back_translation": text, "source_phrase": text, "</dl><script>": text, "also": [{"rule": text}]},
    )  # fmt: skip
    return report(article, issue, finding(article, "\u202egnorw\u202c"), engine=text, notes=(text,), fluency=40)
