"""The agreements of the fictitious office as a document: pages, promises, annexes, signatures, how they add up."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from kantor import Kantor, blok, isi_tabel, judul, paragraf, tabel
from kantor_pk import TEMPLAT_PK, bahan, tempat
from kantor_renja import sub, tulis_renja

from generator.pemuatan import muat
from generator.periksa.struktur import periksa_docx
from generator.temuan import GagalSusun, Kumpulan
from generator.tree.nodes import (
    Contents,
    Document,
    Heading,
    LineBreak,
    Particulars,
    SignaturePair,
    Table,
    plain,
)
from generator.tree.penomoran import nomori
from generator.writers.docx.dokumen import tulis_docx
from generator.writers.docx.templat import muat_templat

SATU, DUA, LOMBA = "2.23.01.2.01.0001", "2.23.02.2.01.0001", "2.23.02.2.02.0003"
TITIK = "." * 24
Ubah = Callable[[str], Document]


@pytest.fixture(scope="module")
def dokumen(kantor_asli: Kantor, tmp_path_factory: pytest.TempPathFactory) -> Document:
    folder = Path(shutil.copytree(kantor_asli.folder, tmp_path_factory.mktemp("pk") / "content"))
    return bahan(Kantor(folder), 2025).dokumen


@pytest.fixture
def naskah(kantor: Kantor) -> Ubah:
    """The document of one chapter without a title in its head."""

    def susun(isi: str) -> Document:
        folder = kantor.folder / "chapters" / "pk"
        folder.mkdir(exist_ok=True)
        (folder / "a.md").write_text(f"---\ndepan: true\n---\n{isi}", encoding="utf-8")
        return bahan(kantor, 2025).dokumen

    return susun


def salah(naskah: Ubah, isi: str) -> list[tuple[str, str, str]]:
    with pytest.raises(GagalSusun) as e:
        naskah(isi)
    return [(t.kode, t.tempat.rpartition("/")[2], t.pesan) for t in e.value.temuan.galat]


# ---------------------------------------------------------------- pages and titles


def test_title_and_meta(dokumen: Document) -> None:
    assert dokumen.title == "Perjanjian Kinerja Dinas Perpustakaan Kota Rawa Contoh Tahun 2025"
    assert {n: str(dokumen.meta[n]) for n in ("judul", "periode", "tahun", "tanggal")} == {
        "judul": "PERJANJIAN KINERJA",
        "periode": "2025",
        "tahun": "2025",
        "tanggal": "2023-10-05",  # of the file only: the day of the agreements is not known
    }


def test_each_agreement_and_each_annex_is_a_page_with_its_title(dokumen: Document) -> None:
    siapa = [
        *("KEPALA DINAS PERPUSTAKAAN", "SEKRETARIS DINAS PERPUSTAKAAN"),
        "KEPALA BIDANG LAYANAN DINAS PERPUSTAKAAN KOTA RAWA CONTOH",
    ]
    jenis = ("PERJANJIAN KINERJA", "LAMPIRAN PERJANJIAN KINERJA")
    assert [(h.level, h.number, plain(h.content)) for h in judul(dokumen)] == [
        (1, "", "DAFTAR ISI"),
        *((1, "", f"{j} TAHUN 2025 {s}") for s in siapa for j in jenis),
        (1, "", "REKAPITULASI PERJANJIAN KINERJA"),
    ]
    assert sum(isinstance(n, LineBreak) for n in judul(dokumen)[1].content) == 1
    (daftar,) = (b for b in blok(dokumen) if isinstance(b, Contents))
    assert [e.text for e in daftar.entries] == [plain(h.content) for h in judul(dokumen)]


def test_pages_are_numbered_in_arabic_where_there_is_no_chapter(dokumen: Document, naskah: Ubah) -> None:
    """From the first agreement on; the contents before it have a Roman number."""
    bagian = [(s.numbering, s.restart, s.landscape) for s in dokumen.sections]
    assert bagian == [("romawi", True, False), ("angka", True, False)]
    assert [plain(b.content) for b in dokumen.sections[0].blocks if isinstance(b, Heading)] == ["DAFTAR ISI"]
    tanpa_daftar = naskah("\n# SATU\n\nisi\n\n# DUA\n\nisi\n").sections
    assert [(s.numbering, s.restart) for s in tanpa_daftar] == [("angka", True)]


def test_nothing_of_another_office(dokumen: Document) -> None:
    semua = repr(dokumen)
    assert not re.search(r"kalaena|luwu|camat|kecamatan|bupati|\bkasi\b|kasubag", semua, re.I)
    assert set(re.findall(r"\b20\d\d\b", " ".join(re.findall(r"text='([^']*)'", semua)))) <= {"2024", "2025", "2026"}


# ---------------------------------------------------------------- the statement


def test_the_parties(dokumen: Document) -> None:
    pihak = [[(plain(a), plain(b)) for a, b in p.lines] for p in blok(dokumen) if isinstance(p, Particulars)]
    kepala = [("Nama", "SITI CONTOH, S.Sos."), ("Jabatan", "Kepala Dinas Perpustakaan")]
    assert pihak == [
        kepala,
        [("Nama", TITIK), ("Jabatan", "Wali Kota Rawa Contoh")],
        [("Nama", TITIK), ("Jabatan", "Sekretaris Dinas Perpustakaan")],
        kepala,
        [("Nama", TITIK), ("Jabatan", "Kepala Bidang Layanan Dinas Perpustakaan Kota Rawa Contoh")],
        kepala,
    ]


def test_two_signatures_under_the_statement_and_under_the_annex(dokumen: Document) -> None:
    """The superior's on the left; what is not known is dotted; the head of the region has no rank."""
    pasangan = [b for b in blok(dokumen) if isinstance(b, SignaturePair)]
    assert len(pasangan) == 6 and pasangan[0] == pasangan[1]
    assert [tuple(map(plain, baris)) for baris in pasangan[0].rows] == [
        ("", f"Rawa Contoh, {TITIK} 2025"),
        ("Pihak Kedua, Wali Kota Rawa Contoh,", "Pihak Pertama, Kepala Dinas Perpustakaan,"),
        (f"({TITIK})", "SITI CONTOH, S.Sos."),
        ("", "Pangkat/Gol.: Pembina/IV.a"),
        ("", "NIP 19800101 200501 2 001"),
    ]
    assert [tuple(map(plain, baris)) for baris in pasangan[2].rows][2:] == [
        ("SITI CONTOH, S.Sos.", f"({TITIK})"),
        ("Pangkat/Gol.: Pembina/IV.a", f"Pangkat/Gol.: {TITIK}"),
        ("NIP 19800101 200501 2 001", f"NIP {TITIK}"),
    ]
    assert [(p.left.by_hand, p.right.by_hand) for p in pasangan[::2]] == [(True, False), (False, True), (False, True)]


