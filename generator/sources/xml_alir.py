"""XML as a stream: elements are told as they pass, no tree is kept, so that memory does not grow with a hostile part.

In: pieces of bytes and a receiver. Out: calls of the receiver. Raises `XmlRusak` for what is no XML and `XmlDitolak`
for what must not be read: a DTD, nesting or single marks beyond reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol
from xml.parsers import expat

BATAS_DALAM = 100
BATAS_TANDA = 2**20
"""Bytes of one tag, comment or the like."""


class XmlRusak(Exception):
    """No well-formed XML."""


class XmlDitolak(Exception):
    """XML that is not read; the message says what it holds."""


class Penerima(Protocol):
    """Who is told. Names are 'namespace local', or 'local' where there is no namespace."""

    def mulai(self, nama: str, atribut: dict[str, str]) -> None: ...
    def akhir(self, nama: str) -> None: ...
    def teks(self, isi: str) -> None: ...


def alirkan(potongan: Iterable[bytes], penerima: Penerima, batas: int) -> int:
    """Read one part to its end; how many elements it has, at most `batas`. What the receiver raises passes through."""
    pengurai = expat.ParserCreate(namespace_separator=" ")
    terima, lepas = penerima.mulai, penerima.akhir
    dalam = banyak = terbaca = 0

    def mulai(nama: str, atribut: dict[str, str]) -> None:
        nonlocal dalam, banyak
        dalam += 1
        banyak += 1
        if dalam > BATAS_DALAM or banyak > batas:
            raise XmlDitolak("unsur XML yang terlalu banyak")
        terima(nama, atribut)

    def akhir(nama: str) -> None:
        nonlocal dalam
        dalam -= 1
        lepas(nama)

    pengurai.buffer_text = True
    pengurai.StartElementHandler = mulai
    pengurai.EndElementHandler = akhir
    pengurai.CharacterDataHandler = penerima.teks
    pengurai.StartDoctypeDeclHandler = _tolak_dtd
    try:
        for isi in potongan:
            pengurai.Parse(isi, False)
            terbaca += len(isi)
            if terbaca - pengurai.CurrentByteIndex > BATAS_TANDA:
                raise XmlDitolak("tanda XML yang terlalu panjang")
        pengurai.Parse(b"", True)
    except expat.ExpatError as e:
        raise XmlRusak(str(e)) from e
    return banyak


def _tolak_dtd(*_: object) -> None:
    raise XmlDitolak("DTD")


def lokal(nama: str) -> str:
    """The name without its namespace."""
    return nama.rpartition(" ")[2]
