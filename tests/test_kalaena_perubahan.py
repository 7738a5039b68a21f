"""A planner changes one cell or adds a table of her own to the real content: what the Markdown rendition shows of it.

`build/renstra.md` is read line by line in `git diff`, so a change must change the lines that print it and no others.
"""

from __future__ import annotations

import io
import shutil
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from cetakan import AKAR, dokumen_kalaena
from kantor import Kantor, kisi, sel_teks, tabel
from lxml import etree

from generator.tree.nodes import Document, plain
from generator.writers.docx.dokumen import tulis_docx
from generator.writers.markdown import tulis_markdown

TEMPLAT = AKAR / "templates" / "renstra.docx"


@pytest.fixture
def isi(tmp_path: Path) -> Path:
    """A copy of the content, to be changed."""
    return Path(shutil.copytree(AKAR / "content", tmp_path / "content"))


def dokumen_dari(isi: Path) -> Document:
    dokumen, temuan = Kantor(isi).susun()
    assert dokumen is not None, list(temuan)
    return dokumen


@cache
def semula() -> tuple[str, ...]:
    return tuple(tulis_markdown(dokumen_kalaena()).split("\n"))


def ubah(isi: Path, buku: str, lembar: str, kode: str, kolom: str, nilai: Any) -> Any:
    """Put a value into the row of a code and the column of a heading; what stood there."""
    path = isi / "data" / f"{buku}.xlsx"
    wb = openpyxl.load_workbook(path)
    ws = wb[lembar]
    k = next(c.column for c in ws[1] if c.value == kolom)
    baris = next(c.row for c in ws["A"] if c.value == kode)
    lama = ws.cell(baris, k).value
    ws.cell(baris, k).value = nilai
    wb.save(path)
    return lama


def beda(isi: Path) -> list[tuple[str, str]]:
    """The lines that changed: before and after."""
    kini = tulis_markdown(dokumen_dari(isi)).split("\n")
    return [(a, b) for a, b in zip(semula(), kini, strict=True) if a != b]


def sel_beda(pasangan: tuple[str, str]) -> list[tuple[str, str]]:
    """The cells of a table's row that changed."""
    lama, baru = (baris.replace("*", "").strip("| ").split(" | ") for baris in pasangan)
    return [(a.strip(), b.strip()) for a, b in zip(lama, baru, strict=True) if a != b]


# ---------------------------------------------------------------- one pagu


def test_satu_sel_pagu_mengubah_jumlahnya_saja(isi: Path) -> None:
    """100 million more for a sub kegiatan in 2027: its rows, those above it, the totals, the sentences of sums."""
    kode = "7.01.01.2.06.0004"
    assert ubah(isi, "pendanaan", "Pagu", kode, "Pagu 2027", 111_423_000) == 11_423_000
    berubah = beda(isi)

    assert [p for p in berubah if not p[0].startswith("|")] == [
        (
            "Pagu indikatif seluruh program untuk tahun 2025–2030 berjumlah Rp20.908.113.923. Bagian terbesar, yakni "
            "92,8% atau Rp19.408.451.018, diperuntukkan bagi Program Penunjang Urusan Pemerintahan Daerah "
            "Kabupaten/Kota. Menurut tahunnya, pagu tersebut adalah:",
            "Pagu indikatif seluruh program untuk tahun 2025–2030 berjumlah Rp21.008.113.923. Bagian terbesar, yakni "
            "92,9% atau Rp19.508.451.018, diperuntukkan bagi Program Penunjang Urusan Pemerintahan Daerah "
            "Kabupaten/Kota. Menurut tahunnya, pagu tersebut adalah:",
        ),
        (
            "- tahun 2027 sebesar Rp3.563.126.458, naik 2,6% dari tahun 2026;",
            "- tahun 2027 sebesar Rp3.663.126.458, naik 5,4% dari tahun 2026;",
        ),
        (
            "- tahun 2028 sebesar Rp3.652.159.893, naik 2,5% dari tahun 2027;",
            "- tahun 2028 sebesar Rp3.652.159.893, turun 0,3% dari tahun 2027;",
        ),
    ]
    jumlah = [("3.563.126.458", "3.663.126.458"), ("20.908.113.923", "21.008.113.923")]
    program = [("3.308.040.377", "3.408.040.377"), ("19.408.451.018", "19.508.451.018")]
    kegiatan, sub = ("376.206.000", "476.206.000"), ("11.423.000", "111.423.000")
    baris = [(p[0].strip("| *")[:24], sel_beda(p)) for p in berubah if p[0].startswith("|")]
    assert baris == [
        # Table 4.2
        ("1 | 7.01.01 - Program Pe", program),
        ("JUMLAH** |  | **15** | *", jumlah),
        # Table 4.3: two rows of program, kegiatan and sub kegiatan
        ("7.01.01 - PROGRAM PENUNJ", program[:1]),
        ("Meningkatnya Kualitas Pe", program[:1]),
        ("7.01.01.2.06 - Administr", [kegiatan]),
        ("Tersedianya Fasilitas da", [kegiatan]),
        ("7.01.01.2.06.0004 - Peny", [sub]),
        ("Tersedianya Bahan Logist", [sub]),
        ("TOTAL** |  |  |  | **2.6", jumlah[:1]),
    ]


def test_satu_target_mengubah_semua_tempatnya(isi: Path) -> None:
    """A target stands once in a workbook and in four places of the document."""
    assert ubah(isi, "cascade", "Indikator", "akip", "Target 2029", 74.25) == 72
    berubah = beda(isi)
    assert {("72,00", "74,25")} == {s for p in berubah if p[0].startswith("|") for s in sel_beda(p)}
    assert [p[0].replace("72,00", "74,25") for p in berubah] == [p[1] for p in berubah]
    tabel_, kalimat = ([p[0] for p in berubah if p[0].startswith("|") == baris] for baris in (True, False))
    assert [b.count("| 61,10 | 70,01 | 70,50 | 71,00 | 71,50 | 72,00 | 72,50 |") for b in tabel_] == [1, 1]
    assert [k[:40] for k in kalimat] == [
        "Sasaran ini mengarah pada pemerintahan y",
        "- Nilai AKIP Perangkat Daerah bertolak d",
    ]