def test_what_the_years_workbook_knows_is_printed(kantor: Kantor) -> None:
    umum = [["tanggal_pk", "2025-01-06", None], ["kepala_daerah", "AMIR CONTOH", None]]
    tulis_renja(kantor.data, 2025, Umum=umum, Sub_Kegiatan=[sub(DUA, Sumber_Dana="DAU"), sub(LOMBA, Sumber_Dana="PAD")])
    d = bahan(kantor, 2025).dokumen
    pasangan = next(b for b in blok(d) if isinstance(b, SignaturePair))
    assert plain(pasangan.right.place_date) == "Rawa Contoh, 6 Januari 2025"
    assert (plain(pasangan.left.name), pasangan.left.by_hand, pasangan.left.details) == ("AMIR CONTOH", False, ())
    assert d.meta["tanggal"] == "2025-01-06"
    keterangan = {n: isi[3] for n, isi in isi_tabel(tabel(d, "pk-anggaran-kepala")).items() if n != "jumlah"}
    assert keterangan == {"2.23.01": "-", "2.23.02": "DAU, PAD"}


# ---------------------------------------------------------------- annexes


def test_the_heads_annex(dokumen: Document) -> None:
    assert isi_tabel(tabel(dokumen, "pk-sasaran-kepala")) == {
        "layanan/kunjungan": ["1", "Meningkatnya layanan perpustakaan", "Kunjungan", "1.600 Orang"],
        "layanan/puas": ["Kepuasan Pemustaka (Nilai)", "81,00"],
        "tertib/arsip": ["2", "Meningkatnya tertib arsip", "Arsip Tertib", "60%"],
    }
    assert isi_tabel(tabel(dokumen, "pk-anggaran-kepala")) == {
        "2.23.01": ["1", "Program Penunjang Perpustakaan", "1.100", "-"],
        "2.23.02": ["2", "Program Pembinaan Perpustakaan", "600", "-"],
        "jumlah": ["JUMLAH", "1.700", ""],
    }
    rincian = isi_tabel(tabel(dokumen, "pk-rincian-kepala"))
    assert rincian == {"2.23.02/2.23.02": ["1", "Meningkatnya kegemaran membaca", "Kegemaran Membaca", "50%"]}
    kepala = [plain(r.cells[1].content) for r in (tabel(dokumen, f"pk-{n}-kepala").header[0] for n in _JENIS)]
    assert kepala == ["SASARAN STRATEGIS", "PROGRAM", "SASARAN PROGRAM"]


