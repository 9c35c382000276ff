"""Addresses read as articles: formats, encodings, and what of a feed is new."""

from __future__ import annotations

import sqlite3
import threading
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from pathlib import Path

import pytest

from audit.document import Document
from audit.errors import IngestError
from audit.ingest.network.access import Access
from audit.ingest.network.network import Network
from audit.ingest.network.page import Validators
from audit.ingest.network.state import MOST_ENTRIES, FeedState, Seen, state_path
from audit.ingest.reading import read
from tests.ingest.network.server import Site

HERE = Access(allow_private=True, seconds=20)
PAGE = "<html><body><p>One paragraph of a page.</p></body></html>"


def feed(*entries: tuple[str, str]) -> str:
    """An RSS file of entries with an id and a title."""
    items = "".join(f"<item><guid>{key}</guid><title>{title}</title></item>" for key, title in entries)
    return f'<rss version="2.0"><channel><title>t</title>{items}</channel></rss>'


def run(url: str, network: Network | None = None, input_format: str | None = None) -> list[Document]:
    """The articles of an address."""
    return list(read([url], stdin=BytesIO(), network=network or Network(HERE), input_format=input_format))


def after(state: Path, url: str, *, commit: bool = True, renew: bool = False) -> tuple[list[str], list[str]]:
    """The ids of the articles that a run audits, and what it tells."""
    network = Network(HERE, FeedState(state), renew=renew)
    found = [held.id for held in run(url, network)]
    if commit:
        network.commit()
    return found, network.notes


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Where the state of feeds is kept; the folder is not there yet."""
    return tmp_path / "new" / "feeds.sqlite"


@pytest.mark.parametrize(
    ("content_type", "body", "text"),
    [
        ("text/html", PAGE, "One paragraph of a page."),
        ("text/plain", "Just text <p>", "Just text <p>"),
        ("text/html", feed(("1", "Head")), "Head"),
        ("application/xml", feed(("1", "Head")), "Head"),
        ("application/octet-stream", feed(("1", "Head")), "Head"),
        ("application/json", '{"version":"https://jsonfeed.org/version/1","items":[{"content_text":"x"}]}', "x"),
        ("application/json", '{"id": "1", "text": "x"}', "x"),
        ("application/rss+xml", feed(("1", "Head")), "Head"),
    ],
)
def test_an_address_is_read_as_what_it_is(site: Site, content_type: str, body: str, text: str) -> None:
    """The type helps, and a wrong one does no harm."""
    (held,) = run(site.put("/x", body, Content_Type=content_type))
    assert held.text == text
    assert held.path == site.url("/x")


def test_the_format_given_wins(site: Site) -> None:
    """Over whatever the server says."""
    (held,) = run(site.put("/", "<p>x", Content_Type="text/html"), input_format="text")
    assert held.text == "<p>x"


def test_the_charset_of_the_header_counts(site: Site) -> None:
    """Over the declaration in the page; UTF-8 that is such, and a mark, over both."""
    said = '<?xml version="1.0" encoding="windows-1252"?>' + feed(("1", "ĐŁódź Ř"))
    for encoding, charset in (("iso-8859-2", "iso-8859-2"), ("utf-8", "iso-8859-2"), ("utf-16", "utf-8")):
        url = site.put("/", said.encode(encoding), Content_Type=f"application/xml; charset={charset}")
        assert run(url)[0].text == "ĐŁódź Ř"
    url = site.put("/", "Łódź".encode("utf-16-le"), Content_Type="text/plain; charset=UTF-16LE")
    assert run(url)[0].text == "Łódź"
    url = site.put("/", "Łódź".encode("iso-8859-2"), Content_Type="text/plain; charset=iso-8859-2")
    assert run(url)[0].text == "Łódź"


def test_a_page_knows_where_it_was_found(site: Site) -> None:
    """After redirects, and unless it says so itself."""
    site.put("/old", status=301, Location="/new")
    site.put("/new", PAGE, Content_Type="text/html")
    assert run(site.url("/old"))[0].meta["url"] == site.url("/new")


def test_links_of_a_feed_are_relative_to_where_it_was_found(site: Site) -> None:
    """As in a browser."""
    raw = '<rss version="2.0"><channel><item><link>a</link></item></channel></rss>'
    assert run(site.put("/en/feed", raw))[0].meta["url"] == site.url("/en/a")


def test_failures_name_the_address(site: Site) -> None:
    """As the user gave it."""
    with pytest.raises(IngestError, match=r"http://127\.0\.0\.1:\d+/gone: the server answers 404 Not Found"):
        run(site.url("/gone"))
    with pytest.raises(IngestError, match="add --allow-private to read it"):
        run(site.url("/gone"), Network())


def test_a_binary_file_is_refused(site: Site) -> None:
    """As it would be from a disk."""
    with pytest.raises(IngestError, match="is a PDF document, not text"):
        run(site.put("/", b"%PDF-1.7 \0", Content_Type="application/pdf"))


def test_addresses_need_a_network() -> None:
    """Commands that write articles back read none from the web."""
    with pytest.raises(IngestError, match="is an address, and only audit run reads those – save the page"):
        list(read(["https://example.org/"], stdin=BytesIO()))


def test_only_new_and_changed_entries_come_again(site: Site, state: Path) -> None:
    """An entry is known by its id and its text."""
    url = site.put("/", feed(("1", "one"), ("2", "two")))
    assert after(state, url) == (["1", "2"], [])
    found, (note,) = after(state, url)
    assert found == []
    assert note.startswith(f"{url}: nothing new since 20")
    assert note.endswith(" UTC – --all audits every entry again")
    site.put("/", feed(("3", "three"), ("1", "one"), ("2", "TWO")))
    found, (note,) = after(state, url)
    assert found == ["3", "2"]
    assert note.startswith(f"{url}: 2 of 3 entries are new or changed since 20")


def test_nothing_is_known_before_it_was_committed(site: Site, state: Path) -> None:
    """A run that fails half-way loses nothing."""
    url = site.put("/", feed(("1", "one")), ETag='"1"')
    assert after(state, url, commit=False) == (["1"], [])
    assert not state.exists()
    assert after(state, url) == (["1"], [])


def test_a_feed_not_read_to_its_end_is_not_known(site: Site, state: Path) -> None:
    """Its last entries were not audited."""
    url = site.put("/", feed(("1", "one"), ("2", "two")))
    network = Network(HERE, FeedState(state))
    next(read([url], stdin=BytesIO(), network=network))
    network.commit()
    assert after(state, url)[0] == ["1", "2"]


def test_every_entry_comes_again_on_demand(site: Site, state: Path) -> None:
    """The state is renewed by it."""
    url = site.put("/", feed(("1", "one")), ETag='"1"')
    after(state, url)
    assert after(state, url, renew=True) == (["1"], [])
    assert "If-None-Match" not in site.asked[1].headers
    assert after(state, url)[0] == []


def answering(handler: BaseHTTPRequestHandler) -> None:
    """Say `unchanged` to whoever knows the page."""
    known = handler.headers["If-None-Match"] == 'W/"7"' or handler.headers["If-Modified-Since"] == "yesterday"
    handler.send_response(304 if known else 200)
    handler.send_header(*("ETag", 'W/"7"') if handler.path == "/etag" else ("Last-Modified", "yesterday"))
    body = b"" if known else feed(("1", "one")).encode()
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


@pytest.mark.parametrize("path", ["/etag", "/modified"])
def test_a_feed_unchanged_is_not_sent_again(site: Site, state: Path, path: str) -> None:
    """The server's validators are kept and sent back as they are, run after run."""
    site.pages[path] = answering
    url = site.url(path)
    assert after(state, url)[0] == ["1"]
    for _ in range(2):
        found, (note,) = after(state, url)
        assert found == []
        assert "nothing new since" in note
    assert [("If-None-Match" in held.headers, "If-Modified-Since" in held.headers) for held in site.asked] == [
        (False, False),
        *[(path == "/etag", path == "/modified")] * 2,
    ]


