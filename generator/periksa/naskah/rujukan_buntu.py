"""A typed reference to a table, figure, chapter or annex that is not there.

In a workbook, a table named in a cell must be announced in the same sheet ('Tabel I: …').
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.ketikan import potongan_naskah, potongan_sel
from generator.periksa.naskah.rujukan import rujukan_ketik, sasaran
from generator.temuan import Temuan

KODE = "rujukan-buntu"
_TERLAMPIR = re.compile(
    r"\b(?:sebagaimana|seperti|sebagai\w*)\s+(?:terlampir|(?:dalam|pada)\s+lampiran)\b(?!\s+[IVX\d]|\s+[A-Z])", re.I
)


def periksa(b: Bahan) -> Iterator[Temuan]:
    for p in potongan_naskah(b):
        for r in rujukan_ketik(b, p.teks):
            if not r.label:
                yield Temuan(KODE, str(p.tempat(r.awal)), f'"{r.teks}" tidak ada dalam dokumen', pokok=r.teks)
        for m in _TERLAMPIR.finditer(p.teks) if "lampir" in p.teks else ():
            if not _berlampiran(b):
                pesan = f'"{m[0]}", tetapi dokumen ini tidak berlampiran'
                yield Temuan(KODE, str(p.tempat(m.start())), pesan, pokok=m[0])
    sel = [p for p in potongan_sel(b) if not p.medan.startswith("rumus.")]  # boxes have a rule of their own
    judul = {(p.medan, r.teks.lower()) for p in sel for r in rujukan_ketik(b, p.teks) if _judul(p.teks, r.awal, r.teks)}
    for p in sel:
        for r in rujukan_ketik(b, p.teks):
            if (p.medan, r.teks.lower()) not in judul and r.jenis not in ("lampiran", "bagian"):
                pesan = f'sel menyebut "{r.teks}", tetapi tidak ada sel "{r.teks}: …" di lembar itu'
                yield Temuan(KODE, str(p.asal), pesan, pokok=r.teks)


def _judul(teks: str, awal: int, rujukan: str) -> bool:
    """Whether the cell announces the table itself."""
    return awal == 0 and teks[len(rujukan) :].lstrip().startswith((":", "."))


def _berlampiran(b: Bahan) -> bool:
    return any(jenis == "lampiran" for jenis, _ in sasaran(b))
