"""Years of a workbook outside the plan's period, for which profil.xlsx, sheet Tahun, gives no reason."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.daftar import judul_kolom
from generator.model.angka import Angka
from generator.model.isi import SEMUA_BUKU, Isi
from generator.model.kolom import Baris
from generator.model.skema import Buku
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import di
from generator.temuan import Temuan
from generator.tree.format import rangkai

KODE = "tahun-luar-periode"


def periksa(b: Bahan) -> Iterator[Temuan]:
    dalam = {t.nilai for t in b.konteks.periode}
    luar: dict[str, set[int]] = {}
    for buku in SEMUA_BUKU:
        tahun = {t: tempat for t, tempat in _tahun(b.isi, buku).items() if t not in dalam}
        luar[buku.nama] = set(tahun)
        lepas = sorted(t for t in tahun if not _beralasan(b.isi, buku.nama, t))
        if lepas:
            pesan = f"tahun {rangkai([str(t) for t in lepas])} di luar periode {min(dalam)}–{max(dalam)} tanpa alasan"
            yield Temuan(KODE, tahun[lepas[0]], pesan, pokok=buku.nama)
    for a in b.isi.tahun_luar:
        if not any(a.awal.nilai <= t <= a.akhir.nilai for t in luar.get(str(a.buku), ())):  # type: ignore[operator]
            pesan = f'"{a.buku}" tidak memuat tahun {a.awal.nilai}–{a.akhir.nilai} di luar periode'
            yield Temuan(KODE, di(a.buku), pesan, "Perbaiki atau hapus baris itu.", f"{a.buku} {a.awal.nilai}")


def _beralasan(isi: Isi, buku: str, tahun: int) -> bool:
    return any(a.buku == buku and a.awal <= tahun <= a.akhir for a in isi.tahun_luar)


def _tahun(isi: Isi, buku: Buku) -> dict[int, str]:
    """The years of a workbook with the cell that says so: headings of columns, and stages of the plan."""
    if buku.nama == "penahapan":
        return {t.tahun.__index__(): di(t.tahun) for t in isi.tahapan}
    hasil: dict[int, str] = {}
    for lembar in buku.lembar:
        baris = getattr(isi, lembar.medan)
        if isinstance(baris, tuple) and baris:
            for t, a in _sel_tahunan(baris[0]):
                hasil.setdefault(t, str((judul_kolom(a) or (lembar.nama,))[0]))
    return hasil


def _sel_tahunan(baris: Baris) -> Iterator[tuple[int, Angka]]:
    for nilai in vars(baris).values():
        if isinstance(nilai, dict):
            yield from ((t, a) for t, a in nilai.items() if isinstance(t, int))
