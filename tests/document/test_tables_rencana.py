"""Tables 3.1-3.5 and 4.1-4.6 and the box of an indicator: their cells, merges, blanks and NIHIL."""

from __future__ import annotations

import pytest
from kantor import DINAS, TABEL_RENCANA, Kantor, isi_tabel, kisi, sel_teks

from generator.compute.konteks import Konteks
from generator.document.tables import KOTAK, PENYUSUN
from generator.model.angka import Lokasi
from generator.tree.nodes import Caption, Formula, LineBreak, Row, Table, Text, Value, plain
from generator.tree.rumus import RumusSalah

DI = Lokasi("bab.md", baris=7)
SUMBER = (Text("Sumber: x"),)
TAHUN = ["2024", "2025", "2026"]


def buat(k: Konteks, nama: str) -> Table:
    return PENYUSUN[nama](k, Caption("tabel", nama, (Text("Judul"),)), SUMBER)


def kotak(k: Konteks, kode: str = "puas") -> Table:
    return KOTAK["indikator"](k, kode, SUMBER, DI)


def penuh(t: Table) -> list[list[str]]:
    """The words on every place of the body, those of a merge on each that it covers; merges form a proper grid."""
    assert {len(b) for b in kisi(t.header)} == {len(t.widths)}
    isi = kisi(t.rows)
    assert {len(b) for b in isi} == {len(t.widths)}
    return [[plain(c.content) for c in b] for b in isi]


def tinggi(t: Table, kolom: int) -> list[int]:
    """Heights of the cells of a column, from the top."""
    isi = kisi(t.rows)
    hasil: list[int] = []
    while sum(hasil) < len(isi):
        hasil.append(isi[sum(hasil)][kolom].row_span)
    return hasil


def bergabung(r: Row) -> list[tuple[int, int]]:
    return [(c.col_span, c.row_span) for c in r.cells]


# ---------------------------------------------------------------- Bab III


def test_perwujudan_visi(kantor: Kantor, konteks_kantor: Konteks) -> None:
    assert penuh(buat(konteks_kantor, "perwujudan-visi")) == [["Rawa Contoh Cerdas", "Cerdas", "Warga gemar membaca"]]
    for kolom, nilai in zip("ABC", ("Rawa Contoh Cerdas", "Rawa", "Warga rukun"), strict=True):
        kantor.isi_sel(f"rpjmd › Visi!{kolom}3", nilai)
    t = buat(kantor.konteks(), "perwujudan-visi")
    assert penuh(t)[1] == ["Rawa Contoh Cerdas", "Rawa", "Warga rukun"]
    assert [len(r.cells) for r in t.rows] == [3, 2]  # the vision once, beside all of its points


def test_tujuan_sasaran(konteks_kantor: Konteks) -> None:
    t = buat(konteks_kantor, "tujuan-sasaran")
    rpjmd = "- Sasaran 1 RPJMD Kota Rawa Contoh, yaitu Literasi naik"
    hukum = "- Undang-Undang Nomor 43 Tahun 2007 tentang Perpustakaan yang utama"
    baca, arsip = "Terwujudnya masyarakat gemar membaca (T1)", "Terjaganya arsip kota (T2)"
    layanan = "Meningkatnya layanan perpustakaan (S1.1)"
    assert penuh(t) == [
        [f"{hukum} {rpjmd}", baca, "", "Indeks Literasi (Indeks)", "61,0", "62,5", "63,0", "64,2", "IPLM"],
        [f"{hukum} {rpjmd}", baca, layanan, "Kunjungan (Orang)", "1.200", "1.500", "1.600", "1.700", ""],
        [f"{hukum} {rpjmd}", baca, layanan, "Kepuasan Pemustaka (Nilai)", "", "80,50", "81,00", "82,25", ""],
        [rpjmd, arsip, "Meningkatnya tertib arsip (S2.1)", "Arsip Tertib (%)", "0", "50", "60", "70", ""],
    ]
    assert [tinggi(t, k) for k in (0, 1, 2, 3)] == [[3, 1], [3, 1], [1, 2, 1], [1] * 4]
    assert [r.key for r in t.rows] == ["iplm", "kunjungan", "puas", "arsip"]
    assert (t.landscape, t.size) == (True, "kecil")
    assert sel_teks(t.header[0])[4:] == ["BASE LINE 2023", "TARGET TAHUN", "KET"]
    assert sel_teks(t.header[1]) == TAHUN
    assert t.rows[0].cells[0].content.count(LineBreak()) == 1


