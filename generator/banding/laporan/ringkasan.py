"""The first half of the page: how much changed, pagu, indicators, findings, and what no mark shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.banding.beda_data import SelBeda
from generator.banding.cetak import banyak, bertanda, isi_sel, persen, rupiah
from generator.banding.laporan.kartu import celah
from generator.banding.laporan.naskah import Naskah
from generator.banding.laporan.tabel import tabel_data, tabel_kelompok
from generator.banding.pagu import PaguBeda, Selisih
from generator.banding.perbandingan import IndikatorBeda, Perbandingan
from generator.banding.perubahan import Jenis
from generator.model.kolom import IsiSel
from generator.temuan import Temuan
from generator.writers.xml_text import escape

JENIS: tuple[Jenis, ...] = ("ditambah", "dihapus", "berubah", "pindah")
KOLOM_PAGU = ("Program", "Tahun", "Lama (Rp)", "Baru (Rp)", "Selisih (Rp)", "Persen")
KOLOM_SEL = ("Kolom dan sumber", "Lama", "Baru", "Selisih", "Persen")
DESIMAL = "Desimal"
"""The column of how an indicator's numbers are printed."""
KOLOM_TEMUAN = ("Berat", "Kode", "Tempat", "Isi")


def tulis_ringkasan(p: Perbandingan, naskah: Naskah) -> Iterator[str]:
    """The sections in turn, as HTML."""
    if p.sama:
        yield '<p class="sama"><b>Tidak ada perubahan</b> antara kedua versi: naskah, data, dan temuannya sama.</p>'
        return
    yield _jumlah(p)
    yield _per_bab(naskah)
    yield _bagian("pagu", "Pagu", "".join(_pagu(p)))
    yield _bagian("indikator", "Indikator dan target", _indikator(p.indikator))
    yield _bagian("temuan", "Temuan pemeriksaan", "".join(_temuan(p)))
    yield _bagian("data", "Data", _data(p))
    yield from _lain(p)


def _bagian(jangkar: str, judul: str, isi: str) -> str:
    return f'<section id="{jangkar}"><h3>{judul}</h3>{isi}</section>'


# ---------------------------------------------------------------- how much


def _jumlah(p: Perbandingan) -> str:
    """Changes of the document by sort, of data, of findings."""
    hitung = Counter((x.apa, x.jenis) for x in p.beda.perubahan)
    baris: list[Sequence[str]] = []
    for apa, n in p.menurut_unsur.items():
        baris.append([escape(apa), *(_angka(hitung[apa, j]) for j in JENIS), f"<b>{banyak(n)}</b>"])
    if len(baris) > 1:
        jumlah = [sum(hitung[apa, j] for apa in p.menurut_unsur) for j in JENIS]
        semua = (*map(_angka, jumlah), banyak(len(p.beda.perubahan)))
        baris.append(["<b>jumlah</b>", *(f"<b>{x}</b>" for x in semua)])
    tabel = tabel_data(("Unsur naskah", *JENIS, "jumlah"), baris, 1) if baris else ""
    return f'<ul class="pokok">{"".join(f"<li>{x}</li>" for x in _pokok(p))}</ul>{tabel}'


def _angka(n: int) -> str:
    return banyak(n) if n else "–"


def _pokok(p: Perbandingan) -> Iterator[str]:
    n = len(p.beda.perubahan)
    yield f"<b>{banyak(n)}</b> perubahan naskah" if n else "<b>Naskah tercetak tidak berubah</b>"
    angka = sum(s.selisih is not None for b in p.data for s in b.sel)
    data = f"<b>{banyak(len(p.data))}</b> baris data berubah: {banyak(p.jumlah_sel)} sel, {banyak(angka)} di antaranya"
    yield f"{data} angka" if p.data else "<b>Data tidak berubah</b>"
    total = next((x.jumlah for x in p.pagu if x.tingkat == "total"), Selisih(None, None))
    if total.berubah:
        bagian = f" ({persen(total.bagian)})" if total.bagian is not None else ""
        angka_pagu = f"Rp{rupiah(total.lama or 0)} menjadi Rp{rupiah(total.baru or 0)}"
        yield f"Jumlah pagu {angka_pagu}: <b>{bertanda(total.selisih)}</b>{bagian}"
    elif p.pagu_berubah:
        yield "Jumlah pagu tetap; pagu di dalamnya berubah"
    else:
        yield "Pagu tidak berubah"
    muncul, hilang = len(p.temuan.muncul), len(p.temuan.hilang)
    yield f"<b>{banyak(muncul)}</b> temuan muncul, <b>{banyak(hilang)}</b> hilang"


