"""Rules over the workbooks: what is measured, planned and paid for, each year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.angka import Angka, Teks
from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import beranggaran, bertarget, cabang, di, sebutan
from generator.temuan import Temuan
from generator.tree.format import angka, rupiah

aturan = Rumpun("Kelengkapan indikator, target, dan pagu", "Yang diukur, ditargetkan, dan didanai tiap tahun.")


@aturan(
    "tanpa-indikator",
    "peringatan",
    arti="Sebuah baris rencana tidak mempunyai indikator.",
    obat="Tambahkan barisnya di cascade.xlsx › Indikator.",
    salah="sub kegiatan 7.01.01.2.01.0001 tanpa baris di lembar Indikator",
    baik="sekurang-kurangnya satu baris Indikator dengan Milik 7.01.01.2.01.0001",
)
def tanpa_indikator(b: Bahan) -> Iterator[Temuan]:
    """A tujuan, sasaran, program, kegiatan or sub kegiatan that nothing measures."""
    for c in cabang(b):
        if not len(c.indikator):
            pesan = f"{sebutan(c)} tidak mempunyai indikator"
            yield tanpa_indikator.temuan(c.lokasi, pesan, pokok=str(c.kode))


BUKAN_SATUAN = {"-", "–", "—", "n/a", "na", "?"}


@aturan(
    "indikator-kurang",
    "peringatan",
    arti="Sebuah indikator tidak mempunyai satuan, baseline, atau target.",
    obat="Isi selnya.",
    salah="Satuan: -; Baseline: (kosong)",
    baik="Satuan: Persen; Baseline: 82,5",
)
def indikator_kurang(b: Bahan) -> Iterator[Temuan]:
    """An indicator without unit, baseline or target.

    A year without target is left to the rules on pagu where the item has neither that year, or no target at all.
    """
    for c in cabang(b):
        for i in c.indikator:
            yield from _satuan(i.kode, i.nama, i.satuan)
            if i.baseline.nilai is None:
                pesan = f'indikator {i.kode} "{i.nama}" tidak mempunyai baseline'
                yield indikator_kurang.temuan(di(i.baseline), pesan, pokok=f"{i.kode} baseline")
            terukur = c.tingkat in ("tujuan", "sasaran")
            yield from _target(i.kode, i.nama, {t: a for t, a in i.target.items() if terukur or bertarget(c, t)})
            if not any(a.nilai is not None for a in i.target.values()):
                yield _tanpa_target(i.kode, i.nama, i.target)
    for k in b.konteks.ikk:
        yield from _satuan(k.kode, k.nama, k.satuan)
        yield from _target(k.kode, k.nama, k.target)
    for n in b.konteks.kinerja:
        yield from _satuan(n.kode, n.nama, n.satuan)


def _satuan(kode: Teks, nama: Teks, satuan: Teks) -> Iterator[Temuan]:
    if satuan.casefold() in BUKAN_SATUAN:
        yield indikator_kurang.temuan(
            di(satuan), f'indikator {kode} "{nama}" tidak mempunyai satuan', pokok=f"{kode} satuan"
        )


def _target(kode: Teks, nama: Teks, target: Mapping[int, Angka]) -> Iterator[Temuan]:
    if all(a.nilai is None for a in target.values()):
        return
    for t, a in sorted(target.items()):
        if a.nilai is None:
            yield indikator_kurang.temuan(
                di(a), f'indikator {kode} "{nama}" tidak mempunyai target {t}', pokok=f"{kode} {t}"
            )


def _tanpa_target(kode: Teks, nama: Teks, target: Mapping[int, Angka]) -> Temuan:
    pesan = f'indikator {kode} "{nama}" tidak mempunyai target pada tahun mana pun'
    return indikator_kurang.temuan(di(next(iter(target.values()))), pesan, pokok=f"{kode} target")


@aturan(
    "target-tanpa-pagu",
    "peringatan",
    arti="Ada target tanpa pagu pada tahun yang sama.",
    obat="Isi pagunya di pendanaan.xlsx › Pagu, atau kosongkan target tahun itu.",
    salah="Target 2027: 12; Pagu 2027: (kosong)",
    baik="Target 2027: 12; Pagu 2027: 150.000.000",
)
def target_tanpa_pagu(b: Bahan) -> Iterator[Temuan]:
    """A target without pagu in the same year."""
    for c in beranggaran(b):
        for tahun, pagu in c.pagu.items():
            target = next((i.target[tahun] for i in c.indikator if i.target[tahun].nilai), None)
            if target is not None and not pagu.nilai:
                pesan = f"{sebutan(c)} mempunyai target {tahun} ({angka(target)}) tanpa pagu tahun itu"
                yield target_tanpa_pagu.temuan(di(target), pesan, pokok=f"{c.kode} {tahun}")


@aturan(
    "pagu-tanpa-target",
    "peringatan",
    arti="Ada pagu tanpa target pada tahun yang sama.",
    obat="Isi target tahun itu di cascade.xlsx › Indikator, atau kosongkan pagunya.",
    salah="Pagu 2027: 150.000.000; Target 2027: (kosong)",
    baik="Pagu 2027: 150.000.000; Target 2027: 12",
)
def pagu_tanpa_target(b: Bahan) -> Iterator[Temuan]:
    """Pagu without a target in the same year."""
    for c in beranggaran(b):
        for tahun, pagu in c.pagu.items():
            if pagu.nilai and len(c.indikator) and not bertarget(c, tahun):
                pesan = f"{sebutan(c)} mempunyai pagu {tahun} ({rupiah(pagu)}) tanpa target tahun itu"
                yield pagu_tanpa_target.temuan(di(c.indikator[0].target[tahun]), pesan, pokok=f"{c.kode} {tahun}")


@aturan(
    "tanpa-target-dan-pagu",
    "peringatan",
    arti="Sebuah sub kegiatan tidak mempunyai target dan pagu pada suatu tahun.",
    obat="Isi target dan pagunya, atau terima bila memang tidak dilaksanakan tahun itu.",
    salah="Target 2027 dan Pagu 2027 sub kegiatan itu kosong",
    baik="Target 2027: 12; Pagu 2027: 150.000.000",
)
def tanpa_target_dan_pagu(b: Bahan) -> Iterator[Temuan]:
    """A sub kegiatan of the plan that has neither target nor pagu in a year."""
    for c in b.konteks.rencana.subkegiatan:
        for tahun, pagu in c.pagu.items():
            if not pagu.nilai and not bertarget(c, tahun):
                pesan = f'sub kegiatan {c.kode} "{c.nama}" tidak mempunyai target dan pagu {tahun}'
                yield tanpa_target_dan_pagu.temuan(di(pagu), pesan, pokok=f"{c.kode} {tahun}")