def test_menyimpan_ulang_tidak_mengubah_apa_pun(isi: Path) -> None:
    """A workbook saved by another program prints the same."""
    ubah(isi, "pendanaan", "Pagu", "7.01.01.2.06.0004", "Pagu 2027", 11_423_000)
    assert beda(isi) == []


# ---------------------------------------------------------------- a table of the planner's own

AGENDA = [
    ["Kegiatan", "Waktu", None, "Peserta"],
    [None, "Mulai", "Selesai", None],
    ["Musrenbang", "Januari", "Februari", 1250],
    [None, "Maret", None, 40],
    ["Forum", "April", "Mei", 7.5],
]
GABUNGAN = ("A1:A2", "B1:C1", "D1:D2", "A3:A4", "B4:C4")
PAGAR = """
Agenda dimuat pada @tabel:agenda.

::: tabel data=agenda.xlsx#Agenda kepala=2 mendatar
Agenda {{ profil.perangkat_daerah }} Tahun {{ periode.awal }}

Sumber: Sekretariat
:::
"""


@pytest.fixture(scope="module")
def beragenda(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The content with a sheet of two header rows and merged cells, placed at the end of Bab III."""
    isi = Path(shutil.copytree(AKAR / "content", tmp_path_factory.mktemp("agenda") / "content"))
    wb = openpyxl.Workbook()
    ws = wb.active
    assert ws is not None
    ws.title = "Agenda"
    for baris in AGENDA:
        ws.append(baris)
    for g in GABUNGAN:
        ws.merge_cells(g)
    ws.column_dimensions["A"].width = 40
    wb.save(isi / "data" / "agenda.xlsx")
    path = next((isi / "chapters" / "renstra").glob("30-*.md"))
    path.write_text(path.read_text(encoding="utf-8") + PAGAR, encoding="utf-8")
    return dokumen_dari(isi)


def test_tabel_lembar_berkepala_dua(beragenda: Document) -> None:
    t = tabel(beragenda, "agenda")
    assert (t.caption.number, plain(t.caption.title)) == ("3.6", "Agenda Kecamatan Kalaena Tahun 2025")
    assert (t.landscape, plain(t.source)) == (True, "Sumber: Sekretariat")
    assert [sel_teks(r) for r in t.header] == [
        ["Kegiatan", "Waktu", "Peserta"],
        ["Mulai", "Selesai"],
        ["(01)", "(02)", "(03)", "(04)"],
    ]
    assert [[plain(c.content) for c in b] for b in kisi(t.header[:-1])] == [
        ["Kegiatan", "Waktu", "Waktu", "Peserta"],
        ["Kegiatan", "Mulai", "Selesai", "Peserta"],
    ]
    assert [[plain(c.content) for c in b] for b in kisi(t.rows)] == [
        ["Musrenbang", "Januari", "Februari", "1.250"],
        ["Musrenbang", "Maret", "Maret", "40"],
        ["Forum", "April", "Mei", "7,5"],
    ]
    assert [c.align for c in t.rows[2].cells] == ["kiri", "kiri", "kiri", "kanan"]
    assert t.widths[0] > 3 * t.widths[1]


def test_tabel_lembar_dalam_markdown(beragenda: Document) -> None:
    teks = tulis_markdown(beragenda)
    assert "Agenda dimuat pada Tabel 3.6.\n" in teks
    judul = teks.index("**Tabel 3.6** Agenda Kecamatan Kalaena Tahun 2025")
    assert teks[judul:].split("\n\n")[1].split("\n")[:2] == [
        "| Kegiatan | Waktu – Mulai | Waktu – Selesai | Peserta |",
        "|---|---|---|---|",
    ]


def test_tabel_lembar_dalam_docx(beragenda: Document) -> None:
    """Merges are merges in Word, and both header rows with that of the numbers repeat on every page."""
    with zipfile.ZipFile(io.BytesIO(tulis_docx(beragenda, TEMPLAT).byte({}))) as z:
        akar = etree.fromstring(z.read("word/document.xml"))
    w = {"w": akar.nsmap["w"]}
    (t,) = (t for t in akar.iterfind(".//w:tbl", w) if "Musrenbang" in "".join(t.itertext()))
    sel = [
        [
            (
                "".join(c.itertext()),
                c.find("w:tcPr/w:gridSpan", w) is not None,
                {None: "", "restart": "awal"}.get(v.get(f"{{{w['w']}}}val"), "lanjut")
                if (v := c.find("w:tcPr/w:vMerge", w)) is not None
                else "-",
            )
            for c in r.iterfind("w:tc", w)
        ]
        for r in t.iterfind("w:tr", w)
    ]
    assert sel[:2] == [
        [("Kegiatan", False, "awal"), ("Waktu", True, "-"), ("Peserta", False, "awal")],
        [("", False, ""), ("Mulai", False, "-"), ("Selesai", False, "-"), ("", False, "")],
    ]
    assert [x[1:] for x in sel[3]] == [(False, "awal"), (False, "-"), (False, "-"), (False, "-")]
    assert sel[4][1:] == [("Maret", True, "-"), ("40", False, "-")]
    berulang = [r.find("w:trPr/w:tblHeader", w) is not None for r in t.iterfind("w:tr", w)]
    assert berulang == [True] * 3 + [False] * 3
