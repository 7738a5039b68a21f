"""renja-buku-belum-ada, renja-belum-diisi: what the year's workbook does not say. Nothing is put in its place.

One finding per sheet and column, not per cell; rows that the plan has and the sheet has not count as not filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.compute.butir import Butir
from generator.compute.renja import Renja
from generator.model.renja import berkas_renja
from generator.periksa.bahan import Bahan
from generator.periksa.renja.bantu import renja
from generator.temuan import Temuan
from generator.tree.format import rangkai

KODE = "renja-belum-diisi"
KODE_BUKU = "renja-buku-belum-ada"
CONTOH = 3  # codes named in a message

_KOLOM: tuple[tuple[str, Callable[[Butir], object]], ...] = (
    ("Lokasi", lambda b: b.tempat),
    ("Sumber Dana", lambda b: b.sumber_dana),
    ("Kelompok Sasaran", lambda b: b.kelompok_sasaran),
)


def periksa(b: Bahan) -> Iterator[Temuan]:
    r = renja(b)
    berkas = f"{b.isi.profil.lokasi.berkas.rpartition('/')[0]}/{berkas_renja(r.tahun.nilai)}"
    if not r.terisi:
        pesan = (
            f"belum ada masukan Renja {r.tahun.nilai}: lokasi, sumber dana, kelompok sasaran, realisasi, usulan, dan "
            "rancangan awal RKPD dicetak - atau NIHIL"
        )
        obat = f"Buat dengan: renstra renja {r.tahun.nilai} --siapkan, lalu isi."
        yield Temuan(KODE_BUKU, berkas, pesan, obat, str(r.tahun.nilai))
        return
    for lembar, apa, kurang in _kurang(r):
        if kurang:
            contoh = [*kurang[:CONTOH], *([f"{len(kurang) - CONTOH} lainnya"] if len(kurang) > CONTOH else [])]
            pesan = f"{apa} belum diisi untuk {rangkai(contoh)}" if contoh != [""] else f"{apa} belum diisi"
            yield Temuan(KODE, f"{berkas} › {lembar}", pesan, pokok=f"{r.tahun.nilai} {lembar} {apa}")


def _kurang(r: Renja) -> Iterator[tuple[str, str, Sequence[str]]]:
    """(sheet, what, codes without it); one '' where it is not a matter of rows."""
    if r.tanggal is None:
        yield "Umum", "tanggal", [""]
    for judul, ambil in _KOLOM:
        yield "Sub Kegiatan", f"kolom {judul}", [str(s.kode) for s in r.subkegiatan if not ambil(s)]
    evaluasi = [i for i in (*r.iku, *r.indikator) if i.target_evaluasi and i.realisasi_evaluasi.nilai is None]
    yield "Realisasi", f"kolom Realisasi {r.tahun_evaluasi.nilai}", [str(i.kode) for i in evaluasi]
    if not r.tahun_awal < r.periode.awal:
        awal = [i for i in r.indikator if not i.laju and i.realisasi_awal.nilai is None]
        yield "Realisasi", f"kolom Realisasi s.d. {r.tahun_awal.nilai}", [str(i.kode) for i in awal]
    perkiraan = [i for i in r.iku if i.perkiraan_lalu.nilai is None]
    yield "Realisasi", f"kolom Perkiraan {r.tahun_lalu.nilai}", [str(i.kode) for i in perkiraan]
    if not r.rkpd_ada:
        yield "RKPD", "rancangan awal RKPD", [""]
    if not len(r.usulan):
        yield "Usulan", "usulan pemangku kepentingan", [""]
