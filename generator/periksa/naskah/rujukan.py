"""Rules over the chapters: references that are typed, and what the tree has under their number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.naskah.ketikan import potongan_naskah, potongan_sel
from generator.temuan import Temuan
from generator.tree.nodes import Captioned, Heading
from generator.tree.walk import blocks

aturan = Rumpun("Rujukan", "Tabel, gambar, bab, dan lampiran yang disebut dalam naskah dan sel.")


@aturan(
    "rujukan-diketik",
    "peringatan",
    arti="Nomor tabel, gambar, grafik, bab, atau bagian diketik.",
    obat="Tulis @tabel:…, @gambar:…, @grafik:…, @bab:…, @bagian:…, atau @lampiran:….",
    salah="Keadaan itu diuraikan pada Bab I.",
    baik="Keadaan itu diuraikan pada @bab:1.",
)
def rujukan_diketik(b: Bahan) -> Iterator[Temuan]:
    """A typed reference, 'Tabel 4.3', where @tabel:… would follow the numbering. Source: docs/panduan.md."""
    for p in potongan_naskah(b):
        for r in rujukan_ketik(b, p.teks):
            if r.label:
                pesan = f'"{r.teks}" diketik; nomornya tidak ikut berubah bila urutan berubah'
                yield rujukan_diketik.temuan(p.tempat(r.awal), pesan, f"Tulis {r.label}.", r.teks)


_TERLAMPIR = re.compile(
    r"\b(?:sebagaimana|seperti|sebagai\w*)\s+(?:terlampir|(?:dalam|pada)\s+lampiran)\b(?!\s+[IVX\d]|\s+[A-Z])", re.I
)


@aturan(
    "rujukan-buntu",
    "galat",
    arti="Tabel, gambar, grafik, bab, atau lampiran yang disebut tidak ada.",
    obat="Perbaiki nomornya, atau rujuk dengan @….",
    salah="Rinciannya ada pada Bab IX.",
    baik="Rinciannya ada pada @bab:1.",
)
def rujukan_buntu(b: Bahan) -> Iterator[Temuan]:
    """A typed reference to a table, figure, chapter or annex that is not there.

    In a workbook, a table named in a cell must be announced in the same sheet ('Tabel I: …').
    """
    for p in potongan_naskah(b):
        for r in rujukan_ketik(b, p.teks):
            if not r.label:
                yield rujukan_buntu.temuan(p.tempat(r.awal), f'"{r.teks}" tidak ada dalam dokumen', pokok=r.teks)
        for m in _TERLAMPIR.finditer(p.teks) if "lampir" in p.teks else ():
            if not _berlampiran(b):
                pesan = f'"{m[0]}", tetapi dokumen ini tidak berlampiran'
                yield rujukan_buntu.temuan(p.tempat(m.start()), pesan, pokok=m[0])
    sel = [p for p in potongan_sel(b) if not p.medan.startswith("rumus.")]  # boxes have a rule of their own
    judul = {(p.medan, r.teks.lower()) for p in sel for r in rujukan_ketik(b, p.teks) if _judul(p.teks, r.awal, r.teks)}
    for p in sel:
        for r in rujukan_ketik(b, p.teks):
            if (p.medan, r.teks.lower()) not in judul and r.jenis not in ("lampiran", "bagian"):
                pesan = f'sel menyebut "{r.teks}", tetapi tidak ada sel "{r.teks}: …" di lembar itu'
                yield rujukan_buntu.temuan(p.asal, pesan, pokok=r.teks)


def _judul(teks: str, awal: int, rujukan: str) -> bool:
    """Whether the cell announces the table itself."""
    return awal == 0 and teks[len(rujukan) :].lstrip().startswith((":", "."))


def _berlampiran(b: Bahan) -> bool:
    return any(jenis == "lampiran" for jenis, _ in sasaran(b))


# ---------------------------------------------------------------- shared


_SEBUTAN = {
    "tabel": "tabel",
    "grafik": "grafik",
    "gambar": "gambar",
    "bagan": "gambar",
    "bab": "bab",
    "bagian": "bagian",
}
POLA = re.compile(
    r"\b(?P<jenis>[Tt]abel|TABEL|[Gg]rafik|GRAFIK|[Gg]ambar|GAMBAR|[Bb]agan|[Bb]ab|BAB|[Bb]agian|[Ss]ub ?bab"
    r"|[Ll]ampiran|LAMPIRAN)\s+(?P<nomor>\d+(?:\.\d+)*|[IVXLC]+(?:\.\d+)*(?![\w-]))"
)
_ADA = re.compile(r"(?:el|EL|ik|IK|ar|AR|an|AN|ab|AB)\s+[\dIVXLC]")  # what most texts lack
# chapters and annexes of laws are not ours
_HUKUM = re.compile(
    r"^[^.;]{0,60}\b(?:Undang|Peraturan|Keputusan|Instruksi|UU|PP|Perda|Per(?:men|bup|wal)|Inmen|Kepmen)"
)


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A typed reference. `label`: how a chapter refers to it, '' when nothing bears that number."""

    teks: str
    jenis: str
    nomor: str
    awal: int
    label: str


def rujukan_ketik(b: Bahan, teks: str) -> Iterator[Rujukan]:
    """The typed references of a text, those into laws aside."""
    for m in POLA.finditer(teks) if _ADA.search(teks) else ():
        if not _HUKUM.match(teks[m.end() :]):
            jenis = "bagian" if m["jenis"].lower().startswith("sub") else m["jenis"].lower()
            label = sasaran(b).get((_SEBUTAN.get(jenis, jenis), m["nomor"]), "")
            yield Rujukan(" ".join(m[0].split()), jenis, m["nomor"], m.start(), label)


def sasaran(b: Bahan) -> dict[tuple[str, str], str]:
    """What can be referred to: (kind, number) to label, such as ('tabel', '2.7') to '@tabel:capaian-kinerja'."""

    def kumpul() -> dict[tuple[str, str], str]:
        hasil: dict[tuple[str, str], str] = {}
        for blok in blocks(b.dokumen):
            if isinstance(blok, Heading) and blok.number:
                nomor = blok.number.rstrip(".")
                jenis = blok.word.lower() or "bagian"
                hasil[jenis, nomor] = f"@{blok.label}" if blok.label else "@bagian:LABEL"
            elif isinstance(blok, Captioned) and blok.caption.number:
                hasil[blok.caption.kind, blok.caption.number] = f"@{blok.caption.label}"
        bab = [h for h in hasil if h[0] == "bab"]
        hasil |= {("bab", str(i)): hasil[h] for i, h in enumerate(bab, 1)}
        return hasil

    return b.ingat("sasaran rujukan", kumpul)