def _per_bab(naskah: Naskah) -> str:
    if not naskah.bab:
        return ""
    baris = [[f'<a href="#{awal}">{bab}</a>', banyak(n)] for bab, n, awal in naskah.bab]
    return _bagian("bab", "Perubahan naskah per bab", tabel_data(("Bab", "Tempat yang berubah"), baris, 1))


# ---------------------------------------------------------------- pagu


def _pagu(p: Perbandingan) -> Iterator[str]:
    program = [x for x in p.pagu if x.tingkat == "program"]
    total = [x for x in p.pagu if x.tingkat == "total"]
    berubah = [x for x in program if x.berubah]
    if not any(x.berubah for x in p.pagu):
        yield "<p>Pagu tidak berubah.</p>"
        return
    yield _tabel_pagu((*berubah, *total), "Program")
    tetap = [x for x in program if not x.berubah]
    if tetap:
        yield celah([_tabel_pagu(tetap, "Program")], f"{banyak(len(tetap))} program yang pagunya sama")
    rinci = [x for x in p.pagu if x.tingkat in ("kegiatan", "subkegiatan") and x.berubah]
    if rinci:
        isi = _tabel_pagu(rinci, "Kegiatan dan sub kegiatan", hanya_berubah=True)
        yield f"<details><summary>{banyak(len(rinci))} kegiatan dan sub kegiatan yang berubah</summary>{isi}</details>"


def _tabel_pagu(pagu: Iterable[PaguBeda], judul: str, *, hanya_berubah: bool = False) -> str:
    """A line per year, then that of all years."""
    kelompok = []
    for x in pagu:
        sebut = f"{escape(x.kode)} {escape(x.nama)}" if x.tingkat != "total" else "Jumlah seluruhnya"
        nama = f'{sebut}<span class="redup">{escape(x.keterangan)}</span>' if x.keterangan else sebut
        tahun = [(str(t), s) for t, s in x.tahun.items() if s.berubah or not hanya_berubah]
        jumlah = [("Jumlah", x.jumlah)] if len(tahun) != 1 else []
        baris = [("tetap" if not s.berubah else "", _selisih(t, s)) for t, s in (*tahun, *jumlah)]
        kelompok.append((nama, baris))
    return tabel_kelompok((judul, *KOLOM_PAGU[1:]), kelompok, range(2, 6))


def _selisih(tahun: str, s: Selisih) -> Sequence[str]:
    return (tahun, rupiah(s.lama), rupiah(s.baru), bertanda(s.selisih), persen(s.bagian))


# ---------------------------------------------------------------- indicators, data


def _indikator(indikator: Sequence[IndikatorBeda]) -> str:
    if not indikator:
        return "<p>Indikator dan target tidak berubah.</p>"
    kelompok = []
    for i in indikator:
        b = i.baris
        satuan = f" ({escape(i.satuan)})" if i.satuan else ""
        milik = f'<span class="redup">{escape(i.milik)}</span>' if i.milik else ""
        nama = f"{_cap(b.jenis)} {escape(i.nama or b.kunci)}{satuan}{milik}"
        utuh = b.jenis not in ("ditambah", "dihapus")
        kepala = {b.kunci, i.nama, i.satuan, b.milik}
        sel = [s for s in b.sel if utuh or (s.kolom != DESIMAL and {s.lama, s.baru}.isdisjoint(kepala))] or b.sel
        kelompok.append((nama, [("", _sel(s)) for s in sel]))
    return tabel_kelompok(("Indikator", *KOLOM_SEL), kelompok, (4, 5))