_JENIS = ("sasaran", "anggaran", "rincian")


def test_the_annex_of_a_post_below(dokumen: Document) -> None:
    """Rows of both tables have the same numbers, which show the levels; what is added up is bold, and one says so."""
    t = tabel(dokumen, "pk-anggaran-layanan")
    assert isi_tabel(t) == {
        "2.23.02.2.01": ["1", "Pengelolaan Perpustakaan Kota", "600", "-"],
        DUA: ["1.1", "Pengembangan Koleksi", "600", "-"],
        "2.23.02.2.02": ["2", "Pembudayaan Gemar Membaca", "-", "-"],
        LOMBA: ["2.1", "Lomba Baca", "-", "-"],
        "jumlah": ["JUMLAH", "600", ""],
    }
    assert [r.cells[1].strong for r in t.rows] == [True, False, True, False, True]
    assert plain(t.source).startswith("Baris bercetak tebal dijumlahkan")
    assert plain(t.header[0].cells[1].content) == "KEGIATAN/SUB KEGIATAN"
    sasaran = tabel(dokumen, "pk-sasaran-layanan")
    assert [r.cells[1].strong for r in sasaran.rows] == [True, False, False, True, False]
    assert isi_tabel(sasaran) == {
        "2.23.02.2.01/2.23.02.2.01": ["1", "Terkelolanya perpustakaan", "Koleksi Layak", "80%"],
        f"{DUA}/judul": ["1.1", "Bertambahnya koleksi", "Jumlah Judul", "120 Judul"],
        f"{DUA}/eksemplar": ["Jumlah Eksemplar", "360 Eksemplar"],
        "2.23.02.2.02/2.23.02.2.02": ["2", "Terselenggaranya lomba", "Lomba Terlaksana", "100%"],
        f"{LOMBA}/lomba": ["2.1", "Terlaksananya lomba baca", "Jumlah Lomba", "1 Kali"],
    }


def test_a_table_of_one_level_needs_no_word_on_what_is_added_up(kantor: Kantor) -> None:
    for baris in (6, 8):
        kantor.isi_sel(f"cascade › Rencana!D{baris}", "kepala")
    t = tabel(bahan(kantor, 2025).dokumen, "pk-anggaran-layanan")
    assert t.source == () and not any(r.cells[1].strong for r in t.rows[:-1])


def test_the_last_row_is_never_alone_on_a_page(dokumen: Document) -> None:
    for b in blok(dokumen):
        if isinstance(b, Table) and b.caption.name.startswith(("pk-anggaran", "pk-sasaran", "pk-rincian")):
            assert [r.keep for r in b.rows][-2:] in ([True, False], [False])


