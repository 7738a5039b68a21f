"""Rules over a Renja: its outline, the year's workbook, differences without a reason; and which other rules run."""

from __future__ import annotations

from pathlib import Path

import pytest
from kantor import Kantor, ringkas
from kantor_renja import sub, tempat, tulis_renja

from generator.model.koreksi import BUKU
from generator.pipeline import periksa
from generator.sources.buku_baru import tulis_buku
from generator.temuan import Temuan

SATU, DUA, LOMBA = "2.23.01.2.01.0001", "2.23.02.2.01.0001", "2.23.02.2.02.0003"
BERKAS = "content/data/renja/2025.xlsx"


def _temuan(kantor: Kantor, tahun: int = 2025) -> list[Temuan]:
    return list(periksa(tempat(kantor, tahun)).temuan)


def _berkode(kantor: Kantor, kode: str, tahun: int = 2025) -> list[Temuan]:
    return [t for t in _temuan(kantor, tahun) if t.kode == kode]


def _lengkap(kantor: Kantor) -> Path:
    """A workbook in which nothing is missing."""
    isi = {"Lokasi": "Kota", "Sumber_Dana": "PAD", "Kelompok_Sasaran": "Warga"}
    return tulis_renja(
        kantor.data,
        2025,
        Umum=[["tanggal", "2024-07-01", None]],
        Sub_Kegiatan=[sub(k, **isi) for k in (SATU, DUA, LOMBA)],
        Realisasi=[["kunjungan", None, None, 1300, None, 1400, None], ["puas", None, None, None, None, 81, None]],
        Usulan=[[None, "Taman baca", "musrenbang", None, None, None, None]],
        RKPD=[[DUA, "Kota", None, None, None, None, None]],
    )


# ---------------------------------------------------------------- the year's workbook


def test_a_missing_workbook_is_one_finding(kantor: Kantor) -> None:
    (t,) = _temuan(kantor)
    assert (t.kode, t.tempat, t.berat) == ("renja-buku-belum-ada", BERKAS, "peringatan")
    assert "renstra renja 2025 --siapkan" in t.obat


def test_a_complete_workbook_is_none(kantor: Kantor) -> None:
    _lengkap(kantor)
    assert _temuan(kantor) == []


@pytest.mark.parametrize(
    ("lembar", "isi", "di", "kata"),
    [
        ("Umum", [], "Umum", "tanggal belum diisi"),
        ("RKPD", [], "RKPD", "rancangan awal RKPD belum diisi"),
        ("Usulan", [], "Usulan", "usulan pemangku kepentingan belum diisi"),
        ("Realisasi", [["kunjungan", None, None, 1300, None, 1400, None]], "Realisasi", "kolom Perkiraan 2024 belum"),
        (
            "Realisasi",
            [["puas", None, None, None, None, 81, None]],
            "Realisasi",
            "kolom Realisasi 2023 belum diisi untuk",
        ),
        (
            "Sub_Kegiatan",
            [sub(SATU, Sumber_Dana="PAD")],
            "Sub Kegiatan",
            f"kolom Lokasi belum diisi untuk {SATU}, {DUA}",
        ),
    ],
)
def test_what_is_not_filled_in(kantor: Kantor, lembar: str, isi: list[list[object]], di: str, kata: str) -> None:
    _lengkap(kantor)
    semua = {
        "Umum": [["tanggal", "2024-07-01", None]],
        "Sub_Kegiatan": [sub(k, Lokasi="K", Sumber_Dana="P", Kelompok_Sasaran="W") for k in (SATU, DUA, LOMBA)],
        "Realisasi": [["kunjungan", *[None] * 2, 1300, None, 1400, None], ["puas", *[None] * 4, 81, None]],
        "Usulan": [[None, "Taman baca", "musrenbang", *[None] * 4]],
        "RKPD": [[DUA, "Kota", *[None] * 5]],
    }
    tulis_renja(kantor.data, 2025, **(semua | {lembar: isi}))
    temuan = _temuan(kantor)
    assert {t.kode for t in temuan} == {"renja-belum-diisi"}
    assert any(t.tempat == f"{BERKAS} › {di}" and kata in t.pesan for t in temuan), temuan


def test_rows_are_counted_in_one_finding_each(kantor: Kantor) -> None:
    tulis_renja(kantor.data, 2026)
    pesan = [t.pesan for t in periksa(tempat(kantor, 2026, "14-2026")).temuan if t.kode == "renja-belum-diisi"]
    (lalu,) = [p for p in pesan if p.startswith("kolom Realisasi 2024")]
    assert (
        lalu == "kolom Realisasi 2024 belum diisi untuk kunjungan, puas, 2.23.01, dan 7 lainnya"
    )  # not lomba: no target
    assert not any(p.startswith("kolom Realisasi s.d. 2023") for p in pesan)  # before the plan


# ---------------------------------------------------------------- differences


