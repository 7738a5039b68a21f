"""Numbers of headings and captions, references, lists of contents."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kantor import ringkas

from generator.model.angka import Lokasi
from generator.temuan import Kumpulan
from generator.tree.nodes import (
    Block,
    Caption,
    Cell,
    Chart,
    Contents,
    Diagram,
    Emphasis,
    Heading,
    List,
    ListItem,
    Paragraph,
    Reference,
    Row,
    Strong,
    Table,
    Text,
    Value,
    plain,
)
from generator.tree.penomoran import nomori

DI = Lokasi("a.md", baris=3)


def judul(tingkat: int, teks: str = "J", label: str = "") -> Heading:
    return Heading(tingkat, (Text(teks),), label, asal=DI)


def bab(n: int) -> Heading:
    return judul(1, f"BAB {n}", f"bab:{n}")


def keterangan(jenis: Any, nama: str, *isi: Any) -> Caption:
    return Caption(jenis, nama, isi or (Text(f"Judul {nama}"),), asal=DI)


def tabel(nama: str, *isi: Any) -> Table:
    return Table(keterangan("tabel", nama, *isi), (1.0,), (), (Row("a", (Cell((Text("x"),)),)),))


def grafik(nama: str) -> Chart:
    return Chart(keterangan("grafik", nama), (), (), "")


def gambar(nama: str) -> Diagram:
    return Diagram(keterangan("gambar", nama), (), (), 1, 1, "")


def rujuk(*tujuan: str) -> Paragraph:
    return Paragraph(tuple(Reference(t, asal=DI) for t in tujuan))


def jalankan(*blok: Block) -> tuple[list[Block], list[tuple[str, str]]]:
    temuan = Kumpulan()
    return nomori(blok, temuan), ringkas(temuan)


def nomor(blok: list[Block]) -> list[str]:
    return [b.number if isinstance(b, Heading) else b.caption.number for b in blok if not isinstance(b, Paragraph)]  # type: ignore[union-attr]


def test_judul() -> None:
    blok, temuan = jalankan(
        judul(1, "KATA PENGANTAR"),
        judul(2, "Tanpa nomor"),
        bab(1),
        judul(2),
        judul(3),
        judul(3),
        judul(4),
        judul(5),
        judul(6),
        judul(6),
        judul(5),
        judul(6),
        judul(2),
        judul(3),
        bab(2),
        judul(2),
        judul(5),
    )
    assert nomor(blok) == [
        *("", "", "I", "1.1.", "1.1.1.", "1.1.2.", "1.1.2.1.", "1.", "1.1.", "1.2.", "2.", "2.1."),
        *("1.2.", "1.2.1.", "II", "2.1.", "1."),
    ]
    assert temuan == []
    assert len({b.anchor for b in blok if isinstance(b, Heading)}) == len(blok)


def test_judul_gambar_per_bab_dan_jenis() -> None:
    semua = (tabel("a"), grafik("b"), tabel("c"), gambar("d"))
    lagi = (tabel("e"), tabel("f"))
    dirujuk = rujuk(*(f"tabel:{n}" for n in "acef"), "grafik:b", "gambar:d")
    blok, temuan = jalankan(bab(1), *semua, bab(2), *lagi, dirujuk)
    assert nomor(blok) == ["I", "1.1", "1.1", "1.2", "1.1", "II", "2.1", "2.2"]
    pertama = [b.caption.first for b in blok if isinstance(b, (Table, Chart, Diagram))]
    assert pertama == [True, True, False, True, True, False]
    assert plain(blok[-1].content) == "Tabel 1.1Tabel 1.2Tabel 2.1Tabel 2.2Grafik 1.1Gambar 1.1"  # type: ignore[union-attr]
    assert temuan == []


# ---------------------------------------------------------------- annexes


def lampiran(n: int) -> Heading:
    return judul(1, f"Lampiran {n}", f"lampiran:{n}")


def test_lampiran_bernomor_romawi_sendiri() -> None:
    """Beside chapters, which count on their own; what stands in an annex has no number of its own."""
    blok, temuan = jalankan(
        bab(1), judul(2), lampiran(1), judul(2), judul(5), lampiran(2), rujuk("lampiran:2", "bab:1")
    )
    kepala = [b for b in blok if isinstance(b, Heading)]
    assert [b.prefix for b in kepala] == ["BAB I", "1.1.", "LAMPIRAN I", "", "", "LAMPIRAN II"]
    assert plain(blok[-1].content) == "Lampiran IIBab I"  # type: ignore[union-attr]
    assert temuan == []


def test_judul_tabel_semua_lampiran_dihitung_terus() -> None:
    """'L.1', 'L.2' through all annexes, each kind on its own; the chapters before are none of it."""
    blok, temuan = jalankan(
        *(bab(1), tabel("a"), lampiran(1), tabel("b"), grafik("c"), lampiran(2), tabel("d")),
        rujuk("tabel:a", "tabel:b", "tabel:d", "grafik:c"),
    )
    assert nomor(blok) == ["I", "1.1", "I", "L.1", "L.1", "II", "L.2"]
    takarir = [b.caption for b in blok if isinstance(b, (Table, Chart))]
    assert [c.first for c in takarir] == [True, True, True, False]
    assert [c.anchor for c in takarir] == ["_Toc_tabel_1_1", "_Toc_tabel_L_1", "_Toc_grafik_L_1", "_Toc_tabel_L_2"]
    assert plain(blok[-1].content) == "Tabel 1.1Tabel L.1Tabel L.2Grafik L.1"  # type: ignore[union-attr]
    assert temuan == []


def test_lampiran_dalam_daftar_isi() -> None:
    blok, _ = jalankan(Contents("isi"), bab(1), lampiran(1), judul(2, "Rincian"))
    assert isinstance(blok[0], Contents)
    assert [(e.level, e.label, e.text) for e in blok[0].entries] == [
        (1, "BAB I", "BAB 1"), (1, "LAMPIRAN I", "Lampiran 1"), (2, "", "Rincian"),
    ]  # fmt: skip


def test_label_lampiran_ganda() -> None:
    assert jalankan(bab(1), lampiran(1), lampiran(1))[1] == [("label-ganda", str(DI))]


# ---------------------------------------------------------------- references


def test_rujukan_ke_depan_dan_ke_mana_pun() -> None:
    """References resolve before their target, in every kind of block, however deep."""
    r = Reference("bagian:x", asal=DI)
    dalam = Strong((Text("("), Emphasis((r,)), Text(")")))
    sel = Table(keterangan("tabel", "t", r), (1.0,), (Row("k", (Cell((r,)),)),), (Row("b", (Cell((dalam,)),)),), (r,))
    daftar = List("angka", (ListItem((Paragraph((dalam,)), List("butir", (ListItem((Paragraph((r,)),)),)))),))
    blok, temuan = jalankan(
        bab(1),
        replace(judul(2), content=(r,)),
        sel,
        replace(grafik("g"), source=(dalam,)),
        daftar,
        rujuk("bab:1", "tabel:t", "grafik:g"),
        judul(2, "X", "bagian:x"),
    )
    assert temuan == []
    assert repr(blok).count("text='1.2', asal") == 8
    assert "text=''" not in repr(blok)
    assert plain(blok[5].content) == "Bab ITabel 1.1Grafik 1.1"  # type: ignore[union-attr]


def test_daftar_isi() -> None:
    kepala = Heading(1, (Text("BAB "), Strong((Value("SATU"),))), "bab:1", asal=DI)
    blok, _ = jalankan(
        judul(1, "DAFTAR ISI"),
        Contents("isi"),
        Contents("tabel"),
        Contents("grafik"),
        kepala,
        judul(2, "Latar"),
        judul(3, "Rinci"),
        judul(4, "Lebih rinci"),
        judul(5, "Butir tidak didaftar"),
        tabel("a"),
        grafik("b"),
        rujuk("tabel:a", "grafik:b"),
    )
    isi, tabel_, grafik_ = (b.entries for b in blok if isinstance(b, Contents))
    assert [(e.level, e.label, e.text) for e in isi] == [
        (1, "", "DAFTAR ISI"),
        (1, "BAB I", "BAB SATU"),
        (2, "1.1.", "Latar"),
        (3, "1.1.1.", "Rinci"),
        (4, "1.1.1.1.", "Lebih rinci"),
    ]
    assert [(e.label, e.text) for e in tabel_] == [("Tabel 1.1", "Judul a")]
    assert [(e.label, e.text) for e in grafik_] == [("Grafik 1.1", "Judul b")]
    jangkar = {
        b.anchor if isinstance(b, Heading) else b.caption.anchor
        for b in blok
        if hasattr(b, "caption") or isinstance(b, Heading)
    }  # type: ignore[union-attr]
    assert {e.anchor for e in (*isi, *tabel_, *grafik_)} <= jangkar


@pytest.mark.parametrize(
    ("blok", "harapan"),
    [
        ([rujuk("tabel:x")], [("rujukan-asing", "a.md:3")]),
        ([judul(2, "A", "bagian:a"), judul(2, "B", "bagian:a")], [("label-ganda", "a.md:3")]),
        ([tabel("t"), tabel("t"), rujuk("tabel:t")], [("label-ganda", "a.md:3")]),
        ([tabel("t"), grafik("t"), rujuk("tabel:t", "grafik:t")], []),
        ([tabel("t")], [("tidak-dirujuk", "a.md:3")]),
        ([grafik("t"), gambar("t")], [("tidak-dirujuk", "a.md:3"), ("tidak-dirujuk", "a.md:3")]),
        ([tabel("t"), replace(tabel("u"), source=(Reference("tabel:t"), Reference("tabel:u")))], []),
    ],
)
def test_temuan(blok: list[Block], harapan: list[tuple[str, str]]) -> None:
    assert jalankan(bab(1), *blok)[1] == harapan


def test_rujukan_ke_judul_tanpa_nomor() -> None:
    blok, temuan = jalankan(judul(1, "PENGANTAR"), judul(2, "Ucapan", "bagian:u"), bab(1), rujuk("bagian:u"))
    assert plain(blok[-1].content) == "Ucapan"  # type: ignore[union-attr]
    assert temuan == []


def test_tabel_di_bagian_depan() -> None:
    _, temuan = jalankan(judul(1, "KATA PENGANTAR"), tabel("t"), rujuk("tabel:t"))
    assert temuan == [("pagar-salah", "a.md:3")]


@given(st.lists(st.sampled_from([1, 2, 3, 4, 5, 6]), max_size=30))
def test_nomor_judul_unik_dan_naik(tingkat: list[int]) -> None:
    """Within a plan no two headings down to level 4 share a number, and numbers follow the order of the text."""
    blok, _ = jalankan(bab(1), *(bab(i) if t == 1 else judul(t) for i, t in enumerate(tingkat, 2)))
    urut = [
        tuple(map(int, b.number.rstrip(".").split("."))) for b in blok if isinstance(b, Heading) and 1 < b.level < 5
    ]
    assert urut == sorted(set(urut))
    assert len({b.anchor for b in blok if isinstance(b, Heading)}) == len(tingkat) + 1