def test_what_is_not_there_is_a_dash_in_the_middle(dokumen: Document) -> None:
    sel = [c for b in blok(dokumen) if isinstance(b, Table) for r in b.rows for c in r.cells if plain(c.content) == "-"]
    assert len(sel) > 10 and {c.align for c in sel} == {"tengah"}


def test_every_table_says_what_it_is_and_has_its_column_numbers(dokumen: Document) -> None:
    semua = [b for b in blok(dokumen) if isinstance(b, Table)]
    nama = [b.caption.name for b in semua]
    assert len(set(nama)) == len(nama) == 3 + 2 + 2 + 2
    for t in semua:
        assert t.caption.kind == "kotak" and plain(t.caption.title)
        harus = [f"({i:02d})" for i in range(1, len(t.widths) + 1)]
        assert [plain(c.content) for c in t.header[-1].cells] == harus


# ---------------------------------------------------------------- how they add up


def test_the_recapitulation_is_the_renjas_total(dokumen: Document) -> None:
    assert isi_tabel(tabel(dokumen, "pk-rekapitulasi")) == {
        "kepala": ["1", "Kadis", "Wali Kota Rawa Contoh", "1.700", "1", "-", "-", "-"],
        "sekretaris": ["2", "Sekdis", "Kadis", "1.100", "1", "1", "-", "-"],
        "layanan": ["3", "Kabid Layanan", "Kadis", "600", "-", "2", "2", "600"],
        "sisa": ["Tanpa penanggung jawab", "-", "-", "-", "1", "1.100"],
        "jumlah": ["JUMLAH", "2", "3", "3", "1.700"],
    }
    assert any("Rp1.700, sama dengan pagu indikatif Renja Tahun 2025 sebesar Rp1.700" in p for p in paragraf(dokumen))


def test_the_remainder_is_declared(dokumen: Document) -> None:
    assert isi_tabel(tabel(dokumen, "pk-sisa")) == {
        f"{SATU}/rencana": ["1", f"{SATU} - Penyusunan Rencana Dinas", "Jumlah Dokumen", "2 Dokumen", "1.100"],
        "jumlah": ["JUMLAH", "1.100"],
    }


def test_where_nothing_remains_that_is_said(kantor: Kantor) -> None:
    kantor.isi_sel("cascade › Rencana!D4", "sekretaris")
    d = bahan(kantor, 2025).dokumen
    assert "pk-sisa" not in [b.caption.name for b in blok(d) if isinstance(b, Table)]
    assert any("telah mempunyai penanggung jawab" in p for p in paragraf(d))


def test_every_number_of_the_tables_knows_its_cells(dokumen: Document) -> None:
    from generator.periksa.dokumen.asal import asal_blok

    assert [t for b in blok(dokumen) for t in asal_blok(b)] == []


# ---------------------------------------------------------------- written


def test_the_package_is_sound(dokumen: Document) -> None:
    naskah = tulis_docx(dokumen, TEMPLAT_PK)
    with zipfile.ZipFile(io.BytesIO(naskah.byte(dict.fromkeys(naskah.jangkar, "1")))) as z:
        assert periksa_docx({n: z.read(n) for n in z.namelist()}) == []


def test_numbers_are_bookmarked_in_the_order_of_the_lineage(dokumen: Document) -> None:
    """Row by row where two signatures stand side by side."""
    from generator.jejak.indeks import susun_indeks

    isi = tulis_docx(dokumen, TEMPLAT_PK).byte({})
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        xml = z.read("word/document.xml").decode()
    cari = re.compile(r'w:name="(_Angka_\d+)"/>(.*?)<w:bookmarkEnd', re.S)
    ada = {m[1]: re.sub(r"<[^>]+>", "", m[2]).replace("\u00a0", " ") for m in cari.finditer(xml)}
    entri = {e.penanda: e.teks for e in susun_indeks(dokumen, {}).entri if re.fullmatch(r"_Angka_\d+", e.penanda)}
    assert ada == entri and "19800101 200501 2 001" in ada.values()


