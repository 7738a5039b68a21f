"""Outline, headings, numbers, tables and pictures: each rule is silent on the sound office and speaks of one fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import pytest
from kantor import Kantor

from generator.compute.konteks import Konteks
from generator.model.angka import Angka, Lokasi, Teks
from generator.model.profil import BagianKerangka
from generator.periksa.dokumen import ATURAN
from generator.tree.drawing.ukuran import TEGAK
from generator.tree.nodes import (
    Block,
    Cell,
    Chart,
    Diagram,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Text,
    Value,
)

from .conftest import ganti, temuan

Ubah = Callable[[Any], list[Block]]


def _judul(teks: str, *, nomor: str = "9.9.", tingkat: int = 2) -> Heading:
    return Heading(tingkat, (Text(teks),), number=nomor, asal=Lokasi("bab.md", baris=7))


def _tabel(nama: str, **ubah: Any) -> tuple[Callable[[Block], bool], Ubah]:
    return lambda b: isinstance(b, Table) and b.caption.name == nama, lambda t: [replace(t, **ubah)]


def _baris(*isi: str, kunci: str = "x") -> tuple[Row, ...]:
    return (Row(kunci, tuple(Cell((Value(t, None, (Lokasi("a.xlsx", "S", "A2"),)),) if t else ()) for t in isi)),)


def _pertama(jenis: type[Block]) -> Callable[[Block], bool]:
    """The first block of a type, once."""
    sudah: list[Block] = []

    def pilih(b: Block) -> bool:
        if isinstance(b, jenis) and not sudah:
            sudah.append(b)
        return bool(sudah) and b is sudah[0]

    return pilih


def _kotak(b: Block) -> bool:
    return isinstance(b, Table) and b.caption.kind == "kotak"


def _bernama(teks: str) -> Callable[[Block], bool]:
    return lambda b: isinstance(b, Heading) and any(isinstance(n, Text) and n.text == teks for n in b.content)


def _nomor_tabel(t: Table) -> list[Block]:
    return [replace(t, caption=replace(t.caption, number="2.7"))]


def _kolom_hilang(t: Table) -> list[Block]:
    kolom = replace(t.header[-1], cells=(*t.header[-1].cells[:3], *t.header[-1].cells[4:]))
    return [replace(t, header=(*t.header[:-1], kolom))]


def _skala(t: Table, tunjuk: str) -> list[Block]:
    """A box with two small tables and a sentence that points at one of them."""
    kepala = tuple(Cell((Text(j),), strong=True) for j in ("Mutu Pelayanan", "Kinerja Unit"))
    unsur = tuple(Cell((Text(j),), strong=True) for j in ("No", "Unsur"))
    baris = (
        *_baris("Tabel I: Mutu Pelayanan dan Kinerja Unit"),
        Row("kepala-1", kepala),
        *_baris("Unsurnya: Tabel II"),
        Row("kepala-2", unsur),
        *_baris(f"Kinerja Unit dapat dilihat pada {tunjuk}"),
    )
    return [replace(t, rows=baris)]


def _seri_tanpa_asal(c: Chart) -> list[Block]:
    return [replace(c, series=tuple(replace(s, values=tuple(Angka(a.nilai) for a in s.values)) for s in c.series))]


SALAH: list[tuple[str, Callable[[Block], bool], Ubah, str, str]] = [
    # code, blocks, what becomes of them, subject, part of the message
    ("bagian-hilang", _bernama("RENCANA"), lambda b: [replace(b, label="", number="")], "3", "bab 3 RENCANA tidak ada"),
    ("bagian-hilang", _bernama("Latar Belakang"), lambda b: [replace(b, content=(Text("Latar"),))], "1.1", "tidak ada"),
    ("bagian-hilang", _tabel("ikk")[0], lambda b: [], "tabel:ikk", "@tabel:ikk tidak ditempatkan di bagian 3.1"),
    (
        *("judul-bab-berbeda", _bernama("GAMBARAN"), lambda b: [replace(b, content=(Text("Gambaran"),))]),
        *("2", 'berjudul "Gambaran", dalam kerangka "GAMBARAN"'),
    ),
    ("judul-kosong", _bernama("RENCANA"), lambda b: [_judul("Hampa"), b], "Hampa", '"9.9. Hampa" tidak ada isi'),
    (
        *("judul-kosong", _bernama("RENCANA")),
        lambda b: [_judul("Hampa"), _judul("Dalam", tingkat=3), Paragraph((Text("- …"),)), PageBreak(), b],
        *("Dalam", "tidak ada isi"),
    ),
    ("nomor-urut", _tabel("sarana")[0], _nomor_tabel, "Tabel 2.7", "Tabel 2.7 bernomor 2.7, seharusnya 2.6"),
    ("nomor-urut", _bernama("RENCANA"), lambda b: [replace(b, number="IV")], "bab RENCANA", "IV, seharusnya III"),
    ("nomor-urut", _bernama("RENCANA"), lambda b: [_judul("Lagi", nomor="2.3."), b], 'judul "Lagi"', "seharusnya 2.2."),
    ("nomor-kolom", _tabel("iku")[0], _kolom_hilang, "tabel:iku", "(03) (05) (06)"),
    ("nomor-kolom", *_tabel("iku", header=()), "tabel:iku", "(tidak ada), seharusnya (01)"),
    ("tabel-kosong", *_tabel("iku", rows=()), "tabel:iku", "tidak berisi"),
    ("tabel-kosong", *_tabel("iku", rows=_baris("-", "", "-")), "tabel:iku", "tidak berisi"),
    ("tabel-kosong", *_tabel("iku", rows=_baris("NIHIL")), "tabel:iku", "NIHIL tanpa penjelasan"),
    (
        *("sel-sempit", *_tabel("sarana", rows=_baris("", "", "Rp9.999.999.999.999.999"))),
        *("sarana: Rp9.999.999.999.999.999", "Tabel 2.6, baris x"),
    ),
    (
        "gambar-melebihi",
        _pertama(Diagram),
        lambda d: [replace(d, height=900.0)],
        "gambar:struktur-organisasi",
        "× 900 titik",
    ),
    (
        *("gambar-melebihi", _pertama(Diagram)),
        lambda d: [replace(d, boxes=(replace(d.boxes[0], lines=("Kepala Dinas Perpustakaan dan Kearsipan",) * 2),))],
        *("gambar:struktur-organisasi", "lebih lebar daripada kotaknya"),
    ),
    (
        *("gambar-melebihi", _pertama(Diagram)),
        lambda d: [replace(d, more=(replace(d, boxes=(replace(d.boxes[0], x=d.width),)),))],
        *("gambar:struktur-organisasi", "di luar bidangnya"),
    ),
    ("teks-alternatif", _pertama(Chart), lambda c: [replace(c, alt=" ")], "grafik:pegawai-golongan", "kosong"),
    (
        *("teks-alternatif", _pertama(Chart), lambda c: [replace(c, alt="Grafik pegawai-golongan.")]),
        *("grafik:pegawai-golongan", "hanya mengulang judulnya"),
    ),
    (
        *("rujukan-kotak", _kotak, lambda t: _skala(t, "Tabel II")),
        *("Kinerja Unit dapat dilihat pada Tabel II", "sedangkan kinerja unit ada pada Tabel I"),
    ),
    (
        *("rujukan-kotak", _kotak, lambda t: _skala(t, "Tabel IV")),
        *("Kinerja Unit dapat dilihat pada Tabel IV", "tidak ada dalam kotak itu"),
    ),
    (
        *("angka-tanpa-asal", *_tabel("sarana", rows=(Row("x", (Cell((Text("17"),)),)),))),
        *("sarana: 17", 'Tabel 2.6, baris x: "17" tidak diketahui asalnya'),
    ),
    (
        *("angka-tanpa-asal", *_tabel("sarana", header=(Row("k", (Cell((Text("Tahun 2025"),)),)),))),
        *("sarana: Tahun 2025", 'kepala kolom "Tahun 2025"'),
    ),
    (
        *("angka-tanpa-asal", _bernama("RENCANA"), lambda b: [Paragraph((Value("28", Angka(28)),)), b]),
        *("28", 'ungkapan menghasilkan "28"'),
    ),
    (
        "angka-tanpa-asal",
        _pertama(Chart),
        _seri_tanpa_asal,
        "grafik:pegawai-golongan",
        "Golongan III: 6 tidak diketahui",
    ),
]


@pytest.mark.parametrize(("kode", "pilih", "dengan", "pokok", "pesan"), SALAH, ids=[f"{s[0]}-{s[3]}" for s in SALAH])
def test_satu_kesalahan(
    kode: str,
    pilih: Callable[[Block], bool],
    dengan: Ubah,
    pokok: str,
    pesan: str,
    konteks_kantor: Konteks,
    dokumen_kantor: Document,
) -> None:
    ada = temuan(kode, konteks_kantor, ganti(dokumen_kantor, pilih, dengan))
    assert pokok in [t.pokok for t in ada]
    assert any(pesan in t.pesan for t in ada), [t.pesan for t in ada]


@pytest.mark.parametrize("kode", [a.kode for a in ATURAN])
def test_kantor_yang_utuh(kode: str, konteks_kantor: Konteks, dokumen_kantor: Document) -> None:
    """The office has one word that is too wide for its column."""
    ada = [t.pokok for t in temuan(kode, konteks_kantor, dokumen_kantor)]
    assert ada == (["arah-kebijakan: bertahap"] if kode == "sel-sempit" else [])


def test_setiap_aturan_bertes() -> None:
    assert {a.kode for a in ATURAN} - {s[0] for s in SALAH} == {
        *("koreksi-tidak-tercetak", "koreksi-kembali", "koreksi-dipertahankan")
    }


# ---------------------------------------------------------------- no false alarms


def test_judul_bagian_boleh_lebih_panjang(konteks_kantor: Konteks, dokumen_kantor: Document) -> None:
    bagian = BagianKerangka(
        nomor=Teks("3.1"),
        judul=Teks("TUJUAN, PROGRAM"),
        memuat=None,
        lokasi=Lokasi("profil.xlsx", "Kerangka Bagian", "A2"),
    )
    konteks = Konteks(replace(konteks_kantor.isi, kerangka_bagian=(bagian,)))
    assert not temuan("bagian-hilang", konteks, dokumen_kantor)
    lain = Konteks(replace(konteks_kantor.isi, kerangka_bagian=(bagian.model_copy(update={"judul": "Sasaran"}),)))
    assert [t.tempat for t in temuan("bagian-hilang", lain, dokumen_kantor)] == ["profil.xlsx › Kerangka Bagian!A2"]


def test_nihil_dengan_penjelasan(kantor: Kantor) -> None:
    kantor.kosongkan("ikk › IKK")
    kantor.isi_sel("ikk › Pernyataan!B2", "ya")
    kantor.isi_sel("ikk › Pernyataan!B3", "Tidak diwajibkan")
    konteks = kantor.konteks()
    dokumen, _ = kantor.susun(konteks)
    assert dokumen is not None
    assert not temuan("tabel-kosong", konteks, dokumen)
    tanpa = _tabel("ikk", rows=_baris("NIHIL"))
    assert temuan("tabel-kosong", konteks, ganti(dokumen, *tanpa))


def test_gambar_mendatar_lebih_lebar(konteks_kantor: Konteks, dokumen_kantor: Document) -> None:
    lebar = TEGAK.lebar + 100
    for mendatar in (False, True):
        d = ganti(
            dokumen_kantor,
            _pertama(Diagram),
            lambda d, m=mendatar: [replace(cast(Diagram, d), width=lebar, landscape=m)],
        )
        assert bool(temuan("gambar-melebihi", konteks_kantor, d)) is not mendatar


def test_kotak_menunjuk_tabelnya(konteks_kantor: Konteks, dokumen_kantor: Document) -> None:
    d = ganti(dokumen_kantor, _kotak, lambda t: _skala(cast(Table, t), "Tabel I"))
    assert not temuan("rujukan-kotak", konteks_kantor, d)


def test_nomor_urut_dan_nama_formulir_tanpa_asal(konteks_kantor: Konteks, dokumen_kantor: Document) -> None:
    urut = tuple(Row(f"r{i}", (Cell((Text(t),)),)) for i, t in enumerate(("1. ", "2. ", "1. ", "2. ", "3. ")))
    d = ganti(dokumen_kantor, *_tabel("sarana", rows=urut))
    d = ganti(d, _bernama("RENCANA"), lambda b: [Paragraph((Value("T-C.24"),)), b])
    assert not temuan("angka-tanpa-asal", konteks_kantor, d)
    loncat = ganti(dokumen_kantor, *_tabel("sarana", rows=(*urut[:2], Row("z", (Cell((Text("4."),)),)))))
    assert [t.pokok for t in temuan("angka-tanpa-asal", konteks_kantor, loncat)] == ["sarana: 4."]


def test_tanda_tangan_ketikan(konteks_kantor: Konteks, dokumen_kantor: Document) -> None:
    from generator.tree.nodes import SignatureBlock

    d = ganti(
        dokumen_kantor, _pertama(SignatureBlock), lambda b: [replace(cast(SignatureBlock, b), name=(Text("NIP 19"),))]
    )
    assert [t.pokok for t in temuan("angka-tanpa-asal", konteks_kantor, d)] == ["NIP 19"]
