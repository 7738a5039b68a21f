"""The Renja's tables and charts, drawn from the fictitious office."""

from __future__ import annotations

import pytest
from kantor import Kantor, isi_tabel, kisi, sel_teks
from kantor_renja import konteks_renja, sub, tulis_renja

from generator.compute.konteks import Konteks
from generator.compute.renja import KonteksRenja
from generator.document.figures import GRAFIK_RENJA, daftar_grafik
from generator.document.tables import PENYUSUN, PENYUSUN_RENJA, penyusun_tabel
from generator.tree.drawing.arial import text_width
from generator.tree.nodes import Caption, Chart, Table, Text, Value, plain

SATU, DUA, LOMBA = "2.23.01.2.01.0001", "2.23.02.2.01.0001", "2.23.02.2.02.0003"
SUMBER = (Text("Sumber: uji"),)


def _tabel(k: KonteksRenja, nama: str) -> Table:
    return PENYUSUN_RENJA[nama](k, Caption("tabel", nama, (Text("Judul"),)), SUMBER)


def _grafik(k: KonteksRenja, nama: str) -> Chart:
    return GRAFIK_RENJA[nama](k, Caption("grafik", nama, (Text("Judul"),)), SUMBER)


@pytest.fixture(scope="module")
def kosong(konteks_kantor: Konteks) -> KonteksRenja:
    """2025 without a workbook."""
    return KonteksRenja(konteks_kantor, None, 2025)


@pytest.fixture
def terisi(kantor: Kantor) -> KonteksRenja:
    tulis_renja(
        kantor.data,
        2025,
        Sub_Kegiatan=[
            sub(DUA, Pagu=650, Target=125, Alasan="Harga naik", Lokasi="Hulu", Sumber_Dana="PAD", Catatan="Dua tahap"),
            sub(SATU, Pagu=1000, Kelompok_Sasaran="Pegawai"),
        ],
        Realisasi=[["kunjungan", None, None, 1300, None, 1450, "Musim hujan"], ["judul", 5, 100, 99, None, None, None]],
        Usulan=[
            [DUA, "Buku anak", "musrenbang", "Hulu", "Jumlah buku", "100 eks", "Ditampung"],
            [None, "Taman baca", "pokir", None, None, None, None],
        ],
        RKPD=[[DUA, "Kota", "Jumlah buku", "90 Judul", 400, 700, "Kurang"]],
        Inovasi=[["Bus Baca", "Perpustakaan keliling", None]],
    )
    return konteks_renja(kantor, 2025)


# ---------------------------------------------------------------- all of them


@pytest.mark.parametrize("tahun", [2024, 2025, 2026])
@pytest.mark.parametrize("nama", PENYUSUN_RENJA)
def test_shape(konteks_kantor: Konteks, nama: str, tahun: int) -> None:
    """Cells fill the width, keys are unique, the row of column numbers closes the header; captions keep their title."""
    t = _tabel(KonteksRenja(konteks_kantor, None, tahun), nama)
    n = len(t.widths)
    assert {len(b) for b in (*kisi(t.header), *kisi(t.rows))} == {n}
    assert sel_teks(t.header[-1]) == [f"({i:02d})" for i in range(1, n + 1)]
    kunci = [r.key for r in t.rows]
    assert len(kunci) == len(set(kunci)) and kunci
    assert plain(t.caption.title).endswith("Judul") and t.source == SUMBER


@pytest.mark.parametrize(("nama", "kode"), [(f"tc-{i}", f"T-C.{i}") for i in range(29, 34)])
def test_forms_are_printed_with_their_code(kosong: KonteksRenja, nama: str, kode: str) -> None:
    assert plain(_tabel(kosong, nama).caption.title) == f"{kode}. Judul"


@pytest.mark.parametrize("nama", PENYUSUN_RENJA)
def test_numbers_know_their_cells(terisi: KonteksRenja, nama: str) -> None:
    for r in _tabel(terisi, nama).rows:
        for v in (v for c in r.cells for v in c.content if isinstance(v, Value)):
            assert v.angka is None or v.angka.nilai is None or v.asal, (nama, r.key, v.text)


