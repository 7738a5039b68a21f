"""The real content: every figure of Tables 2.7 and 2.8 against the adopted document, and the register of corrections.

`data/cetak_2_*.csv` hold what the adopted document prints, cell by cell. A cell may differ only where the register
`content/data/koreksi.xlsx` says so, and every row of the register about these tables must be a difference. Bab III-V
are in `test_kalaena_rencana.py`.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from cetakan import dokumen_kalaena, kantor_kalaena, konteks_kalaena
from kantor import Kantor, blok, isi_tabel, ringkas, sel_teks, tabel

from generator.compute.konteks import Konteks
from generator.model.koreksi import Koreksi
from generator.tree.nodes import (
    Block,
    Chart,
    Diagram,
    Document,
    Heading,
    List,
    Paragraph,
    SignatureBlock,
    Table,
    plain,
)

AKAR = Path(__file__).parent.parent
CETAK = Path(__file__).parent / "data"
TAHUN = ("2020", "2021", "2022", "2023", "2024")

Kunci = tuple[str, str, str, str]  # table, row, kind, year


@pytest.fixture(scope="module")
def kalaena() -> Kantor:
    return kantor_kalaena()


@pytest.fixture(scope="module")
def konteks() -> Konteks:
    return konteks_kalaena()


@pytest.fixture(scope="module")
def dokumen() -> Document:
    return dokumen_kalaena()


@pytest.fixture(scope="module")
def register(konteks: Konteks) -> tuple[Koreksi, ...]:
    return konteks.isi.koreksi


def dicetak() -> dict[Kunci, str]:
    """What the adopted document prints."""
    hasil: dict[Kunci, str] = {}
    for nomor in ("2.7", "2.8"):
        with (CETAK / f"cetak_{nomor.replace('.', '_')}.csv").open(encoding="utf-8", newline="") as f:
            for r in csv.DictReader(f):
                hasil[nomor, r["baris"], r["jenis"], r["tahun"]] = r["cetak"]
    return hasil


@pytest.fixture(scope="module")
def kini(dokumen: Document) -> dict[Kunci, str]:
    """What the generated document prints in the same cells."""
    hasil: dict[Kunci, str] = {}
    for kode, sel in isi_tabel(tabel(dokumen, "capaian-kinerja")).items():
        for jenis, nilai in zip(("target", "realisasi", "rasio"), _per_lima(sel[3:18]), strict=True):
            hasil |= {("2.7", kode, jenis, t): n for t, n in zip(TAHUN, nilai, strict=True)}
    for kode, sel in isi_tabel(tabel(dokumen, "anggaran-realisasi")).items():
        baris = "TOTAL" if kode == "total" else kode
        for jenis, nilai in zip(("anggaran", "realisasi", "rasio"), _per_lima(sel[1:16]), strict=True):
            hasil |= {("2.8", baris, jenis, t): n for t, n in zip(TAHUN, nilai, strict=True)}
        hasil["2.8", baris, "pertumbuhan", ""] = sel[16]
    return hasil


def _per_lima(sel: list[str]) -> Iterator[list[str]]:
    return (sel[i : i + 5] for i in range(0, len(sel), 5))


# ---------------------------------------------------------------- the register's rows about cells

_SEL = re.compile(r"Tabel (2\.[78]), (.+), (target|realisasi|rasio|anggaran) (\d{4})(?:(–| dan )(\d{4}))?")
_PERTUMBUHAN = re.compile(r"Tabel (2\.8), (.+), rata-rata pertumbuhan anggaran")
_KOSONG = re.compile(r"Tabel 2\.8, (\d+) sel anggaran dan realisasi sub kegiatan")
_NAMA = re.compile(r"Tabel 2\.8, nama ([0-9.]+)")
_BUKAN_SEL = re.compile(
    r"Tabel 2\.[78], (judul|judul kolom|kepala kolom .+|baris \d+|susunan baris|.+, kolom Realisasi)"
)
BARIS_27 = {"IKM": "ikm", "Nilai AKIP": "akip"}


def sel_koreksi(r: Koreksi, cetak: dict[Kunci, str]) -> list[Kunci]:
    """The cells that a row of the register is about, in the order of its values."""
    tempat = r.tempat.removeprefix("Bab II, ")
    if m := _SEL.fullmatch(tempat):
        awal, akhir = int(m[4]), int(m[6] or m[4])
        return [(m[1], BARIS_27.get(m[2], m[2]), m[3], str(t)) for t in range(awal, akhir + 1)]
    if m := _PERTUMBUHAN.fullmatch(tempat):
        return [(m[1], m[2], "pertumbuhan", "")]
    if m := _KOSONG.fullmatch(tempat):
        kosong = [k for k, c in cetak.items() if not c]
        assert len(kosong) == int(m[1])
        return kosong
    return []


def nilai_koreksi(isi: str, banyak: int) -> list[str]:
    """'75,5 82' -> one value per cell; a single value stands for every cell."""
    nilai = isi.replace("(kosong)", "").split(" ")
    return nilai if len(nilai) == banyak else nilai * banyak


def beda_menurut_register(register: tuple[Koreksi, ...], cetak: dict[Kunci, str]) -> dict[Kunci, tuple[str, str]]:
    """Cell -> (printed, now) for every cell that the register names."""
    hasil: dict[Kunci, tuple[str, str]] = {}
    for r in register:
        sel = sel_koreksi(r, cetak)
        pasangan = zip(nilai_koreksi(r.tercetak or "", len(sel)), nilai_koreksi(r.kini or "", len(sel)), strict=True)
        for k, p in zip(sel, pasangan, strict=False):
            assert k not in hasil or r.keputusan == "dipertahankan"
            hasil.setdefault(k, p)
    return hasil


def test_setiap_sel_sama_dengan_yang_ditetapkan(kini: dict[Kunci, str], register: tuple[Koreksi, ...]) -> None:
    cetak = dicetak()
    beda = beda_menurut_register(register, cetak)
    assert set(kini) == set(cetak)
    salah = {k: (cetak[k], kini[k]) for k in cetak if (cetak[k], kini[k]) != beda.get(k, (cetak[k], cetak[k]))}
    assert salah == {}


def test_setiap_koreksi_sungguh_beda(kini: dict[Kunci, str], register: tuple[Koreksi, ...]) -> None:
    """A row whose cells print as before is no correction; a row 'dipertahankan' must print as before."""
    cetak = dicetak()
    banyak = 0
    for r in register:
        sel = sel_koreksi(r, cetak)
        if sel:
            banyak += 1
            sama = all(cetak[k] == kini[k] for k in sel)
            assert sama == (r.keputusan == "dipertahankan"), r.kode
    assert banyak == 10


def test_tidak_ada_koreksi_tabel_yang_terlewat(register: tuple[Koreksi, ...]) -> None:
    """Every row whose place is Table 2.7 or 2.8 is one that these tests understand."""
    cetak = dicetak()
    for r in register:
        tempat = r.tempat.removeprefix("Bab II, ")
        if re.match(r"Tabel 2\.[78]\b", tempat) and not sel_koreksi(r, cetak):
            assert _NAMA.fullmatch(tempat) or _BUKAN_SEL.fullmatch(tempat), r.tempat


def test_banyaknya_angka(kini: dict[Kunci, str]) -> None:
    """The comparison is not vacuous: 270 ratios, 530 amounts, 36 growths and 28 '-'."""
    cetak = dicetak()
    tepat = Counter(
        (k[0], k[2], "-" if c == "-" else "angka") for k, c in cetak.items() if c and c == kini[k] and k[1] != "TOTAL"
    )
    total = Counter(k[2] for k, c in cetak.items() if k[1] == "TOTAL" and c == kini[k])
    assert tepat["2.7", "rasio", "angka"] + tepat["2.8", "rasio", "angka"] == 270
    uang = tepat["2.8", "anggaran", "angka"] + tepat["2.8", "realisasi", "angka"]
    assert uang + total["anggaran"] + total["realisasi"] == 530
    assert (tepat["2.8", "pertumbuhan", "angka"], tepat["2.8", "pertumbuhan", "-"]) == (36, 28)
    assert set(total) == {"anggaran", "realisasi"}


# ---------------------------------------------------------------- names, titles, words


def test_nama_tabel_2_8(dokumen: Document, register: tuple[Koreksi, ...]) -> None:
    nama = {kode: sel[0] for kode, sel in isi_tabel(tabel(dokumen, "anggaran-realisasi")).items()}
    koreksi = [(m[1], r) for r in register if (m := _NAMA.fullmatch(r.tempat))]
    assert len(koreksi) == 13
    for kode, r in koreksi:
        assert nama[kode].casefold() == (r.kini or "").casefold()
        assert r.tercetak != r.kini


def test_nama_satu_untuk_satu_kode(dokumen: Document, konteks: Konteks) -> None:
    """A name is printed as the nomenclature has it; a program's in capitals."""
    nama = {str(n.kode): str(n.nama) for n in konteks.isi.nomenklatur}
    for kode, sel in isi_tabel(tabel(dokumen, "anggaran-realisasi")).items():
        assert sel[0] == (nama[kode].upper() if len(kode) == 7 else nama.get(kode, "TOTAL"))
    riwayat = {str(p.kode) for p in konteks.anggaran.subkegiatan}
    rencana = {str(n.kode) for n in konteks.rencana.subkegiatan}
    assert riwayat - rencana == {"7.01.06.2.01.0011"}
    assert rencana - riwayat == {"7.01.01.2.06.0003", "7.01.01.2.09.0001"}


