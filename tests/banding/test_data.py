"""Data of two versions: every kind of change of cells and rows by key, both values with their places."""

from __future__ import annotations

from decimal import Decimal

from isi_kantor import IsiKantor, Sunting, banding, satu, sel, tak

from generator.banding.beda_data import URUTAN, BarisBeda, SelBeda, bagian, jumlah_menurut_jenis, selisih

SUB_LOMBA, SUB_KOLEKSI = "2.23.02.2.02.0003", "2.23.02.2.01.0001"


def ringkas(data: list[BarisBeda]) -> list[tuple[str, str, str, str]]:
    return [(b.medan, b.jenis, b.kunci_lama, b.kunci) for b in data]


# ---------------------------------------------------------------- cells


def test_an_amount() -> None:
    b = satu(lambda k: k.ubah("pendanaan › Pagu", SUB_KOLEKSI, "Pagu 2025", 750))
    asal = "content/data/pendanaan.xlsx › Pagu!"
    assert (b.jenis, b.buku, b.lembar, b.kunci, b.kunci_lama) == ("berubah", "pendanaan.xlsx", "Pagu", SUB_KOLEKSI, "")
    assert (b.nama, b.asal_lama, b.asal_baru) == ("Pengembangan Koleksi", f"{asal}A3", f"{asal}A3")
    assert b.sel == (SelBeda("Pagu 2025", "berubah", 600, 750, f"{asal}C3", f"{asal}C3"),)
    assert (b.sel[0].selisih, b.sel[0].bagian) == (150, Decimal("0.25"))


def test_places_are_those_of_either_version() -> None:
    def sunting(k: IsiKantor) -> None:
        judul, baris = k.lembar("pendanaan › Pagu")
        for b in (judul, *baris):
            b[1], b[2] = b[2], b[1]
        baris.insert(0, baris.pop())
        baris[1][1] += 10

    (s,) = satu(sunting).sel
    assert s.kolom == "Pagu 2025"
    assert (s.asal_lama[-2:], s.asal_baru[-2:]) == ("C2", "B3")


def test_a_blank_against_zero() -> None:
    b = satu(lambda k: k.ubah("pendanaan › Pagu", SUB_LOMBA, "Pagu 2024", 0))
    (s,) = b.sel
    assert (b.jenis, s.jenis, s.lama, s.baru, s.selisih, s.bagian) == ("berubah", "ditambah", None, 0, 0, None)
    assert s.asal_lama == s.asal_baru == "content/data/pendanaan.xlsx › Pagu!B4"
    (s,) = satu(lambda k: k.ubah("pendanaan › Pagu", SUB_LOMBA, "Pagu 2025", None)).sel
    assert (s.jenis, s.lama, s.baru, s.selisih, s.bagian) == ("dihapus", 0, None, 0, None)


def test_difference_and_share_of_what_is_blank_or_zero() -> None:
    assert [selisih(*n) for n in ((None, None), (None, 5), (5, None), (0, 0))] == [None, 5, -5, 0]
    assert [bagian(*n) for n in ((None, 5), (0, 5), (4, None), (4, -1))] == [None, None, None, Decimal("-0.25")]
    assert SelBeda("Target", "berubah", "lama", "baru").selisih is None
    assert SelBeda(URUTAN, "pindah", 1, 2).selisih is None


def test_a_decimal_and_a_text() -> None:
    (s,) = satu(lambda k: k.ubah("cascade › Indikator", "iplm", "Target 2024", 62.75)).sel
    assert (s.lama, s.baru, s.selisih) == (Decimal("62.5"), Decimal("62.75"), Decimal("0.25"))
    (s,) = satu(lambda k: k.ubah("mitra › Mitra", "sekolah", "Peran", "Mengirim guru")).sel
    assert (s.jenis, s.lama, s.baru, s.selisih, s.bagian) == ("berubah", "Mengirim murid", "Mengirim guru", None, None)


def test_a_whole_number_is_the_same_however_typed() -> None:
    assert banding(lambda k: k.ubah("cascade › Indikator", "iplm", "Target 2025", 63.0)) == []


def test_a_whole_number_among_decimals_is_whole() -> None:
    (s,) = satu(lambda k: k.ubah("cascade › Indikator", "iplm", "Target 2024", 63.0)).sel
    assert (s.baru, type(s.baru)) == (63, int)


