"""Sources -> names -> the numbered tree, for every kind of document.

In: where a document comes from. Out: `Bahan`: names, chapters, tree. Builds of one process share what they read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.berkas import Bacaan, ada
from generator.manifes import sidik_program, sidik_sumber
from generator.simpanan import Simpanan, buka_simpanan, gabung_sidik, tanpa_simpanan
from generator.tempat import JUDUL, KAMUS, Tempat
from generator.temuan import GagalSusun, Kumpulan

if TYPE_CHECKING:
    from generator.compute.konteks import Konteks
    from generator.document.tables.lembar import SelLembar
    from generator.jejak.sel import Buku
    from generator.model.isi import Isi
    from generator.periksa.bahan import Bahan
    from generator.sources.xlsx import PembacaSekali


@dataclass
class Bersama:
    """What the builds of one process share: workbooks are parsed, and made names of, again only when they changed.

    `bacaan`: the sources as they were when first read; a build that follows another lets it forget them. `simpanan`:
    what earlier processes made of the same bytes.
    """

    bacaan: Bacaan = field(default_factory=Bacaan)
    simpanan: Simpanan = field(default_factory=tanpa_simpanan)
    sidik: dict[str, str] = field(default_factory=dict)
    konteks: Konteks | None = None
    temuan: Kumpulan = field(default_factory=Kumpulan)

    @cached_property
    def baca(self) -> PembacaSekali:
        from generator.sources.xlsx import PembacaSekali

        return PembacaSekali(self.bacaan)


def buat_bersama(kabar: Callable[[str], None] | None = None, keluaran: Path | None = None) -> Bersama:
    """`kabar` is told the file at hand where reading takes long; the output folder `keluaran` has the cache."""
    simpanan = buka_simpanan(keluaran, sidik_program()) if keluaran else tanpa_simpanan()
    return Bersama(Bacaan(kabar), simpanan)


def muat(tempat: Tempat, temuan: Kumpulan, lain: Sequence[str] = (), bersama: Bersama | None = None) -> Bahan:
    """Sources to names, chapters and the numbered tree. Raises `GagalSusun`. `lain`: names of other offices."""
    from generator.document.susun import susun_dokumen
    from generator.document.ungkapan import penerjemah
    from generator.periksa.bahan import Bahan
    from generator.sources.kamus import baca_kamus
    from generator.sources.naskah import baca_naskah

    bersama = bersama or buat_bersama()
    dasar = baca_konteks(tempat, temuan, bersama)
    konteks = konteks_dokumen(tempat, dasar, temuan, bersama.baca) if dasar else None
    folder = _folder_naskah(tempat, konteks)
    nama = f"{tempat.isi.name}/{folder.relative_to(tempat.isi).as_posix()}"
    naskah = baca_naskah(folder, temuan, nama, bersama.bacaan)
    kamus = baca_kamus(tempat.isi / KAMUS, f"{tempat.isi.name}/{KAMUS}", temuan, bersama.bacaan)
    if konteks is None:
        raise GagalSusun(temuan)
    dokumen = susun_dokumen(
        naskah,
        konteks,
        temuan,
        _pembaca_lembar(tempat, temuan, bersama.baca),
        judul=JUDUL[tempat.jenis],
        terjemah=penerjemah(bersama.simpanan),
    )
    if dokumen is None:
        raise GagalSusun(temuan)
    return Bahan(konteks, dokumen, naskah, tuple(lain), kamus)


def baca_konteks(tempat: Tempat, temuan: Kumpulan, bersama: Bersama) -> Konteks | None:
    """The names of the Renstra, from the workbooks or an earlier build that read the same ones; None with galat."""
    from generator.compute.konteks import Konteks

    kini = sidik_sumber(tempat.sumber_data(), bersama.bacaan)
    if bersama.konteks is None or bersama.sidik != kini:
        isi, bersama.temuan = _baca_isi(tempat, bersama, kini)
        bersama.konteks, bersama.sidik = Konteks(isi) if isi else None, kini
    temuan.masukkan(bersama.temuan)
    return bersama.konteks


def _baca_isi(tempat: Tempat, bersama: Bersama, sidik: Mapping[str, str]) -> tuple[Isi | None, Kumpulan]:
    """The rows of the workbooks and what is wrong with them; sound ones as an earlier process read the same bytes."""
    import pickle

    import pydantic

    asal = gabung_sidik([("pydantic", pydantic.VERSION), *sidik.items()])
    utuh = all(sidik.values())  # what cannot be read is said anew each time
    # sealed by this machine's own key: see generator.simpanan
    ada: tuple[Isi, Kumpulan] | None = bersama.simpanan.ambil("isi", asal, pickle.loads) if utuh else None
    if ada:
        return ada
    from generator.sources.buku import baca_isi

    temuan = Kumpulan()
    isi = baca_isi(tempat.data, temuan, f"{tempat.isi.name}/data", bersama.baca)
    if isi and utuh:
        bersama.simpanan.taruh("isi", asal, pickle.dumps((isi, temuan), protocol=5))
    return isi, temuan


def konteks_dokumen(tempat: Tempat, dasar: Konteks, temuan: Kumpulan, baca: PembacaSekali) -> Konteks:
    """The names of this kind of document."""
    if tempat.jenis == "renstra":
        return dasar
    from generator.compute.renja import KonteksRenja
    from generator.sources.renja import baca_renja

    periksa_tahun(tempat, dasar)
    isi = baca_renja(tempat.data, tempat.tahun, dasar.isi, temuan, f"{tempat.isi.name}/data", baca)
    if temuan.galat:
        raise GagalSusun(temuan)
    if tempat.jenis == "pk":
        from generator.compute.pk import KonteksPk

        return KonteksPk(dasar, isi, tempat.tahun)
    return KonteksRenja(dasar, isi, tempat.tahun)


def periksa_tahun(tempat: Tempat, dasar: Konteks) -> None:
    """A year outside the plan is all that is said: `GagalSusun` with one finding."""
    from generator.compute.renja import tahun_renja

    ada = [t.nilai for t in tahun_renja(dasar)]
    if tempat.tahun not in ada:
        temuan = Kumpulan()
        rentang = f"Renja dapat disusun untuk tahun {ada[0]} sampai {ada[-1]}" if ada else "tidak ada tahun Renja"
        temuan.tambah("tahun-renja", tempat.nama, f"tahun {tempat.tahun} di luar Renstra; {rentang}")
        raise GagalSusun(temuan)


def tahun_renja(tempat: Tempat, bersama: Bersama | None = None) -> list[int]:
    """The years for which a Renja can be made. Raises `GagalSusun`."""
    from generator.compute import renja

    temuan = Kumpulan()
    dasar = baca_konteks(tempat, temuan, bersama or buat_bersama())
    if dasar is None:
        raise GagalSusun(temuan)
    return [t.nilai for t in renja.tahun_renja(dasar)]


def semua_sel(tempat: Tempat, baca: PembacaSekali) -> Mapping[str, Buku]:
    """Every cell of every workbook; what is wrong with them is said by `muat`."""
    from generator.jejak.sel import baca_buku

    return baca_buku(tempat.data, Kumpulan(), f"{tempat.isi.name}/data", tempat.tahun, baca)


def _folder_naskah(tempat: Tempat, konteks: Konteks | None) -> Path:
    """Where the chapters stand: those of a Renja in the folder of the year's outline."""
    if konteks is None or tempat.jenis != "renja":
        return tempat.naskah
    from generator.compute.renja import kerangka_tahun

    return tempat.naskah / kerangka_tahun(konteks.isi, tempat.tahun)


def _pembaca_lembar(
    tempat: Tempat, temuan: Kumpulan, baca_buku: PembacaSekali
) -> Callable[[str, str], SelLembar | None]:
    """Reads a whole sheet for '::: tabel data=…'; each workbook once."""
    from generator.document.tables.lembar import SelLembar
    from generator.sources.lembar_alir import LembarMentah
    from generator.sources.xlsx import BukuDitolak

    terbaca: dict[str, Mapping[str, LembarMentah]] = {}

    def baca(buku: str, lembar: str) -> SelLembar | None:
        path = tempat.data / buku
        if buku not in terbaca:
            terbaca[buku] = {}
            if ada(path):
                berkas = f"{tempat.isi.name}/data/{buku}"
                try:
                    terbaca[buku] = baca_buku(path, berkas)
                except BukuDitolak as e:
                    temuan.tambah(e.kode, berkas, e.pesan, e.obat)
        mentah = terbaca[buku].get(lembar)
        if mentah:
            mentah.laporkan_huruf(temuan)
        return SelLembar(mentah.sel, mentah.gabungan, mentah.lebar) if mentah else None

    return baca