def test_a_feed_read_as_something_else_is_read_whole(site: Site, state: Path) -> None:
    """The state is of feeds only."""
    site.pages["/etag"] = answering
    url = site.url("/etag")
    after(state, url)
    assert len(run(url, Network(HERE, FeedState(state)), "text")) == 1


def test_a_page_has_no_state(site: Site, state: Path) -> None:
    """An article is read each time it is asked for."""
    url = site.put("/", PAGE, ETag='"1"')
    assert after(state, url) == after(state, url) == ([url], [])
    assert not state.exists()


def test_the_state_lies_beside_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the user's own folder by default; without a cache there is none."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert state_path("") is None
    assert state_path(str(tmp_path / "kept" / "x.sqlite")) == tmp_path / "kept" / "feeds.sqlite"
    default = state_path(None)
    assert default is not None
    assert default.parts[-2:] == ("mt-audit", "feeds.sqlite")


def test_two_addresses_have_two_states(site: Site, state: Path) -> None:
    """The same entry in another feed is another."""
    one, two = (site.put(path, feed(("1", "one"))) for path in ("/a", "/b"))
    after(state, one)
    assert after(state, two)[0] == ["1"]


def test_an_empty_feed_is_no_error(site: Site, state: Path) -> None:
    """The first time nothing is said of it, then that nothing is new."""
    url = site.put("/", feed())
    assert after(state, url) == ([], [])
    assert "nothing new since" in after(state, url)[1][0]


