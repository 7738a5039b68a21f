"""Reading .xlsx files: what Excel, LibreOffice and openpyxl write, and what is refused."""

from __future__ import annotations

import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from kantor import Kantor
from openpyxl import Workbook

from generator import paket
from generator.sources import xlsx
from generator.sources.xlsx import BukuDitolak, LembarMentah, baca_xlsx

JENIS_ISI = "[Content_Types].xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELASI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELASI_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def tulis(
    path: Path,
    sel: str,
    *,
    bersama: str = "",
    sesudah: str = "",
    ns: str = MAIN,
    ns_relasi: str = RELASI,
    target: str = "worksheets/sheet1.xml",
    tambahan: dict[str, bytes] | None = None,
    lembar: str = "",
    mampat: bool = True,
) -> Path:
    """A workbook of one sheet 'Data' with the given <c> elements, each its own row element apart."""
    paket = "http://schemas.openxmlformats.org/package/2006/relationships"
    isi = {
        "[Content_Types].xml": b"<Types/>",
        "xl/workbook.xml": f'<workbook xmlns="{ns}" xmlns:r="{ns_relasi}"><sheets>'
        '<sheet name="Data" sheetId="1" r:id="rId1"/>'
        f"{lembar}</sheets></workbook>".encode(),
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{paket}">'
        f'<Relationship Id="rId1" Type="{ns_relasi}/worksheet" Target="{target}"/></Relationships>'.encode(),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{ns}"><sheetData><row>{sel}</row></sheetData>{sesudah}'
        "</worksheet>".encode(),
        **(tambahan or {}),
    }
    if bersama:
        isi["xl/sharedStrings.xml"] = f'<sst xmlns="{ns}">{bersama}</sst>'.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED if mampat else zipfile.ZIP_STORED) as z:
        for nama, data in isi.items():
            z.writestr(nama, data)
    return path


def baca(path: Path) -> LembarMentah:
    return baca_xlsx(path, "uji.xlsx")["Data"]


# ---------------------------------------------------------------- cells

SEL = [
    ("bilangan bulat", '<c r="A1"><v>7</v></c>', 7),
    ("pecahan yang disimpan biner", '<c r="A1"><v>82.769999999999996</v></c>', Decimal("82.77")),
    ("bulat yang disimpan berdesimal", '<c r="A1" t="n"><v>15103000.0</v></c>', 15103000),
    ("notasi ilmiah", '<c r="A1"><v>1.5E3</v></c>', 1500),
    ("teks bersama", '<c r="A1" t="s"><v>0</v></c>', "satu"),
    ("teks kaya tanpa bacaan fonetik", '<c r="A1" t="s"><v>1</v></c>', "dua tiga"),
    ("teks di tempat (LibreOffice)", '<c r="A1" t="inlineStr"><is><t>langsung</t></is></c>', "langsung"),
    ("hasil rumus berupa teks", '<c r="A1" t="str"><f>B1</f><v>hasil</v></c>', "hasil"),
    ("tanggal ISO (Strict)", '<c r="A1" t="d"><v>2025-09-02T00:00:00Z</v></c>', "2025-09-02"),
    ("benar", '<c r="A1" t="b"><v>1</v></c>', True),
    ("salah", '<c r="A1" t="b"><v>0</v></c>', False),
    ("huruf yang disandikan", '<c r="A1" t="inlineStr"><is><t>a_x000A_b_x005F_</t></is></c>', "a\nb_"),
    ("komentar XML di dalam sel", '<c r="A1"><!-- catatan --><v>3</v></c>', 3),
]
BERSAMA = (
    "<si><t>satu</t></si><si><r><t>dua </t></r><r><rPr/><t>tiga</t></r><rPh sb='0' eb='1'><t>bacaan</t></rPh></si>"
)


