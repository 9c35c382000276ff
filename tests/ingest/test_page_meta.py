"""What a page says of itself."""

from __future__ import annotations

from audit.ingest.page_meta import page_meta

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Front &amp; back
| Site</title><meta property="og:title" content="Second title"><meta name="Author" content=" Ana  Pérez ">
<meta property="article:published_time" content="2024-05-01"><link rel="stylesheet" href="x.css">
<link rel="canonical" href="https://example.org/a"><meta name="viewport" content="w"><meta name="date" content="">
</head><body lang="es"><title>Not this</title></body></html>"""


def test_the_head_tells_title_author_date_and_address() -> None:
    """The first statement of each counts; styles, views and empty values are nothing."""
    assert page_meta(PAGE) == {
        "author": "Ana Pérez",
        "date": "2024-05-01",
        "lang": "en",
        "title": "Front & back | Site",
        "url": "https://example.org/a",
    }


def test_the_body_may_tell_the_language() -> None:
    """Where the root does not."""
    assert page_meta("<html><body lang=es>") == {"lang": "es"}
    assert page_meta("no page") == {}