def test_tujuan_tanpa_hukum_dan_tanpa_sasaran_yang_dilayani(kantor: Kantor) -> None:
    """Nothing to name, and the cell is empty: no dash, no line."""
    kantor.kosongkan("tujuan_sasaran › NSPK")
    kantor.isi_sel("rpjmd › Sasaran!D2", "tidak")
    k = kantor.konteks()
    for nama in ("tujuan-sasaran", "teknik-perumusan"):
        t = buat(k, nama)
        assert {b[0] for b in penuh(t)} == {""}


def test_peraturan_tanpa_penjelasan(kantor: Kantor) -> None:
    kantor.isi_sel("tujuan_sasaran › NSPK!C2", None)
    (awal, *_) = buat(kantor.konteks(), "tujuan-sasaran").rows[0].cells
    assert plain(awal.content).startswith("- Undang-Undang Nomor 43 Tahun 2007 tentang Perpustakaan - Sasaran 1")


def test_strategi(kantor: Kantor, konteks_kantor: Konteks) -> None:
    t = buat(konteks_kantor, "strategi")
    tujuan, sasaran = "Terwujudnya masyarakat gemar membaca (T1)", "Meningkatnya layanan perpustakaan (S1.1)"
    assert penuh(t) == [
        [tujuan, sasaran, "1. Menambah koleksi"],
        [tujuan, sasaran, "2. Membuka malam"],
        ["Terjaganya arsip kota (T2)", "Meningkatnya tertib arsip (S2.1)", "1. Menata arsip"],
    ]
    assert list(isi_tabel(t)) == ["layanan/1", "layanan/2", "tertib/1"]
    kantor.isi_sel("strategi › Strategi!B4", "layanan")  # none for the other sasaran, which stays with an empty cell
    t = buat(kantor.konteks(), "strategi")
    assert penuh(t)[2:] == [[tujuan, sasaran, "3. Menata arsip"], [*penuh(t)[3][:2], ""]]
    assert [tinggi(t, k) for k in (0, 1)] == [[3, 1], [3, 1]]


def test_strategi_dua_sasaran_setujuan(kantor: Kantor) -> None:
    """A tujuan stands beside all of its sasaran; the other tujuan is left without any, and without a row."""
    kantor.isi_sel("cascade › Sasaran!B3", "baca")
    t = buat(kantor.konteks(), "strategi")
    assert [tinggi(t, k) for k in (0, 1)] == [[3], [2, 1]]
    assert penuh(t)[2][1] == "Meningkatnya tertib arsip (S1.2)"


def test_penahapan(konteks_kantor: Konteks) -> None:
    t = buat(konteks_kantor, "penahapan")
    assert [sel_teks(r) for r in t.header[:2]] == [["TAHAP 1", "TAHAP 2", "TAHAP 3"], TAHUN]
    assert penuh(t) == [["Menata", "Membangun", "Memantapkan"]]


# rows of the sheet (RPJMD direction, items) -> heights of the columns NSPK and RPJMD, and words of the latter
ARAH: list[tuple[list[tuple[str | None, int]], list[int], list[int], list[str]]] = [
    ([("a", 2), (None, 0)], [2], [2], ["a", "a"]),
    ([("a", 0), ("b", 1), (None, 0)], [1, 2], [1, 2], ["a", "b", "b"]),
    ([(None, 0), (None, 1)], [1, 1], [2], ["", ""]),
    ([("a", 1), (None, 1), ("c", 0), (None, 0)], [1, 3], [2, 2], ["a", "a", "c", "c"]),
]


