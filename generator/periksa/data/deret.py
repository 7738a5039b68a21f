"""Rules over the workbooks: figures from year to year, of indicators and of money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.compute.rasio import perubahan
from generator.model.angka import Angka, Bilangan, Teks
from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import capaian_lalu, deret, di, tertulis
from generator.temuan import Temuan
from generator.tree.format import angka, desimal_sendiri, persen, rupiah

if TYPE_CHECKING:
    from generator.compute.rencana import Indikator

aturan = Rumpun("Deret angka", "Baseline, target, realisasi, dan pagu dari tahun ke tahun.")


@aturan(
    "baseline-nol",
    "peringatan",
    arti="Baseline 0 diikuti target 100.",
    obat="Isi keadaan tahun dasar yang terukur, atau targetkan bertahap.",
    salah="Baseline: 0; Target 2025: 100",
    baik="Baseline: 62; Target 2025: 70",
)
def baseline_nol(b: Bahan) -> Iterator[Temuan]:
    """A baseline of 0 beside a first target of 100: nothing is done yet, or nobody has measured."""
    for i in b.konteks.rencana.indikator:
        awal = deret(b, i)[:2]
        if i.baseline.nilai == 0 and len(awal) == 2 and awal[1][1].nilai == 100:
            pesan = f'indikator {i.kode} "{i.nama}": baseline {awal[0][0]} adalah 0, target {awal[1][0]} langsung 100'
            yield baseline_nol.temuan(di(i.baseline), pesan, pokok=str(i.kode))


@aturan(
    "baseline-berbeda",
    "peringatan",
    arti="Baseline berbeda dengan realisasi tahun dasar.",
    obat="Samakan cascade.xlsx › Indikator dengan kinerja_pelayanan.xlsx › Indikator.",
    salah="Baseline 2024: 80; Realisasi 2024 di kinerja_pelayanan.xlsx: 78",
    baik="keduanya 78",
)
def baseline_berbeda(b: Bahan) -> Iterator[Temuan]:
    """The baseline of an indicator differs from its realisation in the base year, as the former plan's table has it."""
    dasar = b.konteks.periode.dasar.nilai
    for i in b.konteks.rencana.indikator:
        lalu = capaian_lalu(b, i)
        realisasi = lalu.realisasi.get(dasar) if lalu else None
        if realisasi is None or realisasi.nilai is None or i.baseline.nilai is None:
            continue
        if realisasi.nilai != i.baseline.nilai:
            ada = f"baseline {dasar} {angka(i.baseline)}, realisasi {dasar} {angka(realisasi)} ({di(realisasi)})"
            yield baseline_berbeda.temuan(di(i.baseline), f'indikator {i.kode} "{i.nama}": {ada}', pokok=str(i.kode))


Deret = Sequence[tuple[int, Angka]]


@aturan(
    "patahan-deret",
    "peringatan",
    arti="Sebuah deret angka melonjak atau jatuh.",
    obat="Periksa angka dan satuannya; batasnya batas_patahan di profil.xlsx › Profil.",
    salah="Target 2026: 85; Target 2027: 8.700",
    baik="Target 2026: 85; Target 2027: 87",
)
def patahan_deret(b: Bahan) -> Iterator[Temuan]:
    """A series that breaks: from one year to the next it grows or falls by more than the profile's `batas_patahan`.

    The series are baseline and targets of every indicator, targets of IKK, and realisation in the former plan. A 0
    counts as the least that could have been written (1, or 0,01 with two decimals). 0 before 100 is left to
    `baseline-nol`.
    """
    batas = Decimal(b.isi.profil.batas_patahan.nilai or 0)
    for i in b.konteks.rencana.indikator:
        yield from _patah(i.kode, i.nama, "", deret(b, i), i.desimal, batas)
    for k in b.konteks.ikk:
        isi = sorted((t, a) for t, a in k.target.items() if a.nilai is not None)
        desimal = max((desimal_sendiri(a.nilai or 0) for _, a in isi), default=0)
        yield from _patah(k.kode, k.nama, "", isi, desimal, batas)
    for n in b.konteks.kinerja:
        isi = [(t, a) for t, a in n.realisasi.items() if a.nilai is not None]
        yield from _patah(n.kode, n.nama, "realisasi ", isi, n.desimal, batas)