def test_a_renstra_has_none_of_them(konteks_kantor: Konteks, kosong: KonteksRenja) -> None:
    assert not PENYUSUN_RENJA.keys() & penyusun_tabel(konteks_kantor).keys()
    assert penyusun_tabel(kosong).keys() == PENYUSUN.keys() | PENYUSUN_RENJA.keys()
    assert GRAFIK_RENJA.keys() == daftar_grafik(kosong).keys() - daftar_grafik(konteks_kantor).keys()


# ---------------------------------------------------------------- T-C.29, T-C.30


def test_tc_29(terisi: KonteksRenja) -> None:
    t = _tabel(terisi, "tc-29")
    isi = isi_tabel(t)
    semua = ["2.23.01", "2.23.01.2.01", SATU, "2.23.02", "2.23.02.2.01", DUA, f"{DUA}/eksemplar", "2.23.02.2.02", LOMBA]
    assert list(isi) == semua
    assert isi[DUA] == [
        *(DUA, "Pengembangan Koleksi", "Jumlah Judul (Judul)"),
        *("360", "5", "100", "99", "99,00", "110", "214", "59,44"),
    ]
    assert isi[f"{DUA}/eksemplar"][:3] == ["", "", "Jumlah Eksemplar (Eksemplar)"]
    assert isi["2.23.02"][1:4] == ["PROGRAM PEMBINAAN PERPUSTAKAAN", "Kegemaran Membaca (%)", "55"]
    assert isi["2.23.01.2.01"][3:] == ["100", "-", "-", "-", "-", "100", "-", "-"]  # a target alone is no attainment
    assert [r.key for r in t.rows if r.keep] == [k for k in semua if len(k) < len(DUA)]  # none is the last of a page
    kepala = [plain(c.content) for r in t.header for c in r.cells]
    assert {"TARGET RENSTRA PADA AKHIR TAHUN 2026", "REALISASI S.D. TAHUN 2022"} <= set(kepala)
    assert {"TARGET DAN REALISASI RENJA TAHUN 2023", "TARGET RENJA TAHUN BERJALAN 2024"} <= set(kepala)


def test_a_year_without_target_is_a_dash_in_tc_29(kantor: Kantor) -> None:
    """Lomba: target 0 in 2024, none entered; nothing was to be reached, so column 10 is what is to come in 2025."""
    kantor.isi_sel("cascade › Indikator!G14", 0)
    assert isi_tabel(_tabel(konteks_renja(kantor, 2026), "tc-29"))[LOMBA][3:] == [
        *("3", "-", "-", "-", "-", "1", "1", "33,33")
    ]
    tulis_renja(kantor.data, 2026, Realisasi=[["judul", None, None, 0, None, None, None]])
    nol = isi_tabel(_tabel(konteks_renja(kantor, 2026), "tc-29"))[DUA][3:]
    assert nol == ["360", "-", "110", "0", "0,00", "120", "120", "33,33"]  # reached 0 of a target is no absence


def test_tc_29_has_what_the_year_does_not_carry_out(kantor: Kantor) -> None:
    for sel in ("pendanaan › Pagu!D4", "cascade › Indikator!I14"):
        kantor.isi_sel(sel, None)
    k = konteks_renja(kantor, 2026)
    assert LOMBA in isi_tabel(_tabel(k, "tc-29")) and LOMBA not in isi_tabel(_tabel(k, "tc-33"))


def test_tc_30(terisi: KonteksRenja) -> None:
    isi = isi_tabel(_tabel(terisi, "tc-30"))
    assert isi["kunjungan"] == [
        *("1", "Kunjungan (Orang)", "-", "-", "1.500", "1.500", "1.600", "1.700"),
        *("1.300", "1.450", "1.600", "1.700", "Musim hujan"),
    ]
    assert isi["ikk/k1"] == [
        "3",
        "Rasio Koleksi (Rasio)",
        "-",
        "0,6",
        "-",
        "0,5",
        "0,6",
        "0,75",
        *["-"] * 2,
        "0,6",
        "0,75",
        "-",
    ]


def test_tc_30_names_a_standard_of_the_former_plan(kantor: Kantor) -> None:
    kantor.isi_sel("kinerja_pelayanan › Indikator!E2", "SPM")
    assert isi_tabel(_tabel(konteks_renja(kantor, 2025), "tc-30"))["kunjungan"][2] == "SPM"


