"""Reads the body of an answer, unpacked, never more of it than allowed."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from audit.ingest.network.failure import NetworkFailure

CUT_SHORT = "ended before all of it came – try again"
_GZIP, _ZLIB, _DEFLATE = 31, 15, -15
"""Window bits that tell zlib the wrapping of the data (zlib manual, inflateInit2)."""
_MEMBER = b"\x1f"
"""The first byte of a member of a gzip file (RFC 1952, 2.3.1)."""
_CODINGS = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": _ZLIB}


def body(chunks: Iterable[bytes], coding: str, most: int) -> bytes:
    """All of a body sent with a Content-Encoding (empty for none), at most `most` bytes before and after unpacking.

    Raises NetworkFailure where it is larger, cut short, or packed otherwise than it says.
    """
    unpacker = _unpacker(coding)
    held, sent = bytearray(), 0
    for chunk in chunks:
        sent += len(chunk)
        held += unpacker.unpacked(chunk, most + 1 - len(held)) if unpacker else chunk
        if max(sent, len(held)) > most:
            raise too_large(most)
    if unpacker and not unpacker.complete:
        raise NetworkFailure(CUT_SHORT)
    return bytes(held)


def too_large(most: int) -> NetworkFailure:
    """The failure of an answer above `most` bytes."""
    return NetworkFailure(f"is larger than {most / 2**20:.4g} MiB – fetch it with another program and pass the file")


def _unpacker(coding: str) -> _Unpacker | None:
    name = coding.strip().lower()
    if name in ("", "identity"):
        return None
    if name not in _CODINGS:
        raise NetworkFailure(f"is packed as {coding!r}, which was not asked for")
    return _Unpacker(_CODINGS[name])


class _Unpacker:
    """Unpacks gzip, of one member or several, and deflate, which many a server sends without its wrapping."""

    __slots__ = ("_begun", "_bits", "_inner")

    def __init__(self, bits: int) -> None:
        self._bits, self._begun = bits, False
        self._inner = zlib.decompressobj(bits)

    @property
    def complete(self) -> bool:
        """Whether the data came to its end, or never began."""
        return self._inner.eof or not self._begun

    def unpacked(self, data: bytes, most: int) -> bytes:
        """What the next part holds, `most` bytes at most: then the rest is left."""
        held = bytearray()
        while data and len(held) < most:
            if self._inner.eof:
                if self._bits != _GZIP or data[:1] != _MEMBER:
                    break  # padding after the end
                self._inner = zlib.decompressobj(self._bits)
            held += self._step(data, most - len(held))
            data = self._inner.unused_data if self._inner.eof else self._inner.unconsumed_tail
        return bytes(held)

    def _step(self, data: bytes, most: int) -> bytes:
        begun, self._begun = self._begun, True
        try:
            return self._inner.decompress(data, most)
        except zlib.error as cause:
            if begun or self._bits != _ZLIB:
                raise NetworkFailure("is not packed as its server says – try again") from cause
        self._bits = _DEFLATE
        self._inner = zlib.decompressobj(_DEFLATE)
        return self._step(data, most)
