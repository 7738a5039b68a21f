"""Tables 2.9 and 2.10: problems and strategic issues."""

from __future__ import annotations

from generator.compute.konteks import Konteks
from generator.document.tables.sel import judul, kata, kepala, nomor
from generator.tree.nodes import Caption, Inlines, Row, Table


def permasalahan(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Main problem, problem, root of the problem."""
    atas = (judul("No"), judul("Masalah Pokok"), judul("Masalah"), judul("Akar Masalah"))
    baris = tuple(
        Row(str(p.kode), (nomor(i), kata(p.masalah_pokok), kata(p.masalah), kata(p.akar_masalah)))
        for i, p in enumerate(k.permasalahan, 1)
    )
    return Table(caption, (0.6, 3.0, 3.4, 3.4), kepala(atas, banyak=4), baris, source)


def isu_strategis(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Potential, problem, KLHS issue, three circles of dynamic issues, strategic issue."""
    atas = (
        judul("POTENSI DAERAH YANG MENJADI KEWENANGAN PERANGKAT DAERAH", rows=2),
        judul("PERMASALAHAN", rows=2),
        judul("ISU KLHS YANG RELEVAN DENGAN PERANGKAT DAERAH", rows=2),
        judul("ISU LINGKUNGAN DINAMIS YANG RELEVAN DENGAN PERANGKAT DAERAH", span=3),
        judul("ISU STRATEGIS", rows=2),
    )
    bawah = (judul("GLOBAL"), judul("NASIONAL"), judul("REGIONAL"))
    baris = tuple(
        Row(
            str(i.kode),
            tuple(kata(t) for t in (i.potensi, i.permasalahan, i.klhs, i.global_, i.nasional, i.regional, i.isu)),
        )
        for i in k.isu
    )
    lebar = (1.7, 1.6, 1.5, 2.1, 2.0, 2.2, 1.7)
    return Table(caption, lebar, kepala(atas, bawah, banyak=7), baris, source, landscape=True, size="kecil")