def test_spending(konteks_kantor: Konteks, kosong: KonteksRenja) -> None:
    isi = isi_tabel(_tabel(kosong, "renja-anggaran-evaluasi"))
    assert isi["2.23.02"] == ["2", "2.23.02 - Program Pembinaan Perpustakaan", "60", "30", "50,00"]
    assert isi["jumlah"] == ["JUMLAH", "360", "330", "91,67"]
    tanpa = isi_tabel(_tabel(KonteksRenja(konteks_kantor, None, 2026), "renja-anggaran-evaluasi"))
    assert list(tanpa) == ["jumlah"] and tanpa["jumlah"][1:3] == ["-", "-"]


# ---------------------------------------------------------------- T-C.31, T-C.32


def test_tc_31(terisi: KonteksRenja) -> None:
    isi = isi_tabel(_tabel(terisi, "tc-31"))
    assert isi[DUA] == [
        *("1", "Pengembangan Koleksi", "Kota", "Jumlah buku", "90 Judul", "400"),
        *("Pengembangan Koleksi", "Hulu", "Jumlah Judul (Judul)", "125", "700", "Kurang"),
    ]
    assert isi["2.23.02"][:2] == ["B", "Program Pembinaan Perpustakaan"]
    assert isi["2.23.02"][2:6] == ["", "-", "-", "400"]  # the draft says nothing of programs but its sub kegiatan
    assert isi["2.23.02"][6:] == [*("Program Pembinaan Perpustakaan", "", "Kegemaran Membaca (%)", "50", "700", "")]
    assert isi[f"{DUA}/1"] == [*[""] * 8, "Jumlah Eksemplar (Eksemplar)", "360", "", ""]
    assert isi[SATU][1:6] == ["-"] * 5 and isi[SATU][10] == "1.000"  # not in the draft; the need is the year's pagu
    assert isi["2.23.01"][1:6] == ["-", "", "-", "-", "-"]
    assert isi["jumlah"] == ["JUMLAH", "400", "JUMLAH", "1.700", ""]


def test_tc_31_without_a_draft_is_narrow_on_its_side(terisi: KonteksRenja, kosong: KonteksRenja) -> None:
    """A dash stands in the middle of its cell; no word of the names breaks."""
    dengan, tanpa = (_tabel(k, "tc-31") for k in (terisi, kosong))
    assert sum(dengan.widths) == sum(tanpa.widths) and sum(tanpa.widths[1:6]) < sum(tanpa.widths[6:11]) / 2
    assert dengan.widths[1:6] == dengan.widths[6:11]
    panjang = text_width("Bulanan/Triwulanan/Semesteran)", 7)
    assert min(w for t in (dengan, tanpa) for w in (t.widths[6], t.widths[8])) > panjang + 6
    for t in (dengan, tanpa):
        strip = [c for r in t.rows for c in r.cells if plain(c.content) == "-"]
        assert strip and {c.align for c in strip} == {"tengah"}


def test_tc_31_shows_what_only_the_draft_has(kantor: Kantor) -> None:
    tulis_renja(
        kantor.data,
        2026,
        Sub_Kegiatan=[sub(LOMBA, Pagu=0, Target=0, Alasan="Ditunda")],
        RKPD=[[LOMBA, None, None, None, 90, None, None]],
    )
    isi = isi_tabel(_tabel(konteks_renja(kantor, 2026), "tc-31"))
    assert isi[LOMBA] == ["2", "Lomba Baca", "-", "-", "-", "90", *["-"] * 6]


def test_tc_32(terisi: KonteksRenja) -> None:
    isi = isi_tabel(_tabel(terisi, "tc-32"))
    assert isi["1"] == ["1", f"{DUA} Pengembangan Koleksi: Buku anak", "Hulu", "Jumlah buku", "100 eks", "Ditampung"]
    assert isi["2"] == ["2", "Taman baca", *["-"] * 4]
    assert [r[1] for r in isi_tabel(_tabel(terisi, "renja-pokir")).values()] == ["Taman baca"]


