"""Table 2.7 (T-C.23): performance per indicator and year."""

from __future__ import annotations

from generator.compute.konteks import Konteks
from generator.document.tables.sel import bilangan, judul, judul_tahun, kata, kepala, nomor
from generator.tree import format as cetak
from generator.tree.nodes import Caption, Inlines, Row, Table

# Relative widths in points of the letters used (7 pt): '100,00' and a bold year must not break.
LEBAR_NOMOR, LEBAR_INDIKATOR, LEBAR_LAIN, LEBAR_KET = 16.0, 66.0, 36.0, 18.0
LEBAR_NILAI, LEBAR_RASIO = 21.2, 18.6


def capaian_kinerja(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Targets, realisation and ratio by year; ratio = realisation / target."""
    tahun = list(k.kinerja.tahun)
    n = len(tahun)
    atas = (
        judul("No", rows=2),
        judul("Indikator Kinerja Utama", rows=2),
        judul("Target Indikator Lainnya", rows=2),
        judul("Target Renstra Tahun ke-", span=n),
        judul("Realisasi Capaian Tahun ke-", span=n),
        judul("Rasio Capaian pada Tahun ke-", span=n),
        judul("Ket", rows=2),
    )
    bawah = tuple(judul_tahun(t) for _ in range(3) for t in tahun)
    baris = tuple(
        Row(
            str(i.kode),
            (
                nomor(urut),
                kata(i.nama),
                kata(i.target_lain, "tengah"),
                *(bilangan(i.target[t], cetak.angka(i.target[t], i.desimal), "tengah") for t in tahun),
                *(bilangan(i.realisasi[t], cetak.angka(i.realisasi[t], i.desimal), "tengah") for t in tahun),
                *(bilangan(i.rasio[t], cetak.rasio(i.rasio[t]), "tengah") for t in tahun),
                kata(i.keterangan or "", "tengah"),
            ),
        )
        for urut, i in enumerate(k.kinerja, 1)
    )
    lebar = (LEBAR_NOMOR, LEBAR_INDIKATOR, LEBAR_LAIN, *([LEBAR_NILAI] * 2 * n), *([LEBAR_RASIO] * n), LEBAR_KET)
    return Table(caption, lebar, kepala(atas, bawah, banyak=4 + 3 * n), baris, source, size="renik")