@pytest.mark.parametrize(("isi", "nspk", "rpjmd", "kata"), ARAH)
def test_arah_kebijakan_berbagi_sel(
    kantor: Kantor, isi: list[tuple[str | None, int]], nspk: list[int], rpjmd: list[int], kata: list[str]
) -> None:
    """A blank shares the cell above it; the two columns do so each for itself; the first row has cells of its own."""
    kantor.kosongkan("arah_kebijakan › Operasionalisasi NSPK")
    urut = 2
    for i, (arah, butir) in enumerate(isi):
        for kolom, nilai in zip("ABCD", (f"a{i}", arah, f"renstra {i}", None), strict=True):
            kantor.isi_sel(f"arah_kebijakan › Arah Kebijakan!{kolom}{i + 2}", nilai)
        for n in range(butir):
            kantor.isi_sel(f"arah_kebijakan › Operasionalisasi NSPK!A{urut}", f"a{i}")
            kantor.isi_sel(f"arah_kebijakan › Operasionalisasi NSPK!B{urut}", f"butir {n}")
            urut += 1
    t = buat(kantor.konteks(), "arah-kebijakan")
    isi_tabel_ = penuh(t)
    assert (tinggi(t, 1), tinggi(t, 2), [b[2] for b in isi_tabel_]) == (nspk, rpjmd, kata)
    assert [b[0] for b in isi_tabel_] == [str(i) for i in range(1, len(isi) + 1)]
    assert [b[3] for b in isi_tabel_] == [f"renstra {i}" for i in range(len(isi))]


def test_arah_kebijakan(konteks_kantor: Konteks) -> None:
    assert penuh(buat(konteks_kantor, "arah-kebijakan")) == [
        ["1", "- Standar layanan - Survei", "Kota cerdas", "Koleksi digital", ""],
        ["2", "- Standar layanan - Survei", "Kota cerdas", "Layanan keliling", "bertahap"],
    ]


# ---------------------------------------------------------------- Bab IV


def test_teknik_perumusan(konteks_kantor: Konteks) -> None:
    """One row per indicator and one where there is none; every level stands beside all that is below it."""
    t = buat(konteks_kantor, "teknik-perumusan")
    isi = penuh(t)
    assert [[sel or "·" for sel in b[2:7]] for b in isi] == [
        ["·", "·", "·", "T1. Indeks Literasi (Indeks)", "·"],
        [(s1 := "S1.1. Meningkatnya layanan perpustakaan"), "·", "·", "S1.1. Kunjungan (Orang)", "·"],
        [s1, "·", "·", "S1.1. Kepuasan Pemustaka (Nilai)", "·"],
        [
            *(s1, (o1 := "OC1.1.1. Meningkatnya kegemaran membaca"), "·", "OC1.1.1. Kegemaran Membaca (%)"),
            "PROG. 2. PEMBINAAN PERPUSTAKAAN",
        ],
        [
            *(s1, o1, (k1 := "OT1.1.1.1. Terkelolanya perpustakaan"), "OT1.1.1.1. Koleksi Layak (%)"),
            "KEG. 2.1. Pengelolaan Perpustakaan Kota",
        ],
        [s1, o1, k1, "Jumlah Judul (Judul)", "SUB KEG. 2.1.1. Pengembangan Koleksi"],
        [s1, o1, k1, "Jumlah Eksemplar (Eksemplar)", "·"],
        [
            *(s1, o1, (k2 := "OT1.1.1.2. Terselenggaranya lomba"), "OT1.1.1.2. Lomba Terlaksana (%)"),
            "KEG. 2.2. Pembudayaan Gemar Membaca",
        ],
        [s1, o1, k2, "Jumlah Lomba (Kali)", "SUB KEG. 2.2.1. Lomba Baca"],
        ["·", "·", "·", "·", "·"],
        [(s2 := "S2.1. Meningkatnya tertib arsip"), "·", "·", "S2.1. Arsip Tertib (%)", "·"],
        [
            *(s2, (o2 := "OC2.1.1. Meningkatnya ketertiban"), "·", "OC2.1.1. Penunjang Berjalan (%)"),
            "PROG. 1. PENUNJANG PERPUSTAKAAN",
        ],
        [
            *(s2, o2, (k3 := "OT2.1.1.1. Tersusunnya rencana"), "OT2.1.1.1. Ketercapaian (%)"),
            "KEG. 1.1. Perencanaan Dinas",
        ],
        [s2, o2, k3, "Jumlah Dokumen (Dokumen)", "SUB KEG. 1.1.1. Penyusunan Rencana Dinas"],
    ]
    assert [b[1] for b in isi] == ["T1. Terwujudnya masyarakat gemar membaca"] * 9 + ["T2. Terjaganya arsip kota"] * 5
    assert {b[0] for b in isi} == {"- Literasi naik (S1)"}
    assert [tinggi(t, k) for k in (0, 1, 2, 3, 4)] == [
        *([9, 5], [9, 5], [1, 8, 1, 4]),
        *([1, 1, 1, 6, 1, 1, 3], [1, 1, 1, 1, 3, 2, 1, 1, 1, 2]),
    ]


