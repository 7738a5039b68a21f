"""The builders of tables: header, rows, alignment, spans, and cells that know their number and its origin."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kantor import Kantor, isi_tabel, kisi, sel_teks

from generator.compute.konteks import Konteks
from generator.document.tables import PENYUSUN
from generator.document.tables.lembar import SelLembar, tabel_lembar
from generator.document.tables.pegawai import TANPA_RUANG
from generator.document.tables.sel import bilangan, judul, kata, kepala, nomor, orang
from generator.model.anggaran import tingkat
from generator.model.angka import Angka, Lokasi, Teks
from generator.model.kolom import Sel
from generator.tree.nodes import Caption, Table, Text, Value

DI = Lokasi("a.xlsx", "S", "A1")
SUMBER = (Text("Sumber: x"),)


def buat(k: Konteks, nama: str) -> Table:
    return PENYUSUN[nama](k, Caption("tabel", nama, (Text("Judul"),)), SUMBER)


@pytest.mark.parametrize("nama", PENYUSUN)
def test_setiap_tabel_utuh(konteks_kantor: Konteks, nama: str) -> None:
    """No cell overlaps or is missing, every column has a width, the last header row numbers the columns."""
    t = buat(konteks_kantor, nama)
    lebar = len(t.widths)
    assert {len(b) for b in kisi(t.header)} == {lebar}
    assert {len(b) for b in kisi(t.rows)} == {lebar}
    assert all(w > 0 for w in t.widths)
    assert sel_teks(t.header[-1]) == [f"({i:02d})" for i in range(1, lebar + 1)]
    assert len({r.key for r in (*t.header, *t.rows)}) == len(t.header) + len(t.rows)
    assert (t.caption.name, t.source) == (nama, SUMBER)
    assert t.rows


@pytest.mark.parametrize("nama", PENYUSUN)
def test_setiap_angka_tahu_asalnya(konteks_kantor: Konteks, nama: str) -> None:
    nilai = [n for r in buat(konteks_kantor, nama).rows for c in r.cells for n in c.content if isinstance(n, Value)]
    assert nilai
    assert all(n.asal for n in nilai if n.angka is not None)
    digit = (n for n in nilai if n.text.replace(".", "").replace(",", "").isdigit() and not tingkat(n.text))
    assert all(n.angka is not None for n in digit)


def test_matriks_berkelompok(konteks_kantor: Konteks) -> None:
    t = buat(konteks_kantor, "pegawai-pendidikan")
    kepala_, bawah = t.header[0], t.header[1]
    assert [(c.col_span, c.row_span) for c in kepala_.cells] == [(1, 2), (1, 2), (2, 1), (2, 1), (1, 2)]
    assert sel_teks(kepala_) == ["No", "GOLONGAN", "LAKI-LAKI", "PEREMPUAN", "JUMLAH"]
    assert sel_teks(bawah) == ["Sarjana", "Diploma", "Sarjana", "Diploma"]
    assert isi_tabel(t) == {
        "Golongan III": ["1", "Golongan III", "1", "2", "3", "-", "6"],
        "Tenaga Lepas": ["2", "Tenaga Lepas", "-", "1", "1", "1", "3"],
        "jumlah": ["JUMLAH", "1", "3", "4", "1", "9"],
    }
    assert all(c.strong for c in t.rows[-1].cells)


def test_kategori_tanpa_kolom(konteks_kantor: Konteks) -> None:
    """Staff without a ruang count in the totals only; a cell that does not apply stays empty, 0 prints '-'."""
    t = buat(konteks_kantor, "pegawai-golongan")
    assert TANPA_RUANG.upper() not in str(t.header)
    assert isi_tabel(t) == {
        "Golongan III": ["1", "Golongan III", "4", "2", "6"],
        "Tenaga Lepas": ["2", "Tenaga Lepas", "", "", "3"],
        "jumlah": ["JUMLAH", "4", "2", "9"],
    }


@pytest.mark.parametrize(
    ("nama", "atas", "bawah"),
    [
        ("pegawai-jabatan", ["No", "JABATAN", "PUSTAKAWAN", "ARSIPARIS", "JUMLAH"], ["JUMLAH", "5", "1", "6"]),
        ("pegawai-status", ["No", "STATUS KEPEGAWAIAN", "JUMLAH"], ["JUMLAH", "9"]),
        ("pegawai-diklat", ["No", "JENIS DIKLAT", "PERNAH", "SEHARUSNYA"], ["JUMLAH", "1", "4"]),
    ],
)
def test_matriks_sederhana(konteks_kantor: Konteks, nama: str, atas: list[str], bawah: list[str]) -> None:
    t = buat(konteks_kantor, nama)
    assert sel_teks(t.header[0]) == atas
    assert sel_teks(t.rows[-1]) == bawah


def test_sarana(konteks_kantor: Konteks) -> None:
    t = buat(konteks_kantor, "sarana")
    assert [sel_teks(r) for r in t.rows] == [
        ["I", "Bangunan"],
        ["1", "Gedung Baca", "1 Unit"],
        ["2", "Halaman", "120,5 m²"],
        ["II", "Koleksi"],
        ["1", "Buku", "9.000 Eks"],
    ]
    assert t.rows[0].cells[1].col_span == 2


def test_capaian(konteks_kantor: Konteks) -> None:
    t = buat(konteks_kantor, "capaian-kinerja")
    assert t.size == "renik" and not t.landscape
    assert [c.col_span for c in t.header[0].cells] == [1, 1, 1, 3, 3, 3, 1]
    assert sel_teks(t.header[1]) == ["2021", "2022", "2023"] * 3
    assert [sel_teks(r) for r in t.rows] == [
        [
            "1",
            "Jumlah Kunjungan",
            "-",
            "1.000",
            "1.200",
            "1.500",
            "900",
            "1.200",
            "-",
            "0,90",
            "1,00",
            "-",
            "lihat buku tamu",
        ],
        ["2", "Indeks Literasi", "IPLM", "50,5", "55,0", "60,0", "60,6", "50,0", "61,0", "1,20", "0,91", "1,02", ""],
    ]


def test_anggaran(konteks_kantor: Konteks) -> None:
    t = buat(konteks_kantor, "anggaran-realisasi")
    assert [c.col_span for c in t.header[0].cells] == [1, 3, 3, 3, 2]
    isi = isi_tabel(t)
    assert isi["2.23.02"] == [
        *("PROGRAM PEMBINAAN PERPUSTAKAAN", "10", "40", "60", "10", "40", "30", "1,00", "1,00", "0,50", "1,75", "1,38"),
    ]
    assert isi["2.23.02.2.01.0001"][1:] == ["-", "40", "60", "-", "40", "30", "-", "1,00", "0,50", "-", "-"]
    assert isi["total"] == ["TOTAL", "110", "240", "360", "60", "140", "330", "0,55", "0,58", "0,92", "0,84", "1,35"]
    tebal = {r.key for r in t.rows if all(c.strong for c in r.cells)}
    assert tebal == {k for k in isi if len(k) < len("2.23.02.2.01.0001")}


def test_permasalahan_dan_isu(konteks_kantor: Konteks) -> None:
    assert [sel_teks(r) for r in buat(konteks_kantor, "permasalahan").rows] == [
        ["1", "Koleksi kurang", "Buku lama", "Anggaran kecil"]
    ]
    isu = buat(konteks_kantor, "isu-strategis")
    assert [c.col_span for c in isu.header[0].cells] == [1, 1, 1, 3, 1]
    assert [c.row_span for c in isu.header[0].cells] == [2, 2, 2, 1, 2]
    assert sel_teks(isu.rows[0])[-1] == "Koleksi digital"


# ---------------------------------------------------------------- cells


def test_sel() -> None:
    assert kata(None).content == (Text("-"),)
    assert kata(Teks("a", (DI,)), "tengah", strong=True, span=2).content == (Value("a", None, (DI,)),)
    assert kata("a").content == (Text("a"),)
    a = Angka(1234, (DI,))
    assert bilangan(a, "1.234").content == (Value("1.234", a, (DI,)),)
    assert [sel_teks_satu(orang(Angka(n))) for n in (None, 0, 5)] == ["", "-", "5"]
    assert judul("x", span=2, rows=3).strong
    assert nomor(3).content == (Text("3"),)
    assert [r.key for r in kepala([judul("a")], [judul("b")], banyak=1)] == ["kepala-1", "kepala-2", "kolom"]


def sel_teks_satu(c: object) -> str:
    return c.content[0].text  # type: ignore[attr-defined]


# ---------------------------------------------------------------- whole sheets


def lembar(isi: dict[tuple[int, int], object], *gabungan: tuple[int, int, int, int]) -> SelLembar:
    return SelLembar({k: Sel(v, DI) for k, v in isi.items()}, gabungan, {1: 30.0})  # type: ignore[arg-type]


def tabel_dari(s: SelLembar, kepala_: int = 1) -> Table:
    return tabel_lembar(s, Caption("tabel", "x", (Text("J"),)), (), kepala=kepala_, mendatar=False)


def test_lembar_apa_adanya() -> None:
    isi = {
        (1, 1): "Nama",
        (1, 2): "Jumlah",
        (2, 1): "a",
        (2, 2): 1234,
        (3, 2): Decimal("1.5"),
        (4, 1): "c",
        (4, 2): True,
    }
    t = tabel_dari(lembar(isi))
    assert [sel_teks(r) for r in (*t.header, *t.rows)] == [
        ["Nama", "Jumlah"],
        ["(01)", "(02)"],
        ["a", "1.234"],
        ["", "1,5"],
        ["c", "ya"],
    ]
    assert [c.align for c in t.rows[0].cells] == ["kiri", "kanan"]
    assert t.rows[0].cells[1].content[0].asal == (DI,)  # type: ignore[union-attr]
    assert all(c.strong for c in t.header[0].cells)
    assert t.widths == (30.0, 9.0)


@pytest.mark.parametrize(("banyak", "huruf"), [(5, "biasa"), (6, "kecil")])
def test_lembar_lebar_berhuruf_kecil(banyak: int, huruf: str) -> None:
    assert tabel_dari(lembar({(1, k): "A" for k in range(1, banyak + 1)})).size == huruf


def test_lembar_bergabung() -> None:
    isi = {(1, 1): "A", (1, 2): "B", (2, 2): "b1", (2, 3): "b2", (3, 1): 1, (3, 2): 2, (3, 3): 3}
    t = tabel_dari(lembar(isi, (1, 1, 2, 1), (1, 2, 1, 3)), 2)
    assert [(c.col_span, c.row_span) for c in t.header[0].cells] == [(1, 2), (2, 1)]
    assert [len(r.cells) for r in (*t.header, *t.rows)] == [2, 2, 3, 3]
    kisi(t.header)


def test_gabungan_melewati_isi_dipotong() -> None:
    """A merge over whole columns, or beyond the last filled one, spans no more than the table has."""
    t = tabel_dari(lembar({(1, 1): "A", (2, 1): "x", (2, 2): "y"}, (1, 1, 1, 6), (9, 9, 10, 10)))
    assert [c.col_span for c in t.header[0].cells] == [2]
    t = tabel_dari(lembar({(1, 1): "A", (1, 2): "B", (2, 2): "y"}, (2, 2, 1_048_576, 2)))
    assert [c.row_span for c in t.rows[0].cells] == [1, 1]
    t = tabel_dari(lembar({(1, 1): "A", (2, 1): "x"}, (1, 4, 1, 5), (4, 1, 5, 1)))
    assert [(c.col_span, c.row_span) for r in (t.header[0], *t.rows) for c in r.cells] == [(1, 1), (1, 1)]


@given(
    st.dictionaries(st.tuples(st.integers(1, 6), st.integers(1, 6)), st.integers(0, 9), min_size=1),
    st.tuples(*[st.integers(1, 8)] * 4),
    st.integers(0, 3),
)
def test_lembar_selalu_penuh(isi: dict[tuple[int, int], int], g: tuple[int, int, int, int], kepala_: int) -> None:
    a, b, c, d = min(g[0], g[2]), min(g[1], g[3]), max(g[0], g[2]), max(g[1], g[3])
    if a <= kepala_ < c:  # a merge across the end of the header is none
        c = kepala_
    t = tabel_dari(lembar(isi, (a, b, c, d)), kepala_)
    lebar = max(k for _, k in isi)
    for baris in (kisi(t.header[:-1]), kisi(t.rows)):
        assert {len(x) for x in baris} <= {lebar}
    assert len(t.widths) == lebar


def test_penyusun_dipakai_naskah(kantor_asli: Kantor) -> None:
    """Every builder is placed by the fictitious office: none goes untested."""
    teks = "".join(p.read_text(encoding="utf-8") for p in kantor_asli.naskah.glob("*.md"))
    assert all(f"::: tabel {n}\n" in teks for n in PENYUSUN)


def test_lembar_dengan_tanggal_dan_baris_di_dalam_sel() -> None:
    from generator.document.tables.lembar import salah_kepala
    from generator.model.angka import Lokasi
    from generator.model.kolom import Sel
    from generator.tree.nodes import LineBreak, plain

    def sel(isi: object, *, tanggal: bool = False) -> Sel:
        return Sel(isi, Lokasi("a.xlsx", "A", "A1"), tanggal=tanggal)  # type: ignore[arg-type]

    isi = {(1, 1): sel("Hari"), (2, 1): sel(45902, tanggal=True), (3, 1): sel("dua\nbaris")}
    lembar = SelLembar(isi, ((1, 1, 2, 1),), {})
    t = tabel_lembar(SelLembar(isi, (), {}), Caption("tabel", "a", ()), (), kepala=1, mendatar=False)
    assert [plain(r.cells[0].content) for r in t.rows] == ["2 September 2025", "dua baris"]
    assert any(isinstance(n, LineBreak) for n in t.rows[1].cells[0].content)
    assert salah_kepala(lembar, 1) == "sel gabungan di baris 1–2 melewati baris kepala (kepala=1)"
    assert salah_kepala(lembar, 2) == ""
    assert salah_kepala(lembar, 3) == "kepala=3, sedangkan lembar berisi 3 baris"
