"""Reports of small XLIFF files, with findings over given places, and what ITS mark-up in a file says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from lxml import etree

from audit.document import Document
from audit.finding import Finding
from audit.ingest.reading import read
from audit.report import Report
from audit.segmentation.article import segment
from tests.renderers.reports import finding, report

ITS = "{http://www.w3.org/2005/11/its}"
_TAG = re.compile(r"<(?P<closing>/?)(?:\w+:)?(?P<name>mrk|sm|em|locQualityIssues?)\b(?P<written>[^>]*)>")
OURS = "localization-quality-issue|urn:x-mt-audit"


def documents(raw: str, path: str = "a.xlf") -> list[Document]:
    """The articles of an XLIFF file, their paragraphs told apart."""
    return [
        segment(replace(held, path=path, id=path if held.id == "-" else held.id))
        for held in read(["-"], stdin=BytesIO(raw.encode()), input_format="xliff")
    ]


def over(document: Document, *texts: str) -> Report:
    """The report with a finding over the first place of each text."""
    return report(document, *(finding(document, text, message=f"“{text}” is odd") for text in texts))


def at(document: Document, *places: tuple[int, int]) -> Report:
    """The report with a finding over each range of the text."""
    return report(document, *(_at(document, *place) for place in places))


def _at(document: Document, start: int, end: int) -> Finding:
    base = finding(document, document.text[start])
    text = document.text[start:end]
    return replace(base, start=start, end=end, text=text, message=f"{start}–{end} is odd")


def without_its(raw: str) -> str:
    """A file without the ITS mark-up that was written into it: every tag of ours cut out, nothing else touched."""
    kept, position, ours, ids = list[str](), 0, list[bool](), set[str]()
    for tag in _TAG.finditer(raw):
        name, written = tag["name"], tag["written"]
        if name == "mrk" and tag["closing"]:
            goes = ours.pop()
        elif name == "em":
            goes = written in ids
        else:
            goes = name.startswith("loc") or OURS in written
        if name == "mrk" and not tag["closing"] and not written.endswith("/"):
            ours.append(goes)
        if name == "sm" and goes:
            ids.add(f" startRef={written.split()[0].removeprefix('id=')}/")
        if goes:
            cdata = raw[: tag.start()].endswith("]]>") and raw[tag.end() :].startswith("<![CDATA[")
            kept.append(raw[position : tag.start() - 3 * cdata])
            position = tag.end() + 9 * cdata
    bare = "".join((*kept, raw[position:]))
    return re.sub(r' xmlns:its\d?="http://www.w3.org/2005/11/its"| its\d?:version="2.0"', "", bare)


def issues(raw: str) -> Iterator[tuple[str, str]]:
    """The comment of each issue in a file and the text it is over, as an ITS processor has it."""
    root = etree.fromstring(raw.encode())
    lists = {
        f"#{held.get('{http://www.w3.org/XML/1998/namespace}id')}": [one.get("locQualityIssueComment") for one in held]
        for held in root.iter(f"{ITS}locQualityIssues")
    }
    for mark in root.iter("{*}mrk", "{*}sm"):
        text = _between(mark) if etree.QName(mark).localname == "sm" else "".join(mark.itertext())
        if (reference := mark.get(f"{ITS}locQualityIssuesRef")) is not None:
            yield from ((str(comment), text) for comment in lists[reference])
        elif (comment := mark.get(f"{ITS}locQualityIssueComment")) is not None:
            yield comment, text


def _between(start: etree._Element) -> str:
    """The text from an `<sm/>` to its `<em/>`."""
    target = next(start.iterancestors("{*}target"))
    pieces, inside = list[str](), False
    for event, one in etree.iterwalk(target, events=("start", "end")):
        local = etree.QName(one).localname
        if event == "start":
            inside = (inside or one is start) and not (local == "em" and one.get("startRef") == start.get("id"))
            pieces += [one.text or ""] if inside else []
        elif one is not target:
            pieces += [one.tail or ""] if inside else []
    return "".join(pieces)
