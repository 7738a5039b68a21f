"""Laws as texts cite them: kind, number, year and title, and the row of dasar_hukum.xlsx they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.periksa.bahan import Bahan

if TYPE_CHECKING:
    from generator.model.hukum import Peraturan

_JENIS = (
    r"Undang-Undang(?: Dasar)?|Peraturan Pemerintah(?: Pengganti Undang-Undang)?|Peraturan Presiden|Peraturan Menteri"
    r"|Peraturan Daerah|Peraturan Gubernur|Peraturan Bupati|Peraturan Wali ?[Kk]ota|Peraturan Badan|Peraturan Kepala"
    r"|Keputusan Presiden|Keputusan Menteri|Keputusan Gubernur|Keputusan Bupati|Keputusan Wali ?[Kk]ota"
    r"|Instruksi Presiden|Instruksi Menteri|Surat Edaran"
)
# 'Peraturan Daerah Kabupaten X Nomor 56 Tahun 2016 [tentang …]'; up to eight words between kind and number
KUTIPAN = re.compile(
    rf"(?P<jenis>{_JENIS})(?P<badan>(?:\s+(?!Nomor\b|No\b|tentang\b)[A-Z]?[\w.-]+){{0,8}}?)"
    r"\s+(?:Nomor|No\.?)\s*:?\s*(?P<nomor>[\d.-]+\d|\d)\s+(?:Tahun|Thn\.?)\s+(?P<tahun>\d{4})"
)
# 'UU 23/2014', 'UU Nomor 23 Tahun 2014', 'Permendagri No. 86/2017'
KUTIPAN_PENDEK = re.compile(
    r"\b(?P<jenis>UU|PP|Perpu|Perppu|Perpres|Permen[\w-]+|Perda(?:prov)?|Pergub|Perbup|Perwali|Perwalkot|Keppres"
    r"|Kepmen[\w-]+|Inpres|Inmen[\w-]+)\s+(?:(?:Nomor|No\.?)\s*)?(?P<nomor>[\d.-]+\d|\d)"
    r"(?:\s*/\s*|\s+(?:Tahun|Thn\.?)\s+)(?P<tahun>\d{4})"
)
_PENDEK = {
    "uu": "undang-undang",
    "pp": "peraturan pemerintah",
    "perpu": "peraturan pemerintah pengganti undang-undang",
    "perppu": "peraturan pemerintah pengganti undang-undang",
    "perpres": "peraturan presiden",
    "perda": "peraturan daerah",
    "perdaprov": "peraturan daerah",
    "pergub": "peraturan gubernur",
    "perbup": "peraturan bupati",
    "perwali": "peraturan wali kota",
    "perwalkot": "peraturan wali kota",
    "keppres": "keputusan presiden",
    "inpres": "instruksi presiden",
}

_MENTERI = {"permen": "peraturan menteri", "kepmen": "keputusan menteri", "inmen": "instruksi menteri"}
_KEMENTERIAN = {"dagri": "Dalam Negeri", "pan": "Pendayagunaan Aparatur Negara", "keu": "Keuangan"}


@dataclass(frozen=True, slots=True)
class Kutipan:
    """A citation. `judul`: the text behind 'tentang', as far as it may reach; '' without it."""

    teks: str
    jenis: str
    badan: str
    nomor: str
    tahun: str
    judul: str
    awal: int
    akhir: int

    @property
    def kunci(self) -> tuple[str, str]:
        return (self.nomor, self.tahun)

    @property
    def penuh(self) -> tuple[str, str, str, str]:
        """Kind, body, number and year, in small letters: the key of `hukum_nasional`."""
        return (self.jenis, self.badan.lower().replace("republik indonesia", "").strip(), self.nomor, self.tahun)


def kutipan(teks: str) -> Iterator[Kutipan]:
    """The citations of a text in order."""
    cocok = [(m, False) for m in KUTIPAN.finditer(teks)] + [(m, True) for m in KUTIPAN_PENDEK.finditer(teks)]
    for m, pendek in sorted(cocok, key=lambda c: c[0].start()):
        jenis, badan = m["jenis"].lower(), ""
        if pendek:
            awalan = next((p for p in _MENTERI if jenis.startswith(p)), "")
            badan = next((n for s, n in _KEMENTERIAN.items() if awalan and s in jenis), "")
            jenis = _MENTERI.get(awalan, _PENDEK.get(jenis, jenis))
        sisa = re.match(r"\s+tentang\s+(.+)", teks[m.end() :], re.S)
        yield Kutipan(
            m[0],
            " ".join(jenis.replace("walikota", "wali kota").split()),
            badan if pendek else " ".join(m["badan"].split()),
            m["nomor"],
            m["tahun"],
            sisa[1] if sisa else "",
            m.start(),
            m.end(),
        )


def baris_hukum(b: Bahan) -> list[tuple[Peraturan, Kutipan]]:
    """The rows of dasar_hukum.xlsx whose name reads as a citation."""

    def semua() -> list[tuple[Peraturan, Kutipan]]:
        return [(p, k) for p in b.isi.peraturan for k in [next(kutipan(p.sebutan), None)] if k is not None]

    return b.ingat("baris hukum", semua)


def baris_untuk(b: Bahan, k: Kutipan) -> Peraturan | None:
    """The row of a citation: same kind, number and year, and the same body where both name one."""
    for p, asli in baris_hukum(b):
        if asli.kunci == k.kunci and asli.jenis == k.jenis and _badan_sama(asli.badan, k.badan):
            return p
    return None


def _badan_sama(a: str, b: str) -> bool:
    a, b = (x.lower().replace("republik indonesia", "").strip() for x in (a, b))
    return not a or not b or a in b or b in a


def rata(judul: str) -> str:
    """A title for comparison: small letters, one kind of dash, no other marks, blanks joined."""
    return " ".join(re.sub(r"[^\w\s-]", " ", re.sub(r"\s*[-–—]\s*", "-", judul.lower())).split())
