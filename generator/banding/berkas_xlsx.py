"""`perubahan.xlsx`: the changes as tables to be filtered and summed: Ringkasan, Perubahan, Pagu, Indikator.

Amounts are numbers, codes are text, percents are fractions shown as percent. Same comparison, same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.banding.pagu import Selisih
from generator.banding.perbandingan import Perbandingan
from generator.model.kolom import IsiSel
from generator.tree.format import bulatkan
from generator.writers.xlsx import Kolom, LembarKerja, NilaiSel, tulis_xlsx

Baris = Sequence[NilaiSel]
_BEDA = (
    Kolom("Lama", 24),
    Kolom("Baru", 24),
    Kolom("Selisih", 16),
    Kolom("Persen", 10, "persen"),
)
_RUPIAH = (
    Kolom("Lama", 18, "rupiah"),
    Kolom("Baru", 18, "rupiah"),
    Kolom("Selisih", 18, "rupiah"),
    Kolom("Persen", 10, "persen"),
)
_SUMBER = (Kolom("Sumber Lama", 40), Kolom("Sumber Baru", 40))


def buku_perubahan(p: Perbandingan) -> bytes:
    """The workbook."""
    return tulis_xlsx(
        (
            LembarKerja(
                "Ringkasan",
                (Kolom("Hal", 28), Kolom("Rincian", 44), Kolom("Banyak", 10), *_RUPIAH),
                list(_ringkasan(p)),
            ),
            LembarKerja(
                "Perubahan",
                (
                    Kolom("Baris", 12),
                    Kolom("Buku", 22),
                    Kolom("Lembar", 18),
                    Kolom("Kunci", 20),
                    Kolom("Nama", 40),
                    Kolom("Kolom", 18),
                    Kolom("Sel", 12),
                    *_BEDA,
                    *_SUMBER,
                ),
                list(_perubahan(p)),
            ),
            LembarKerja(
                "Pagu",
                (
                    Kolom("Tingkat", 12),
                    Kolom("Kode", 20),
                    Kolom("Nama", 44),
                    Kolom("Tahun", 10),
                    *_RUPIAH,
                    Kolom("Keterangan", 32),
                ),
                list(_pagu(p)),
            ),
            LembarKerja(
                "Indikator",
                (
                    Kolom("Baris", 12),
                    Kolom("Lembar", 14),
                    Kolom("Kode", 20),
                    Kolom("Indikator", 40),
                    Kolom("Satuan", 12),
                    Kolom("Milik", 40),
                    Kolom("Kolom", 18),
                    *_BEDA,
                    *_SUMBER,
                ),
                list(_indikator(p)),
            ),
        )
    )


def _ringkasan(p: Perbandingan) -> Iterator[Baris]:
    """What a reader wants first: counts, then pagu per program."""

    def banyak(hal: str, rincian: str, n: int) -> Baris:
        return (hal, rincian, n, None, None, None, None)

    yield ("Dokumen", p.judul, None, p.dari, p.ke, None, None)
    yield banyak("Perubahan dalam dokumen", "semua", len(p.beda.perubahan))
    for unsur, n in p.menurut_unsur.items():
        yield banyak("Perubahan dalam dokumen", unsur, n)
    yield banyak("Perubahan data", "baris", len(p.data))
    for jenis, n in p.data_menurut_jenis.items():
        yield banyak("Perubahan data", f"baris {jenis}", n)
    yield banyak("Perubahan data", "sel", p.jumlah_sel)
    yield banyak("Temuan periksa", "muncul", len(p.temuan.muncul))
    yield banyak("Temuan periksa", "hilang", len(p.temuan.hilang))
    yield banyak("Nomor yang bergeser", "", len(p.beda.nomor_bergeser))
    yield banyak("Tidak dapat ditandai", "", len(p.beda.tak_tertandai))
    for x in p.pagu:
        if x.tingkat in ("program", "total"):
            sebut = f"{x.kode} {x.nama}" if x.tingkat == "program" else x.nama
            for t, s in x.tahun.items():
                yield (f"Pagu {t}", sebut, None, *_selisih(s))
            yield ("Pagu semua tahun", sebut, None, *_selisih(x.jumlah))


def _perubahan(p: Perbandingan) -> Iterator[Baris]:
    for b in p.data:
        for s in b.sel:
            beda = (_nilai(s.lama), _nilai(s.baru), s.selisih, _bagian(s.bagian))
            awal = (b.jenis, b.buku, b.lembar, b.kunci, b.nama, s.kolom, s.jenis)
            yield (*awal, *beda, s.asal_lama, s.asal_baru)


def _pagu(p: Perbandingan) -> Iterator[Baris]:
    for x in p.pagu:
        kode = x.kode if x.tingkat != "total" else ""
        for t, s in (*((str(t), s) for t, s in x.tahun.items()), ("Jumlah", x.jumlah)):
            yield (x.tingkat, kode, x.nama, t, *_selisih(s), x.keterangan)


def _indikator(p: Perbandingan) -> Iterator[Baris]:
    for i in p.indikator:
        for s in i.baris.sel:
            awal = (i.baris.jenis, i.baris.lembar, i.baris.kunci, i.nama, i.satuan, i.milik, s.kolom)
            yield (*awal, _nilai(s.lama), _nilai(s.baru), s.selisih, _bagian(s.bagian), s.asal_lama, s.asal_baru)


def _selisih(s: Selisih) -> tuple[NilaiSel, ...]:
    return (s.lama, s.baru, s.selisih, _bagian(s.bagian))


def _nilai(n: IsiSel) -> NilaiSel:
    assert not isinstance(n, bool)
    return n


def _bagian(n: Decimal | None) -> Decimal | None:
    """Four decimals of a fraction: two of the percent."""
    return None if n is None else bulatkan(n, 4)
