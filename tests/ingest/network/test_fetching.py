"""Fetching from a real server: what comes back, and the one line for everything that goes wrong."""

from __future__ import annotations

import gzip
import socket
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.ingest.network.access import Access
from audit.ingest.network.failure import NetworkFailure
from audit.ingest.network.fetching import fetched
from audit.ingest.network.page import Page, Validators
from tests.ingest.network.server import Answer, Site

HERE = Access(allow_private=True, seconds=20)
QUICK = Access(allow_private=True, seconds=0.3)
SMALL = Access(allow_private=True, seconds=20, most_bytes=10_000)


def page(url: str, access: Access = HERE) -> Page:
    """What stands at an address."""
    held = fetched(url, access)
    assert held is not None
    return held


def refusal(url: str, access: Access = HERE) -> str:
    """The one line an address is refused with."""
    with pytest.raises(NetworkFailure) as caught:
        fetched(url, access)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def leading_to(*places: str) -> Callable[[str, int], Sequence[str]]:
    """A name server that gives every name the same addresses."""
    return lambda _host, _port: places


def test_a_page_comes_with_what_its_headers_say(site: Site) -> None:
    """Bytes as they are, type, charset, validators, and the address itself."""
    url = site.put("/a", b"x\r\n\xe9", Content_Type="Text/HTML; Charset='latin1'", ETag='W/"1"', Last_Modified="then")
    held = page(url)
    assert (held.data, held.media_type, held.charset, held.address) == (b"x\r\n\xe9", "text/html", "latin1", url)
    assert held.validators == Validators(address=url, etag='W/"1"', modified="then")


def test_the_server_is_told_who_asks(site: Site) -> None:
    """The name and version of the program, nothing of its user."""
    site.put("/%C3%B1?q=1")
    page(site.url("/ñ?q=1#x"))
    (asked,) = site.asked
    assert asked.path == "/%C3%B1?q=1"
    assert asked.headers["User-Agent"] == f"mt-audit/{version('mt-audit')}"
    assert asked.headers["Host"] == f"127.0.0.1:{site.port}"
    assert set(asked.headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(b"text" * 100)),
        ("X-GZIP", gzip.compress(b"text" * 60) + gzip.compress(b"text" * 40) + b"\0\0"),
        ("deflate", zlib.compress(b"text" * 100)),
        ("deflate", zlib.compress(b"text" * 100)[2:-4]),
        ("identity", b"text" * 100),
    ],
)
def test_a_packed_page_is_unpacked(site: Site, coding: str, packed: bytes) -> None:
    """Gzip of one or several members, deflate with and without its wrapping."""
    assert page(site.put("/", packed, Content_Encoding=coding)).data == b"text" * 100


@pytest.mark.parametrize(
    ("coding", "packed", "message"),
    [
        ("gzip", gzip.compress(b"text" * 100)[:-9], "ended before all of it came – try again"),
        ("gzip", b"text", "is not packed as its server says"),
        ("gzip", gzip.compress(b"text") + b"\x1fx", "is not packed as its server says"),
        ("deflate", b"\xff\xff\xff", "is not packed as its server says"),
        ("br", b"text", "is packed as 'br', which was not asked for"),
        ("gzip, gzip", b"text", "is packed as 'gzip, gzip', which was not asked for"),
    ],
)
def test_wrong_packing_is_told(site: Site, coding: str, packed: bytes, message: str) -> None:
    """Half a page is not taken for a whole one."""
    assert message in refusal(site.put("/", packed, Content_Encoding=coding))