def test_teknik_perumusan_kode_yang_sama(konteks_kantor: Konteks) -> None:
    """A tujuan without indicator and an indicator may have one code ('arsip'): the rows stay apart."""
    kunci = [r.key for r in buat(konteks_kantor, "teknik-perumusan").rows]
    assert len(set(kunci)) == len(kunci)
    assert [k for k in kunci if "arsip" in k] == ["arsip/", "tertib/arsip"]


def test_rekapitulasi_program(konteks_kantor: Konteks) -> None:
    t = buat(konteks_kantor, "rekapitulasi-program")
    assert isi_tabel(t) == {
        "2.23.01": ["1", "2.23.01 - Program Penunjang Perpustakaan", "1", "1", "1.000", "1.100", "1.200", "3.300"],
        "2.23.02": ["2", "2.23.02 - Program Pembinaan Perpustakaan", "2", "2", "500", "600", "790", "1.890"],
        "jumlah": ["JUMLAH", "3", "3", "1.500", "1.700", "1.990", "5.190"],
    }
    assert all(c.strong for c in t.rows[-1].cells)
    assert t.rows[-1].cells[0].col_span == 2
    assert sel_teks(t.header[1]) == TAHUN


def test_rencana_pendanaan(konteks_kantor: Konteks) -> None:
    """Two rows to an item: code, name and pagu, kept with the row of outcome or output."""
    t = buat(konteks_kantor, "rencana-pendanaan")
    penuh(t)
    isi = isi_tabel(t)
    assert list(isi)[:7] == [
        *("2.23.01", "2.23.01/2.23.01", "2.23.01.2.01", "2.23.01.2.01/2.23.01.2.01"),
        *("2.23.01.2.01.0001", "2.23.01.2.01.0001/rencana", "2.23.02"),
    ]
    assert isi["2.23.02"] == ["2.23.02 - PROGRAM PEMBINAAN PERPUSTAKAAN", "", "", "", "500", "", "600", "", "790", ""]
    assert isi["2.23.02/2.23.02"] == [
        *("Meningkatnya kegemaran membaca", "Kegemaran Membaca (%)", "40"),
        *("45", "500", "50", "600", "55", "790", "Kadis"),
    ]
    assert isi["total"] == ["TOTAL", "", "1.500", "", "1.700", "", "1.990", ""]
    assert t.rows[-1].cells[0].col_span == 3
    assert {r.key for r in t.rows if r.keep} == {k for k in isi if "/" not in k and k != "total"}
    tebal = {r.key for r in t.rows if r.cells[0].strong}
    assert tebal == {k for k in isi if "/" not in k and len(k) < len("2.23.02.2.01.0001")}


def test_beberapa_indikator_dalam_pendanaan(konteks_kantor: Konteks) -> None:
    """Outcome or output, pagu and who answers for it stand once, beside the first indicator."""
    isi = isi_tabel(buat(konteks_kantor, "rencana-pendanaan"))
    assert isi["2.23.02.2.01.0001/judul"] == [
        *("Bertambahnya koleksi", "Jumlah Judul (Judul)", "100"),
        *("110", "500", "120", "600", "130", "700", "Kabid Layanan"),
    ]
    assert isi["2.23.02.2.01.0001/eksemplar"] == [
        *("", "Jumlah Eksemplar (Eksemplar)", "300", "330", "", "360", "", "390", "", ""),
    ]