@pytest.mark.parametrize(("isi", "harapan"), [s[1:] for s in SEL], ids=[s[0] for s in SEL])
@pytest.mark.parametrize("ketat", [False, True], ids=["transitional", "strict"])
def test_isi_sel(tmp_path: Path, isi: str, harapan: object, ketat: bool) -> None:
    ns = {"ns": MAIN_STRICT, "ns_relasi": RELASI_STRICT} if ketat else {}
    lembar = baca(tulis(tmp_path / "a.xlsx", isi, bersama=BERSAMA, **ns))
    sel = lembar.di(1, 1)
    assert (sel.isi, type(sel.isi)) == (harapan, type(harapan))
    assert str(sel.lokasi) == "uji.xlsx › Data!A1"


@pytest.mark.parametrize(
    ("isi", "nilai", "rumus", "galat"),
    [
        ('<c r="A1"><f>1+1</f><v>2</v></c>', 2, True, ""),
        ('<c r="A1"><f>1+1</f></c>', None, True, ""),
        ('<c r="A1"><f>1+1</f><v></v></c>', None, True, ""),
        ('<c r="A1" t="str"><f>IF(B1="","",B1)</f><v></v></c>', "", True, ""),
        ('<c r="A1" t="e"><f>B1/0</f><v>#DIV/0!</v></c>', None, True, "#DIV/0!"),
        ('<c r="A1" t="e"><v>#REF!</v></c>', None, False, "#REF!"),
    ],
    ids=["dihitung", "belum dihitung", "belum dihitung (v kosong)", "menghasilkan kosong", "galat rumus", "galat"],
)
def test_rumus_dan_galat(tmp_path: Path, isi: str, nilai: object, rumus: bool, galat: str) -> None:
    sel = baca(tulis(tmp_path / "a.xlsx", isi)).di(1, 1)
    assert (sel.isi, sel.rumus, sel.galat) == (nilai, rumus, galat)


@pytest.mark.parametrize("isi", ['<c r="A1" s="3"/>', '<c r="A1" t="str"><v></v></c>', '<c r="A1"><v/></c>'])
def test_sel_kosong_tidak_ada(tmp_path: Path, isi: str) -> None:
    lembar = baca(tulis(tmp_path / "a.xlsx", isi))
    assert not lembar.sel
    assert lembar.di(3, 28).kosong
    assert lembar.di(3, 28).lokasi.sel == "AB3"


def test_sasaran_mutlak_gabungan_dan_lebar(tmp_path: Path) -> None:
    sesudah = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    isi = '<c r="A1"><v>1</v></c><c r="C2"><v>2</v></c>'
    path = tulis(tmp_path / "a.xlsx", isi, sesudah=sesudah, target="/xl/worksheets/sheet1.xml")
    lembar = baca(path)
    assert lembar.gabungan == ((1, 1, 2, 2),)
    assert max(lembar.sel) == (2, 3)


def test_buku_openpyxl(tmp_path: Path) -> None:
    wb = Workbook()
    ws = wb.active
    ws.title = "Data"
    ws.append(["Kode", 1.5, True, None, "=1+1", "#REF!"])
    ws.column_dimensions["A"].width = 31
    ws.merge_cells("B1:C1")
    wb.save(tmp_path / "a.xlsx")
    lembar = baca(tmp_path / "a.xlsx")
    assert [lembar.di(1, k).isi for k in (1, 2, 4)] == ["Kode", Decimal("1.5"), None]
    assert lembar.di(1, 5).rumus
    assert lembar.di(1, 6).galat == "#REF!"
    assert lembar.lebar[1] == 31
    assert lembar.gabungan == ((1, 2, 1, 3),)


# ---------------------------------------------------------------- refused

SATU = '<c r="A1"><v>1</v></c>'


def _nol(besar: int) -> bytes:
    return b"0" * besar


