"""Table 2.8 (T-C.24): budget and spending per program, kegiatan and sub kegiatan."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.anggaran import Pos
from generator.compute.daftar import Tahun
from generator.compute.konteks import Konteks
from generator.document.tables.sel import bilangan, judul, judul_tahun, kata, kepala
from generator.model.anggaran import tingkat
from generator.model.angka import Teks
from generator.tree import format as cetak
from generator.tree.nodes import Caption, Inlines, Row, Table

# Relative widths in points of the letters used (7 pt): an amount of ten digits must not break.
LEBAR_URAIAN, LEBAR_UANG, LEBAR_RASIO, LEBAR_PERTUMBUHAN = 108.8, 48.2, 19.0, 35.6


def anggaran_realisasi(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Amounts in Rupiah, ratios and mean yearly growths as fractions; blank and 0 print '-'."""
    tahun = list(k.anggaran.tahun)
    n = len(tahun)
    atas = (
        judul("Uraian", rows=2),
        judul("Anggaran pada Tahun ke-", span=n),
        judul("Realisasi pada Tahun ke-", span=n),
        judul("Rasio antara Realisasi dan Anggaran Tahun ke-", span=n),
        judul("Rata-rata Pertumbuhan", span=2),
    )
    bawah = (*(judul_tahun(t) for _ in range(3) for t in tahun), judul("Anggaran"), judul("Realisasi"))
    lebar = (
        LEBAR_URAIAN,
        *([LEBAR_UANG] * (2 * n)),
        *([LEBAR_RASIO] * n),
        LEBAR_PERTUMBUHAN,
        LEBAR_PERTUMBUHAN,
    )
    baris = tuple(_baris(p, tahun) for p in _urut(k.anggaran.total.anak))
    total = _baris(k.anggaran.total, tahun)
    return Table(
        caption,
        lebar,
        kepala(atas, bawah, banyak=3 * n + 3),
        (*baris, total),
        source,
        landscape=True,
        size="renik",
    )


def _urut(pos: tuple[Pos, ...]) -> Iterator[Pos]:
    """Parents before their children."""
    for p in pos:
        yield p
        yield from _urut(p.anak)


def _baris(p: Pos, tahun: list[Tahun]) -> Row:
    jenis = tingkat(p.kode)
    tebal = jenis != "subkegiatan"
    nama = p.nama if jenis in ("kegiatan", "subkegiatan") else Teks(p.nama.upper(), p.nama.asal)
    rasio = p.rasio
    return Row(
        p.kode or "total",
        (
            kata(nama, strong=tebal),
            *(bilangan(a[t], cetak.jumlah_orang(a[t]), strong=tebal) for a in (p.anggaran, p.realisasi) for t in tahun),
            *(bilangan(rasio[t], cetak.rasio(rasio[t]), "tengah", strong=tebal) for t in tahun),
            bilangan(p.pertumbuhan, cetak.rasio(p.pertumbuhan), "tengah", strong=tebal),
            bilangan(p.pertumbuhan_realisasi, cetak.rasio(p.pertumbuhan_realisasi), "tengah", strong=tebal),
        ),
    )
