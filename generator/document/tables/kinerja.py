"""Table 2.7 (T-C.23): performance per indicator and year."""

from __future__ import annotations

from generator.compute.konteks import Konteks
from generator.document import format as cetak
from generator.document.nodes import Caption, Inlines, Row, Table
from generator.document.tables.sel import bilangan, judul, kata, kepala, nomor


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
    bawah = tuple(judul(str(t.nilai)) for _ in range(3) for t in tahun)
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
    lebar = (0.7, 3.6, 2.0, *([1.25] * n), *([1.25] * n), *([1.05] * n), 0.9)
    return Table(caption, lebar, kepala(atas, bawah, banyak=4 + 3 * n), baris, source, landscape=True, size="kecil")