def test_a_blank_text_stands_in_the_column_of_its_like() -> None:
    (s,) = satu(lambda k: k.ubah("dasar_hukum › Dasar Hukum", "perwali-9", "Keterangan", "dicabut")).sel
    assert (s.jenis, s.lama, s.asal_lama[-3:], s.asal_baru[-3:]) == ("ditambah", None, "!D3", "!D3")


def test_yes_and_no_and_a_date() -> None:
    (s,) = satu(lambda k: k.ubah("dasar_hukum › Dasar Hukum", "perwali-9", "Dalam Daftar", "ya")).sel
    assert (s.kolom, s.lama, s.baru) == ("Dalam Daftar", "tidak", "ya")
    (s,) = satu(lambda k: k.ubah("pegawai › Keadaan", "per", "Nilai", "2023-10")).sel
    assert (s.lama, s.baru) == ("2023-09", "2023-10")


def test_a_year_more() -> None:
    def tambah(k: IsiKantor) -> None:
        for tempat, judul in (("pendanaan › Pagu", "Pagu"), ("cascade › Indikator", "Target")):
            kepala, baris = k.lembar(tempat)
            n = kepala.index(f"{judul} 2026") + 1
            for b, nilai in zip((kepala, *baris), (f"{judul} 2027", *range(len(baris))), strict=True):
                b.insert(n, nilai)

    data = [b for b in banding(tambah) if b.medan == "pagu"]
    assert [sel(b) for b in data] == [{"Pagu 2027": ("ditambah", None, n)} for n in range(3)]
    assert {b.sel[0].asal_lama for b in data} == {""}
    data = [b for b in banding(tak, tambah) if b.medan == "pagu"]
    assert [sel(b) for b in data] == [{"Pagu 2027": ("dihapus", n, None)} for n in range(3)]


# ---------------------------------------------------------------- rows


def test_rows_added_and_deleted_stand_in_their_place() -> None:
    def sunting(k: IsiKantor) -> None:
        k.hapus("profil › Desa", "hulu")
        k.baris("profil › Desa").append(["tengah", "Desa", "Tengah"])

    hapus, tambah = banding(sunting)
    assert (hapus.jenis, hapus.kunci, hapus.nama, hapus.asal_lama, hapus.asal_baru) == (
        *("dihapus", "hulu", "Hulu"),
        *("content/data/profil.xlsx › Desa!A2", ""),
    )
    assert sel(hapus) == {
        "Kode": ("dihapus", "hulu", None),
        "Jenis": ("dihapus", "Kelurahan", None),
        "Nama": ("dihapus", "Hulu", None),
    }
    assert (tambah.jenis, tambah.kunci, tambah.asal_lama) == ("ditambah", "tengah", "")
    assert tambah.asal_baru == "content/data/profil.xlsx › Desa!A3"
    assert sel(tambah)["Nama"] == ("ditambah", None, "Tengah")
    assert [s.asal_baru for s in tambah.sel][-1].endswith("Desa!C3")
    assert jumlah_menurut_jenis([hapus, tambah, tambah]) == {"ditambah": 2, "dihapus": 1}


def test_a_deleted_row_stands_where_it_was() -> None:
    def sunting(k: IsiKantor) -> None:
        for kode in ("s1", "s3"):
            k.ubah("strategi › Strategi", kode, "Strategi", "Lain")
        k.hapus("strategi › Strategi", "s2")

    assert [(b.jenis, b.kunci) for b in banding(sunting)] == [("berubah", "s1"), ("dihapus", "s2"), ("berubah", "s3")]


def test_blank_cells_of_a_new_row_are_no_change() -> None:
    b = satu(lambda k: k.baris("dasar_hukum › Dasar Hukum").append(["pp-1", "PP 1", "Arsip", None, "ya"]))
    assert list(sel(b)) == ["Kode", "Sebutan", "Tentang", "Dalam Daftar"]


def test_another_name() -> None:
    b = satu(lambda k: k.ubah("cascade › Nomenklatur", "2.23.02", "Nama", "Program Literasi"))
    assert (b.jenis, b.kunci, b.nama) == ("ganti nama", "2.23.02", "Program Literasi")
    assert sel(b) == {"Nama": ("ganti nama", "Program Pembinaan Perpustakaan", "Program Literasi")}


