"""A filled workbook -> the same with the columns, keys, sheets and explanations that the program knows today.

In: the bytes of a workbook and its schema. Out: its bytes and what was added, in words. Nothing of the planner changes:
new columns stand right of everything, new keys below, new sheets last; the parts concerned are edited (`sunting`), and
the result is read again and compared before it is given out. Raises `BukuDitolak`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.model.alamat import huruf_kolom
from generator.model.kolom import Bentuk, PerTahun
from generator.model.skema import Buku, Lembar, metadata
from generator.paket import PaketDitolak, PaketRusak
from generator.sources.buku import KOLOM_TUNGGAL, PETUNJUK, serupa
from generator.sources.buku_baru import (
    BARIS_KEPALA,
    LEBAR_PETUNJUK,
    baris_petunjuk,
    baris_turun,
    judul_kolom,
    keterangan_kunci,
    lebar_kolom,
    medan_kolom,
)
from generator.sources.huruf import bersih
from generator.sources.kepala import Kolom, judul_di, judul_polos, kolom_berisi, petakan, tahun_hilang
from generator.sources.lembar_alir import LembarMentah
from generator.sources.sunting.catatan import catat
from generator.sources.sunting.gaya import Gaya
from generator.sources.sunting.lembar import LembarSunting
from generator.sources.sunting.paket import PaketSunting
from generator.sources.sunting.turun import daftar_turun
from generator.sources.xlsx import BukuDitolak, urai_xlsx
from generator.sources.xml_alir import XmlRusak
from generator.temuan import Kumpulan

_MIRIP = 0.8
"""From this likeness on, an unknown header is taken for a mistyped one."""
_OBAT_TOLAK = "Simpan salinan buku itu tanpa yang disebut (Save As), atau tambahkan kolomnya sendiri menurut Petunjuk."
_LEMBAR = (
    '<worksheet xmlns="{ns}"><dimension ref="A1"/><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="{beku}" topLeftCell="A{awal}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    "<sheetData/></worksheet>"
)


@dataclass
class Pembaruan:
    """What becomes of a workbook: `ditambah` in words; `dibiarkan`: what was not added, and why."""

    isi: bytes
    ditambah: list[str] = field(default_factory=list)
    dibiarkan: list[str] = field(default_factory=list)


def perbarui_buku(buku: Buku, isi: bytes, berkas: str) -> Pembaruan:
    """The workbook brought up to date; the same bytes where nothing is missing. `berkas`: what places call it."""
    mentah = urai_xlsx(isi, berkas)
    hasil = Pembaruan(isi)
    try:
        _Penyuntingan(buku, PaketSunting(isi), mentah, hasil).jalankan()
    except PaketDitolak as e:
        raise BukuDitolak("buku-ditolak", str(e), _OBAT_TOLAK) from e
    except (PaketRusak, XmlRusak, ValueError, LookupError) as e:
        raise BukuDitolak("buku-rusak", f"buku kerja tidak dapat diperbarui ({e})") from e
    if hasil.ditambah and not _utuh(mentah, urai_xlsx(hasil.isi, berkas)):
        raise BukuDitolak("buku-ditolak", "isinya berubah bila diperbarui", _OBAT_TOLAK)
    return hasil


def _utuh(lama: dict[str, LembarMentah], baru: dict[str, LembarMentah]) -> bool:
    """Whether every cell of the planner reads as before."""
    return all(
        nama in baru and all(baru[nama].sel.get(letak) == sel for letak, sel in x.sel.items())
        for nama, x in lama.items()
        if nama != PETUNJUK
    )


class _Penyuntingan:
    """One workbook while it is brought up to date."""

    def __init__(self, buku: Buku, paket: PaketSunting, mentah: dict[str, LembarMentah], hasil: Pembaruan) -> None:
        self.buku, self.paket, self.mentah, self.hasil = buku, paket, mentah, hasil
        self.gaya = Gaya(paket)
        self.bagian = {bersih(nama): bagian for nama, bagian in paket.lembar().items()}
        self.penjelasan: list[str] = []

    def jalankan(self) -> None:
        for lembar in self.buku.lembar:
            if lembar.nama in self.mentah:
                self._perbarui(lembar, self._buka(lembar.nama), self.mentah[lembar.nama])
            elif lain := self._bernama_lain(lembar):
                self.hasil.dibiarkan.append(
                    f'lembar "{lembar.nama}" tidak ditambahkan: lembar "{lain}" serupa; ganti namanya'
                )
            else:
                self._lembar_baru(lembar)
        self._petunjuk()
        if self.penjelasan:
            self.hasil.ditambah.append(f"penjelasan di lembar {', '.join(self.penjelasan)}")
        if self.hasil.ditambah:
            self.hasil.isi = self.paket.tulis()

    def _buka(self, nama: str) -> LembarSunting:
        return LembarSunting(self.paket, self.bagian[nama], self.gaya)

    # ------------------------------------------------------------ sheets

    def _bernama_lain(self, lembar: Lembar) -> str:
        """The sheet that a missing one stands in for, under a name that nobody knows."""
        dikenal = {PETUNJUK, *(x.nama for x in self.buku.lembar)}
        for nama, x in self.mentah.items():
            if nama.casefold().strip() == lembar.nama.casefold() or (nama not in dikenal and serupa(lembar, x)):
                return nama
        return next((n for n in self.bagian if n.casefold() == lembar.nama.casefold()), "")

    def _lembar_baru(self, lembar: Lembar) -> None:
        ws = self._buat(lembar.nama, 1)
        kosong = LembarMentah(lembar.nama, self.buku.berkas, {}, (), {})
        self.hasil.ditambah.append(f'lembar "{lembar.nama}"')
        kepala = self.gaya.kepala()
        if lembar.tunggal:
            for k, (judul, lebar) in enumerate(zip(KOLOM_TUNGGAL, (22, 26, 60), strict=True), 1):
                ws.tulis(1, k, judul, kepala)
                ws.atur_kolom(k, 0, lebar)
            self._kunci(lembar, ws, _kunci(lembar))
            return
        for k, judul in enumerate(judul_kolom(lembar), 1):
            self._tulis_kolom(lembar, ws, k, judul, kepala)
            self._jelaskan(lembar, ws, k, judul, kosong)

    def _buat(self, nama: str, beku: int) -> LembarSunting:
        isi = _LEMBAR.format(ns=self.paket.utama, beku=beku, awal=beku + 1).encode()
        self.bagian[nama] = self.paket.lembar_baru(nama, isi)
        return self._buka(nama)

    def _perbarui(self, lembar: Lembar, ws: LembarSunting, mentah: LembarMentah) -> None:
        if lembar.tunggal:
            if [mentah.di(1, k).isi for k in (1, 2)] != list(KOLOM_TUNGGAL[:2]):
                self.hasil.dibiarkan.append(f'lembar "{lembar.nama}": kolom A dan B harus Kunci dan Nilai')
                return
            ada = {str(s.isi).strip() for (r, k), s in mentah.sel.items() if k == 1 and r > 1}
            hilang = [n for n in _kunci(lembar) if n not in ada]
            baru = self._tak_salah_ketik(lembar, hilang, ada - set(_kunci(lembar)), "kunci")
            if self._kunci(lembar, ws, baru):
                self.hasil.ditambah.append(f'lembar "{lembar.nama}": kunci {", ".join(baru)}')
            return
        kolom = petakan(lembar, mentah, Kumpulan())
        self._tambah_kolom(lembar, ws, mentah, kolom)
        if any([self._jelaskan(lembar, ws, k, judul_di(mentah, k), mentah) for k in sorted(_dikenal(kolom))]):
            self.penjelasan.append(lembar.nama)

    # ------------------------------------------------------------ columns

    def _tambah_kolom(self, lembar: Lembar, ws: LembarSunting, mentah: LembarMentah, kolom: Kolom) -> None:
        polos = judul_polos(lembar)
        asing = {judul_di(mentah, k) for k in kolom_berisi(mentah)} - {"", *polos, *lembar.bantuan}
        hilang = [*(j for j, n in polos.items() if n not in kolom.polos), *self._tahun_hilang(lembar, kolom)]
        baru = self._tak_salah_ketik(lembar, hilang, asing - _judul_tahun(lembar, kolom), "kolom")
        teladan = max(_dikenal(kolom), default=0)
        mulai = ws.kolom_terakhir() + 1
        for k, judul in enumerate(baru, mulai):
            kepala = ws.gaya_sel(1, teladan) if teladan else self.gaya.kepala()
            self._tulis_kolom(lembar, ws, k, judul, kepala, teladan)
            self._jelaskan(lembar, ws, k, judul, mentah)
        if baru:
            disebut = ", ".join(f'"{j}" ({huruf_kolom(k)})' for k, j in enumerate(baru, mulai))
            self.hasil.ditambah.append(f'lembar "{lembar.nama}": kolom {disebut}')

    def _tahun_hilang(self, lembar: Lembar, kolom: Kolom) -> Iterator[str]:
        """Headers of years that other columns of the sheet have; a sheet without years says none."""
        tahunan = {p.judul: n for n, f in lembar.baris.model_fields.items() if (p := metadata(f, PerTahun))}
        ada = {j: set(kolom.ganda[n]) for j, n in tahunan.items()}
        if any(ada.values()):
            for judul, tahun in tahun_hilang(ada):
                yield from (f"{judul} {t}" for t in tahun)

    def _tak_salah_ketik(self, lembar: Lembar, hilang: Sequence[str], asing: Iterable[str], apa: str) -> list[str]:
        """Those of the missing that do not stand there mistyped."""
        baru = []
        kecil = {a.casefold(): a for a in asing}
        for h in hilang:
            if dekat := difflib.get_close_matches(h.casefold(), kecil, 1, _MIRIP):
                sebab = f'"{kecil[dekat[0]]}" mirip; betulkan ejaannya'
                self.hasil.dibiarkan.append(f'lembar "{lembar.nama}": {apa} "{h}" tidak ditambahkan: {sebab}')
            else:
                baru.append(h)
        return baru

    def _tulis_kolom(
        self, lembar: Lembar, ws: LembarSunting, kolom: int, judul: str, kepala: int, teladan: int = 0
    ) -> None:
        """A header and styled cells below it, looking like those of the column `teladan`."""
        format = _format(lembar, judul)
        for r in ws.baris_berisi() if teladan else ():
            ws.tulis(r, kolom, "", self.gaya.turunan(ws.gaya_sel(r, teladan), format))
        ws.tulis(1, kolom, judul, kepala)
        dasar = ws.gaya_kolom(teladan) if teladan else 0
        ws.atur_kolom(kolom, self.gaya.turunan(dasar, format), lebar_kolom(len(judul)))

    def _jelaskan(self, lembar: Lembar, ws: LembarSunting, kolom: int, judul: str, mentah: LembarMentah) -> bool:
        """Note, drop-down list and number format of the cells to come; whether any of them changed."""
        medan = medan_kolom(lembar, judul)
        bentuk = metadata(medan, Bentuk) if medan else None
        berubah = bool(medan and medan.description) and catat(ws, kolom, str(medan.description if medan else ""))
        if bentuk and bentuk.format != "General" and self.gaya.umum(ws.gaya_kolom(kolom)):
            ws.atur_kolom(kolom, self.gaya.turunan(ws.gaya_kolom(kolom), bentuk.format))
            berubah = True
        if bentuk and bentuk.pilihan:
            terisi = max((r for r, _ in mentah.sel), default=1) - 1
            berubah |= daftar_turun(ws, kolom, bentuk.pilihan, judul, baris_turun(terisi))
        return berubah

    # ------------------------------------------------------------ keys

    def _kunci(self, lembar: Lembar, ws: LembarSunting, baru: Sequence[str]) -> bool:
        """Rows of keys below the last one, looking like it."""
        terakhir = ws.baris_terakhir()
        for r, nama in enumerate(baru, terakhir + 1):
            isi = (nama, "", keterangan_kunci(lembar.baris.model_fields[nama]))
            for k, teks in enumerate(isi, 1):
                dasar = ws.gaya_sel(terakhir, k) if terakhir > 1 else self.gaya.badan()
                ws.tulis(r, k, teks, self.gaya.turunan(dasar, "General"))
        return bool(baru)

    # ------------------------------------------------------------ Petunjuk

    def _petunjuk(self) -> None:
        """The rows of the sheet Petunjuk by sheet and column; rows and columns that planners added stay."""
        baris = baris_petunjuk(self.buku)
        mentah = self.mentah.get(PETUNJUK)
        if mentah is None:
            if not self._bernama_lain_petunjuk():
                self._petunjuk_baru(baris)
            return
        ws = self._buka(PETUNJUK)
        teks = {letak: str(s.isi if s.isi is not None else "") for letak, s in mentah.sel.items()}
        kepala = next((r for r, k in sorted(teks) if k == 1 and [teks.get((r, x)) for x in (1, 2)] == baris[4][:2]), 0)
        letak = {(teks.get((r, 1)), teks.get((r, 2))): r for r in sorted({r for r, _ in teks}) if r > kepala}
        berubah = 0
        akhir = ws.baris_terakhir()
        tetap = [(r, b) for r, b in enumerate(baris[: BARIS_KEPALA - 1], 1) if kepala == BARIS_KEPALA]
        for r, b in [*tetap, *((letak.get((b[0], b[1]), 0), b) for b in baris[BARIS_KEPALA:])]:
            baru = not r
            if baru:
                akhir += 1
            for k, isi in enumerate(b, 1):
                if baru:
                    ws.tulis(akhir, k, isi, ws.gaya_sel(akhir - 1, k))
                elif teks.get((r, k), "").split() != isi.split():
                    ws.tulis(r, k, isi, ws.gaya_sel(r, k))
                else:
                    continue
                berubah += 1
        if berubah:
            self.penjelasan.append(PETUNJUK)

    def _bernama_lain_petunjuk(self) -> bool:
        return any(n.casefold() == PETUNJUK.casefold() for n in self.bagian)

    def _petunjuk_baru(self, baris: Sequence[Sequence[str]]) -> None:
        ws = self._buat(PETUNJUK, BARIS_KEPALA)
        kepala, badan = self.gaya.kepala(), self.gaya.badan()
        for r, b in enumerate(baris, 1):
            for k, isi in enumerate(b, 1):
                ws.tulis(r, k, isi, kepala if r == BARIS_KEPALA else badan if r > BARIS_KEPALA else 0)
        for k, lebar in enumerate(LEBAR_PETUNJUK, 1):
            ws.atur_kolom(k, 0, lebar)
        self.hasil.ditambah.append(f'lembar "{PETUNJUK}"')


def _kunci(lembar: Lembar) -> list[str]:
    return [n for n in lembar.baris.model_fields if n != "lokasi"]


def _dikenal(kolom: Kolom) -> set[int]:
    """The columns that the reader reads."""
    return {*kolom.polos.values(), *(k for letak in kolom.ganda.values() for k in letak.values())}


def _judul_tahun(lembar: Lembar, kolom: Kolom) -> set[str]:
    """Headers that are columns of years, or free ones: none of them is mistyped."""
    tahunan = {n: p.judul for n, f in lembar.baris.model_fields.items() if (p := metadata(f, PerTahun))}
    return {f"{tahunan[n]} {t}" if n in tahunan else str(t) for n, letak in kolom.ganda.items() for t in letak}


def _format(lembar: Lembar, judul: str) -> str:
    medan = medan_kolom(lembar, judul)
    bentuk = metadata(medan, Bentuk) if medan else None
    return bentuk.format if bentuk else "General"