DITOLAK: list[tuple[str, Callable[[Path], Path], str, str]] = [
    (
        "DTD",
        lambda p: tulis(p, SATU, tambahan={"xl/sharedStrings.xml": b"<!DOCTYPE a><sst/>"}),
        "buku-ditolak",
        "DTD",
    ),
    (
        "DTD yang disembunyikan di balik komentar panjang",
        lambda p: tulis(p, SATU, tambahan={"xl/sharedStrings.xml": b"<!--%s--><!DOCTYPE a><sst/>" % _nol(9000)}),
        "buku-ditolak",
        "DTD",
    ),
    ("jalur naik", lambda p: tulis(p, SATU, tambahan={"xl/../../jahat.xml": b""}), "buku-ditolak", "tidak wajar"),
    ("jalur mutlak", lambda p: tulis(p, SATU, tambahan={"/jahat": b""}), "buku-ditolak", "tidak wajar"),
    ("makro", lambda p: tulis(p, SATU, tambahan={"xl/vbaProject.bin": b"x"}), "buku-ditolak", "makro"),
    (
        "tautan luar",
        lambda p: tulis(p, SATU, tambahan={"xl/externalLinks/externalLink1.xml": b"<a/>"}),
        "buku-ditolak",
        "bertaut",
    ),
    (
        "bom rasio",
        lambda p: tulis(p, SATU, tambahan={"xl/media/a.bin": _nol(3 * 2**20)}),
        "buku-ditolak",
        "dimampatkan",
    ),
    (
        "entri terlalu banyak",
        lambda p: tulis(p, SATU, tambahan={f"xl/a{i}.bin": b"" for i in range(paket.BATAS_ENTRI)}),
        "buku-ditolak",
        "terlalu besar",
    ),
    ("terlalu banyak baris", lambda p: tulis(p, '<c r="A20001"><v>1</v></c>'), "buku-ditolak", "A20001"),
    ("terlalu banyak kolom", lambda p: tulis(p, '<c r="ZZ1"><v>1</v></c>'), "buku-ditolak", "ZZ1"),
    ("bukan ZIP", lambda p: (p.write_bytes(b"Kode;Nama\n"), p)[1], "buku-rusak", "bukan berkas .xlsx"),
    ("berkas kosong", lambda p: (p.write_bytes(b""), p)[1], "buku-rusak", "bukan berkas .xlsx"),
    ("folder", lambda p: (p.mkdir(), p)[1], "berkas-ditolak", "bukan berkas, melainkan folder"),
    ("XML rusak", lambda p: tulis(p, "<c"), "buku-rusak", "tidak terbaca"),
    ("sel tanpa alamat", lambda p: tulis(p, "<c><v>1</v></c>"), "buku-rusak", "sel tanpa alamat"),
    ("teks bersama hilang", lambda p: tulis(p, '<c r="A1" t="s"><v>9</v></c>'), "buku-rusak", "rusak"),
    ("bukan bilangan", lambda p: tulis(p, '<c r="A1"><v>NaN</v></c>'), "buku-rusak", "rusak"),
    ("tak hingga", lambda p: tulis(p, '<c r="A1"><v>1e999</v></c>'), "buku-rusak", "rusak"),
    ("lembar hilang", lambda p: tulis(p, SATU, target="worksheets/lain.xml"), "buku-rusak", "tidak lengkap"),
]