def test_judul_tabel_menyebut_tahun_datanya(dokumen: Document, register: tuple[Koreksi, ...]) -> None:
    kini_ = {r.kode: r.kini for r in register}
    for nama, kode in (("capaian-kinerja", "tabel-2-7-judul"), ("anggaran-realisasi", "tabel-2-8-judul")):
        t = tabel(dokumen, nama)
        assert plain(t.caption.title) == kini_[kode]
        assert plain(t.caption.title).endswith("2020–2024")
        assert sel_teks(t.header[1])[:15] == list(TAHUN) * 3
    assert [tabel(dokumen, n).caption.number for n in ("capaian-kinerja", "anggaran-realisasi")] == ["2.7", "2.8"]


@pytest.fixture(scope="module")
def kata(dokumen: Document) -> str:
    """All words, a line per paragraph, cell and row."""
    return "\n".join(" ".join(teks.split()) for b in blok(dokumen) for teks in _kata(b))


def _kata(b: Block) -> Iterator[str]:
    match b:
        case Heading() | Paragraph():
            yield plain(b.content)
        case List():
            for isi in (x for item in b.items for x in item.blocks):
                yield from _kata(isi)
        case Table():
            yield from (f"Tabel {b.caption.number} {plain(b.caption.title)}", plain(b.source))
            for baris in (*b.header, *b.rows):
                yield from (*sel_teks(baris), " ".join(sel_teks(baris)))
        case Chart() | Diagram():
            yield f"{b.caption.kind.title()} {b.caption.number} {plain(b.caption.title)}"
            yield from (plain(b.source), b.alt)
            if isinstance(b, Diagram):
                yield from (x.alt for x in b.more)
        case SignatureBlock():
            yield from map(plain, (b.place_date, b.title, b.name, *b.details))


