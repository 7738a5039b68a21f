"""Where a document comes from and goes to: the Renstra, and each year's Renja and Perjanjian Kinerja beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from generator.berkas import ada

Jenis = Literal["renstra", "renja", "pk"]
JUDUL: dict[Jenis, str] = {
    "renstra": "RENCANA STRATEGIS (RENSTRA)",
    "renja": "RENCANA KERJA (RENJA)",
    "pk": "PERJANJIAN KINERJA",
}
KAMUS = "kamus.txt"  # the project's own words, in the content folder
MANIFES = "manifest.json"
FOLDER_VERSI, FOLDER_BANDING = "versi", "banding"  # below the output folder


@dataclass(frozen=True)
class Tempat:
    """Where a document comes from and goes to. `isi` is the folder that holds chapters/ and data/.

    `nama` is that of its outputs; `tahun` the year of a Renja or Perjanjian Kinerja.
    """

    isi: Path
    templat: Path
    keluaran: Path
    nama: str = "renstra"
    jenis: Jenis = "renstra"
    tahun: int = 0

    @property
    def naskah(self) -> Path:
        """The chapters of this kind of document; a Renja's stand in a folder for each outline."""
        return self.isi / "chapters" / self.jenis

    @property
    def data(self) -> Path:
        return self.isi / "data"

    @property
    def manifes(self) -> str:
        """The manifest's file name."""
        return MANIFES if self.jenis == "renstra" else f"manifest-{self.nama}.json"

    @property
    def html(self) -> str:
        """The file name of the document as a page, which is made when it is asked for."""
        return f"{self.nama}.html"

    @property
    def jejak(self) -> str:
        """The file name of the page that shows where every number comes from."""
        return "jejak.html" if self.jenis == "renstra" else f"jejak-{self.nama}.html"

    @property
    def jejak_salinan_kerja(self) -> str:
        """The same of sources that the outputs beside it were not made of."""
        return f"{self.jejak.removesuffix('.html')}-salinan-kerja.html"

    @property
    def sipd(self) -> str:
        """The file name of a Renja's sheet for SIPD."""
        return f"sipd-{self.tahun}.xlsx"

    def sumber(self) -> Iterator[tuple[str, Path]]:
        """Every source by the name that places in findings carry; also what is no plain file: reading refuses it."""
        yield from self._di_isi(self.naskah, "*/*.md" if self.jenis == "renja" else "*.md")
        yield from self.sumber_data()
        if self.tahun:
            yield from self._di_isi(self.data / "renja", f"{self.tahun}.xlsx")
        if ada(self.isi / KAMUS):
            yield f"{self.isi.name}/{KAMUS}", self.isi / KAMUS
        yield f"{self.templat.parent.name}/{self.templat.name}", self.templat

    def sumber_data(self) -> Iterator[tuple[str, Path]]:
        """The workbooks that all documents share."""
        return self._di_isi(self.data, "*")

    def _di_isi(self, folder: Path, pola: str) -> Iterator[tuple[str, Path]]:
        for path in sorted(folder.glob(pola)) if folder.is_dir() else ():
            if not path.is_dir() and not path.name.startswith(("~$", ".")):
                yield f"{self.isi.name}/{path.relative_to(self.isi).as_posix()}", path


def tempat_renja(t: Tempat, tahun: int) -> Tempat:
    """The Renja of a year beside a Renstra; its template beside the Renstra's."""
    return replace(t, templat=t.templat.with_name("renja.docx"), nama=f"renja-{tahun}", jenis="renja", tahun=tahun)


def tempat_pk(t: Tempat, tahun: int) -> Tempat:
    """The Perjanjian Kinerja of a year beside a Renstra; its template beside the Renstra's."""
    return replace(t, templat=t.templat.with_name("pk.docx"), nama=f"pk-{tahun}", jenis="pk", tahun=tahun)


def tempat_bernama(t: Tempat, nama: str) -> Tempat:
    """The document of that name beside a Renstra: 'renstra', 'renja-2027', 'pk-2027'. Raises LookupError."""
    if nama == "renstra":
        return t
    m = re.fullmatch(r"(renja|pk)-(\d{4})", nama, re.ASCII)
    if not m:
        raise LookupError(nama)
    return (tempat_renja if m[1] == "renja" else tempat_pk)(t, int(m[2]))


def templat_bawaan(akar: Path) -> Path:
    """The template of the project in that folder, or the one that came with the program."""
    milik = akar / "templates" / "renstra.docx"
    return milik if ada(milik) else Path(__file__).resolve().parent.parent / "templates" / "renstra.docx"
