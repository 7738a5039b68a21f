"""Rules over what is typed: each finds what it should in the fictitious office, and lets sound text be.

A rule taken out of `ATURAN` leaves its cases without findings.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from kantor import Kantor

from generator.berkas import Bacaan
from generator.periksa import naskah
from generator.periksa.bahan import Bahan
from generator.periksa.naskah.kamus import folder_kamus
from generator.sources.kamus import baca_kamus
from generator.sources.naskah import baca_naskah
from generator.temuan import KATALOG, Kumpulan, Temuan

# words of the office that the dictionary lacks, each with its reason where it is no ordinary word
KAMUS = """# kata kantor contoh
dirinci
eks # eksemplar
kabid
kadis
ikk
iku
ketercapaian
literasi
pegawai-diklat
pemustaka
renstra
sekdis
"""
NOMENKLATUR, HUKUM, MITRA = "cascade › Nomenklatur!", "dasar_hukum › Dasar Hukum!", "mitra › Mitra!"
URAIAN, PERAN = "strategi › Strategi!C2", "mitra › Mitra!C2"
NAMA, KELUARAN = NOMENKLATUR + "B4", "cascade › Rencana!C4"  # of one sub kegiatan
LEMBARAN = (
    "(Lembaran Negara Republik Indonesia Tahun {} Nomor {}, Tambahan Lembaran Negara Republik Indonesia Nomor {})"
)
TABEL = "Lihat @tabel:sarana.\n\n::: tabel sarana\nSarana\n:::\n\n"


def periksa(kantor: Kantor, tmp_path: Path, lain: tuple[str, ...] = ()) -> dict[tuple[str, str], Temuan]:
    """The findings of the rules by code and subject; the content must be readable."""
    kamus = tmp_path / "kamus.txt"
    kamus.write_text(KAMUS, encoding="utf-8")
    konteks = kantor.konteks()
    dokumen, temuan = kantor.susun(konteks)
    assert dokumen is not None, list(temuan)
    bab = baca_naskah(kantor.naskah, Kumpulan(), "content/chapters/renstra")
    kata = baca_kamus(kamus, "content/kamus.txt", Kumpulan(), Bacaan())
    bahan = Bahan(konteks, dokumen, bab, lain, kata)
    return {(t.kode, t.pokok): t for a in naskah.ATURAN for t in a.periksa(bahan)}


def test_kantor_seadanya(kantor_asli: Kantor, tmp_path: Path) -> None:
    assert set(periksa(kantor_asli, tmp_path)) == {("hukum-luar-daftar", "perwali-9")}


# ---------------------------------------------------------------- chapters

# code, text of a chapter, subject of the finding, part of its message or remedy
BAB_SALAH: list[tuple[str, str, str, str]] = [
    ("angka-diketik", "Pagunya Rp5.190 untuk semua tahun.", "Rp5.190", "{{ rencana.pagu_jumlah | rupiah }}"),
    ("angka-diketik", "Ada 4 (empat) sub kegiatan di 2 program.", "2 program", "{{ rencana.program.jumlah }}"),
    ("angka-diketik", "Penduduk perempuan 500 jiwa.", "500 jiwa", "{{ penduduk.perempuan }}"),
    ("angka-diketik", "Luasnya 12,5 km.", "12,5 km", "{{ profil.luas_km2 | angka(1) }}"),
    ("angka-diketik", "Capaian kunjungan 90% tahun itu.", "90%", "| persen(0) }}"),
    ("tahun-diketik", "Rencana 2024–2026 ini.", "Rencana 2024", "{{ periode }}"),
    ("tahun-diketik", "Berlaku sampai tahun 2026.", "tahun 2026", "{{ periode.akhir }}"),
    ("bilangan-diketik", "Selama tiga tahun.", "tiga tahun", "{{ periode.lama | terbilang }}"),
    ("bilangan-diketik", "Ada sembilan strategi.", "sembilan strategi", "menurut data 3"),
    ("angka-lepas", "Ada 31 hal.", "31 hal", "tidak sama dengan data"),
    ("angka-lepas", "Naik 116,94 %.", "116,94%", ""),
    ("angka-lepas", "Menurut formulir (T-C.5).", "formulir T-C.5", ""),
    ("angka-lepas", 'Hasilnya {{ "31 buah" if periode.lama > 1 else "" }}.', "31 buah", ""),
    ("terbilang-salah", "Ada 31 (tiga puluh dua) hal.", "31 (tiga puluh dua)", "berarti 32"),
    ("terbilang-salah", "Ada tiga puluh dua (31) hal.", "tiga puluh dua (31)", "berarti 32"),
    ("terbilang-salah", "Ada {{ strategi.jumlah }} (dua) hal.", "3 (dua)", "berarti 2"),
    ("klaim-diketik", "Capaian itu konsisten di atas target.", "Capaian itu konsisten di atas target", ""),
    ("klaim-diketik", "Seluruh pegawai menduduki jabatan.", "Seluruh pegawai menduduki jabatan", ""),
    ("klaim-diketik", "Semua PNS yang tercatat telah mengikutinya.", "Semua PNS yang tercatat telah mengikutinya", ""),
    ("nama-diketik", "Kota Rawa Contoh maju.", "Kota Rawa Contoh", "{{ profil.daerah }}"),
    ("nama-diketik", "Dibantu Sekretaris Dinas.", "Sekretaris Dinas", '{{ jabatan["sekretaris"].nama }}'),
    (
        "nama-diketik",
        "Program Pembinaan Perpustakaan.",
        "Program Pembinaan Perpustakaan",
        '{{ rencana["2.23.02"].nama }}',
    ),
    (
        "nama-diketik",
        "Tujuan “Mewujudkan masyarakat gemar membaca” itu.",
        "Mewujudkan masyarakat gemar membaca",
        'berbeda dari "Terwujudnya masyarakat gemar membaca"',
    ),
    ("nama-asing", "Warga Kecamatan Seberang Laut.", "Seberang Laut", "Seberang Laut"),
    ("nama-asing", "Itu pemePerpustakaanan.", "pemePerpustakaanan", '"pemenuhan"'),
    ("ejaan-nama", "Program Pembinaan Perpustakaaan.", "program pembinaan perpustakaaan", "perpustakaan"),
    ("ejaan-nama", "Pembudayaan Gemarmembaca.", "pembudayaan gemarmembaca", '"gemar membaca"'),
    ("rujukan-diketik", TABEL + "Pada Tabel 1.1 itu.", "Tabel 1.1", "@tabel:sarana"),
    ("rujukan-diketik", "Pada Bab I itu.", "Bab I", "@bab:1"),
    ("rujukan-buntu", TABEL + "Pada Tabel 1.7 itu.", "Tabel 1.7", "tidak ada"),
    ("rujukan-buntu", "Pada BAB IX itu.", "BAB IX", "tidak ada"),
    ("rujukan-buntu", "Rinciannya sebagaimana terlampir.", "sebagaimana terlampir", "tidak berlampiran"),
    ("hukum-diketik", "Menurut UU 43/2007.", "UU 43/2007", '{{ hukum["uu-43-2007"].sebutan }}'),
    (
        "hukum-tanpa-baris",
        "Menurut Peraturan Daerah Kota Contoh Nomor 9 Tahun 2019.",
        "Peraturan Daerah Kota Contoh Nomor 9 Tahun 2019",
        "maksudnya Peraturan Wali Kota Nomor 9 Tahun 2019?",
    ),
    ("hukum-luar-daftar", 'Menurut {{ hukum["perwali-9"].judul }}.', "perwali-9", "tidak tercantum"),
    ("hukum-judul", "Undang-Undang Nomor 43 Tahun 2007 tentang Perbukuan.", "uu-43-2007", '"Perbukuan"'),
    ("kata-ganda", "Hal yang yang lain.", "yang yang", ""),
    ("kata-ganda", "Pada Dinas {{ profil.perangkat_daerah }}.", "dinas dinas", ""),
    ("tanda-baca-ganda", "Hal itu,, lalu.", "Hal itu,, lalu.", '",,"'),
    ("tanda-baca-ganda", "Hal itu .", "Hal itu .", '" ."'),
    ("tanda-baca-ganda", "{{ hukum.daftar[0].sebutan ~ '.' }}.", "Nomor 43 Tahun 2007..", '".."'),
    ("spasi-ganda", "Hal  itu.", "Hal itu.", ""),
    ("spasi-ganda", "Hal {{ '' }} itu.", "Hal itu.", ""),
    ("kurung-pincang", "Hal (itu.", "Hal (itu.", "tidak ditutup"),
    ("kurung-pincang", "Hal itu).", "Hal itu).", "tanpa pembuka"),
    ("kurung-pincang", "Hal “itu.", "Hal “itu.", "tidak ditutup"),
    ("kurung-pincang", 'Hal "itu.', 'Hal "itu.', "petik"),
    ("kalimat-terputus", "Hal itu berhenti di tengah", "Hal itu berhenti di tengah", ""),
    ("kalimat-terputus", "1. Hal itu selesai;\n1. hal lain yang putus\n1. dan selesai.", "hal lain yang putus", ""),
    ("teks-sementara", "Lorem ipsum dolor.", "Lorem ipsum", ""),
    ("teks-sementara", "Nomor … Tahun itu.", "Nomor …", ""),
    ("teks-sementara", "Hal [isi di sini].", "[isi di sini]", ""),
    ("kata-tak-dikenal", "Meningktanya layanan, meningktanya.", "meningktanya", "(2 kali) tidak dikenal kamus"),
    ("kata-tak-dikenal", "SInergi itu.", "sinergi", 'maksudnya "sinergi"?'),
    ("kata-tak-dikenal", "## PENYENGGARAAN LAYANAN\n\nHal itu.", "penyenggaraan", ""),
]

# code, text of a chapter in which the rule finds nothing
BAB_BENAR: list[tuple[str, str]] = [
    ("angka-diketik", "Pagunya {{ rencana.pagu_jumlah | rupiah }}."),
    ("angka-diketik", "Menurut Undang-Undang Nomor 43 Tahun 2007, Pasal 9 ayat (2) huruf a."),
    ("tahun-diketik", "Berlaku sampai tahun {{ periode.akhir }}, dan tahun 1999 lewat."),
    ("bilangan-diketik", "Selama dua tahun terakhir satu kegiatan atau lebih."),
    ("angka-lepas", "Pada S1/D4, PBB-P2, dan COVID-19:\n\n1. satu;\n2. dua.\n\n1) tiga."),
    ("angka-lepas", "{% if periode.lama > 31 %}\nHal itu.\n{% endif %}\nLihat {# 77 #} itu."),
    (
        "terbilang-salah",
        "Ada 31 (tiga puluh satu) dan Rp2.500,00 (dua ribu lima ratus rupiah), lihat (3) dan 7 (satu kota).",
    ),
    ("klaim-diketik", "Nilai tertinggi ialah {{ penduduk.jumlah }}."),
    ("nama-diketik", "{{ profil.daerah }} menurut Peraturan Wali Kota itu."),
    ("nama-diketik", "Layanan Perpustakaan, Hulu, dan Hilir."),
    ("nama-asing", "Pemenuhan itu berbatasan dengan {{ batas.utara | daftar }}."),
    ("ejaan-nama", "Pembinaan dan pengelolaan perpustakaan."),
    ("rujukan-diketik", TABEL + "Pada @tabel:sarana dan Bab I Undang-Undang itu."),
    ("rujukan-buntu", "Pada Lampiran III Peraturan Menteri itu."),
    ("hukum-diketik", '{{ hukum["uu-43-2007"].judul }}.'),
    ("hukum-tanpa-baris", "Menurut Undang-Undang Nomor 43 Tahun 2007."),
    ("hukum-luar-daftar", '{{ hukum["uu-43-2007"].judul }}.'),
    ("hukum-judul", "Undang-Undang Nomor 43 Tahun 2007 tentang Perpustakaan (Lembaran Negara)."),
    (
        "kata-ganda",
        "Hal demi hal, jalan-jalan. Hal\n{% if periode.lama > 1 %}\nitu\n{% else %}\nitu\n{% endif %}\nsama.",
    ),
    ("tanda-baca-ganda", "Hal itu dsb., lalu … lain."),
    ("spasi-ganda", "- Hal itu.\n    - Hal lain."),
    ("kurung-pincang", "a) hal (itu) “baik” 2°03’00”."),
    ("kalimat-terputus", "**Tujuan: hal itu semua**\n\n- satu\n- dua\n\n> “hal yang dikutip itu”"),
    ("teks-sementara", "Hal … itu (lain)."),
    ("kata-tak-dikenal", "RPJMD, *outcome*, non-ASN, antarkota, dihimpun, S1, literasinya."),
]

BERKAMUS = {"kata-tak-dikenal", "ejaan-nama", "nama-asing", "nama-diketik"}


@pytest.fixture(autouse=True)
def _kamus(request: pytest.FixtureRequest) -> None:
    """Without the dictionary its rules cannot be tried; CI has it."""
    kode = getattr(request.node, "callspec", None) and request.node.callspec.params.get("kode")
    if kode in BERKAMUS and folder_kamus() is None and "CI" not in os.environ:
        pytest.skip("kamus hunspell id_ID tidak ada")


@pytest.mark.parametrize(("kode", "isi", "pokok", "pesan"), BAB_SALAH)
def test_bab_salah(kantor: Kantor, tmp_path: Path, kode: str, isi: str, pokok: str, pesan: str) -> None:
    kantor.satu_bab(f"\n{isi}\n")
    temuan = periksa(kantor, tmp_path, ("Seberang Laut", "Nuh"))
    assert (kode, pokok) in temuan, list(temuan)
    t = temuan[kode, pokok]
    assert pesan in f"{t.pesan} {t.obat}"
    assert t.tempat.startswith("content/chapters/renstra/bab.md:")


@pytest.mark.parametrize(("kode", "isi"), BAB_BENAR)
def test_bab_benar(kantor: Kantor, tmp_path: Path, kode: str, isi: str) -> None:
    kantor.satu_bab(f"\n{isi}\n")
    assert [p for k, p in periksa(kantor, tmp_path, ("Seberang Laut", "nuh")) if k == kode] == []


# ---------------------------------------------------------------- cells

# code, cells to change, subject of the finding, its place, part of its message
SEL_SALAH: list[tuple[str, dict[str, Any], str, str, str]] = [
    ("terbilang-salah", {URAIAN: "Menambah 31 (tiga puluh dua) buku"}, "31 (tiga puluh dua)", URAIAN, ""),
    ("nama-asing", {URAIAN: "Membina Dinas Kelautan"}, "Kelautan", URAIAN, ""),
    ("nama-asing", {PERAN: "Itu PEMEPERPUSTAKAANAN HAL"}, "PEMEPERPUSTAKAANAN", PERAN, '"PEMENUHAN"'),
    (
        "ejaan-nama",
        {NOMENKLATUR + "B9": "Ketertiban Perdesaan", URAIAN: "Usaha pedesaan"},
        "usaha pedesaan",
        URAIAN,
        "",
    ),
    ("ejaan-nama", {MITRA + "B2": "Bapperida", URAIAN: "Bersama Baperida"}, "bersama baperida", URAIAN, ""),
    ("ejaan-nama", {MITRA + "B2": "TP PKK Kota", URAIAN: "Bersama TP PPK Kota"}, "tp ppk kota", URAIAN, ""),
    ("ejaan-nama", {NOMENKLATUR + "B9": "Layanan Nonbuku", URAIAN: "Hal non buku"}, "non buku", URAIAN, ""),
    (
        "ejaan-nama",
        {NOMENKLATUR + "B7": "Pengadaan Gedung Kantor atau Bangunan Lain", URAIAN: "Pengadaan Gedung atau Bangunan"},
        "pengadaan gedung atau bangunan",
        URAIAN,
        '"pengadaan gedung kantor atau bangunan"',
    ),
    (
        "ejaan-nama",
        {NAMA: "Penyediaan Bahan Logistik", KELUARAN: "Tersedianya Bahan Logistik Kantor"},
        "2.23.01.2.01.0001: Kantor",
        NAMA,
        "berbeda pada",
    ),
    (
        "ejaan-nama",
        {NAMA: "Penyusunan Dokumen DKA-SKPD", KELUARAN: "Tersusunnya Dokumen DPA-SKPD"},
        "2.23.01.2.01.0001: DKA-SKPD / DPA-SKPD",
        NAMA,
        "",
    ),
    (
        "ejaan-nama",
        {"profil › Desa!A2": "huluraya", "profil › Desa!C2": "Hulu Raya"},
        "huluraya",
        "profil › Desa!C2",
        "",
    ),
    ("rujukan-buntu", {PERAN: "Lihat Tabel IV itu"}, "Tabel IV", PERAN, ""),
    ("hukum-tanpa-baris", {PERAN: "menurut UU 1/2001"}, "UU 1/2001", PERAN, ""),
    (
        "hukum-judul",
        {HUKUM + "B2": "Undang-Undang Nomor 25 Tahun 2009", HUKUM + "C2": "Layanan"},
        "uu-43-2007",
        HUKUM + "C2",
        '"Pelayanan Publik"',
    ),
    (
        "hukum-judul",
        {HUKUM + "C3": "Pelaksanaan Undang-Undang Nomor 43 Tahun 2007 tentang Buku"},
        "uu-43-2007",
        HUKUM + "C3",
        'di dasar_hukum.xlsx "Perpustakaan"',
    ),
    (
        "hukum-lembaran",
        {HUKUM + "D2": LEMBARAN.format(2007, 9, 300), HUKUM + "D3": LEMBARAN.format(2019, 5, 5)},
        "perwali-9",
        HUKUM + "D3",
        "",
    ),
    (
        "hukum-diganti",
        {HUKUM + "B2": "Keputusan Menteri Dalam Negeri Nomor 050-5889 Tahun 2021", "profil › Profil!B20": 46000},
        "uu-43-2007",
        HUKUM + "B2",
        "31 Juli 2025",
    ),
    ("kata-ganda", {URAIAN: "Hal yang yang itu"}, "yang yang", URAIAN, ""),
    ("tanda-baca-ganda", {URAIAN: "Hal itu,, lalu"}, "Hal itu,, lalu", URAIAN, ""),
    ("kurung-pincang", {URAIAN: "Hal (itu"}, "Hal (itu", URAIAN, ""),
    (
        "kalimat-terputus",
        {PERAN: "Sekolah mengirim murid. Sekolah juga mengirim"},
        "mengirim murid. Sekolah juga mengirim",
        PERAN,
        "",
    ),
    ("teks-sementara", {PERAN: "…"}, "…", PERAN, ""),
    ("kata-tak-dikenal", {URAIAN: "Membina kompenen"}, "kompenen", URAIAN, '"komponen"'),
]
# code, cells to change; the rule finds nothing
SEL_BENAR: list[tuple[str, dict[str, Any]]] = [
    ("terbilang-salah", {URAIAN: "Menambah 31 (tiga puluh satu) buku"}),
    ("nama-asing", {"profil › Batas!B2": "Kecamatan Kelautan", URAIAN: "Bersama Kecamatan Kelautan"}),
    ("nama-asing", {MITRA + "B2": "Polsek Kelautan", PERAN: "Polsek Kelautan menjaga warga"}),
    ("nama-asing", {URAIAN: "Usaha Kelautan"}),
    ("nama-asing", {HUKUM + "C3": "Pembentukan Perhutanan Sosial"}),
    ("ejaan-nama", {NAMA: "Pengadaan Baju Kelengkapannya", KELUARAN: "Tersedianya Baju Kelengkapan"}),
    ("ejaan-nama", {NAMA: "Evaluasi Kinerja Dinas", KELUARAN: "Terlaksananya Evaluasi Kinerja Dinas"}),
    ("rujukan-buntu", {PERAN: "Tabel IV: hal itu"}),
    (
        "hukum-judul",
        {
            HUKUM + "B2": "Undang-Undang Republik Indonesia Nomor 59 Tahun 2024",
            HUKUM + "C2": "Rencana Pembangunan Jangka Panjang Nasional, Tahun 2025 – 2045",
        },
    ),
    ("hukum-tanpa-baris", {HUKUM + "D2": "sebagaimana diubah dengan Undang-Undang Nomor 9 Tahun 2015"}),
    ("hukum-lembaran", {HUKUM + "D2": LEMBARAN.format(2007, 9, 300), HUKUM + "D3": LEMBARAN.format(2019, 5, 305)}),
    ("hukum-diganti", {HUKUM + "B2": "Keputusan Menteri Dalam Negeri Nomor 050-5889 Tahun 2021"}),
    ("kurung-pincang", {URAIAN: "a) hal (itu), b) hal lain"}),
    ("kalimat-terputus", {PERAN: "Mengirim murid"}),
    ("kata-tak-dikenal", {"profil › Batas!B2": "Kota Xyzurbia", URAIAN: "Bersama Xyzurbia"}),
]


@pytest.mark.parametrize(("kode", "sel", "pokok", "tempat", "pesan"), SEL_SALAH)
def test_sel_salah(
    kantor: Kantor, tmp_path: Path, kode: str, sel: dict[str, Any], pokok: str, tempat: str, pesan: str
) -> None:
    for alamat, nilai in sel.items():
        kantor.isi_sel(alamat, nilai)
    temuan = periksa(kantor, tmp_path, ("Nuh",))
    assert (kode, pokok) in temuan, list(temuan)
    assert temuan[kode, pokok].tempat == f"content/data/{tempat.replace(' › ', '.xlsx › ')}"
    assert pesan in f"{temuan[kode, pokok].pesan} {temuan[kode, pokok].obat}"


@pytest.mark.parametrize(("kode", "sel"), SEL_BENAR)
def test_sel_benar(kantor: Kantor, tmp_path: Path, kode: str, sel: dict[str, Any]) -> None:
    for alamat, nilai in sel.items():
        kantor.isi_sel(alamat, nilai)
    dasar = {"perwali-9"} if kode == "hukum-luar-daftar" else set()
    assert {p for k, p in periksa(kantor, tmp_path) if k == kode} == dasar


def test_dua_spasi_dalam_sel(kantor: Kantor) -> None:
    """Printed as one, and reported where the workbook is read: a word may be missing."""
    kantor.isi_sel(URAIAN, "Gedung  atau bangunan")
    isi, temuan = kantor.baca()
    assert isi is not None and isi.strategi[0].uraian == "Gedung atau bangunan"
    assert [(t.kode, t.tempat, t.pokok) for t in temuan] == [
        ("spasi-ganda", "content/data/strategi.xlsx › Strategi!C2", "Gedung atau")
    ]


def test_tanpa_kamus(kantor_asli: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RENSTRA_KAMUS", str(tmp_path))
    assert set(periksa(kantor_asli, tmp_path)) == {("hukum-luar-daftar", "perwali-9"), ("kamus-tidak-ada", "kamus")}


def test_setiap_aturan_diuji() -> None:
    diuji = {k for k, *_ in (*BAB_SALAH, *SEL_SALAH)} | {"kamus-tidak-ada"}
    assert diuji == {a.kode for a in naskah.ATURAN} <= KATALOG.keys()