JENIS = (
    '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>'
)
DITOLAK += [
    (
        "berkas bersandi (OLE2)",
        lambda p: _byte(p, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        "buku-rusak",
        "bersandi",
    ),
    ("entri bersandi", lambda p: _tandai(tulis(p, SATU)), "buku-rusak", "bersandi"),
    ("nama dua kali", lambda p: tulis(p, SATU, tambahan={"XL/workbook.xml": b""}), "buku-ditolak", "dua kali"),
    ("cara mampat lain", lambda p: _mampat(p, zipfile.ZIP_BZIP2), "buku-rusak", "bukan berkas .xlsx"),
    (
        "makro dengan nama lain",
        lambda p: tulis(p, SATU, tambahan={JENIS_ISI: f"{JENIS}</Types>".encode()}),
        "buku-ditolak",
        "makro",
    ),
    (
        "makro Excel 4",
        lambda p: tulis(p, SATU, tambahan={"xl/macrosheets/sheet1.xml": b"<a/>"}),
        "buku-ditolak",
        "makro",
    ),
    ("ActiveX", lambda p: tulis(p, SATU, tambahan={"xl/activeX/activeX1.bin": b"x"}), "buku-ditolak", "ActiveX"),
    (
        "objek tertanam",
        lambda p: tulis(p, SATU, tambahan={"xl/embeddings/oleObject1.bin": b"x"}),
        "buku-ditolak",
        "objek",
    ),
    ("terlalu dalam", lambda p: tulis(p, "<x>" * 200 + "</x>" * 200), "buku-ditolak", "terlalu banyak"),
    (
        "tanda terlalu panjang",
        lambda p: tulis(p, f'<c r="A1" x="{"y" * 3_000_000}"><v>1</v></c>', mampat=False),
        "buku-ditolak",
        "terlalu panjang",
    ),
    (
        "sandi tak dikenal",
        lambda p: tulis(p, SATU, tambahan={"xl/styles.xml": b'<?xml version="1.0" encoding="xyz"?><a/>'}),
        "buku-rusak",
        "rusak",
    ),
    (
        "teks terlalu panjang",
        lambda p: tulis(p, f'<c r="A1" t="inlineStr"><is><t>{"y" * 32_768}</t></is></c>'),
        "buku-ditolak",
        "sel A1",
    ),
    (
        "teks bersama terlalu panjang",
        lambda p: tulis(p, SATU, bersama=f"<si><t>{'y' * 32_768}</t></si>"),
        "buku-ditolak",
        "teks bersama nomor 1",
    ),
    (
        "lembar kembar",
        lambda p: tulis(p, SATU, lembar='<sheet name="Data" sheetId="2" r:id="rId1"/>'),
        "buku-ditolak",
        "dua lembar",
    ),
]


def _byte(p: Path, isi: bytes) -> Path:
    p.write_bytes(isi)
    return p


def _tandai(p: Path) -> Path:
    """Mark every entry as encrypted."""
    isi = bytearray(p.read_bytes())
    for tanda, letak in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        i = isi.find(tanda)
        while i >= 0:
            isi[i + letak] |= 1
            i = isi.find(tanda, i + 4)
    return _byte(p, bytes(isi))


def _mampat(p: Path, cara: int) -> Path:
    with zipfile.ZipFile(tulis(p, SATU)) as z:
        isi = {n: z.read(n) for n in z.namelist()}
    with zipfile.ZipFile(p, "w", cara) as z:
        for n, data in isi.items():
            z.writestr(n, data)
    return p


@pytest.mark.parametrize(("buat", "kode", "pesan"), [d[1:] for d in DITOLAK], ids=[d[0] for d in DITOLAK])
def test_ditolak(tmp_path: Path, buat: Callable[[Path], Path], kode: str, pesan: str) -> None:
    with pytest.raises(BukuDitolak) as galat:
        baca_xlsx(buat(tmp_path / "a.xlsx"), "uji.xlsx")
    assert galat.value.kode == kode
    assert pesan in galat.value.pesan


@pytest.mark.parametrize(
    ("modul", "batas", "nilai", "pesan"),
    [
        (xlsx, "BATAS_BERKAS", 100, "berkas lebih besar dari 100 byte"),
        (paket, "BATAS_ISI", 500, "isi buku kerja terlalu besar"),
        (xlsx, "BATAS_UNSUR", 5, "unsur XML yang terlalu banyak"),
        (xlsx, "BATAS_SEL", 0, r"lembar Data terlalu besar \(sel A1 berisi\)"),
    ],
)
def test_batas_besar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, modul: object, batas: str, nilai: int, pesan: str
) -> None:
    path = tulis(tmp_path / "a.xlsx", SATU)
    assert baca(path).di(1, 1).isi == 1
    monkeypatch.setattr(modul, batas, nilai)
    with pytest.raises(BukuDitolak, match=pesan):
        baca(path)


def test_entitas_tidak_diuraikan(tmp_path: Path) -> None:
    rahasia = tmp_path / "rahasia"
    rahasia.write_text("rahasia", encoding="utf-8")
    dtd = f'<!DOCTYPE a [<!ENTITY b SYSTEM "{rahasia.as_uri()}">]><sst><si><t>&b;</t></si></sst>'
    path = tulis(tmp_path / "a.xlsx", SATU, tambahan={"xl/sharedStrings.xml": dtd.encode()})
    with pytest.raises(BukuDitolak) as galat:
        baca(path)
    assert "rahasia" not in galat.value.pesan


