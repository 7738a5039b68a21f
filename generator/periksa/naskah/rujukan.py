"""References as people type them ('Tabel 4.3', 'Bab II', 'Lampiran I'), and what the tree has under that number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.periksa.bahan import Bahan
from generator.tree.nodes import Captioned, Heading
from generator.tree.walk import blocks

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
