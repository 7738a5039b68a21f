"""Formulas in the PDF: drawn by LibreOffice, found by their words, with alternative texts, and none lost unnoticed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pikepdf
import pypdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from generator.model.angka import Lokasi
from generator.periksa.pdf import periksa_pdf
from generator.tata_letak import TataLetak
from generator.temuan import Kumpulan
from generator.tree.nodes import Document, Heading, Paragraph, Section, Text
from generator.tree.penomoran import nomori
from generator.tree.rumus import formula
from generator.writers.docx.dokumen import NaskahDocx, tulis_docx
from generator.writers.docx.omml import BarisRumus
from generator.writers.pdf.libreoffice import LibreOffice
from generator.writers.pdf.normalkan import buka, normalkan
from generator.writers.pdf.rumus import beri_teks

TEMPLAT = Path(__file__).parents[3] / "templates" / "renstra.docx"
META = {n: "X" for n in ("judul", "perangkat_daerah", "daerah", "provinsi", "periode", "tahun")}
RUMUS = (
    r"\frac{\text{Layanan tepat waktu}}{\text{Layanan masuk}} \times 100\%",
    r"\text{Jumlah} = \sum_{i=1}^{n} x_i \\ = (\text{Tiga} + 0{,}11)",
)
LEBAR = r"\text{Kata yang panjang sekali di dalam sebuah rumus} = \text{kata yang lebih panjang lagi daripada itu}"


@pytest.fixture(scope="module")
def naskah() -> NaskahDocx:
    asal = Lokasi("bab.md", baris=7)
    blok = [Heading(1, (Text("RUMUS"),), "bab:1"), Paragraph((Text("Teks."),))]
    blok += [Paragraph((formula(r, asal),), "rumus") for r in (*RUMUS, LEBAR)]  # type: ignore[list-item]
    meta = {**META, "tanggal": "2025-01-01"}
    return tulis_docx(Document("Rumus", (Section(tuple(nomori(blok, Kumpulan()))),), meta), TEMPLAT)


def unsur_rumus(pdf: Pdf) -> list[Any]:
    return [o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/S") == Name.Formula]


# ---------------------------------------------------------------- by LibreOffice


@pytest.fixture(scope="module")
def mentah(naskah: NaskahDocx, soffice: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rumus")
    (folder / "a.docx").write_bytes(naskah.untuk_tata_letak({}))
    with LibreOffice(soffice, induk=folder) as lo:
        assert lo.menggambar_rumus, "LibreOffice Math tidak terpasang: jalankan setup/libreoffice.sh"
        lo.konversi(folder / "a.docx", folder / "a.pdf")
    return folder / "a.pdf"


def test_every_line_is_drawn_and_its_words_are_found(mentah: Path) -> None:
    teks = " ".join(" ".join(h.extract_text() for h in pypdf.PdfReader(mentah).pages).split())
    for kata in ("Layanan tepat waktu", "Layanan masuk", "100%", "Jumlah", "(Tiga", "0,11)", "x", "×", "∑"):
        assert kata in teks
    assert "¿" not in teks  # what LibreOffice shows for a formula that it does not understand


def test_words_stand_in_the_font_of_the_document(mentah: Path) -> None:
    with buka(mentah) as pdf:
        huruf = {str(f.BaseFont) for h in pdf.pages for f in h.Resources.Font.as_dict().values()}
    assert not [h for h in huruf if "Serif" in h], huruf


def test_alternative_texts_and_widths(mentah: Path, naskah: NaskahDocx, tmp_path: Path) -> None:
    teks = [r.teks for r in naskah.rumus]
    with buka(mentah) as pdf:
        lebar = beri_teks(pdf, mentah, teks)
        assert [str(u.Alt) for u in unsur_rumus(pdf)] == teks
        pdf.save(tmp_path / "b.pdf")
    assert [w > r.lebar for w, r in zip(lebar, naskah.rumus, strict=True)] == [False, False, False, True]
    normalkan(tmp_path / "b.pdf", tmp_path / "c.pdf", datetime(2025, 1, 1, tzinfo=UTC))
    assert periksa_pdf(tmp_path / "c.pdf", judul="Rumus", jangkar=(), kepala=("BAB I RUMUS",)) == []
    with buka(tmp_path / "c.pdf") as pdf:  # objects in streams: nothing is found in the bytes
        assert beri_teks(pdf, tmp_path / "c.pdf", teks[:1]) == lebar
        assert [str(u.Alt) for u in unsur_rumus(pdf)] == teks


# ---------------------------------------------------------------- which LibreOffice can


@pytest.mark.parametrize(
    ("berkas", "dapat"),
    [
        (("program/bootstraprc", "program/soffice.bin"), False),
        (("program/bootstraprc", "program/libsmlo.so"), True),
        (("program/bootstraprc", "share/registry/math.xcd"), True),
        (("Resources/bootstraprc", "program/soffice"), False),
        (("Resources/bootstraprc", "Resources/registry/math.xcd"), True),
        (("program/bootstrap.ini", "program/smlo.dll"), True),
        (("program/soffice",), True),  # a snap: nothing can be known
    ],
)
def test_whether_math_is_there(tmp_path: Path, berkas: tuple[str, ...], dapat: bool) -> None:
    for nama in berkas:
        path = tmp_path / nama
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("[Bootstrap]\nProductKey=LibreOffice 7.4\n")
    with LibreOffice(tmp_path / "program" / "soffice", induk=tmp_path) as lo:
        assert lo.menggambar_rumus == dapat


# ---------------------------------------------------------------- what is said of them


def buat_pdf(path: Path, *kotak: tuple[float, ...]) -> Path:
    """A PDF with a formula for each box; one without attributes for an empty box."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    for k in kotak:
        sifat = {"/A": Dictionary(O=Name.Layout, BBox=Array(k))} if k else {}
        pdf.make_indirect(Dictionary({"/Type": Name.StructElem, "/S": Name.Formula, **sifat}))
    pdf.Root.Simpan = Array([o for o in pdf.objects if isinstance(o, Dictionary) and "/S" in o])
    pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return path