# of a table's row only the cells stand together in print, not a target of one year beside that of the next
_DERET = re.compile(r"Tabel 4\.3, [0-9.]+, baseline dan target 2025–2030")


def test_setiap_kini_tercetak(kata: str, register: tuple[Koreksi, ...]) -> None:
    """What the register says is printed now, is: in words, but for rows that are one remark in brackets."""
    isi = kata.casefold()
    banyak = 0
    for r in register:
        kini_ = re.sub(r" (\([A-Z]+\)|…)$", "", r.kini or "")
        if re.fullmatch(r"\([^()]*\)", kini_) or _DERET.fullmatch(r.tempat):
            continue
        for bagian in (kini_, *kini_.split("; "))[0 if kini_.casefold() in isi else 1 :]:
            bagian = " ".join(bagian.split())
            assert bagian.casefold() in isi, (r.kode, bagian)
            banyak += 1
    assert banyak > 400


def test_tercetak_tidak_tinggal(kata: str, register: tuple[Koreksi, ...]) -> None:
    """What was a slip is gone from the whole document: words that the register mends as such."""
    isi = re.sub(r"\W+", " ", kata).casefold().split()
    salah = {
        kata_
        for r in register
        if r.keputusan in ("diperbaiki", "satu nama")
        for kata_ in re.findall(r"\w+", (r.tercetak or "").casefold())
    }
    benar = {kata_ for r in register for kata_ in re.findall(r"\w+", (r.kini or "").casefold())}
    slip = {"pemekalaenan", "meningktanya", "meningkattnya", "inobasi", "kompenen", "penyenggaraan", "kuallitas"}
    slip |= {"pemeberdayaan", "infromasi", "pelaayanan", "masayarakat", "pemeintahan", "baperida", "pemyelenggaraan"}
    slip |= {"enguatan", "diwilayah", "kordinasi", "ketentraman", "survey", "responsive", "dimana", "kedepan"}
    assert slip <= salah - benar
    assert not slip & set(isi)