def _patah(kode: Teks, nama: Teks, jenis: str, isi: Deret, desimal: int, batas: Decimal) -> Iterator[Temuan]:
    for (lama, a), (baru, c) in pairwise(isi):
        kali = _kali(a.nilai or 0, c.nilai or 0, Decimal(1).scaleb(-desimal))
        if kali > batas and (a.nilai, c.nilai) != (0, 100):
            pesan = f'indikator {kode} "{nama}": {jenis}{angka(a)} ({lama}) menjadi {angka(c)} ({baru})'
            yield patahan_deret.temuan(di(c), f"{pesan}, lebih dari {angka(batas)} kali", pokok=f"{kode} {jenis}{baru}")


def _kali(a: Bilangan, b: Bilangan, terkecil: Decimal) -> Decimal:
    """By what factor two values differ; 1 when both are 0."""
    kecil, besar = sorted((abs(Decimal(a)), abs(Decimal(b))))
    return besar / (kecil or terkecil) if besar else Decimal(1)


@aturan(
    "realisasi-kembar",
    "peringatan",
    arti="Realisasi dua tahun berturut-turut sama persis.",
    obat="Cocokkan dengan laporan tahun itu; mungkin angka tahun lain tersalin.",
    salah="Realisasi 2022: 413.250.118; Realisasi 2023: 413.250.118",
    baik="Realisasi 2022: 413.250.118; Realisasi 2023: 427.901.550",
)
def realisasi_kembar(b: Bahan) -> Iterator[Temuan]:
    """Equal figures in two consecutive years of a measured series: realisation of indicators and of budgets."""
    for n in b.konteks.kinerja:
        yield from _kembar(n.kode, f'indikator {n.kode} "{n.nama}"', n.realisasi)
    for p in b.konteks.anggaran.subkegiatan:
        yield from _kembar(p.kode, f'sub kegiatan {p.kode} "{p.nama}"', p.realisasi)


def _kembar(kode: str, sebutan: str, realisasi: Mapping[int, Angka]) -> Iterator[Temuan]:
    for (lama, a), (baru, c) in pairwise(realisasi.items()):
        if a.nilai and a.nilai == c.nilai:
            pesan = f"{sebutan}: realisasi {lama} dan {baru} sama persis, {angka(c)}"
            yield realisasi_kembar.temuan(di(c), pesan, pokok=f"{kode} {baru}")


@aturan(
    "indikator-tetap",
    "peringatan",
    arti="Sebuah indikator 100 sejak baseline dan setiap tahun.",
    obat="Pilih indikator yang dapat meningkat, atau terima dengan alasan.",
    salah="Baseline: 100; Target 2025 sampai 2029: 100",
    baik="Baseline: 82; Target 2025 sampai 2029: 84, 86, 88, 90, 92",
)
def indikator_tetap(b: Bahan) -> Iterator[Temuan]:
    """An indicator that is 100 at the baseline and in every year: it measures nothing that could improve."""
    for i in b.konteks.rencana.indikator:
        isi = deret(b, i)
        if len(isi) > 2 and i.baseline.nilai == 100 and all(a.nilai == 100 for _, a in isi):
            pesan = f'indikator {i.kode} "{i.nama}" sudah 100 pada {isi[0][0]} dan tetap 100 sampai {isi[-1][0]}'
            yield indikator_tetap.temuan(di(i.baseline), pesan, pokok=str(i.kode))


@aturan(
    "target-di-bawah-realisasi",
    "peringatan",
    arti="Sebuah target lebih rendah daripada realisasi terakhir.",
    obat="Naikkan targetnya, atau terima bila indikatornya memang harus turun.",
    salah="Realisasi 2024: 86; Target 2025: 80",
    baik="Realisasi 2024: 86; Target 2025: 87",
)
def target_di_bawah_realisasi(b: Bahan) -> Iterator[Temuan]:
    """A target below the last realisation: that of the former plan's table, or else the baseline."""
    for i in b.konteks.rencana.indikator:
        tahun, terakhir = _terakhir(b, i)
        if terakhir.nilai is None:
            continue
        bawah = [(t, a) for t, a in i.target.items() if a.nilai is not None and a.nilai < terakhir.nilai]
        if bawah:
            pesan = f'indikator {i.kode} "{i.nama}": realisasi {angka(terakhir)} ({tahun}), target {tertulis(bawah)}'
            yield target_di_bawah_realisasi.temuan(di(bawah[0][1]), pesan, pokok=str(i.kode))