def test_each_title_begins_a_page_in_the_template(dokumen: Document) -> None:
    templat = muat_templat(TEMPLAT_PK, dokumen.meta)
    gaya = templat.bagian["word/styles.xml"].decode()
    isi = re.search(r'w:styleId="JudulDepan".*?</w:style>', gaya)
    assert isi and "<w:pageBreakBefore/>" in isi[0]
    assert "PERJANJIAN KINERJA DINAS PERPUSTAKAAN" in templat.bagian["word/footer1.xml"].decode()


# ---------------------------------------------------------------- the chapter's own means


def test_a_chapter_without_title_has_titles_in_its_text(naskah: Ubah) -> None:
    d = naskah("\n# SATU {{ pk.tahun }} \\\\ dua\n\nisi\n\n# TIGA\n\nisi\n")
    assert [plain(h.content) for h in judul(d)] == ["SATU 2025 dua", "TIGA"]
    assert str(judul(d)[1].asal) == "content/chapters/pk/a.md:9"


@pytest.mark.parametrize(
    ("isi", "harapan"),
    [
        ("isi\n\n# A\n", [("judul-loncat", "a.md:4", "harus diawali # Judul")]),
        ("# A {#a}\n\nisi\n", [("judul-loncat", "a.md:4", "tidak dapat dirujuk")]),
        ("# A\n\n## B\n", [("judul-loncat", "a.md:6", "tidak didukung")]),
        ("# A\n\n::: identitas\nNama\n:::\n", [("pagar-salah", "a.md:7", '"Nama" harus berbentuk')]),
        ("# A\n\n::: identitas\nNama:\n:::\n", [("pagar-salah", "a.md:7", '"Nama:" harus berbentuk')]),
        ("# A\n\n::: tanda-tangan-pihak x\n:::\n", [("pagar-salah", "a.md:6", 'perjanjian kinerja "x" tidak ada')]),
        ("# A\n\n::: kotak pk-sasaran x\n:::\n", [("pagar-salah", "a.md:6", 'perjanjian kinerja "x" tidak ada')]),
    ],
)
def test_faults_of_such_a_chapter(naskah: Ubah, isi: str, harapan: list[tuple[str, str, str]]) -> None:
    ada = salah(naskah, isi)
    assert [t[:2] for t in ada] == [h[:2] for h in harapan]
    for (_, _, pesan), (_, _, kata) in zip(ada, harapan, strict=True):
        assert kata in pesan


def test_agreements_stand_in_no_other_document(kantor: Kantor) -> None:
    kantor.satu_bab("::: kotak pk-sasaran kepala\n:::\n\n::: tanda-tangan-pihak kepala\n:::\n")
    dokumen, temuan = kantor.susun()
    assert dokumen is None
    assert [t.kode for t in temuan] == ["pagar-salah", "pagar-salah"]


def test_a_dotted_line_for_what_is_not_known(naskah: Ubah) -> None:
    d = naskah("\n# A\n\n{{ pk['sekretaris'].pertama.nama | titik }} dan {{ profil.nama | titik }}\n")
    assert paragraf(d) == [f"{TITIK} dan Perpustakaan"]


def test_references_in_particulars_are_resolved() -> None:
    from generator.tree.nodes import Reference, Text

    kumpulan = Kumpulan()
    isi = (Heading(1, (Text("A"),), "bab:1"), Particulars((((Text("Lihat"),), (Reference("bab:1"),)),)))
    _, hasil = nomori(isi, kumpulan)
    assert isinstance(hasil, Particulars) and plain(hasil.lines[0][1]) == "Bab I"


def test_a_year_outside_the_plan_is_one_finding(kantor: Kantor) -> None:
    with pytest.raises(GagalSusun) as e:
        muat(tempat(kantor, 2031), Kumpulan())
    assert [t.kode for t in e.value.temuan] == ["tahun-renja"]
