"""On which page each bookmark of the DOCX fell, read from the PDF's named destinations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from generator.writers.pdf.normalkan import buka

if TYPE_CHECKING:
    from pikepdf import Object, Pdf


def destinations(pdf: Path | Pdf, bookmark: Iterable[str] = ()) -> dict[str, int]:
    """Bookmark name -> page, counted from 0; `pdf` is a file or one opened already.

    LibreOffice 7.4 writes `_Toc1` as `5FToc1`: every character but ASCII letters, digits and '-' in hexadecimal, no
    mark. Names of letters, digits, '-' and '_' come back as they were unless they hold the digits '5F' themselves; of
    the names in `bookmark`, which are exact, those that the PDF has are added. Those without a page are left out.
    """
    with _terbuka(pdf) as isi:
        nomor = {halaman.obj.objgen: n for n, halaman in enumerate(isi.pages)}
        mentah = {nama: n for nama, d in _tujuan(isi) if (n := _halaman(d, nomor)) is not None}
    hasil = {nama.replace("5F", "_"): n for nama, n in mentah.items()}
    for nama in bookmark:
        if (n := mentah.get(sandi(nama), mentah.get(nama))) is not None:
            hasil[nama] = n
    return hasil


def halaman_menurut_teks(pdf: Path, entri: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Anchor -> page from 0, found by the words of headings and captions, for a PDF without named destinations.

    `entri`: anchors and their words, which must fill whole lines of the page: a mention in the text goes on with other
    words. The last such page counts: a list of contents, whose leader may be a line of its own, comes before. Blanks
    are ignored. Raises ValueError for a file that cannot be read.
    """
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        teks = [h.extract_text().splitlines() for h in pypdf.PdfReader(pdf).pages]
    except PyPdfError as e:
        raise ValueError(str(e)) from e
    halaman = ["\n".join("".join(b.split()) for b in baris) for baris in teks]
    hasil: dict[str, int] = {}
    for jangkar, kata in entri:
        pola = re.compile("^" + r"\n?".join(map(re.escape, "".join(kata.split()))) + "$", re.MULTILINE)
        ketemu = next((i for i in reversed(range(len(halaman))) if pola.search(halaman[i])), None)
        if ketemu is not None:
            hasil[jangkar] = ketemu
    return hasil


def sandi(bookmark: str) -> str:
    """The name that LibreOffice 7.4 gives to the destination of a bookmark."""
    return re.sub(r"[^A-Za-z0-9-]", lambda c: f"{ord(c[0]):02X}" if ord(c[0]) < 256 else f"{ord(c[0]):04X}", bookmark)


def _terbuka(pdf: Path | Pdf) -> AbstractContextManager[Pdf]:
    if not isinstance(pdf, Path):
        return nullcontext(pdf)
    return buka(pdf)


def _tujuan(pdf: Pdf) -> Iterator[tuple[str, Object]]:
    """All named destinations: a dictionary at /Dests (LibreOffice 7.4), or a name tree at /Names (later ones, Word)."""
    import pikepdf

    if "/Dests" in pdf.Root:
        for nama, tujuan in pdf.Root.Dests.items():
            yield nama[1:], tujuan
    if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
        yield from pikepdf.NameTree(pdf.Root.Names.Dests).items()


def _halaman(tujuan: Object, nomor: dict[tuple[int, int], int]) -> int | None:
    import pikepdf

    if isinstance(tujuan, pikepdf.Dictionary):
        tujuan = tujuan.get("/D", pikepdf.Array())
    if not isinstance(tujuan, pikepdf.Array) or len(tujuan) == 0:
        return None
    return nomor.get(tujuan[0].objgen) if isinstance(tujuan[0], pikepdf.Dictionary) else None