@pytest.mark.parametrize("content", [b"not a database, but long enough to be taken for one" * 40, b"SQLite format 3\0"])
def test_a_broken_state_is_told_and_loses_nothing(site: Site, state: Path, content: bytes) -> None:
    """Everything is audited, and the file is left for its owner to look at."""
    state.parent.mkdir()
    state.write_bytes(content)
    url = site.put("/", feed(("1", "one")))
    found, (note,) = after(state, url)
    assert found == ["1"]
    assert note.startswith(f"{state}: what was audited is not remembered: ")
    assert state.read_bytes() == content


def test_a_place_that_cannot_be_written_is_told(site: Site, tmp_path: Path) -> None:
    """The run itself goes well."""
    (tmp_path / "file").write_text("x", "utf-8")
    found, notes = after(tmp_path / "file" / "feeds.sqlite", site.put("/", feed(("1", "one"))))
    assert found == ["1"]
    assert len(notes) == 1


def test_runs_at_the_same_time_do_not_lose_entries(state: Path) -> None:
    """Each feed is recorded whole, whoever comes first."""

    def record(number: int) -> None:
        held = FeedState(state)
        seen = Seen(
            validators=Validators(address=str(number)), entries={bytes([n]): b"x" for n in range(50)}, checked="now"
        )
        held.record({str(number): seen})
        assert held.note is None

    threads = [threading.Thread(target=record, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = [FeedState(state).known(str(number)) for number in range(8)]
    assert [seen is not None and len(seen.entries) for seen in found] == [50] * 8


def test_entries_long_gone_are_forgotten(state: Path) -> None:
    """Those a feed has now never are."""

    def entry(number: int) -> bytes:
        return number.to_bytes(4, "big")

    def seen(numbers: range, checked: str) -> Seen:
        return Seen(validators=Validators(address=""), entries={entry(n): b"" for n in numbers}, checked=checked)

    held = FeedState(state)
    held.record({"u": seen(range(MOST_ENTRIES), "1")})
    held.record({"u": seen(range(MOST_ENTRIES, MOST_ENTRIES + 100), "2")})
    held.record({"u": seen(range(MOST_ENTRIES + 100, MOST_ENTRIES + 200), "3")})
    with sqlite3.connect(state) as file:
        (count,) = file.execute("SELECT COUNT(*) FROM entries").fetchone()
    file.close()
    assert count == MOST_ENTRIES + 100
    known = held.known("u")
    assert known is not None
    assert all(entry(n) in known.entries for n in range(MOST_ENTRIES, MOST_ENTRIES + 200))