def _terakhir(b: Bahan, i: Indikator) -> tuple[int, Angka]:
    lalu = capaian_lalu(b, i)
    terisi = [(t, a) for t, a in lalu.realisasi.items() if a.nilai is not None] if lalu else []
    return terisi[-1] if terisi else (b.konteks.periode.dasar.nilai, i.baseline)


@aturan(
    "target-turun",
    "peringatan",
    arti="Target pertama lebih rendah daripada target terakhir Renstra sebelumnya.",
    obat="Naikkan targetnya, atau terima dengan alasan.",
    salah="Target 2024 Renstra lalu: 90; Target 2025: 85",
    baik="Target 2024 Renstra lalu: 90; Target 2025: 91",
)
def target_turun(b: Bahan) -> Iterator[Temuan]:
    """The first target of an indicator lies below its last target in the former plan."""
    for i in b.konteks.rencana.indikator:
        lalu = capaian_lalu(b, i)
        lama = [(t, a) for t, a in lalu.target.items() if a.nilai is not None] if lalu else []
        baru = [(t, a) for t, a in i.target.items() if a.nilai is not None]
        if lama and baru and baru[0][1] < lama[-1][1]:
            ada = f"target {baru[0][0]} {angka(baru[0][1])}, target {lama[-1][0]} {angka(lama[-1][1])}"
            yield target_turun.temuan(di(baru[0][1]), f'indikator {i.kode} "{i.nama}": {ada}', pokok=str(i.kode))


@aturan(
    "lonjakan-pagu",
    "peringatan",
    arti="Total pagu berubah tajam dari tahun ke tahun.",
    obat="Jelaskan dalam naskah; batasnya batas_perubahan_pagu di profil.xlsx › Profil.",
    salah="Total pagu 2026: 5 miliar; 2027: 9 miliar, tanpa penjelasan",
    baik="Total pagu 2026: 5 miliar; 2027: 5,4 miliar",
)
def lonjakan_pagu(b: Bahan) -> Iterator[Temuan]:
    """Total pagu changes from one year to the next by more than the profile's `batas_perubahan_pagu` (percent)."""
    batas = b.isi.profil.batas_perubahan_pagu
    for (lama, a), (baru, c) in pairwise(b.konteks.rencana.pagu.items()):
        ubah = Decimal(perubahan(a, c).nilai or 0)
        if abs(ubah) * 100 > (batas.nilai or 0):
            arah = "naik" if ubah > 0 else "turun"
            besar = f"{arah} {persen(abs(ubah))} dari {rupiah(a)} ({lama}) menjadi {rupiah(c)} ({baru})"
            yield lonjakan_pagu.temuan(di(c), f"total pagu {besar}, melebihi batas {angka(batas)}%", pokok=str(baru))


@aturan(
    "realisasi-lebih",
    "peringatan",
    arti="Realisasi melebihi anggaran.",
    obat="Periksa keduanya di anggaran_realisasi.xlsx.",
    salah="Anggaran 2023: 100.000.000; Realisasi 2023: 120.000.000",
    baik="Anggaran 2023: 120.000.000; Realisasi 2023: 118.500.000",
)
def realisasi_lebih(b: Bahan) -> Iterator[Temuan]:
    """More spent than budgeted in a year."""
    for p in b.konteks.anggaran.subkegiatan:
        for tahun, realisasi in p.realisasi.items():
            anggaran = p.anggaran[tahun]
            if (realisasi.nilai or 0) > (anggaran.nilai or 0):
                besar = f"realisasi {tahun} {rupiah(realisasi)}, anggaran {rupiah(anggaran)}"
                yield realisasi_lebih.temuan(di(realisasi), f'{p.kode} "{p.nama}": {besar}', pokok=f"{p.kode} {tahun}")
