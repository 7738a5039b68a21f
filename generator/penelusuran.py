"""Where every printed number of a document comes from: the index that questions are asked of, and its page.

`jejak.html` belongs to the outputs beside it and stands in their manifest. Of sources that these were not made of, the
page gets another name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.berkas import Bacaan
from generator.keluaran import ruang_kerja, tanpa_gagal_tulis, terbitkan
from generator.manifes import Manifes, baca_manifes, masih_berlaku, sidik, sidik_program, sidik_sumber
from generator.pemuatan import Bersama, buat_bersama, muat, semua_sel
from generator.tempat import Tempat
from generator.temuan import GagalSusun, Kumpulan

if TYPE_CHECKING:
    from generator.jejak.indeks import Indeks


def jejak(tempat: Tempat, kabar: Callable[[str], None] | None = None) -> Indeks:
    """Where every printed number comes from and every cell is printed; pages are known where the outputs are current.

    Raises `GagalSusun`.
    """
    bersama = buat_bersama(kabar, tempat.keluaran)
    return _indeks(tempat, _kini(tempat, bersama.bacaan), bersama)


def tulis_jejak(tempat: Tempat, kabar: Callable[[str], None] | None = None) -> Path:
    """Write the page beside the other outputs, unless it is there already. Raises `GagalSusun`.

    Beside outputs of these very sources it is `jejak.html`, which a build with PDF has written; else a page of the
    working tree, under another name.
    """
    from generator.jejak.laman import tulis_laman

    bersama = buat_bersama(kabar, tempat.keluaran)
    sumber = sidik_sumber(tempat.sumber(), bersama.bacaan)
    lama = _kini(tempat, bersama.bacaan)
    if lama and tempat.jejak in lama.keluaran:
        return tempat.keluaran / tempat.jejak
    nama = tempat.jejak if lama else tempat.jejak_salinan_kerja
    temuan = Kumpulan()
    with tanpa_gagal_tulis(temuan, tempat.keluaran), ruang_kerja(tempat.keluaran) as ruang:
        laman = ruang.folder / nama
        laman.write_text(tulis_laman(_indeks(tempat, lama, bersama)), encoding="utf-8", newline="\n")
        baru = [nama]
        if lama:
            manifes = replace(lama, keluaran={**lama.keluaran, nama: sidik(laman)})
            (ruang.folder / tempat.manifes).write_text(manifes.teks(), encoding="utf-8")
            baru.append(tempat.manifes)

        def tetap() -> bool:
            lagi = Bacaan()
            return sidik_sumber(tempat.sumber(), lagi) == sumber and _kini(tempat, lagi) == lama

        if not terbitkan(ruang, baru, tempat.keluaran, bila=tetap):
            temuan.tambah("sumber-berubah", tempat.isi.name, "sumber atau keluaran berubah selagi jejaknya disusun")
            raise GagalSusun(temuan)
    return tempat.keluaran / nama


def _kini(tempat: Tempat, bacaan: Bacaan) -> Manifes | None:
    """The manifest of the outputs, if they were made of these very sources."""
    lama = baca_manifes(tempat.keluaran, tempat.manifes)
    kini = masih_berlaku(lama, sidik_sumber(tempat.sumber(), bacaan), sidik_program(), tempat.keluaran)
    return lama if kini else None


def _indeks(tempat: Tempat, lama: Manifes | None, bersama: Bersama) -> Indeks:
    from generator.jejak.halaman import halaman_cetak
    from generator.jejak.indeks import susun_indeks
    from generator.tree.pecah import pecah
    from generator.writers.pdf.halaman import destinations

    dokumen = muat(tempat, Kumpulan(), bersama=bersama).dokumen
    letak: dict[str, int] = {}
    pdf = tempat.keluaran / f"{tempat.nama}.pdf"
    if lama and pdf.name in lama.keluaran:
        dokumen = pecah(dokumen, {nama: tuple(baris) for nama, baris in lama.pecahan.items()})
        letak = destinations(pdf)
    return susun_indeks(dokumen, semua_sel(tempat, bersama.baca), halaman_cetak(dokumen, letak))