def test_byte_acak_selalu_menjadi_temuan(kantor: Kantor, tmp_path: Path) -> None:
    """Whatever happens to a file on a flash drive, it is read or it is refused; nothing else is raised."""
    asli = (kantor.data / "mitra.xlsx").read_bytes()
    acak = random.Random(56)
    path = tmp_path / "acak.xlsx"
    ditolak = 0
    for _ in range(300):
        rusak = bytearray(asli)
        for _ in range(acak.choice((1, 3, 20))):
            rusak[acak.randrange(len(rusak))] = acak.randrange(256)
        path.write_bytes(rusak[: acak.choice((len(rusak), acak.randrange(len(rusak))))])
        try:
            baca_xlsx(path, "acak.xlsx")
        except BukuDitolak as e:
            ditolak += 1
            assert e.kode in {"buku-rusak", "buku-ditolak"}
    assert ditolak > 100


def test_tanggal_menurut_format_selnya(tmp_path: Path) -> None:
    """A number is a day where the cell shows it as a date, whatever the words and colours of its format."""
    import datetime

    import openpyxl

    buku = openpyxl.Workbook()
    lembar = buku.active
    lembar.append([datetime.date(2025, 9, 2), 45902, 45902, 12])
    lembar["B1"].number_format = '[Red]"hari" d mmmm yyyy'
    lembar["C1"].number_format = '#,##0 "dyad"'
    buku.save(tmp_path / "t.xlsx")
    sel = next(iter(baca_xlsx(tmp_path / "t.xlsx", "t.xlsx").values())).sel
    assert [sel[1, k].tanggal for k in (1, 2, 3, 4)] == [True, True, False, False]
    assert sel[1, 1].isi == 45902


# ---------------------------------------------------------------- hidden characters


@pytest.mark.parametrize(
    ("isi", "terbaca", "asli"),
    [
        ('<c r="A1" t="inlineStr"><is><t>Dinas\u202e Contoh</t></is></c>', "Dinas Contoh", "Dinas\u202e Contoh"),
        ('<c r="A1" t="inlineStr"><is><t>Dinas_x202E_ Contoh</t></is></c>', "Dinas Contoh", "Dinas\u202e Contoh"),
        ('<c r="A1" t="str"><f>B1</f><v>ha_x200B_sil</v></c>', "hasil", "ha\u200bsil"),
        ('<c r="A1" t="s"><v>0</v></c>', "kegiatan", "ke\u00adgiatan"),
        ('<c r="A1" t="inlineStr"><is><t>a_xD83D_b</t></is></c>', "ab", "a\ud83db"),
        ('<c r="A1" t="inlineStr"><is><t>a\u2003b</t></is></c>', "a b", "a\u2003b"),
    ],
    ids=["pembalik arah", "sandi Excel", "hasil rumus", "teks bersama", "setengah huruf", "spasi lain"],
)
def test_hidden_characters_are_set_aside(tmp_path: Path, isi: str, terbaca: str, asli: str) -> None:
    lembar = baca(tulis(tmp_path / "a.xlsx", isi, bersama="<si><t>ke\u00adgiatan</t></si>"))
    assert lembar.di(1, 1).isi == terbaca
    assert [(t.sel, a) for t, a in lembar.kotor] == [("A1", asli)]


def test_ordinary_text_is_left_alone(tmp_path: Path) -> None:
    teks = "R&amp;D\u00a0– “a” ½ é ﬁ 漢 😀\u0301\n_xD83D__xDE00_"
    lembar = baca(tulis(tmp_path / "a.xlsx", f'<c r="A1" t="inlineStr"><is><t>{teks}</t></is></c>'))
    assert lembar.di(1, 1).isi == "R&D\u00a0– “a” ½ é ﬁ 漢 😀\u0301\n😀" and not lembar.kotor


# ---------------------------------------------------------------- in little memory

