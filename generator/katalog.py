"""The catalogue of findings as the page `docs/temuan.md`; `renstra temuan` prints it.

In: the kinds that stages meet (`temuan`) and those declared beside the rules (`periksa`), subject by subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from generator.periksa import data, dokumen, naskah, pk, renja
from generator.periksa.aturan import Rumpun
from generator.temuan import JENIS_TAHAP, Jenis


@dataclass(frozen=True, slots=True)
class Bab:
    """A chapter of the page. `awal`: the first of the kinds that stages meet; they go on to the next chapter's."""

    judul: str
    uraian: str
    awal: str = ""
    rumpun: tuple[Rumpun, ...] = ()


BAB = (
    Bab("Buku kerja dan lembar", "Berkas di `content/data`, lembar, kolom, dan kuncinya.", "buku-hilang"),
    Bab("Sel", "Isi satu sel.", "sel-kosong"),
    Bab("Data sebagai keseluruhan", "Hubungan antarbaris dan antarlembar.", "tingkat-kode"),
    Bab("Naskah", "Berkas `.md` di `content/chapters`.", "bab-hilang"),
    Bab("Aturan atas data", "Isi buku kerja sebagai rencana.", rumpun=data.RUMPUN),
    Bab("Aturan atas naskah", "Yang diketik dalam bab, dan kata-kata dalam sel buku kerja.", rumpun=naskah.RUMPUN),
    Bab("Aturan atas dokumen", "Dokumen jadi dan register koreksi.", rumpun=dokumen.RUMPUN),
    Bab("Renja", "Rencana kerja setahun menurut Renstra.", "tahun-renja", (renja.aturan,)),
    Bab("Perjanjian Kinerja", "Perjanjian kinerja setahun menurut Renja tahun itu.", rumpun=(pk.aturan,)),
    Bab("Register koreksi", "`content/data/koreksi.xlsx`.", "penerimaan-usang"),
    Bab("Jejak", "Perintah `renstra jejak`.", "tempat-asing"),
    Bab("Pembandingan", "Versi yang diminta `banding`.", "versi-asing"),
    Bab("Keluaran", "Templat, DOCX, PDF, dan penulisannya.", "templat-ditolak"),
)

PENGANTAR = """\
# Temuan

<!-- Dibuat oleh program; jangan disunting. Perbarui dengan: renstra temuan > docs/temuan.md -->

Semua yang salah dilaporkan sekaligus, masing-masing dengan kode, tempat, penjelasan, dan cara memperbaikinya.
Tempat ditulis `berkas › Lembar!Sel` untuk buku kerja dan `berkas:baris` untuk naskah.

- **galat** menghentikan penyusunan; keluaran yang lama tidak disentuh.
- **peringatan** tidak menghentikan apa pun, tetapi patut dibaca.

Contohnya menunjukkan yang diketik atau diisi: yang salah, dan yang benar.
"""


def kelompok() -> Iterator[tuple[str, str, list[Jenis]]]:
    """(heading, explanation, kinds) in order: chapters '## …', subjects of rules '### …'. Each kind stands in one."""
    sudah: set[Jenis] = set()

    def baru(jenis: Iterable[Jenis]) -> list[Jenis]:
        hasil = [j for j in dict.fromkeys(jenis) if j not in sudah]
        sudah.update(hasil)
        return hasil

    for bab in BAB:
        yield f"## {bab.judul}", bab.uraian, baru(_tahap(bab.awal))
        for r in bab.rumpun:
            yield f"### {r.judul}", r.uraian, baru(a.jenis for a in r.daftar)


def _tahap(awal: str) -> Iterator[Jenis]:
    """The kinds of stages from the one of a code up to the first of another chapter."""
    letak = next((i for i, j in enumerate(JENIS_TAHAP) if j.kode == awal), len(JENIS_TAHAP))
    pertama = {b.awal for b in BAB} - {awal}
    return takewhile(lambda j: j.kode not in pertama, JENIS_TAHAP[letak:])


def semua_jenis() -> list[Jenis]:
    """Every kind, in the order of the page."""
    return [j for _, _, jenis in kelompok() for j in jenis]


def katalog_markdown() -> str:
    """The whole page: a table per group with code, severity, meaning, remedy and examples."""
    bagian = [PENGANTAR]
    for judul, uraian, jenis in kelompok():
        bagian.append(f"{judul}\n\n{uraian}\n")
        if jenis:  # a chapter whose subjects have all of it has none of its own
            bagian.append(_tabel(jenis))
    return "\n".join(bagian)


def _tabel(jenis: list[Jenis]) -> str:
    kepala = ["Kode", "Berat", "Arti", "Cara memperbaiki"]
    baris = [[f"`{j.kode}`", j.berat, j.arti, j.obat] for j in jenis]
    if any(j.salah for j in jenis):
        kepala += ["Contoh salah", "Contoh benar"]
        baris = [[*b, _contoh(j.salah), _contoh(j.baik)] for b, j in zip(baris, jenis, strict=True)]
    garis = f"|{'---|' * len(kepala)}"
    return "\n".join([f"| {' | '.join(kepala)} |", garis, *(f"| {' | '.join(map(_sel, b))} |" for b in baris), ""])


def _contoh(teks: str) -> str:
    return f"`{teks}`" if teks else ""


def _sel(teks: str) -> str:
    """Text for a cell of a Markdown table: a bar would end it, braces and fences are code."""
    return teks.replace("|", "\\|")