@pytest.mark.parametrize("nama", ["tc-32", "renja-pokir", "renja-inovasi", "renja-perbedaan"])
def test_what_is_not_given_is_nihil_and_why(kosong: KonteksRenja, nama: str) -> None:
    t = _tabel(kosong, nama)
    (nihil,), (sebab,) = isi_tabel(t).values()
    assert nihil == "NIHIL" and "2025" in sebab and t.keep_before


@pytest.mark.parametrize("nama", ["tc-32", "renja-pokir", "renja-inovasi", "renja-perbedaan"])
def test_a_table_with_rows_need_not_follow_its_paragraph(terisi: KonteksRenja, nama: str) -> None:
    assert not _tabel(terisi, nama).keep_before


# ---------------------------------------------------------------- T-C.33 and its like


def test_tc_33(terisi: KonteksRenja) -> None:
    isi = isi_tabel(_tabel(terisi, "tc-33"))
    assert isi[DUA] == [
        *(DUA, "Pengembangan Koleksi", "Jumlah Judul (Judul)"),
        *("Hulu", "125", "650", "PAD", "Dua tahap", "130", "700"),
    ]
    assert isi[f"{DUA}/eksemplar"] == ["", "", "Jumlah Eksemplar (Eksemplar)", "", "360", "", "", "", "390", ""]
    assert isi["2.23.02"][3:] == ["", "50", "650", "", "", "55", "790"]
    assert isi[SATU][3:8] == ["-", "2", "1.000", "-", "-"]
    assert isi[LOMBA][4:] == ["1", "-", "-", "-", "2", "90"]
    assert isi["total"] == ["TOTAL", "1.650", "", "", "", "1.990"]


@pytest.mark.parametrize("nama", ["tc-33", "program-14-2026"])
def test_neither_a_program_nor_the_total_stands_alone(terisi: KonteksRenja, nama: str) -> None:
    t = _tabel(terisi, nama)
    ikat = {r.key for r in t.rows if r.keep}
    assert ikat == {"2.23.01", "2.23.01.2.01", "2.23.02", "2.23.02.2.01", "2.23.02.2.02", LOMBA}
    assert {c.align for r in t.rows for c in r.cells if plain(c.content) == "-"} <= {"tengah", "kiri"}


def test_the_last_year_declares_that_there_is_no_forward_estimate(
    konteks_kantor: Konteks, kosong: KonteksRenja
) -> None:
    k = KonteksRenja(konteks_kantor, None, 2026)
    for nama in ("tc-33", "program-14-2026"):
        isi = isi_tabel(_tabel(k, nama))
        sebab = "Prakiraan maju tahun 2027 tidak ada: tahun 2026 adalah tahun terakhir yang direncanakan dalam Renstra."
        assert isi["tanpa-prakiraan"] == [sebab]
        assert "tanpa-prakiraan" not in isi_tabel(_tabel(kosong, nama))
    assert [r.keep for r in _tabel(k, "tc-33").rows][-2:] == [True, False]


@pytest.mark.parametrize("nama", [n for n in PENYUSUN_RENJA if n not in ("tc-29", "tc-31", "tc-32")])
def test_the_last_year_has_no_columns_of_the_next(konteks_kantor: Konteks, kosong: KonteksRenja, nama: str) -> None:
    def kepala(k: KonteksRenja) -> list[str]:
        return [plain(c.content) for r in _tabel(k, nama).header for c in r.cells]

    k = KonteksRenja(konteks_kantor, None, 2026)
    assert not any("2027" in judul for judul in kepala(k))
    maju = {"tc-33": 2, "program-14-2026": 2, "tc-30": 2}
    satu = ("renja-tujuan-sasaran", "renja-pagu-program", "renja-iku", "renja-ikk")
    beda = maju.get(nama, 1 if nama in satu else 0)
    assert len(_tabel(kosong, nama).widths) - len(_tabel(k, nama).widths) == beda
    assert any("2026" in judul for judul in kepala(kosong)) == bool(beda)


def test_program_14_2026(terisi: KonteksRenja) -> None:
    isi = isi_tabel(_tabel(terisi, "program-14-2026"))
    assert isi[DUA] == [
        *(DUA, "Pengembangan Koleksi", "Bertambahnya koleksi", "Jumlah Judul (Judul)"),
        *("125", "650", "Hulu", "PAD", "-", "130", "700", "Kabid Layanan"),
    ]
    assert isi[SATU][8] == "Pegawai" and isi[SATU][-1] == "-"  # nobody answers for it
    assert isi["total"] == ["TOTAL", "1.650", "", "", "", "", "1.990", ""]


