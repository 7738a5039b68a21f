"""Every finding about workbooks, each with its exact place: one cell, header or file of a whole office is broken."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import pytest
from kantor import DATA, NIP, Kantor, ringkas
from openpyxl import Workbook, load_workbook
from pydantic import Field

from generator.model.angka import Angka
from generator.model.isi import SEMUA_BUKU
from generator.model.kolom import Baris, Bulat, Kode, PerTahun, Rupiah, TeksBoleh, YaTidak
from generator.model.skema import Buku, Lembar
from generator.sources.buku import baca_buku
from generator.temuan import Kumpulan

MAIN, MAIN_STRICT = (
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/spreadsheetml/main",
)
RELASI, RELASI_STRICT = (
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships",
)

# ---------------------------------------------------------------- one cell

# (cell to break, new value, code, part of the message); the finding must be alone and name just that cell
SATU_SEL: list[tuple[str, Any, str, str]] = [
    # text
    ("mitra › Mitra!B2", None, "sel-kosong", "Nama: sel kosong"),
    ("mitra › Mitra!B2", "   ", "sel-kosong", "harus diisi"),
    ("mitra › Mitra!B2", 17, "teks-berisi-angka", "sel berisi 17; harus teks"),
    ("mitra › Mitra!B2", 17.5, "teks-berisi-angka", "17,5"),
    ("mitra › Mitra!B2", True, "teks-berisi-angka", "BENAR (TRUE)"),
    ("mitra › Mitra!B2", "#REF!", "sel-galat", "#REF!"),
    ("mitra › Mitra!B2", '=A2&"x"', "rumus-belum-dihitung", "belum pernah dihitung"),
    # codes
    ("mitra › Mitra!A2", 7, "kode-bukan-teks", "kode 7 tersimpan sebagai angka"),
    ("cascade › Nomenklatur!A2", 2.23, "kode-bukan-teks", "2,23"),
    ("mitra › Mitra!A2", "dua kata", "kode-salah", '"dua kata"'),
    ("mitra › Mitra!A2", "_awal", "kode-salah", '"_awal"'),
    ("mitra › Mitra!A2", None, "sel-kosong", "Kode"),
    ("profil › Pejabat!E2", "19800101", "kode-salah", "18 angka"),
    ("profil › Pejabat!E2", int(NIP[:15]), "kode-bukan-teks", "tersimpan sebagai angka"),
    ("organisasi › Jabatan!E4", "tak-ada", "kode-asing", '"tak-ada" tidak ada di organisasi.xlsx › Jabatan'),
    ("tugas_fungsi › Tugas!A3", "tak-ada", "kode-asing", "organisasi.xlsx › Jabatan"),
    ("anggaran_realisasi › Sub Kegiatan!A3", "2.23.09.2.01.0001", "kode-asing", "cascade.xlsx › Nomenklatur"),
    ("kinerja_pelayanan › Sasaran Lalu!C2", "tak-ada", "kode-asing", "kinerja_pelayanan.xlsx › Indikator"),
    ("kinerja_pelayanan › Program Pendukung!B2", "2.23.09", "kode-asing", "cascade.xlsx › Nomenklatur"),
    ("cascade › Sasaran!B2", "T9", "kode-asing", "cascade.xlsx › Tujuan"),
    ("isu_strategis › Analisis!C2", "tak-ada", "kode-asing", "isu_strategis.xlsx › Isu"),
    ("profil › Pejabat!A2", "tak-ada", "kode-asing", "organisasi.xlsx › Jabatan"),
    # numbers
    ("anggaran_realisasi › Sub Kegiatan!C2", "15 juta", "data-bukan-angka", 'Anggaran 2022: sel berisi "15 juta"'),
    ("anggaran_realisasi › Sub Kegiatan!C2", True, "data-bukan-angka", "BENAR"),
    ("anggaran_realisasi › Sub Kegiatan!C2", 10**15, "data-bukan-angka", "15 angka"),
    ("anggaran_realisasi › Sub Kegiatan!C2", "9" * 5000, "data-bukan-angka", "999…"),
    ("anggaran_realisasi › Sub Kegiatan!C2", "1.234", "angka-rancu", '"1.234"'),
    ("anggaran_realisasi › Sub Kegiatan!C2", "Rp 1.234", "angka-rancu", '"Rp 1.234"'),
    ("anggaran_realisasi › Sub Kegiatan!C2", "1,234,567", "angka-rancu", '"1,234,567"'),
    ("anggaran_realisasi › Sub Kegiatan!C2", "12.5", "angka-rancu", '"12.5"'),
    ("anggaran_realisasi › Sub Kegiatan!C2", 1.5, "angka-tak-bulat", "1,5"),
    ("anggaran_realisasi › Sub Kegiatan!C2", -5, "angka-negatif", "-5"),
    ("anggaran_realisasi › Sub Kegiatan!C2", "#DIV/0!", "sel-galat", "#DIV/0!"),
    ("anggaran_realisasi › Sub Kegiatan!C2", "=B2*2", "rumus-belum-dihitung", "Anggaran 2022"),
    ("kinerja_pelayanan › Indikator!J3", "x", "data-bukan-angka", "Realisasi 2022"),
    ("pegawai › Golongan!C2", "dua", "data-bukan-angka", "Ruang: Madya"),
    ("pegawai › Status!B3", -1, "angka-negatif", "Jumlah"),
    ("sarana › Sarana!C3", None, "sel-kosong", "harus angka"),
    ("profil › Penduduk!B2", None, "sel-kosong", "harus bilangan bulat"),
    # years, dates, choices
    ("profil › Profil!B11", 24, "tahun-salah", "periode_awal: sel berisi 24; harus tahun empat angka"),
    ("profil › Profil!B11", 20244, "tahun-salah", "20244"),
    ("profil › Profil!B20", "5 Oktober 2023", "tanggal-salah", '"5 Oktober 2023"'),
    ("profil › Profil!B20", "2023-02-30", "tanggal-salah", "2023-02-30"),
    ("profil › Profil!B20", None, "sel-kosong", "harus tanggal"),
    ("profil › Penduduk!A2", 17, "tanggal-salah", "sel berisi 17"),
    ("pegawai › Keadaan!B2", "September 2023", "tanggal-salah", "2025-08"),
    ("pegawai › Keadaan!B2", "2023-13", "tanggal-salah", "2023-13"),
    ("pegawai › Keadaan!B2", None, "sel-kosong", "harus bulan"),
    ("organisasi › Jabatan!G3", "samping", "pilihan-salah", "lini, staf"),
    ("dasar_hukum › Dasar Hukum!E3", "Ya", "pilihan-salah", "ya, tidak"),
    ("profil › Desa!B2", "Dusun", "pilihan-salah", "Desa, Kelurahan"),
    # keys
    ("profil › Desa!A3", "hulu", "kunci-ganda", '"hulu" sudah ada di A2'),
    ("pegawai › Golongan!A3", "Golongan III", "kunci-ganda", "A2"),
    ("profil › Kerangka!A3", 1, "kunci-ganda", '"1" sudah ada di A2'),
    ("profil › Profil!A3", "jenes", "kunci-asing", '"jenes"'),
    ("profil › Profil!A3", None, "kunci-asing", 'kunci "" tidak dikenal'),
    ("profil › Profil!A3", "perangkat_daerah", "kunci-ganda", "sudah ada di B2"),
    # headers
    ("mitra › Mitra!D1", "Nama", "kolom-ganda", "sudah ada di B1"),
    ("mitra › Mitra!D1", "Alamat", "kolom-asing", '"Alamat" tidak dikenal; yang dikenal: Kode, Nama, Peran'),
    ("anggaran_realisasi › Sub Kegiatan!H1", "Pagu 2024", "kolom-asing", "Anggaran <tahun>"),
    ("pegawai › Golongan!E1", "Jumlah", "kolom-asing", "dihitung; jangan diketik"),
    ("kinerja_pelayanan › Unsur!B1", "unsur", "kolom-asing", '"unsur"'),
]


_SEL_ISI = sorted({s for s, *_ in SATU_SEL if not re.search(r"![A-Z]1$", s)})


def tempat(sel: str) -> str:
    """'mitra › Mitra!A2' as findings name it."""
    buku, _, sisa = sel.partition(" › ")
    return f"content/data/{buku}.xlsx › {sisa}"


def harus_ada(kantor: Kantor, kode: str, lokasi: str, pesan: str) -> None:
    isi, temuan = kantor.baca()
    assert isi is None
    kena = [t for t in temuan if t.kode == kode and t.tempat == lokasi]
    assert kena, list(temuan)
    assert pesan in kena[0].pesan


@pytest.mark.parametrize(
    ("sel", "nilai", "kode", "pesan"), SATU_SEL, ids=[f"{k}-{s}-{n!s:.9}" for s, n, k, _ in SATU_SEL]
)
def test_satu_sel(kantor: Kantor, sel: str, nilai: Any, kode: str, pesan: str) -> None:
    kantor.isi_sel(sel, nilai)
    harus_ada(kantor, kode, tempat(sel), pesan)


@pytest.mark.parametrize("sel", [s for s in _SEL_ISI if "Profil!A" not in s])
def test_hanya_satu_temuan(kantor: Kantor, sel: str) -> None:
    """A broken cell gives one finding, and no other place is blamed for it."""
    kantor.isi_sel(sel, "#VALUE!")
    _, temuan = kantor.baca()
    assert ringkas(temuan) == [("sel-galat", tempat(sel))]


def test_baris_tak_lengkap_dan_kolom_tak_berjudul(kantor: Kantor) -> None:
    kantor.isi_sel("mitra › Mitra!A3", "sekolah")
    kantor.isi_sel("mitra › Mitra!E9", "x")
    _, temuan = kantor.baca()
    harapan = [("kolom-asing", "E1"), *(("sel-kosong", s) for s in ("B3", "C3", "A9", "B9", "C9"))]
    assert ringkas(temuan) == [(k, tempat(f"mitra › Mitra!{s}")) for k, s in harapan]
    assert "kolom E berisi tetapi tidak berjudul" in temuan.galat[0].pesan


def test_utuh_tanpa_temuan(kantor: Kantor) -> None:
    isi, temuan = kantor.baca()
    assert isi is not None
    assert ringkas(temuan) == []


# ---------------------------------------------------------------- missing things

HILANG: list[tuple[str, str | None, str, str]] = [
    # (header cell, new header, sheet, part of the message)
    ("mitra › Mitra!B1", "Nma", "Mitra", 'kolom "Nama" tidak ada'),
    ("mitra › Mitra!B1", None, "Mitra", 'kolom "Nama" tidak ada'),
    ("anggaran_realisasi › Sub Kegiatan!D1", "Anggaran 2024", "Sub Kegiatan", "untuk tahun 2023"),
    ("anggaran_realisasi › Sub Kegiatan!E1", "Realisasi 2024", "Sub Kegiatan", '"Anggaran" tidak ada'),
    ("anggaran_realisasi › Sub Kegiatan!D1", "Anggaran 2032", "Sub Kegiatan", "2023, 2024, …, 2031"),
    ("anggaran_realisasi › Sub Kegiatan!D1", "Anggaran 2027", "Sub Kegiatan", "2023, 2024, 2025 dan 2026"),
    ("kinerja_pelayanan › Unsur!A1", "Nama", "Unsur", 'kolom "Unsur" tidak ada'),
    ("pegawai › Status!A1", "Kelompok", "Status", 'kolom "Status Kepegawaian" tidak ada'),
]


@pytest.mark.parametrize(("sel", "nilai", "lembar", "pesan"), HILANG, ids=[h[0] + str(h[1]) for h in HILANG])
def test_kolom_hilang(kantor: Kantor, sel: str, nilai: str | None, lembar: str, pesan: str) -> None:
    kantor.isi_sel(sel, nilai)
    buku = sel.partition(" › ")[0]
    harus_ada(kantor, "kolom-hilang", f"content/data/{buku}.xlsx › {lembar}", pesan)


@pytest.mark.parametrize("lembar", ["Golongan", "Pendidikan", "Jabatan", "Status", "Diklat"])
def test_kolom_nama_hilang_dari_matriks(kantor: Kantor, lembar: str) -> None:
    """Any other column could be the misspelt one: its words are not blamed for being no numbers."""
    kantor.isi_sel(f"pegawai › {lembar}!A1", "Klompok")
    _, temuan = kantor.baca()
    assert ringkas(temuan) == [("kolom-hilang", f"content/data/pegawai.xlsx › {lembar}")]


def test_kunci_hilang(kantor: Kantor) -> None:
    ubah(kantor, "profil", "Profil", lambda ws: ws.delete_rows(14))
    _, temuan = kantor.baca()
    assert ringkas(temuan) == [("kunci-hilang", "content/data/profil.xlsx › Profil")]
    assert 'kunci "luas_km2" tidak ada' in temuan.galat[0].pesan


def test_tahun_judul_salah(kantor: Kantor) -> None:
    kantor.isi_sel("anggaran_realisasi › Sub Kegiatan!D1", "Anggaran 1203")
    harus_ada(kantor, "tahun-salah", tempat("anggaran_realisasi › Sub Kegiatan!D1"), "antara 1945 dan 2100")


def test_tanpa_satu_pun_kolom_tahun(kantor: Kantor) -> None:
    ubah(kantor, "anggaran_realisasi", "Sub Kegiatan", lambda ws: ws.delete_cols(5, 3))
    harus_ada(
        kantor,
        "kolom-hilang",
        "content/data/anggaran_realisasi.xlsx › Sub Kegiatan",
        'tidak ada kolom "Realisasi <tahun>"',
    )


def test_tanpa_satu_pun_kolom_nilai(kantor: Kantor) -> None:
    ubah(kantor, "pegawai", "Jabatan", lambda ws: ws.delete_cols(2, 2))
    harus_ada(kantor, "kolom-hilang", "content/data/pegawai.xlsx › Jabatan", "tidak ada kolom nilai")


def test_judul_kunci_nilai(kantor: Kantor) -> None:
    kantor.isi_sel("pegawai › Keadaan!B1", "Isi")
    harus_ada(kantor, "kolom-hilang", tempat("pegawai › Keadaan!A1"), "Kunci dan Nilai")


def ubah(kantor: Kantor, buku: str, lembar: str, dengan: Callable[[Any], object]) -> None:
    path = kantor.data / f"{buku}.xlsx"
    wb = load_workbook(path)
    dengan(wb[lembar])
    wb.save(path)


@pytest.mark.parametrize(
    ("buku", "lembar"),
    [(b.nama, s.nama) for b in SEMUA_BUKU for s in b.lembar if not s.tunggal and not s.boleh_kosong],
    ids=lambda n: n,
)
def test_lembar_kosong(kantor: Kantor, buku: str, lembar: str) -> None:
    kantor.kosongkan(f"{buku} › {lembar}")
    _, temuan = kantor.baca()
    assert ringkas(temuan.galat) == [("lembar-kosong", f"content/data/{buku}.xlsx › {lembar}")]


def test_lembar_yang_boleh_kosong(kantor: Kantor) -> None:
    for lembar in ("Desa", "Batas", "Penduduk"):
        kantor.kosongkan(f"profil › {lembar}")
    isi, temuan = kantor.baca()
    assert isi is not None, list(temuan)
    assert (isi.desa, isi.batas, isi.penduduk) == ((), (), ())


def test_lembar_kosong_tanpa_kolom_tahun(kantor: Kantor) -> None:
    """A sheet that may be empty needs no year columns, as `renstra siapkan` leaves it; with rows it does."""
    ubah(kantor, "pendanaan", "Kontrol", lambda ws: (ws.delete_rows(2, 9), ws.delete_cols(2, 9)))
    isi, temuan = kantor.baca()
    assert isi is not None, list(temuan)
    assert isi.kontrol_pagu == ()
    ubah(kantor, "pendanaan", "Kontrol", lambda ws: ws.append(["total"]))
    harus_ada(kantor, "kolom-hilang", "content/data/pendanaan.xlsx › Kontrol", "Pagu <tahun>")


def test_lembar_hilang_dan_mirip(kantor: Kantor) -> None:
    ubah(kantor, "cascade", "Tujuan", lambda ws: setattr(ws, "title", "tujuan "))
    _, temuan = kantor.baca()
    assert ringkas(temuan) == [
        ("lembar-asing", "content/data/cascade.xlsx › tujuan "),
        ("lembar-hilang", "content/data/cascade.xlsx"),
    ]
    assert '"Tujuan" (tujuan renstra, menurut urutan cetak)' in temuan.galat[0].pesan


def test_lembar_tambahan_dibiarkan(kantor: Kantor) -> None:
    path = kantor.data / "mitra.xlsx"
    wb = load_workbook(path)
    wb.create_sheet("Catatan").append(["apa saja", 1])
    wb.save(path)
    isi, temuan = kantor.baca()
    assert isi is not None
    assert not len(temuan)


def test_buku_hilang(kantor: Kantor) -> None:
    (kantor.data / "mitra.xlsx").unlink()
    _, temuan = kantor.baca()
    assert ringkas(temuan) == [("buku-hilang", "content/data/mitra.xlsx")]
    assert "renstra siapkan" in temuan.galat[0].baris()


def test_folder_kosong(kantor: Kantor) -> None:
    for path in kantor.data.iterdir():
        path.unlink()
    _, temuan = kantor.baca()
    assert ringkas(temuan) == [("buku-hilang", f"content/data/{b.berkas}") for b in SEMUA_BUKU]


def test_buku_rusak_dan_ditolak(kantor: Kantor) -> None:
    (kantor.data / "mitra.xlsx").write_bytes(b"bukan zip")
    with zipfile.ZipFile(kantor.data / "sarana.xlsx", "a") as z:
        z.writestr("xl/vbaProject.bin", b"x")
    _, temuan = kantor.baca()
    assert ringkas(temuan) == [
        ("buku-ditolak", "content/data/sarana.xlsx"),
        ("buku-rusak", "content/data/mitra.xlsx"),
    ]


def test_berkas_asing(kantor: Kantor) -> None:
    for nama in ("lama.xls", "makro.xlsm", "biner.xlsb", "calc.ods", "ekspor.CSV", "catatan.txt", "tambahan.xlsx"):
        (kantor.data / nama).write_bytes(b"x")
    isi, temuan = kantor.baca()
    assert isi is not None
    harapan = ("biner.xlsb", "calc.ods", "ekspor.CSV", "lama.xls", "makro.xlsm")
    assert ringkas(temuan) == [("berkas-asing", f"content/data/{n}") for n in harapan]
    assert not temuan.galat


# ---------------------------------------------------------------- all at once


def test_semua_kesalahan_dilaporkan_sekaligus(kantor: Kantor) -> None:
    """Two cells of a row, a second row, another sheet, a header, a key sheet, another workbook and a missing one."""
    (kantor.data / "rpjmd.xlsx").unlink()
    for sel, nilai in (
        ("anggaran_realisasi › Sub Kegiatan!B2", "15 juta"),
        ("anggaran_realisasi › Sub Kegiatan!C2", -1),
        ("anggaran_realisasi › Sub Kegiatan!D4", "1.234"),
        ("dasar_hukum › Dasar Hukum!E2", "barangkali"),
        ("profil › Profil!B11", "dua ribu"),
        ("profil › Profil!A4", "nma"),
        ("profil › Profil!B5", 5),
        ("mitra › Mitra!B1", "Nama Mitra"),
        ("mitra › Mitra!A2", 5),
        ("mitra › Mitra!C2", None),
    ):
        kantor.isi_sel(sel, nilai)
    _, temuan = kantor.baca()
    assert sorted(ringkas(temuan)) == sorted(
        [
            ("buku-hilang", "content/data/rpjmd.xlsx"),
            ("data-bukan-angka", tempat("anggaran_realisasi › Sub Kegiatan!B2")),
            ("angka-negatif", tempat("anggaran_realisasi › Sub Kegiatan!C2")),
            ("angka-rancu", tempat("anggaran_realisasi › Sub Kegiatan!D4")),
            ("pilihan-salah", tempat("dasar_hukum › Dasar Hukum!E2")),
            ("data-bukan-angka", tempat("profil › Profil!B11")),
            ("kunci-asing", tempat("profil › Profil!A4")),
            ("kunci-hilang", "content/data/profil.xlsx › Profil"),
            ("teks-berisi-angka", tempat("profil › Profil!B5")),
            ("kolom-asing", tempat("mitra › Mitra!B1")),
            ("kolom-hilang", "content/data/mitra.xlsx › Mitra"),
            ("kode-bukan-teks", tempat("mitra › Mitra!A2")),
            ("sel-kosong", tempat("mitra › Mitra!C2")),
        ]
    )


# ---------------------------------------------------------------- what is read


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [("1.234.567", 1234567), ("Rp 1.000.000", 1000000), ("1234567", 1234567), (" 12 ", 12), ("-", 0)],
)
def test_angka_sebagai_teks(kantor: Kantor, teks: str, nilai: int) -> None:
    kantor.isi_sel("anggaran_realisasi › Sub Kegiatan!C2", teks)
    isi, temuan = kantor.baca()
    assert isi is not None
    assert isi.anggaran_realisasi[0].anggaran[2022].nilai == nilai
    assert ringkas(temuan) == [("angka-sebagai-teks", tempat("anggaran_realisasi › Sub Kegiatan!C2"))]
    assert f'"{teks}"' in temuan.peringatan[0].pesan


def test_kosong_dan_nol_berbeda(kantor_asli: Kantor) -> None:
    isi, _ = kantor_asli.baca()
    assert isi is not None
    assert isi.anggaran_realisasi[1].anggaran[2021].nilai is None
    assert isi.anggaran_realisasi[2].anggaran[2022].nilai == 0


def test_nilai_tahu_asalnya(kantor_asli: Kantor) -> None:
    isi, _ = kantor_asli.baca()
    assert isi is not None
    assert str(isi.mitra[0].nama.asal[0]) == tempat("mitra › Mitra!B2")
    assert str(isi.anggaran_realisasi[1].realisasi[2023].asal[0]) == tempat("anggaran_realisasi › Sub Kegiatan!G3")
    assert str(isi.profil.periode_awal.asal[0]) == tempat("profil › Profil!B11")
    assert str(isi.profil.tanggal.asal[0]) == tempat("profil › Profil!B20")
    assert str(isi.pegawai_golongan[1].sel["Tanpa Ruang"].asal[0]) == tempat("pegawai › Golongan!D3")
    assert str(isi.mitra[0].lokasi) == tempat("mitra › Mitra!A2")


def test_setiap_lembar_terbaca(kantor_asli: Kantor) -> None:
    isi, _ = kantor_asli.baca()
    assert isi is not None
    for buku in SEMUA_BUKU:
        for lembar in buku.lembar:
            ada = getattr(isi, lembar.medan)
            assert lembar.tunggal or len(ada) == len(DATA[buku.nama][lembar.nama][1])


def test_urutan_kolom_bebas(kantor: Kantor) -> None:
    ubah(kantor, "mitra", "Mitra", lambda ws: ws.move_range("A1:A2", cols=5))
    isi, temuan = kantor.baca()
    assert isi is not None, list(temuan)
    assert isi.mitra[0].kode == "sekolah"


def test_baris_kosong_dan_rumus_kosong_dilewati(kantor: Kantor) -> None:
    ubah(kantor, "mitra", "Mitra", lambda ws: ws.append(["  ", None, " "]))
    ubah(kantor, "mitra", "Mitra", lambda ws: ws.append([None, None, None]))
    ubah(kantor, "mitra", "Mitra", lambda ws: ws.append(["kampus", "Kampus", "Melatih"]))
    isi, temuan = kantor.baca()
    assert isi is not None, list(temuan)
    assert [m.kode for m in isi.mitra] == ["sekolah", "kampus"]


# ---------------------------------------------------------------- the same office from other programs


def _openpyxl(path: Path) -> None:
    load_workbook(path).save(path)


def _excel_strict(path: Path) -> None:
    """As Excel saves a 'Strict Open XML Spreadsheet': other namespaces, and strings kept apart from their cells."""
    with zipfile.ZipFile(path) as z:
        isi = {n: z.read(n) for n in z.namelist()}
    bersama: list[bytes] = []

    def pindahkan(m: re.Match[bytes]) -> bytes:
        bersama.append(m[2])
        return b'<c %st="s"><v>%d</v></c>' % (m[1], len(bersama) - 1)

    for n in (n for n in isi if n.startswith("xl/worksheets/sheet")):
        isi[n] = re.sub(rb'<c ([^>]*)t="inlineStr"><is>(.*?)</is></c>', pindahkan, isi[n])
    assert bersama
    isi["xl/sharedStrings.xml"] = b'<sst xmlns="%s">%s</sst>' % (MAIN, b"".join(b"<si>%s</si>" % x for x in bersama))
    with zipfile.ZipFile(path, "w") as z:
        for n, data in isi.items():
            z.writestr(n, data.replace(MAIN, MAIN_STRICT).replace(RELASI, RELASI_STRICT))


@pytest.mark.parametrize("simpan", [_openpyxl, _excel_strict])
def test_disimpan_program_lain(kantor: Kantor, kantor_asli: Kantor, simpan: Callable[[Path], None]) -> None:
    for path in kantor.data.iterdir():
        simpan(path)
    isi, temuan = kantor.baca()
    assert not len(temuan)
    assert isi == kantor_asli.baca()[0]


# ---------------------------------------------------------------- what may be absent


class _Butir(Baris):
    kode: Kode = Field(title="Kode", description="Kode")
    catatan: TeksBoleh = Field(None, title="Catatan", description="Catatan")
    cetak: YaTidak = Field(True, title="Cetak", description="Apakah dicetak")
    pagu: Annotated[dict[int, Rupiah], PerTahun("Pagu")] = Field({}, description="Pagu tiap tahun")


class _Ciri(Baris):
    batas: Bulat = Field(Angka(25), description="Batas")
    sebutan: TeksBoleh = Field(None, description="Sebutan")


BARU = Buku(
    "baru",
    "Contoh",
    (
        Lembar("Butir", "butir", _Butir, "Butir", kunci="kode", boleh_kosong=True),
        Lembar("Ciri", "ciri", _Ciri, "Ciri", tunggal=True),
    ),
)


def _baca(tmp_path: Path, lembar: dict[str, list[list[Any]]]) -> tuple[dict[str, Any], list[str]]:
    wb = Workbook()
    wb.active.title = "Petunjuk"
    for nama, baris in lembar.items():
        ws = wb.create_sheet(nama)
        for b in baris:
            ws.append(b)
    wb.save(tmp_path / "baru.xlsx")
    temuan = Kumpulan()
    return baca_buku(BARU, tmp_path / "baru.xlsx", "baru.xlsx", temuan), [t.kode for t in temuan]


def test_a_column_or_key_with_a_default_may_be_absent(tmp_path: Path) -> None:
    isi, kode = _baca(tmp_path, {"Butir": [["Kode"], ["a"]], "Ciri": [["Kunci", "Nilai"]]})
    (a,) = isi["butir"]
    assert (kode, a.kode, a.catatan, a.cetak, a.pagu) == ([], "a", None, True, {})
    assert (isi["ciri"].batas.nilai, isi["ciri"].sebutan) == (25, None)


def test_a_blank_cell_reads_as_the_default(tmp_path: Path) -> None:
    """The column that `renstra siapkan --perbarui` adds is blank at first."""
    butir = [["Kode", "Catatan", "Cetak", "Pagu 2024"], ["a", None, None, 5], ["b", "x", "tidak", None]]
    isi, kode = _baca(tmp_path, {"Butir": butir, "Ciri": [["Kunci", "Nilai"], ["batas", None], ["sebutan", "s"]]})
    a, b = isi["butir"]
    assert (kode, a.cetak, b.cetak, b.catatan, a.pagu[2024].nilai, b.pagu[2024].nilai) == (
        [],
        True,
        False,
        "x",
        5,
        None,
    )
    assert (isi["ciri"].batas.nilai, isi["ciri"].sebutan) == (25, "s")


def test_a_whole_sheet_that_may_be_absent(tmp_path: Path) -> None:
    isi, kode = _baca(tmp_path, {"Catatan": [["apa saja", "Kode"]]})
    assert (kode, isi["butir"], isi["ciri"].batas.nilai) == ([], (), 25)


@pytest.mark.parametrize(
    "lembar",
    [
        {"Butir 2026": [["Kode", "Catatan", "Cetak"], ["a", "b", "ya"]]},
        {"Ciri-ciri": [["Kunci", "Nilai"], ["batas", 3], ["sebutan", "x"]]},
    ],
)
def test_a_renamed_sheet_is_not_an_absent_one(tmp_path: Path, lembar: dict[str, list[list[Any]]]) -> None:
    """Its rows would be lost without a word."""
    assert _baca(tmp_path, lembar)[1] == ["lembar-hilang"]


def test_what_has_no_default_is_required(tmp_path: Path) -> None:
    assert _baca(tmp_path, {"Butir": [["Catatan"], ["x"]]})[1] == ["kolom-hilang"]


def test_years_of_an_optional_column_leave_no_gap(tmp_path: Path) -> None:
    assert _baca(tmp_path, {"Butir": [["Kode", "Pagu 2024", "Pagu 2026"], ["a", 1, 2]]})[1] == ["kolom-hilang"]


def test_a_sheet_that_may_be_empty_may_be_absent(kantor: Kantor) -> None:
    for nama in ("Desa", "Batas", "Nama Lain"):
        path = kantor.data / "profil.xlsx"
        wb = load_workbook(path)
        del wb[nama]
        wb.save(path)
    isi, temuan = kantor.baca()
    assert isi is not None and not len(temuan), list(temuan)
    assert (isi.desa, isi.batas, isi.nama_lain) == ((), (), ())