@given(st.binary(max_size=60), st.sampled_from(["gzip", "deflate"]), st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_packed_bytes_are_unpacked_or_refused(site: Site, data: bytes, coding: str, real: bool) -> None:  # noqa: FBT001
    """Nothing a server sends for packed is more than a failure."""
    packed = gzip.compress(data) if real else data
    url = site.put("/", packed, Content_Encoding=coding)
    try:
        held = page(url).data
    except NetworkFailure:
        assert not (real and coding == "gzip")
    else:
        assert held == data or not real


def test_what_is_too_large_is_not_read(site: Site) -> None:
    """Told by its length, or by what comes without one."""
    told = site.put("/told", b"x" * 10_001)

    def untold(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(b"x" * 10_001)

    site.pages["/untold"] = untold
    for url in (told, site.url("/untold")):
        assert refusal(url, SMALL).startswith("is larger than 0.009537 MiB – fetch it with another program")
    assert len(page(site.put("/fits", b"x" * 10_000), SMALL).data) == 10_000


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_bomb_is_not_unpacked(site: Site, coding: str) -> None:
    """Two hundred megabytes in a fraction of one are given up at the limit."""
    packer = zlib.compressobj(9, wbits=31 if coding == "gzip" else 15)
    bomb = b"".join(packer.compress(b"\0" * 2**20) for _ in range(200)) + packer.flush()
    assert refusal(site.put("/", bomb, Content_Encoding=coding)).startswith("is larger than 16 MiB")


def test_a_page_cut_short_is_told(site: Site) -> None:
    """Its length says that more should have come."""
    site.pages["/"] = Answer(body=b"half", length=100)
    assert refusal(site.url()) == "ended before all of it came – try again"


def test_redirects_are_followed_five_times(site: Site) -> None:
    """A sixth is given up; the address of the page is the last one."""
    for number in range(6):
        site.put(f"/{number}", status=(301, 302, 303, 307, 308)[number % 5], Location=f"{number + 1}")
    site.put("/6", b"there")
    held = page(site.url("/1"))
    assert (held.data, held.address) == (b"there", site.url("/6"))
    assert refusal(site.url("/0")) == "leads on to another address more than 5 times – give the last of them"


def test_a_loop_of_redirects_ends(site: Site) -> None:
    """As any that lead on too often."""
    assert "more than 5 times" in refusal(site.put("/", status=302, Location="/"))
    assert len(site.asked) == 6


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (404, "the server answers 404 Not Found – check the address"),
        (410, "the server answers 410 Gone – check the address"),
        (401, "the server answers 401 Unauthorized – fetch it with another program and pass the file"),
        (429, "the server answers 429 Too Many Requests – try again later"),
        (500, "the server answers 500 Internal Server Error – try again later"),
        (599, "the server answers 599 – try again later"),
        (304, "the server answers 304 Not Modified – check the address"),
        (204, "the server answers 204 No Content – check the address"),
        (302, "the server answers 302 Found – check the address"),
    ],
)
def test_a_status_is_told(site: Site, status: int, message: str) -> None:
    """With what to do about it; an answer of `unchanged` that nobody asked for is none."""
    assert refusal(site.put("/", status=status)) == message


def test_a_slow_server_is_given_up(site: Site) -> None:
    """One that is silent, and one that sends a byte now and then."""
    gone = threading.Event()

    def silent(_: BaseHTTPRequestHandler) -> None:
        gone.wait(5)

    def dripping(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not gone.wait(0.02):
            try:
                handler.wfile.write(b"x")
            except OSError:
                return

    site.pages |= {"/silent": silent, "/dripping": dripping}
    for path in ("/silent", "/dripping"):
        assert refusal(site.url(path), QUICK) == "did not answer in time – try again, or give a longer --timeout"
    gone.set()


def test_a_slow_name_server_is_given_up() -> None:
    """The system's look-up takes no timeout of its own."""

    def slow(_host: str, _port: int) -> Sequence[str]:
        time.sleep(0.4)
        return ["127.0.0.1"]

    access = Access(allow_private=True, seconds=0.2, resolve=slow)
    assert "did not answer in time" in refusal("http://slow.example/", access)


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"),
        *("10.0.0.1", "169.254.169.254", "[fe80::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "0"),
    ],
)
def test_private_addresses_are_refused_in_every_form(site: Site, host: str) -> None:
    """As numbers, short forms and names, and nothing is sent there."""
    said = refusal(site.url(host=host), Access())
    assert said.endswith("is a private address – add --allow-private to read it") or "cannot be looked up" in said
    assert site.asked == []


def test_a_name_that_leads_inside_is_refused(site: Site) -> None:
    """Even where only one of its addresses does."""
    access = Access(resolve=leading_to("93.184.215.14", "10.1.2.3"))
    said = refusal(site.url(host="inside.example"), access)
    assert said == "inside.example (10.1.2.3) is a private address – add --allow-private to read it"


def test_a_redirect_that_leads_inside_is_refused(site: Site) -> None:
    """Every step is checked: the first address, this machine, is taken for a public one here."""
    places = {"outside.example": "127.0.0.1", "inside.example": "10.0.0.8"}
    access = Access(resolve=lambda host, _port: [places[host]], private=lambda place: str(place) != "127.0.0.1")
    site.put("/", status=302, Location="http://inside.example/")
    assert refusal(site.url(host="outside.example"), access) == (
        "inside.example (10.0.0.8) is a private address – add --allow-private to read it"
    )