BARIS = '<row r="{0}"><c r="A{0}"><v>1</v></c></row>'
BESAR: dict[str, tuple[Callable[[], str], str]] = {
    "1.048.576 baris": (lambda: "".join(map(BARIS.format, range(1, 1_048_577))), ""),
    "1.048.576 baris berawalan": (
        lambda: "".join(f'<x:row><x:c r="A{i}"><x:v>1</x:v></x:c></x:row>' for i in range(1, 1_048_577)),
        f' xmlns:x="{MAIN}"',
    ),
    "16.384 kolom": (lambda: "".join(map(BARIS.replace("A", "XFD").format, range(1, 500_000))), ""),
    "sel kosong berformat": (lambda: '<row r="1">' + '<c r="A1" s="1"/>' * 6_000_000 + "</row>", ""),
    "unsur lain": (lambda: "<x/>" * 20_000_000, ""),
    "satu sel": (lambda: '<row><c r="A1" t="str"><v>' + "abcdefgh" * 22_000_000 + "</v></c></row>", ""),
    "bersarang": (lambda: "<x>" * 20_000_000, ""),
}
BERMEMORI = pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="memori diukur di Linux")
UKUR = """
import sys
from pathlib import Path
from generator import paket
from generator.sources.xlsx import BukuDitolak, baca_xlsx
def puncak():  # not getrusage: that begins with what the parent had
    return next(int(b.split()[1]) // 1024 for b in open("/proc/self/status") if b.startswith("VmHWM"))
paket.BATAS_RASIO = 10_000  # the files of these tests are more alike than a hostile one need be
awal = puncak()
try:
    baca_xlsx(Path(sys.argv[1]), "uji.xlsx")
except BukuDitolak as e:
    print(e.kode, puncak() - awal, e.pesan)
"""


@BERMEMORI
@pytest.mark.parametrize("nama", BESAR)
def test_a_huge_sheet_stops_in_little_memory(tmp_path: Path, nama: str) -> None:
    isi, ns = BESAR[nama]
    path = tmp_path / "a.xlsx"
    lembar = f'<worksheet xmlns="{MAIN}"{ns}><sheetData>{isi()}</sheetData></worksheet>'
    tulis(path, "", tambahan={"xl/worksheets/sheet1.xml": lembar.encode()})
    hasil = subprocess.run([sys.executable, "-c", UKUR, str(path)], capture_output=True, text=True, timeout=600)
    kode, mb, pesan = hasil.stdout.split(" ", 2)
    assert kode == "buku-ditolak" and pesan.strip(), hasil.stderr
    assert int(mb) < 150, pesan


def test_as_many_cells_as_allowed_fit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of all sheets together."""
    monkeypatch.setattr(xlsx, "BATAS_SEL", 3)
    tiga = "".join(f'<c r="A{i}"><v>1</v></c><c r="B{i}" s="1"/>' for i in (1, 2, 3))
    assert len(baca(tulis(tmp_path / "a.xlsx", tiga)).sel) == 3
    with pytest.raises(BukuDitolak, match="lembar Dua terlalu besar"):
        baca(tulis(tmp_path / "a.xlsx", SATU * 2, lembar='<sheet name="Dua" sheetId="2" r:id="rId1"/>'))


@BERMEMORI
def test_a_part_that_lies_about_its_size_is_not_unpacked(tmp_path: Path) -> None:
    """zipfile unpacks all of it before it looks at the size."""
    path = tulis(tmp_path / "a.xlsx", "", tambahan={"xl/worksheets/sheet1.xml": b" " * (100 * 2**20)})
    isi = bytearray(path.read_bytes())
    letak = isi.rfind(b"PK\x01\x02", 0, isi.rfind(b"xl/worksheets/sheet1.xml"))
    isi[letak + 24 : letak + 28] = (1000).to_bytes(4, "little")
    path.write_bytes(isi)
    hasil = subprocess.run([sys.executable, "-c", UKUR, str(path)], capture_output=True, text=True, timeout=600)
    kode, mb, _ = hasil.stdout.split(" ", 2)
    assert kode == "buku-rusak" and int(mb) < 50, hasil.stdout