def _data(p: Perbandingan) -> str:
    if not p.data:
        return "<p>Data tidak berubah.</p>"
    kelompok = []
    for b in p.data:
        dari = f'<span class="redup">semula {escape(b.kunci_lama)}</span>' if b.kunci_lama else ""
        tempat = f'<span class="redup">{escape(b.buku)} › {escape(b.lembar)}</span>'
        nama = " ".join(dict.fromkeys(filter(None, (b.kunci, b.nama))))
        kelompok.append((f"{_cap(b.jenis)} {escape(nama)}{dari}{tempat}", [("", _sel(s)) for s in b.sel]))
    jenis = ", ".join(f"{banyak(n)} {j}" for j, n in p.data_menurut_jenis.items())
    sebut = f"{banyak(len(p.data))} baris ({jenis}), {banyak(p.jumlah_sel)} sel"
    tabel = tabel_kelompok(("Baris", *KOLOM_SEL), kelompok, (4, 5))
    return f"<details><summary>{sebut}</summary>{tabel}</details>"


def _cap(jenis: str) -> str:
    return f'<span class="cap {jenis.replace(" ", "-")}">{jenis}</span>'


def _sel(s: SelBeda) -> Sequence[str]:
    return (
        f"{escape(s.kolom)}{_asal(s.asal_lama, s.asal_baru)}",
        _nilai(s.lama, "del"),
        _nilai(s.baru, "ins"),
        bertanda(s.selisih),
        persen(s.bagian),
    )


def _nilai(isi: IsiSel, tanda: str) -> str:
    """Numbers stand at the right."""
    if isi is None:
        return isi_sel(isi)
    teks = f"<{tanda}>{escape(isi_sel(isi))}</{tanda}>"
    return teks if isinstance(isi, str) else f'<span class="angka">{teks}</span>'


def _asal(lama: str, baru: str) -> str:
    if lama == baru:
        return f'<span class="asal">{escape(lama)}</span>'
    sebut = [f"{nama}: {escape(x)}" for nama, x in (("lama", lama), ("baru", baru)) if x]
    return f'<span class="asal">{"<br>".join(sebut)}</span>'


# ---------------------------------------------------------------- findings, and what is left


def _temuan(p: Perbandingan) -> Iterator[str]:
    t = p.temuan
    if t.sama:
        yield "<p>Temuan pemeriksaan sama pada kedua versi.</p>"
    if t.muncul:
        yield f"<h4>Muncul ({banyak(len(t.muncul))})</h4>"
        yield tabel_data(KOLOM_TEMUAN, [_satu_temuan(x) for x in t.muncul], 4)
    if t.hilang:
        yield f"<h4>Hilang ({banyak(len(t.hilang))})</h4>"
        hilang = [[*_satu_temuan(x), escape(alasan) or "tidak lagi ditemukan"] for x, alasan in t.hilang]
        yield tabel_data((*KOLOM_TEMUAN, "Sebab hilang"), hilang, 5)


def _satu_temuan(t: Temuan) -> list[str]:
    return [t.berat, escape(t.kode), f'<span class="asal">{escape(t.tempat)}</span>', escape(t.pesan)]


def _lain(p: Perbandingan) -> Iterator[str]:
    if p.beda.tak_tertandai:
        butir = "".join(f"<li>{escape(x)}</li>" for x in p.beda.tak_tertandai)
        yield _bagian("tak-tertandai", "Perubahan yang tidak dapat ditandai dalam redline", f"<ul>{butir}</ul>")
    if p.beda.nomor_bergeser:
        baris = [[escape(a or "–"), escape(b or "–")] for a, b in p.beda.nomor_bergeser]
        isi = "<p>Hanya nomornya yang berubah, karena ada yang ditambah atau dihapus sebelumnya.</p>"
        yield _bagian("nomor", "Nomor yang bergeser", isi + tabel_data(("Lama", "Baru"), baris, 2))
