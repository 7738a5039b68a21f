"""A comparison -> the Word file with tracked changes, and its PDF.

In: `Beda`, the names of both versions, the date of the changes. Out: `redline.docx` (and `.pdf`) in a folder. The
document that is written begins with a page of its own that tells what cannot be marked and which numbers moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.banding.cetak import banyak
from generator.banding.perubahan import Beda
from generator.banding.pohon import AKHIRAN_HAPUS
from generator.temuan import Kumpulan
from generator.tree.bagian import bagikan
from generator.tree.nodes import (
    Block,
    Caption,
    Cell,
    Document,
    Heading,
    List,
    ListItem,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from generator.tree.walk import blocks, revision_of

if TYPE_CHECKING:
    from generator.writers.pdf.pengonversi import Pengonversi

NAMA = "redline"
JUDUL = "PERUBAHAN YANG TIDAK DAPAT DITANDAI"
SEBARIS = 3
"""Pairs of numbers in a row of the summary."""


def susun_redline(
    beda: Beda,
    *,
    dari: str,
    ke: str,
    tanggal: str,
    templat: Path,
    kerja: Path,
    temuan: Kumpulan,
    pengonversi: Pengonversi | None = None,
) -> list[str]:
    """Write `redline.docx` into `kerja`, and `redline.pdf` where it can be made; gives their names.

    `dari`, `ke`: how both versions are called; `tanggal`: of the changes, as in '2025-08-17', or '' for the document's
    own. Raises `GagalSusun` when the template cannot serve or the disk is full; other faults are findings.
    """
    from generator.tata_letak import TataLetak, penulis

    tugas = TataLetak(NAMA, kerja, dokumen_redline(beda, dari, ke), penulis(templat, temuan, tanggal), temuan)
    ada_pdf = pengonversi is not None and tugas.tata(pengonversi, {}, {})
    return [*tugas.selesaikan(["docx"]), *([f"{NAMA}.pdf"] if ada_pdf else [])]


def dokumen_redline(beda: Beda, dari: str, ke: str) -> Document:
    """The document that is written: the summary, then the newer document with the changes in it."""
    blok = [_baris_dinamai(b) for b in blocks(beda.dokumen)]
    depan = Section(tuple(_ringkasan(beda, dari, ke)), "romawi", restart=True)
    return replace(beda.dokumen, sections=(depan, *_bagian(blok)))


def _bagian(blok: Sequence[Block]) -> list[Section]:
    """Sections as of any document. Page numbers count from the first heading that is still there: what is gone before
    it goes on with the numbers of the summary."""
    hilang = list(takewhile(lambda b: revision_of(b) == "hapus", blok))
    awal = [replace(s, restart=False) for s in bagikan(hilang)]
    return [*awal, *bagikan(blok[len(hilang) :])]


def _baris_dinamai(b: Block) -> Block:
    """A row that is gone must not be taken for the one that has its key now, when merged cells are cut at a page."""
    if not isinstance(b, Table):
        return b
    return replace(b, rows=tuple(replace(r, key=r.key + AKHIRAN_HAPUS) if r.revision == "hapus" else r for r in b.rows))


# ---------------------------------------------------------------- the first page


def _ringkasan(beda: Beda, dari: str, ke: str) -> list[Block]:
    isi: list[Block] = [
        Heading(1, (Text(JUDUL),), anchor="_Perubahan"),
        _p(
            f"Dokumen ini membandingkan versi lama ({dari}) dengan versi baru ({ke}). Perubahan ditandai pada "
            f"{banyak(beda.tanda)} paragraf, baris tabel, dan sel. Bila semua perubahan diterima, isinya menjadi versi "
            "baru; bila semua ditolak, menjadi versi lama. Daftar isi, daftar tabel, daftar gambar, dan daftar grafik "
            "mengikuti versi baru."
        ),
    ]
    if beda.tak_tertandai:
        isi.append(_p("Perubahan berikut tidak dapat ditandai:"))
        isi.append(List("butir", tuple(ListItem((_p(x),)) for x in beda.tak_tertandai)))
    else:
        isi.append(_p("Tidak ada perubahan yang tidak dapat ditandai."))
    if beda.nomor_bergeser:
        isi.append(
            _p(
                "Nomor berikut berubah hanya karena ada yang ditambah atau dihapus sebelumnya. Nomor itu, dan rujukan "
                "kepadanya, tidak ditandai:"
            )
        )
        isi.append(_tabel_nomor(beda.nomor_bergeser))
    return isi


def _tabel_nomor(nomor: Sequence[tuple[str, str]]) -> Table:
    pasang = min(SEBARIS, len(nomor))
    kepala = Row("kepala-1", tuple(_sel(x, tebal=True) for x in ("Semula", "Menjadi") * pasang))
    baris = []
    for n in range(0, len(nomor), pasang):
        teks = [x or "–" for pasangan in nomor[n : n + pasang] for x in pasangan]
        teks += [""] * (2 * pasang - len(teks))
        baris.append(Row(f"nomor-{n + 1}", tuple(map(_sel, teks))))
    return Table(
        Caption("kotak", "nomor-bergeser", (Text("Nomor yang bergeser"),)),
        (1.0,) * (2 * pasang),
        (kepala,),
        tuple(baris),
        size="kecil",
    )


def _sel(teks: str, *, tebal: bool = False) -> Cell:
    return Cell((Text(teks),) if teks else (), "tengah", strong=tebal)


def _p(teks: str) -> Paragraph:
    return Paragraph((Text(teks),))