def test_register_urut_dan_tidak_ganda(register: tuple[Koreksi, ...]) -> None:
    """By chapters of the document, and no place with the same words twice."""
    bab = [_bab(r.tempat) for r in register]
    assert bab == sorted(bab)
    assert [k for k, n in Counter((r.tempat, r.tercetak) for r in register).items() if n > 1] == []
    for r in register:
        sama = r.tercetak == r.kini
        assert sama == (r.keputusan == "dipertahankan") or r.kode == "tabel-4-3-tanpa-penanggung-jawab", r.kode


_BAB = (
    ("Kata Pengantar",),
    ("Ringkasan",),
    ("Bab I,", "Bab I "),
    ("Bab II,", "Bab II ", "Tabel 2."),
    ("Bab III", "Tabel 3.", "Kotak "),
    ("Bab IV", "Tabel 4."),
    ("Bab V",),
    ("Lampiran",),
)


def _bab(tempat: str) -> int:
    return next(i for i, awalan in enumerate(_BAB) if tempat.startswith(awalan))


_NAMA_KODE = re.compile(r"Tabel (?:2\.8, nama ([0-9.]+)|4\.[13], ([0-9.]+), nama)")


def test_register_satu_nama_tiap_kode(konteks: Konteks, register: tuple[Koreksi, ...]) -> None:
    """In whatever table a name was printed wrong, it is now the name of the nomenclature."""
    nama = {str(n.kode): str(n.nama).casefold() for n in konteks.isi.nomenklatur}
    banyak: Counter[str] = Counter()
    for r in register:
        if m := _NAMA_KODE.fullmatch(r.tempat):
            kode = m[1] or m[2]
            assert (r.kini or "").casefold() in (nama[kode], nama[kode].removeprefix("program ")), r.kode
            banyak[r.tempat[:9]] += 1
    assert banyak == {"Tabel 2.8": 13, "Tabel 4.1": 6, "Tabel 4.3": 9}


@pytest.mark.parametrize(
    "teks",
    [
        "12.456 jiwa",
        "6 (enam) program, 15 (lima belas) kegiatan, dan 44 (empat puluh empat) sub kegiatan",
        "16,94%",
        "8,85 poin",
        "74,64%",
        "S1/D4 sebanyak 15 (lima belas) orang",
        "28 (dua puluh delapan) orang",
        "99,94% pada tahun 2022",
        "1,02",
    ],
)
def test_angka_dalam_naskah(kata: str, teks: str) -> None:
    assert teks in kata