def test_a_name_that_is_the_key() -> None:
    """A row that differs in nothing else was renamed; one that differs more is another row."""
    b = satu(lambda k: k.ubah("pegawai › Status", "Lepas", "Status Kepegawaian", "Paruh Waktu"))
    assert (b.jenis, b.kunci_lama, b.kunci, b.nama) == ("ganti nama", "Lepas", "Paruh Waktu", "Paruh Waktu")
    data = banding(lambda k: k.baris("pegawai › Status").__setitem__(1, ["Paruh Waktu", 5]))
    assert [b.jenis for b in data] == ["dihapus", "ditambah"]


def test_names_that_end_alike_behind_a_full_stop_are_not_the_same() -> None:
    eselon = [["Eselon III.a", 1, 1], ["Eselon IV.b", 1, 1]]
    data = banding(
        lambda k: k.baris("pegawai › Jabatan").extend([["Pelaksana I.b", 1, 1], ["Pelaksana II.a", 1, 1]]),
        lambda k: k.baris("pegawai › Jabatan").extend(eselon),
    )
    assert sorted(b.jenis for b in data) == ["dihapus", "dihapus", "ditambah", "ditambah"]


def test_a_sub_kegiatan_that_moves_with_its_pagu() -> None:
    tujuan = "2.23.02.2.01.0009"
    data = banding(lambda k: k.ganti_kode(SUB_LOMBA, tujuan))
    assert ringkas(data) == [
        ("nomenklatur", "pindah", SUB_LOMBA, tujuan),
        ("rencana", "pindah", SUB_LOMBA, tujuan),
        ("indikator", "pindah", "", "lomba"),
        ("pagu", "pindah", SUB_LOMBA, tujuan),
    ]
    assert [sel(b) for b in data] == [
        *([{"Kode": ("pindah", SUB_LOMBA, tujuan)}] * 2),
        {"Milik": ("pindah", SUB_LOMBA, tujuan)},
        {"Kode": ("pindah", SUB_LOMBA, tujuan)},
    ]
    assert {b.nama for b in data} == {"Lomba Baca", "Jumlah Lomba"}
    assert data[2].milik == tujuan


def test_of_one_name_those_move_together_whose_codes_end_alike() -> None:
    def kembar(kode: str, *urutan: int) -> Sunting:
        """Two kegiatan of one program, either with a sub kegiatan of the same code and name."""
        return lambda k: k.baris("cascade › Nomenklatur").extend(
            [
                [kode, f"Program {kode}"],
                *([f"{kode}.2.0{n}", f"Kegiatan ke-{n}"] for n in (1, 2)),
                *([f"{kode}.2.0{n}.0001", "Rapat"] for n in urutan),
            ]
        )

    data = [b for b in banding(kembar("2.23.09", 2, 1), kembar("2.23.08", 1, 2)) if b.nama == "Rapat"]
    assert [(b.kunci_lama, b.kunci) for b in data] == [(f"2.23.08.2.0{n}.0001", f"2.23.09.2.0{n}.0001") for n in (2, 1)]


def test_a_name_of_another_level_is_no_move() -> None:
    data = banding(
        lambda k: k.baris("cascade › Nomenklatur").append(["2.23.01.2.01.0009", "Kembar"]),
        lambda k: k.baris("cascade › Nomenklatur").append(["2.23.01.2.09", "Kembar"]),
    )
    assert sorted(b.jenis for b in data) == ["dihapus", "ditambah"]


def test_a_row_that_belongs_elsewhere() -> None:
    b = satu(lambda k: k.ubah("strategi › Strategi", "s2", "Sasaran", "tertib"))
    assert (b.jenis, sel(b), b.milik) == ("pindah", {"Sasaran": ("pindah", "layanan", "tertib")}, "tertib")


def test_a_row_is_called_as_what_its_code_is_about() -> None:
    """Not as something else of that code: an indicator often has the code of what it measures."""

    def iku(nilai: str | None) -> Sunting:
        return lambda k: k.baris("iku › IKU").append(["2.23.02", nilai])

    assert satu(iku("baru"), iku(None)).nama == "Kegemaran Membaca"
    assert satu(lambda k: k.ubah("profil › Pejabat", "kepala", "Nama", "TONI")).nama == "Kepala Dinas"
    assert satu(lambda k: k.ubah("pendanaan › Kontrol", "2.23.02", "Pagu 2024", 1)).nama.startswith("Program Pembinaan")
    b = satu(
        lambda k: k.baris("strategi › Strategi").append(["kunjungan", "layanan", "Menyapa"]),
    )
    assert b.nama == "layanan"
