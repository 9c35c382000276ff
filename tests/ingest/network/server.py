"""A web server on this machine, started by a test, that answers as it is told."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(kw_only=True)
class Answer:
    """What the server says: status, headers and body; `length` is what it claims the body has."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A request as it came."""

    path: str
    headers: Mapping[str, str]


Reply = Answer | Callable[[BaseHTTPRequestHandler], None]


class Site:
    """The pages of a server by path, and what was asked of it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.pages: dict[str, Reply] = {}
        self.asked: list[Asked] = []

    def url(self, path: str = "/", host: str = "127.0.0.1", scheme: str = "http") -> str:
        """The address of a page."""
        return f"{scheme}://{host}:{self.port}{path}"

    def put(self, path: str, body: bytes | str = b"", status: int = 200, **headers: str) -> str:
        """Have a page answered; `_` in names of headers stands for a hyphen. Returns its address."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Answer(body=data, status=status, headers=named)
        return self.url(path)


@contextmanager
def serving() -> Iterator[Site]:
    """A server that runs while a test does."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler()) as server:
        site = Site(server.server_port)
        server.site = site  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield site
        server.shutdown()


def _handler() -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site: Site = self.server.site  # type: ignore[attr-defined]
            site.asked.append(Asked(path=self.path, headers=dict(self.headers)))
            reply = site.pages.get(self.path, Answer(status=404))
            if isinstance(reply, Answer):
                _send(self, reply)
            else:
                reply(self)

        def log_message(self, *_: Any) -> None:  # noqa: ANN401 - the signature of http.server
            """Say nothing."""

    return Handler


def _send(handler: BaseHTTPRequestHandler, answer: Answer) -> None:
    handler.send_response(answer.status)
    for name, value in answer.headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(answer.body) if answer.length is None else answer.length))
    handler.end_headers()
    handler.wfile.write(answer.body)