def test_jumlah_pegawai_dan_penduduk(dokumen: Document, konteks: Konteks) -> None:
    p = konteks.pegawai
    assert [m.jumlah for m in (p.golongan, p.pendidikan, p.jabatan, p.status)] == [28, 28, 25, 28]
    assert [k.jumlah for k in p.diklat.kolom] == [9, 14]
    nama = ("golongan", "pendidikan", "jabatan", "status")
    akhir = [sel_teks(tabel(dokumen, f"pegawai-{n}").rows[-1])[-1] for n in nama]
    assert akhir == ["28", "28", "25", "28"]
    assert sel_teks(tabel(dokumen, "pegawai-diklat").rows[-1]) == ["JUMLAH", "9", "14"]
    assert konteks.penduduk is not None
    assert (konteks.penduduk.jumlah, konteks.desa.jumlah) == (12456, 7)
    r = konteks.rencana
    assert (r.program.jumlah, r.kegiatan.jumlah, r.subkegiatan.jumlah) == (6, 15, 44)
    a = konteks.anggaran
    assert (a.program.jumlah, a.kegiatan.jumlah, a.subkegiatan.jumlah) == (6, 15, 43)
    assert konteks.rpjmd.sasaran.jumlah == 15
    assert (konteks.isu.jumlah, konteks.isu.analisis.jumlah) == (6, 7)


def test_susunan_tabel_grafik_gambar(dokumen: Document) -> None:
    """In the order of the document; boxes have no number."""
    isi = [b.caption for b in blok(dokumen) if isinstance(b, (Table, Chart, Diagram))]
    nomor = {jenis: [c.number for c in isi if c.kind == jenis] for jenis in ("tabel", "grafik", "gambar", "kotak")}
    assert nomor == {
        "tabel": [f"{bab}.{i}" for bab, n in ((2, 10), (3, 5), (4, 6)) for i in range(1, n + 1)],
        "grafik": [f"2.{i}" for i in range(1, 6)],
        "gambar": ["2.1", "3.1", "3.2", "4.1", *(f"L.{i}" for i in range(1, 8))],
        "kotak": [""] * 3,
    }


# ---------------------------------------------------------------- what stands where


def test_isi_hanya_berperingatan_yang_diketahui(kalaena: Kantor) -> None:
    _, temuan = kalaena.baca()
    assert ringkas(temuan) == [("tugas-pokok-kosong", "content/data/organisasi.xlsx › Jabatan!A3")]


def test_program_tidak_mengenal_kalaena() -> None:
    berkas = [p for p in (AKAR / "generator").rglob("*") if p.suffix in {".py", ".toml", ".md", ".txt", ".xml"}]
    assert len(berkas) > 50
    for path in berkas:
        temu = re.search(r"kalaena|luwu", path.read_text(encoding="utf-8"), re.I)
        assert temu is None, f"{path}: {temu}"


# what may hold a digit in a chapter: its head, expressions, list marks, names of fences and references, labels
_BUKAN_PROSA = re.compile(
    r"\A---\n.*?\n---\n|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|^\s*\d+[.)]\s|^:::.*$|@[a-z]+:[\w-]+|\{#[a-z0-9-]+\}",
    re.S | re.M,
)


def test_tidak_ada_angka_diketik(kalaena: Kantor) -> None:
    """Every figure, year and count in prose is an expression; none is typed."""
    naskah = sorted(kalaena.naskah.glob("*.md"))
    assert len(naskah) >= 8
    for path in naskah:
        sisa = _BUKAN_PROSA.sub("", path.read_text(encoding="utf-8"))
        diketik = re.search(r".*\d.*", sisa)
        assert diketik is None, f"{path.name}: {diketik and diketik[0]}"


def test_tidak_ada_angka_dalam_kutipan_ungkapan(kalaena: Kantor) -> None:
    """Nor is one typed inside an expression as text to be printed; codes in square brackets are no figures."""
    for path in kalaena.naskah.glob("*.md"):
        for ungkapan in re.findall(r"\{\{.*?\}\}", path.read_text(encoding="utf-8")):
            dicetak_ = re.sub(r"\[[^\]]*\]", "", ungkapan)
            kutipan = re.findall(r"\"[^\"]*\"|'[^']*'", dicetak_)
            assert not re.search(r"\d", " ".join(kutipan)), f"{path.name}: {ungkapan}"