def test_differences(terisi: KonteksRenja) -> None:
    baris = list(isi_tabel(_tabel(terisi, "renja-perbedaan")).values())
    assert baris == [
        ["1", f"{SATU} - Penyusunan Rencana Dinas", "Pagu (Rp)", "1.100", "1.000", "-100", "-"],
        ["2", f"{DUA} - Pengembangan Koleksi", "Pagu (Rp)", "600", "650", "50", "Harga naik"],
        ["3", f"{DUA} - Pengembangan Koleksi", "Target Jumlah Judul (Judul)", "120", "125", "5", "Harga naik"],
    ]


# ---------------------------------------------------------------- as the Renstra's


def test_recap_per_program(terisi: KonteksRenja) -> None:
    isi = isi_tabel(_tabel(terisi, "renja-pagu-program"))
    assert isi["2.23.02"] == ["2", "2.23.02 - Program Pembinaan Perpustakaan", "2", "2", "500", "650", "790"]
    assert isi["jumlah"] == ["JUMLAH", "3", "3", "1.500", "1.650", "1.990"]


def test_tujuan_and_sasaran(kosong: KonteksRenja) -> None:
    isi = isi_tabel(_tabel(kosong, "renja-tujuan-sasaran"))
    assert isi["iplm"] == [
        *("Terwujudnya masyarakat gemar membaca", "-", "Indeks Literasi (Indeks)", "62,5", "63,0", "64,2")
    ]
    assert isi["puas"][-3:] == ["80,50", "81,00", "82,25"]


def test_iku_and_ikk(konteks_kantor: Konteks, kosong: KonteksRenja) -> None:
    assert isi_tabel(_tabel(kosong, "renja-iku"))["puas"] == [
        *("2", "Kepuasan Pemustaka", "Nilai", "80,50", "81,00", "82,25", "survei")
    ]
    assert isi_tabel(_tabel(kosong, "renja-ikk"))["k1"][3:] == ["0,5", "0,6", "0,75", ""]
    akhir = KonteksRenja(konteks_kantor, None, 2026)
    assert isi_tabel(_tabel(akhir, "renja-ikk"))["k1"][3:] == ["0,6", "0,75", ""]


# ---------------------------------------------------------------- charts


def test_chart_of_pagu_per_program(terisi: KonteksRenja, konteks_kantor: Konteks) -> None:
    g = _grafik(terisi, "renja-pagu-program")
    assert g.categories == ("Penunjang Perpustakaan", "Pembinaan Perpustakaan")
    assert [s.name for s in g.series] == ["Pagu 2025", "Prakiraan maju 2026"]
    assert [a.nilai for a in g.series[0].values] == [1000, 650] and (g.horizontal, g.value_title) == (True, "Rupiah")
    assert all(a.asal for s in g.series for a in s.values) and "Pembinaan Perpustakaan 650" in g.alt
    akhir = _grafik(KonteksRenja(konteks_kantor, None, 2026), "renja-pagu-program")
    assert [s.name for s in akhir.series] == ["Pagu 2026"]


def test_chart_of_targets_and_what_was_reached(terisi: KonteksRenja) -> None:
    g = _grafik(terisi, "renja-target-realisasi")
    assert [s.name for s in g.series] == ["Target 2023", "Realisasi 2023", "Target 2024", "Target 2025"]
    kunjungan = [s.values[0].nilai for s in g.series]
    assert kunjungan == [1500, 1300, 1500, 1600]
    assert "Realisasi 2023: Kunjungan (Orang) 1.300, Kepuasan Pemustaka (Nilai) -" in g.alt
    assert not g.grid  # no line strikes through a value


def test_a_series_of_which_nothing_is_known_is_left_out(kosong: KonteksRenja) -> None:
    g = _grafik(kosong, "renja-target-realisasi")
    assert [s.name for s in g.series] == ["Target 2023", "Target 2024", "Target 2025"] and "Realisasi" not in g.alt