def test_the_address_that_was_checked_is_the_one_connected_to(site: Site) -> None:
    """A name is looked up once for each request: a second answer could be another."""
    answers = iter([["127.0.0.1"]])
    access = Access(allow_private=True, resolve=lambda _host, _port: next(answers))
    site.put("/", b"here")
    assert page(site.url(host="rebinding.example"), access).data == b"here"
    assert site.asked[0].headers["Host"] == f"rebinding.example:{site.port}"


def test_the_next_address_of_a_name_is_tried(site: Site) -> None:
    """A host may have addresses that do not answer."""
    access = Access(allow_private=True, resolve=leading_to("127.0.0.2", "127.0.0.1"))
    site.put("/", b"here")
    assert page(site.url(host="two.example"), access).data == b"here"


def test_a_name_without_address_is_told() -> None:
    """Whether the name server does not know it, fails, or answers nothing."""

    def unknown(_host: str, _port: int) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    def failing(_host: str, _port: int) -> Sequence[str]:
        raise OSError

    for resolve, reason in (
        (unknown, "cannot be looked up: Name or service not known"),
        (failing, "cannot be looked up"),
        (leading_to(), "has no address"),
        (leading_to("nonsense"), "cannot be looked up"),
    ):
        said = refusal("http://gone.example/", Access(resolve=resolve))
        assert said == f"the name gone.example {reason} – check the address"


def test_a_refused_connection_is_told() -> None:
    """Nothing listens on the port of a server that has gone."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert refusal(f"http://127.0.0.1:{port}/") == "the connection is refused – check the address"


def test_a_server_without_encryption_is_told(site: Site) -> None:
    """Asking it for https is a common slip."""
    said = refusal(site.url(scheme="https"))
    assert said == "no encrypted connection can be made – check the address, or whether it is http"


@contextmanager
def speaking(answer: bytes) -> Iterator[str]:
    """The address of a server that says the same to everybody and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def speak() -> None:
            with listener.accept()[0] as connection:
                connection.recv(65536)
                connection.sendall(answer)

        threading.Thread(target=speak, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (b"", "the server does not answer as the web does (HTTP) – check the address"),
        (b"220 mail.example ESMTP\r\n", "the server does not answer as the web does (HTTP) – check the address"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000, "the server does not answer as the web does (HTTP)"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "the server does not answer as the web does (HTTP)"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n", ""),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "ended before all of it came"),
    ],
)
def test_a_server_that_breaks_the_protocol_is_told(answer: bytes, message: str) -> None:
    """It may be no web server at all."""
    with speaking(answer) as url:
        assert message in refusal(url)


@given(st.binary(max_size=80))
@settings(max_examples=40, deadline=None)
def test_no_answer_is_more_than_a_failure(answer: bytes) -> None:
    """Whatever a server says is a page or one line."""
    for head in (b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 Found\r\nLocation: "):
        with speaking(head + answer) as url:
            try:
                page(url)
            except NetworkFailure as told:
                assert "\n" not in str(told)  # noqa: PT017 - either outcome is right


def test_a_certificate_nobody_vouches_for_is_told(tmp_path: Path) -> None:
    """The system's certificates decide."""
    import shutil
    import ssl

    if not shutil.which("openssl"):
        pytest.skip("no openssl here to make a certificate with")
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
            "k.pem", "-out", "c.pem", "-days", "2", "-subj", "/CN=a.example"]  # fmt: skip
    subprocess.run(made, cwd=tmp_path, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "c.pem", tmp_path / "k.pem")
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def shake() -> None:
            with listener.accept()[0] as connection, pytest.raises(ssl.SSLError):
                context.wrap_socket(connection, server_side=True)

        thread = threading.Thread(target=shake, daemon=True)
        thread.start()
        said = refusal(f"https://127.0.0.1:{listener.getsockname()[1]}/")
        thread.join(5)
    assert said.startswith("its certificate is not trusted: ")


def test_a_page_unchanged_is_nothing(site: Site) -> None:
    """The validators go only where they were given."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(304 if handler.headers["If-None-Match"] == '"1"' else 200)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    site.pages["/"] = answer
    site.put("/old", status=301, Location="/")
    known = Validators(address=site.url(), etag='"1"', modified="then")
    assert fetched(site.url("/old"), HERE, known) is None
    assert "If-None-Match" not in site.asked[0].headers
    assert site.asked[1].headers["If-Modified-Since"] == "then"
    assert fetched(site.url(), HERE, Validators(address="http://other.example/", etag='"1"')) is not None