def test_kosong_dalam_pendanaan(kantor: Kantor, konteks_kantor: Konteks) -> None:
    """A blank target prints nothing, blank pagu and 0 a dash, and so does a post that is not named."""
    isi = isi_tabel(buat(konteks_kantor, "rencana-pendanaan"))
    assert isi["2.23.02.2.02.0003/lomba"][2:] == ["1", "", "-", "1", "-", "2", "90", "Kabid Layanan"]
    assert isi["2.23.01.2.01.0001/rencana"][-1] == "-"
    kantor.isi_sel("cascade › Indikator!B14", "2.23.02.2.01")  # and a sub kegiatan without indicator
    isi = isi_tabel(buat(kantor.konteks(), "rencana-pendanaan"))
    assert isi["2.23.02.2.02.0003/"] == ["Terlaksananya lomba baca", *[""] * 3, "-", "", "-", "", "90", "Kabid Layanan"]
    assert isi["2.23.02.2.01/lomba"][0] == ""


def test_prioritas(kantor: Kantor, konteks_kantor: Konteks) -> None:
    t = buat(konteks_kantor, "prioritas")
    assert penuh(t) == [
        ["1", "Kota Literasi", "Meningkatnya kegemaran membaca", "Pengelolaan Perpustakaan Kota", "Taman baca"]
    ]
    kantor.kosongkan("prioritas › Prioritas")
    nihil = buat(kantor.konteks(), "prioritas")
    assert penuh(nihil) == [["NIHIL"] * 5]
    assert (bergabung(nihil.rows[0]), nihil.header) == ([(5, 1)], t.header)


def test_iku(kantor: Kantor, konteks_kantor: Konteks) -> None:
    """Targets and decimals of the plan; a blank baseline stays blank; the remark is this sheet's."""
    t = buat(konteks_kantor, "iku")
    assert penuh(t) == [
        ["1", "Kunjungan", "Orang", "1.200", "1.500", "1.600", "1.700", ""],
        ["2", "Kepuasan Pemustaka", "Nilai", "", "80,50", "81,00", "82,25", "survei"],
    ]
    assert sel_teks(t.header[0])[3] == "BASE LINE 2023"
    assert (sel_teks(t.header[1]), t.landscape) == (TAHUN, False)
    kantor.isi_sel("cascade › Indikator!F4", 80)
    assert isi_tabel(buat(kantor.konteks(), "iku"))["puas"][3] == "80,00"


def test_ikk(kantor: Kantor, konteks_kantor: Konteks) -> None:
    t = buat(konteks_kantor, "ikk")
    assert penuh(t) == [["1", "Rasio Koleksi", "Rasio", "0,5", "0,6", "0,75", ""]]
    kantor.kosongkan("ikk › IKK")
    kantor.isi_sel("ikk › Pernyataan!B2", "ya")
    kantor.isi_sel("ikk › Pernyataan!B3", "Tidak diwajibkan")
    nihil = buat(kantor.konteks(), "ikk")
    assert penuh(nihil) == [["NIHIL"] * 7, ["Tidak diwajibkan"] * 7]
    assert [plain(c.content) for c in nihil.header[1].cells] == TAHUN
    (alasan,) = nihil.rows[1].cells[0].content
    assert isinstance(alasan, Value) and alasan.asal[0].sel == "B3"


# ---------------------------------------------------------------- the box of an indicator


def test_kotak_indikator(konteks_kantor: Konteks) -> None:
    """Words span all columns; scales and elements have columns of their own, all beside one label."""
    t = kotak(konteks_kantor)
    assert penuh(t) == [
        ["Interpretasi", *["Makin tinggi makin baik"] * 5],
        ["Rumus Perhitungan", *["Nilai dihitung:"] * 5],
        ["Rumus Perhitungan", *["(jumlah nilai / jumlah responden)"] * 5],
        [
            *("Rumus Perhitungan", "Nilai Persepsi", "Nilai Interval", "Nilai Interval Konversi", "Mutu Pelayanan"),
            "Kinerja Unit Pelayanan",
        ],
        ["Rumus Perhitungan", "1", "1,00–2,00", "25–50", "B", "Baik"],
        ["Rumus Perhitungan", *["Unsurnya:"] * 5],
        ["Rumus Perhitungan", "No", *["Unsur Pelayanan"] * 3, "Nilai Rata-rata Unsur"],
        ["Rumus Perhitungan", "1", *["Kecepatan"] * 3, "a"],
        ["Rumus Perhitungan", "Predikat", "Interval", "Sebutan", *["Penjelasan"] * 2],
        ["Rumus Perhitungan", "A", "80 – 100", "Baik", *["Memuaskan"] * 2],
        ["Sumber Data", *["Survei"] * 5],
        ["OPD Penanggungjawab", *[DINAS] * 5],
    ]
    assert [[plain(c.content) for c in b][:2] for b in kisi(t.header)] == [
        ["Indikator Sasaran (S1.1)", "Kepuasan Pemustaka (Nilai)"]
    ]
    c = t.caption
    assert (c.kind, c.name, plain(c.title), c.asal) == ("kotak", "indikator-puas", "Indikator Kepuasan Pemustaka", DI)
    assert t.source == SUMBER
    assert len({r.key for r in t.rows}) == len(t.rows)