def test_a_difference_without_reason(kantor: Kantor) -> None:
    path = _lengkap(kantor)
    path.unlink()
    tulis_renja(kantor.data, 2025, Sub_Kegiatan=[sub(DUA, Pagu=650), sub(SATU, Pagu=1000, Alasan="Efisiensi")])
    (t,) = _berkode(kantor, "renja-tanpa-alasan")
    assert t.tempat == f"{BERKAS} › Sub Kegiatan!B2" and t.pokok == f"2025 {DUA} Pagu"
    assert "650, dalam Renstra 600" in t.pesan


def test_a_changed_target_without_reason(kantor: Kantor) -> None:
    tulis_renja(kantor.data, 2025, Target=[["eksemplar", 365, None], ["puas", 82, "Survei baru"]])
    (t,) = _berkode(kantor, "renja-tanpa-alasan")
    assert t.tempat == f"{BERKAS} › Target!B2" and "Jumlah Eksemplar" in t.pesan


def test_an_accepted_difference_is_no_longer_reported(kantor: Kantor) -> None:
    tulis_renja(kantor.data, 2025, Sub_Kegiatan=[sub(DUA, Pagu=650)])
    judul = ["Temuan", "Pokok", "Alasan", "Butir Audit"]
    isi = [["renja-tanpa-alasan", f"2025 {DUA} Pagu", "Menunggu RKPD", None]]
    tulis_buku(BUKU, kantor.data / "koreksi.xlsx", {"Penerimaan": (judul, isi)})
    assert not _berkode(kantor, "renja-tanpa-alasan")
    assert not _berkode(kantor, "penerimaan-usang")


# ---------------------------------------------------------------- the outline


def test_the_outline_is_that_of_the_year(kantor: Kantor) -> None:
    """2026 follows 14-2026, which has one chapter only; 86-2017 wants Bab 2 with its table."""
    assert not _berkode(kantor, "bagian-hilang")
    t = tempat(kantor, 2026, "14-2026")
    assert not [x for x in periksa(t).temuan if x.kode == "bagian-hilang"]


def test_a_table_that_is_not_placed(kantor: Kantor) -> None:
    t = tempat(kantor, 2025)
    bab = t.naskah / "86-2017" / "20-bab-2.md"
    bab.write_text(bab.read_text(encoding="utf-8").partition("Lihat")[0] + "Kosong.\n", encoding="utf-8")
    temuan = [x for x in periksa(t).temuan if x.kode == "bagian-hilang"]
    assert ringkas(temuan) == [("bagian-hilang", "content/data/profil.xlsx › Kerangka Renja!A4")]
    assert "@tabel:tc-33 tidak ditempatkan di bagian 2.1 Program" in temuan[0].pesan


def test_a_missing_chapter_and_another_title(kantor: Kantor) -> None:
    t = tempat(kantor, 2025)
    (t.naskah / "86-2017" / "20-bab-2.md").unlink()
    satu = t.naskah / "86-2017" / "10-bab-1.md"
    satu.write_text(satu.read_text(encoding="utf-8").replace("PENDAHULUAN", "PEMBUKA"), encoding="utf-8")
    temuan = {x.kode: x.pesan for x in periksa(t).temuan}
    assert temuan["bagian-hilang"] == "bab 2 RENCANA tidak ada dalam naskah"
    assert temuan["judul-bab-berbeda"] == 'bab 1 berjudul "PEMBUKA", dalam kerangka "PENDAHULUAN"'


def test_a_table_of_a_chapter_as_a_whole(kantor: Kantor) -> None:
    kantor.isi_sel("profil › Kerangka Renja!D3", "tabel:tc-33; tabel:tc-29")
    (t,) = _berkode(kantor, "bagian-hilang")
    assert t.pesan == "@tabel:tc-29 tidak ditempatkan di bab 2"


# ---------------------------------------------------------------- other rules


def test_chapters_are_checked_like_the_renstras(kantor: Kantor) -> None:
    t = tempat(kantor, 2025)
    satu = t.naskah / "86-2017" / "10-bab-1.md"
    satu.write_text(satu.read_text(encoding="utf-8") + "\nPagu pagu itu cukup.\n", encoding="utf-8")
    kode = {x.kode: x.tempat for x in periksa(t).temuan}
    assert kode["kata-ganda"] == "content/chapters/renja/86-2017/10-bab-1.md:13"


def test_faults_of_the_plan_are_said_of_the_renstra_only(kantor: Kantor) -> None:
    kantor.isi_sel("mitra › Mitra!C2", "Mengirim mengirim murid")
    kode = {x.kode for x in _temuan(kantor)}
    assert kode == {"renja-buku-belum-ada"}


def test_words_of_the_years_workbook_are_checked(kantor: Kantor) -> None:
    tulis_renja(kantor.data, 2025, Usulan=[[None, "Taman taman baca", "musrenbang", *[None] * 4]])
    (t,) = _berkode(kantor, "kata-ganda")
    assert t.tempat == f"{BERKAS} › Usulan!B2"
