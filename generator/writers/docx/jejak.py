"""Where each printed number came from, kept in the DOCX: a hidden bookmark around it, and a part that resolves them.

The part is a custom XML part, which Word keeps and shows nowhere (docs/keputusan/0010). `BUKA_ANGKA` and `TUTUP_ANGKA`
stand around the bookmarks of tables, which the file that is laid out does without: a row's bookmark tells its page.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.model.alamat import ringkas
from generator.tree.nodes import Row, Table, Value
from generator.tree.tercetak import bernomor, penanda_naskah, penanda_tabel
from generator.writers.docx.sebaris import Penanda, bersih
from generator.writers.xml_text import escape

BUKA_ANGKA, TUTUP_ANGKA = "\ue050", "\ue051"
RUANG_NAMA = "urn:renstra:jejak:1"
NAMA_BAGIAN, NAMA_SIFAT, NAMA_HUBUNGAN = (
    "customXml/item1.xml",
    "customXml/itemProps1.xml",
    "customXml/_rels/item1.xml.rels",
)
JENIS_SIFAT = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Tandai = Callable[[Value, str], str]
"""Wraps the runs of a value."""


@dataclass
class PenandaAngka:
    """Bookmarks the numbers of one document, in order, and keeps what they printed.

    `naskah`: the numbers outside the rows of tables. `tabel`: by table its name and its rows (key, numbers), header
    rows first. A bookmark's name counts along both: see `document.tercetak`.
    """

    penanda: Penanda
    naskah: list[Value] = field(default_factory=list)
    tabel: list[tuple[str, list[tuple[str, list[Value]]]]] = field(default_factory=list)

    @property
    def kosong(self) -> bool:
        """No number was printed."""
        return not self.naskah and not any(angka for _, baris in self.tabel for _, angka in baris)

    def di_naskah(self, v: Value, isi: str) -> str:
        """Mark a number outside the rows of tables."""
        if not bernomor(v):
            return isi
        self.naskah.append(v)
        return self.penanda.bungkus(penanda_naskah(len(self.naskah)), isi)

    def di_tabel(self, t: Table) -> Callable[[Row], Tandai]:
        """What marks the numbers of each row of the next table."""
        isi_tabel: list[tuple[str, list[Value]]] = []
        self.tabel.append((t.caption.name, isi_tabel))
        nomor = len(self.tabel)

        def baris(r: Row) -> Tandai:
            angka: list[Value] = []
            isi_tabel.append((r.key, angka))
            ke = len(isi_tabel)

            def tandai(v: Value, isi: str) -> str:
                if not bernomor(v):
                    return isi
                angka.append(v)
                buka, tutup = self.penanda.pasangan(penanda_tabel(nomor, ke, len(angka)))
                return f"{BUKA_ANGKA}{buka}{TUTUP_ANGKA}{isi}{BUKA_ANGKA}{tutup}{TUTUP_ANGKA}"

            return tandai

        return baris


def bagian_jejak(p: PenandaAngka) -> dict[str, bytes]:
    """The custom XML part with its properties: formula in words and cells of every number, in the order of its names.

    `_Angka_7` is the seventh `angka` of `naskah`, `_Angka_3_12_2` the second of `baris n="12"` of `tabel n="3"`.
    """
    isi = f'{_KEPALA}<jejak xmlns="{RUANG_NAMA}">{"".join(_isi(p))}</jejak>'
    sifat = (
        f'{_KEPALA}<ds:datastoreItem ds:itemID="{{{str(uuid.uuid5(uuid.NAMESPACE_URL, RUANG_NAMA)).upper()}}}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{RUANG_NAMA}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    hubungan = (
        f'{_KEPALA}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_REL}/customXmlProps" Target="itemProps1.xml"/></Relationships>'
    )
    return {NAMA_BAGIAN: isi.encode(), NAMA_SIFAT: sifat.encode(), NAMA_HUBUNGAN: hubungan.encode()}


def baca_jejak(bagian: bytes) -> dict[str, tuple[str, tuple[str, ...]]]:
    """What the custom XML part of a DOCX says: by bookmark the formula in words and the cells.

    Cells are joined by workbook and sheet: 'content/data/pendanaan.xlsx!Pagu!F2:F45,H3'.
    """
    akar = etree.fromstring(bagian, etree.XMLParser(resolve_entities=False, no_network=True))
    hasil: dict[str, tuple[str, tuple[str, ...]]] = {}

    def catat(nama: str, angka: etree._Element) -> None:
        hasil[nama] = (angka.get("rumus", ""), tuple(filter(None, (angka.text or "").split(";"))))

    n = f"{{{RUANG_NAMA}}}"
    for urut, angka in enumerate(akar.iterfind(f"{n}naskah/{n}angka"), 1):
        catat(penanda_naskah(urut), angka)
    for tabel in akar.iterfind(f"{n}tabel"):
        for baris in tabel.iterfind(f"{n}baris"):
            for urut, angka in enumerate(baris.iterfind(f"{n}angka"), 1):
                catat(penanda_tabel(int(tabel.get("n", "0")), int(baris.get("n", "0")), urut), angka)
    return hasil


def _isi(p: PenandaAngka) -> Iterator[str]:
    yield f"<naskah>{_angka(p.naskah)}</naskah>"
    for nomor, (nama, baris) in enumerate(p.tabel, 1):
        isi = "".join(
            f'<baris n="{ke}" kunci="{_aman(kunci)}">{_angka(angka)}</baris>'
            for ke, (kunci, angka) in enumerate(baris, 1)
            if angka
        )
        yield f'<tabel n="{nomor}" nama="{_aman(nama)}">{isi}</tabel>'


def _angka(nilai: Iterable[Value]) -> str:
    hasil: list[str] = []
    for v in nilai:
        rumus = f' rumus="{_aman(v.angka.rumus)}"' if v.angka and v.angka.rumus else ""
        hasil.append(f"<angka{rumus}>{_aman(';'.join(ringkas(v.asal)))}</angka>")
    return "".join(hasil)


def _aman(teks: str) -> str:
    return escape(bersih(teks))
