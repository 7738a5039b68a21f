"""The cells of the workbooks as they stand, with their headings and what the program does with them.

In: the folder of workbooks. Out: `Buku` by file name, every sheet but *Petunjuk*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from generator.berkas import ada
from generator.model.alamat import letak_sel
from generator.model.angka import Lokasi
from generator.model.isi import SEMUA_BUKU
from generator.model.kolom import Bentuk, Rujukan, Sel
from generator.model.renja import berkas_renja, buku_renja
from generator.model.skema import Lembar, metadata
from generator.sources.buku import KOLOM_TUNGGAL, PETUNJUK, tempat_medan
from generator.sources.lembar_alir import LembarMentah
from generator.sources.xlsx import BukuDitolak, Pembaca, baca_xlsx
from generator.temuan import Kumpulan
from generator.tree.format import angka

BATAS_LABEL = 100  # letters of a row's label


@dataclass(frozen=True, slots=True)
class SelData:
    """A cell. `isi` as people write it; `baris`: the first words of its row; `kepala`: it is a heading.

    `peran`: what the program does with it besides printing, '' if nothing: a code that joins rows, a setting.
    """

    lokasi: Lokasi
    isi: str
    kolom: str = ""
    baris: str = ""
    kepala: bool = False
    peran: str = ""


@dataclass
class LembarData:
    """A sheet. `dibaca`: it fills a field of `Isi`; others are printed as they stand or not at all.

    `kepala`: how many rows of headings it has; `peran`: see `SelData`, by heading.
    """

    mentah: LembarMentah
    uraian: str = ""
    dibaca: bool = False
    kepala: int = 1
    peran: dict[str, str] = field(default_factory=dict)
    tambahan: set[tuple[int, int]] = field(default_factory=set)

    def catat(self, a: Lokasi, *, kepala: bool = False) -> None:
        """A cell of this sheet was printed: if blank, it counts from now on. `kepala`: in the heading of a table."""
        letak = letak_sel(a.sel)
        if letak is None:
            return
        self.tambahan.add(letak)
        if kepala and not self.dibaca:
            self.kepala = max(self.kepala, letak[0])

    def sel(self) -> Iterator[SelData]:
        """Its cells by row and column."""
        isi = {letak: teks_sel(s) for letak, s in self.mentah.sel.items() if not s.kosong}
        judul = {k: isi.get((self.kepala, k), "") for _, k in (*isi, *self.tambahan)}
        label: dict[int, list[tuple[int, str]]] = {}
        for (r, k), s in sorted(self.mentah.sel.items()):
            if r > self.kepala and isinstance(s.isi, str) and (r, k) in isi and len(label.get(r, ())) < 2:
                label.setdefault(r, []).append((k, isi[r, k]))
        for r, k in sorted({*isi, *self.tambahan}):
            kepala = r <= self.kepala
            peran = "judul kolom" if kepala else self.peran.get(judul[k], "")
            baris = next((t for kolom, t in label.get(r, ()) if kolom != k), "")
            baris = baris if len(baris) <= BATAS_LABEL else baris[: BATAS_LABEL - 1] + "…"
            yield SelData(self.mentah.di(r, k).lokasi, isi.get((r, k), ""), judul[k], baris, kepala, peran)


@dataclass(frozen=True)
class Buku:
    """A workbook. `berkas` is the name that places carry, such as 'content/data/pendanaan.xlsx'."""

    berkas: str
    uraian: str
    lembar: dict[str, LembarData]


def baca_buku(
    folder: Path, temuan: Kumpulan, nama: str = "content/data", tahun: int = 0, baca: Pembaca = baca_xlsx
) -> dict[str, Buku]:
    """Every workbook of a folder, and that of a year's Renja; one that cannot be read is a finding, and left out."""
    hasil: dict[str, Buku] = {}
    semua_skema = {b.berkas: b for b in (*SEMUA_BUKU, *((buku_renja(tahun),) if tahun else ()))}
    milik_tahun = [p for p in (folder / berkas_renja(tahun),) if tahun and ada(p)]
    for path in (*sorted(folder.glob("*.xlsx")), *milik_tahun):
        if path.name.startswith(("~$", ".")):
            continue
        dalam = path.relative_to(folder).as_posix()
        berkas = f"{nama}/{dalam}"
        try:
            mentah = baca(path, berkas)
        except BukuDitolak as e:
            temuan.tambah(e.kode, berkas, e.pesan, e.obat)
            continue
        skema = semua_skema.get(dalam)
        dikenal = {le.nama: le for le in skema.lembar} if skema else {}
        lembar = {n: _lembar(m, dikenal.get(n)) for n, m in mentah.items() if n != PETUNJUK}
        hasil[berkas] = Buku(berkas, skema.uraian if skema else "", lembar)
    return hasil


def _lembar(mentah: LembarMentah, skema: Lembar | None) -> LembarData:
    if skema is None:
        return LembarData(mentah)
    return LembarData(mentah, skema.uraian, dibaca=True, peran=dict(_peran_kolom(skema)))


def _peran_kolom(skema: Lembar) -> Iterator[tuple[str, str]]:
    """What the columns of a sheet do besides being printed, by heading."""
    if skema.tunggal:
        yield KOLOM_TUNGGAL[0], "kunci"
        yield KOLOM_TUNGGAL[2], "catatan untuk pengisi"
        return
    yield from ((judul, "bantuan untuk pengisi") for judul in skema.bantuan)
    for nama, medan in skema.baris.model_fields.items():
        rujukan, bentuk = metadata(medan, Rujukan), metadata(medan, Bentuk)
        if rujukan:
            yield medan.title or nama, f"kode yang merujuk {tempat_medan(rujukan.medan)}"
        elif nama == "desimal":
            yield medan.title or nama, "banyaknya desimal yang dicetak"
        elif bentuk and bentuk.pilihan:
            yield medan.title or nama, "pilihan yang mengatur cetakan"
        elif bentuk and bentuk.uraian.startswith("kode"):
            yield medan.title or nama, "kode yang menghubungkan baris"


def teks_sel(s: Sel) -> str:
    """The content as people write it: '15.103.000', but '2025'."""
    if s.galat:
        return s.galat
    match s.isi:
        case None:
            return "(rumus belum dihitung)" if s.rumus else ""
        case bool():
            return "ya" if s.isi else "tidak"
        case int() | Decimal():
            return angka(s.isi) if isinstance(s.isi, Decimal) or abs(s.isi) >= 10_000 else str(s.isi)
    return " ".join(s.isi.split())
