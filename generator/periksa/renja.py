"""Rules over a Renja: its outline, the year's workbook, what differs from the Renstra."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from generator.lokasi import Lokasi
from generator.periksa.aturan import Aturan, Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.kerangka import bagian_hilang, hilang, judul_bab_berbeda, periksa_bagian, tidak_memuat
from generator.periksa.dokumen.telusur import bab_bab, tempat
from generator.temuan import Temuan
from generator.tree.format import angka, rangkai
from generator.tree.nodes import plain

if TYPE_CHECKING:
    from generator.compute.butir import Butir
    from generator.compute.renja import Renja

aturan = Rumpun("Masukan dan perbedaan", "Buku kerja `content/data/renja/<tahun>.xlsx`, dan yang berbeda dari Renstra.")


@aturan.juga(bagian_hilang.jenis)
def kerangka(b: Bahan) -> Iterator[Temuan]:
    """A chapter, part or table that the year's outline prescribes is missing or other.

    Source: profil.xlsx › Kerangka Renja, the rows of the year's outline; a row whose number has no dot is a chapter.
    """
    baris = [k for k in b.isi.kerangka_renja if k.kerangka == renja(b).kerangka]
    ada = {x.judul.label.removeprefix("bab:"): x for x in bab_bab(b.dokumen)}
    for k in (k for k in baris if "." not in k.nomor):
        bab = ada.get(str(k.nomor))
        if bab is None:
            yield hilang(k.lokasi, f"bab {k.nomor} {k.judul}", k.nomor)
            continue
        judul = plain(bab.judul.content)
        if judul != k.judul:
            pesan = f'bab {k.nomor} berjudul "{judul}", dalam kerangka "{k.judul}"'
            yield judul_bab_berbeda.temuan(tempat(bab.judul.asal), pesan, pokok=str(k.nomor))
        yield from tidak_memuat(bab, k, f"bab {k.nomor}")
    yield from periksa_bagian(b.dokumen, [k for k in baris if "." in k.nomor])


@aturan(
    "renja-tanpa-alasan",
    "peringatan",
    arti="Pagu atau target Renja berbeda dari Renstra tanpa alasan.",
    obat="Tulis alasannya di kolom Alasan pada baris itu, atau kosongkan selnya bila sama dengan Renstra.",
    salah="Pagu: 150.000.000 (Renstra 120.000.000); Alasan: (kosong)",
    baik="Alasan: penyesuaian dengan pagu indikatif RKPD",
)
def renja_tanpa_alasan(b: Bahan) -> Iterator[Temuan]:
    """A pagu or target of the year differs from the Renstra's, and no reason is given."""
    r = renja(b)
    for p in r.perbedaan:
        if not p.alasan:
            apa = f"{p.hal.lower()} {r.tahun.nilai}" + (f" {p.indikator}" if p.indikator else "")
            nilai = f"{angka(p.renja, p.desimal)}, dalam Renstra {angka(p.renstra, p.desimal)}"
            pokok = f"{r.tahun.nilai} {p.kode} {p.hal}"
            yield renja_tanpa_alasan.temuan(p.lokasi, f"{apa} {p.kode} {p.nama}: {nilai}, tanpa alasan", pokok=pokok)


CONTOH = 3  # codes named in a message

_KOLOM: tuple[tuple[str, Callable[[Butir], object]], ...] = (
    ("Lokasi", lambda b: b.tempat),
    ("Sumber Dana", lambda b: b.sumber_dana),
    ("Kelompok Sasaran", lambda b: b.kelompok_sasaran),
)


@aturan(
    "renja-buku-belum-ada",
    "peringatan",
    arti="Buku kerja Renja tahun itu belum ada; yang seharusnya diisikan di sana dicetak - atau NIHIL.",
    obat="Buat dengan: renstra renja <tahun> --siapkan, lalu isi.",
    salah="content/data/renja/2027.xlsx tidak ada",
    baik="renstra renja 2027 --siapkan, lalu diisi",
)
def renja_buku_belum_ada(b: Bahan) -> Iterator[Temuan]:
    """The year has no workbook: nothing of what only it can say is printed."""
    r = renja(b)
    if not r.terisi:
        pesan = (
            f"belum ada masukan Renja {r.tahun.nilai}: lokasi, sumber dana, kelompok sasaran, realisasi, usulan, dan "
            "rancangan awal RKPD dicetak - atau NIHIL"
        )
        obat = f"Buat dengan: renstra renja {r.tahun.nilai} --siapkan, lalu isi."
        yield renja_buku_belum_ada.temuan(Lokasi(_buku(b)), pesan, obat, str(r.tahun.nilai))


@aturan(
    "renja-belum-diisi",
    "peringatan",
    arti="Masukan Renja belum lengkap; yang kosong dicetak - atau NIHIL.",
    obat="Isi sel yang disebut di buku kerja tahun itu.",
    salah="Sub Kegiatan › Lokasi: (kosong)",
    baik="Sub Kegiatan › Lokasi: Desa Contoh",
)
def renja_belum_diisi(b: Bahan) -> Iterator[Temuan]:
    """What the year's workbook does not say. Nothing is put in its place.

    One finding per sheet and column, not per cell; rows that the plan has and the sheet has not count as not filled in.
    """
    r = renja(b)
    for lembar, apa, kurang in _kurang(r) if r.terisi else ():
        if kurang:
            contoh = [*kurang[:CONTOH], *([f"{len(kurang) - CONTOH} lainnya"] if len(kurang) > CONTOH else [])]
            pesan = f"{apa} belum diisi untuk {rangkai(contoh)}" if contoh != [""] else f"{apa} belum diisi"
            yield renja_belum_diisi.temuan(Lokasi(_buku(b), lembar), pesan, pokok=f"{r.tahun.nilai} {lembar} {apa}")


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


# ---------------------------------------------------------------- shared


def renja(b: Bahan) -> Renja:
    """The Renja of the document; these rules run over no other."""
    from generator.compute.renja import KonteksRenja

    assert isinstance(b.konteks, KonteksRenja)
    return b.konteks.renja


def _buku(b: Bahan) -> str:
    from generator.model.renja import berkas_renja

    return f"{b.isi.profil.lokasi.berkas.rpartition('/')[0]}/{berkas_renja(renja(b).tahun.nilai)}"


ATURAN: tuple[Aturan, ...] = tuple(aturan.daftar)