def test_rumus_dalam_kotak_tahu_selnya(konteks_kantor: Konteks) -> None:
    (rumus,) = (n for r in kotak(konteks_kantor).rows for c in r.cells for n in c.content if isinstance(n, Formula))
    assert str(rumus.asal) == "content/data/definisi_operasional.xlsx › Rumus!C2"


@pytest.mark.parametrize(
    ("milik", "sebutan"),
    [("baca", "Indikator Tujuan (T1)"), ("tertib", "Indikator Sasaran (S2.1)"), ("2.23.02", "Indikator")],
)
def test_pemilik_dalam_kotak(kantor: Kantor, milik: str, sebutan: str) -> None:
    kantor.isi_sel("cascade › Indikator!B4", milik)
    assert plain(kotak(kantor.konteks()).header[0].cells[0].content) == sebutan


def test_kotak_tanpa_rumus(kantor: Kantor) -> None:
    """The label stays, with an empty cell beside it."""
    kantor.kosongkan("definisi_operasional › Rumus")
    assert penuh(kotak(kantor.konteks()))[1] == ["Rumus Perhitungan", *[""] * 5]


def test_kotak_yang_tidak_ada(kantor: Kantor, konteks_kantor: Konteks) -> None:
    with pytest.raises(LookupError, match='definisi operasional "kunjungan" tidak ada'):
        kotak(konteks_kantor, "kunjungan")
    kantor.isi_sel("definisi_operasional › Rumus!C2", r"\frac{1}")
    with pytest.raises(RumusSalah):
        kotak(kantor.konteks())


# ---------------------------------------------------------------- all of them


@pytest.mark.parametrize("nama", TABEL_RENCANA)
def test_tiap_kata_dari_sel(konteks_kantor: Konteks, nama: str) -> None:
    """What a workbook says keeps its cell: no name, wording or target is printed as plain text."""
    t = buat(konteks_kantor, nama)
    kata = {n.text for r in t.rows for c in r.cells for n in c.content if isinstance(n, Text)}
    tetap = {
        " (",
        ") ",
        ")",
        ". ",
        "- ",
        " - ",
        " ",
        "",
        "-",
        "JUMLAH",
        "TOTAL",
        "Sasaran ",
        " RPJMD ",
        ", yaitu ",
        " (S",
    }
    assert {k for k in kata if not k.rstrip(". ").isdigit()} <= tetap
    nilai = [n for r in t.rows for c in r.cells for n in c.content if isinstance(n, Value)]
    assert nilai and all(n.asal for n in nilai if n.text not in ("", "-"))


@pytest.mark.parametrize(
    ("nama", "kolom"),
    [("tujuan-sasaran", 1), ("rekapitulasi-program", 1), ("rencana-pendanaan", 2), ("iku", 1), ("ikk", 1)],
)
def test_tahun_bertambah_kolom_bertambah(kantor: Kantor, konteks_kantor: Konteks, nama: str, kolom: int) -> None:
    """A fourth year of targets and pagu, and every table with years has it."""
    for sel in ("cascade › Indikator!K1", "ikk › IKK!H1"):
        kantor.isi_sel(sel, "Target 2027")
    kantor.isi_sel("pendanaan › Pagu!E1", "Pagu 2027")
    kantor.isi_sel("pendanaan › Pagu!E2", 7)
    t, lama = buat(kantor.konteks(), nama), buat(konteks_kantor, nama)
    penuh(t)
    assert len(t.widths) - len(lama.widths) == kolom
    assert sel_teks(t.header[1])[: len(TAHUN) + 1] == [*TAHUN, "2027"]