def tata(tmp_path: Path, *rumus: BarisRumus) -> TataLetak:
    naskah: Any = SimpleNamespace(rumus=rumus)
    return TataLetak("renstra", tmp_path, Document("X", ()), lambda _: naskah, Kumpulan())


def temuan(t: TataLetak, path: Path, *, math: bool = True) -> list[tuple[str, str, str]]:
    with buka(path) as pdf:
        t._rumus(pdf, path, math=math)
    return [(x.kode, x.tempat, x.pesan) for x in t.temuan]


def test_a_formula_wider_than_its_place_is_reported(tmp_path: Path) -> None:
    path = buat_pdf(tmp_path / "a.pdf", (10, 0, 110, 20), (10, 0, 110, 20), (10, 0, 110, 20), ())
    rumus = (BarisRumus("a = b", 98.5, "x.xlsx › Rumus!C2"), BarisRumus("c", 99.5, "-"), BarisRumus("d", 0, "-"))
    pesan = '"a = b" perlu lebar 100 pt, tempatnya 98 pt'
    assert temuan(tata(tmp_path, *rumus, BarisRumus("e", 10, "-")), path) == [
        ("rumus-lebar", "x.xlsx › Rumus!C2", pesan)
    ]


def test_a_lost_formula_is_an_error(tmp_path: Path) -> None:
    path = buat_pdf(tmp_path / "a.pdf", (0, 0, 9, 9))
    rumus = (BarisRumus("a", 10, "-"), BarisRumus("b", 10, "-"))
    assert temuan(tata(tmp_path, *rumus), path) == [
        ("keluaran-salah", "renstra", "dari 2 baris rumus, 1 tercetak dalam PDF")
    ]


def test_without_math_the_build_says_so(tmp_path: Path) -> None:
    path = buat_pdf(tmp_path / "a.pdf")
    ((kode, tempat, pesan),) = temuan(tata(tmp_path, BarisRumus("a", 10, "-")), path, math=False)
    assert (kode, tempat) == ("rumus-tanpa-math", "renstra.pdf")
    assert "1 baris rumus dicetak dengan kata-kata" in pesan
