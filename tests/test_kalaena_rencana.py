"""The real content, Bab III-V: every cell of Tables 3.1-4.6 and of the boxes against the adopted document.

`data/cetak_*.csv` hold what it prints; how the register of corrections is applied to it stands in `cetakan.py`. A cell
may differ only where the register says so, and every row of the register about these tables must be a difference.
Only blanks that came twice or before a colon and a stop at the end of a cell are not compared; of formulas, no blanks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from cetakan import (
    LUAS,
    Pemakaian,
    Sel,
    baca_cetak,
    dokumen_kalaena,
    konteks_kalaena,
    pasangan,
    rapikan,
    sebutan,
    tak_terpakai,
)
from kantor import isi_tabel, kisi, sel_teks, tabel

from generator.model.koreksi import Koreksi
from generator.tree.nodes import Cell, Formula, LineBreak, Row, Table, plain

TAHUN = tuple(str(t) for t in range(2025, 2031))
NAMA = {
    "3.1": "perwujudan-visi",
    "3.2": "tujuan-sasaran",
    "3.3": "strategi",
    "3.4": "penahapan",
    "3.5": "arah-kebijakan",
    "4.1": "teknik-perumusan",
    "4.3": "rencana-pendanaan",
    "4.4": "prioritas",
    "4.5": "iku",
    "4.6": "ikk",
}
INDIKATOR = ("tepat-waktu", "akip", "ikm")

# rows of the register about these tables that are about no single cell, and what proves them here
BUKAN_SEL = {
    "tabel-3-1-nomor-kolom": "test_nomor_kolom",
    "tabel-4-2-total": "test_rekapitulasi_program",
    "tabel-4-3-sel-kosong": "test_sel_kosong_tabel_4_3",
    "tabel-4-3-tanpa-penanggung-jawab": "test_sel_kosong_tabel_4_3",
    "tabel-4-3-tanpa-pagu-2025": "test_yang_dipertahankan_pada_tabel_4_3",
    "tabel-4-3-07-0001-2030": "test_yang_dipertahankan_pada_tabel_4_3",
    "bab-4-indikator-100": "test_yang_dipertahankan_pada_tabel_4_3",
    "tabel-4-3-kenaikan-2026": "test_rekapitulasi_program",
    "tabel-4-4-kegiatan": "test_prioritas_menyebut_kegiatan",
    "tabel-4-6-penjelasan": "test_ikk_nihil",
    "bab-3-interpretasi-tepat-waktu": "cells",
    "bab-3-akip-bobot": "cells",
    "bab-3-akip-skala": "cells",
    "kotak-akip-susunan": "cells",
}
DERET = re.compile(r"Tabel 4\.3, ([0-9.]+), baseline dan target 2025–2030")


@pytest.fixture(scope="module")
def register() -> tuple[Koreksi, ...]:
    return konteks_kalaena().isi.koreksi


def t(nomor: str) -> Table:
    return tabel(dokumen_kalaena(), NAMA[nomor])


# ---------------------------------------------------------------- what the generated document prints in the same cells


def _umum(nomor: str) -> Iterator[Sel]:
    """Title, header cells in reading order, column numbers."""
    isi = t(nomor)
    yield Sel(nomor, "judul", "", plain(isi.caption.title))
    *kepala, kolom = isi.header
    nama = [f"kolom {i}" for i in range(1, sum(len(b.cells) for b in kepala) + 1)]
    if nomor == "4.3":  # below each year
        nama[11:] = [f"{k} {y}" for y in TAHUN for k in ("target", "pagu")]
    for k, teks in zip(nama, (x for b in kepala for x in sel_teks(b)), strict=True):
        yield Sel(nomor, "kepala kolom", k, teks)
    yield Sel(nomor, "nomor kolom", "", " ".join(sel_teks(kolom)))


def _target(nomor: str, baris: str, nilai: list[str]) -> Iterator[Sel]:
    for kolom, teks in zip(("baseline 2024", *(f"target {y}" for y in TAHUN)), nilai, strict=True):
        yield Sel(nomor, baris, kolom, teks)


def _butir(sel: Cell) -> list[str]:
    """The lines of a cell without their dashes."""
    baris = [""]
    for n in sel.content:
        if isinstance(n, LineBreak):
            baris.append("")
        else:
            baris[-1] += plain((n,))
    return [b.removeprefix("- ") for b in baris]


def _visi() -> Iterator[Sel]:
    for (kunci, sel), baris in zip(isi_tabel(t("3.1")).items(), kisi(t("3.1").rows), strict=True):
        if len(sel) == 3:
            yield Sel("3.1", kunci, "Visi", sel[0])
        assert plain(baris[0].content) == "Luwu Timur Maju dan Sejahtera"
        yield from (Sel("3.1", kunci, "Pokok Visi", sel[-2]), Sel("3.1", kunci, "Penjelasan Visi", sel[-1]))


def _tujuan_sasaran() -> Iterator[Sel]:
    baris = t("3.2").rows
    nspk = baris[0].cells[0]
    assert nspk.row_span == len(baris)
    for i, teks in enumerate(_butir(nspk), 1):
        yield Sel("3.2", "NSPK", f"butir {i}", teks)
    for nama, b in zip(("Tujuan", "Sasaran 1", "Sasaran 2"), kisi(baris), strict=True):
        _, tujuan, sasaran, *sel = (plain(c.content) for c in b)
        if nama == "Tujuan":
            assert sasaran == ""
            yield Sel("3.2", nama, "tujuan", tujuan)
        else:
            yield Sel("3.2", nama, "sasaran", sasaran)
        yield Sel("3.2", nama, "indikator", sel[0])
        yield from _target("3.2", nama, sel[1:8])
        yield Sel("3.2", nama, "ket", sel[8])


def _strategi() -> Iterator[Sel]:
    baris = kisi(t("3.3").rows)
    yield Sel("3.3", "Tujuan", "tujuan", plain(baris[0][0].content))
    ke: Counter[str] = Counter()
    sasaran: list[str] = []
    for b in baris:
        assert b[0] is baris[0][0]
        nama = plain(b[1].content)
        if nama not in sasaran:
            sasaran.append(nama)
            yield Sel("3.3", f"Sasaran {len(sasaran)}", "sasaran", nama)
        ke[nama] += 1
        yield Sel("3.3", f"Sasaran {len(sasaran)}", f"strategi {ke[nama]}", plain(b[2].content))


def _penahapan() -> Iterator[Sel]:
    (baris,) = t("3.4").rows
    for i, teks in enumerate(sel_teks(baris), 1):
        yield Sel("3.4", f"Tahap {i}", "uraian", teks)


def _arah() -> Iterator[Sel]:
    satu, dua = kisi(t("3.5").rows)
    assert satu[1:3] == dua[1:3]
    for i, b in enumerate((satu, dua), 1):
        yield Sel("3.5", str(i), "No", plain(b[0].content))
        if i == 1:
            yield from (Sel("3.5", "1", f"NSPK butir {n}", teks) for n, teks in enumerate(_butir(b[1]), 1))
            yield Sel("3.5", "1", "RPJMD", plain(b[2].content))
        yield from (
            Sel("3.5", str(i), "Renstra PD", plain(b[3].content)),
            Sel("3.5", str(i), "Ket", plain(b[4].content)),
        )


_LABEL = re.compile(r"((?:T|S|OC|OT)[\d.]*\d|(?:PROG|KEG|SUB KEG)\. [\d.]*\d)\. (.+)")


def _berlabel(teks: str) -> tuple[str, str]:
    m = _LABEL.fullmatch(teks)
    return (m[1], m[2]) if m else ("", teks)


def _perumusan() -> Iterator[Sel]:
    """A node's own words stand in the column of its level; a program, kegiatan or sub kegiatan is named in the 7th."""
    isi = t("4.1")
    atas: list[Cell] | None = None
    for baris, b in zip(isi.rows, kisi(isi.rows), strict=True):
        kode = baris.key.partition("/")[0]
        teks = [plain(c.content) for c in b]
        baru = [k for k in range(5) if teks[k] and (atas is None or b[k] is not atas[k])]
        atas = b
        assert teks[7] == ""  # KET
        label_indikator, indikator = _berlabel(teks[5])
        label_nama, nama = _berlabel(teks[6])
        sendiri = [_berlabel(teks[k]) for k in baru if k > 0]
        if 0 in baru:
            yield Sel("4.1", kode, "nspk", teks[0])
        if not kode.startswith("7."):
            assert (label_nama, nama) == ("", "")
            ((label, uraian),) = sendiri
            yield from (Sel("4.1", kode, "label", label), Sel("4.1", kode, "nama", uraian))
        else:
            tingkat = {7: 3, 12: 4}.get(len(kode), 0)
            assert baru == ([tingkat] if tingkat else [])
            label, uraian = sendiri[0] if tingkat else ("", "")
            yield from (Sel("4.1", kode, "label", label_nama), Sel("4.1", kode, "nama", nama))
            yield Sel("4.1", kode, "label uraian", label)
            yield Sel("4.1", kode, "outcome" if tingkat == 3 else "output", uraian)
        yield from (Sel("4.1", kode, "label indikator", label_indikator), Sel("4.1", kode, "indikator", indikator))


def _pendanaan() -> Iterator[Sel]:
    for kunci, sel in isi_tabel(t("4.3")).items():
        if kunci == "total":
            continue
        kode, _, kedua = kunci.partition("/")
        if not kedua:
            assert sel[0].startswith(f"{kode} - ")
            assert {*sel[1:3], *sel[3:15:2], sel[15]} == {""}
            yield Sel("4.3", kode, "nama", sel[0].removeprefix(f"{kode} - "))
            yield from (Sel("4.3", kode, f"pagu {y}", p) for y, p in zip(TAHUN, sel[4:15:2], strict=True))
            continue
        assert kedua == kode  # one indicator, of the same code
        yield from (Sel("4.3", kode, "uraian", sel[0], "2"), Sel("4.3", kode, "indikator", sel[1], "2"))
        yield Sel("4.3", kode, "baseline", sel[2], "2")
        for y, target, pagu in zip(TAHUN, sel[3:15:2], sel[4:15:2], strict=True):
            yield from (Sel("4.3", kode, f"target {y}", target, "2"), Sel("4.3", kode, f"pagu {y}", pagu, "2"))
        yield Sel("4.3", kode, "penanggung jawab", sel[15], "2")


def _prioritas() -> Iterator[Sel]:
    for i, b in enumerate(t("4.4").rows, 1):
        for kolom, teks in zip(("No", "Program Prioritas", "Outcome", "Kegiatan", "Ket"), sel_teks(b), strict=True):
            yield Sel("4.4", str(i), kolom, teks)


def _iku() -> Iterator[Sel]:
    for i, b in enumerate(t("4.5").rows, 1):
        sel = sel_teks(b)
        yield from (Sel("4.5", str(i), k, s) for k, s in zip(("No", "indikator", "satuan"), sel[:3], strict=True))
        yield from _target("4.5", str(i), sel[3:10])
        yield Sel("4.5", str(i), "ket", sel[10])


def _ikk() -> Iterator[Sel]:
    yield Sel("4.6", "NIHIL", "", *sel_teks(t("4.6").rows[0]))


def _kotak() -> Iterator[Sel]:
    for kode in INDIKATOR:
        isi = tabel(dokumen_kalaena(), f"indikator-{kode}")
        (kepala,) = map(sel_teks, isi.header)
        yield from (Sel("kotak", kode, k, s) for k, s in zip(("label", "indikator"), kepala, strict=True))
        langkah: list[tuple[str, str]] = []
        for baris in isi.rows:
            if not baris.key.startswith("rumus-"):
                yield Sel("kotak", kode, *sel_teks(baris))
                continue
            jenis, teks, sel = _langkah(baris)
            if jenis == "tabel" and kode == "akip":
                if sel[0] != "Predikat":
                    yield from (
                        Sel("kotak", kode, f"{sel[0]}, {k}", s)
                        for k, s in zip(("interval", "sebutan", "penjelasan"), sel[1:], strict=True)
                    )
            elif langkah and jenis != "kata" and langkah[-1][0] == jenis:
                langkah[-1] = (jenis, f"{langkah[-1][1]} {teks}")
            else:
                langkah.append((jenis, teks))
        for i, (_, teks) in enumerate(langkah, 1):
            yield Sel("kotak", kode, f"Rumus Perhitungan, langkah {i}", teks)
        yield Sel("kotak", kode, "sumber", plain(isi.source))


def _langkah(baris: Row) -> tuple[str, str, list[str]]:
    """A row of a calculation: a formula, words or a row of a table. The first one has the label before it."""
    sel = [c for c in baris.cells if plain(c.content) != "Rumus Perhitungan"]
    teks = [plain(c.content) for c in sel]
    rumus = any(isinstance(n, Formula) for n in sel[0].content)
    return ("rumus" if rumus else "kata" if len(sel) == 1 else "tabel", "; ".join(teks), teks)


ISI: dict[str, Callable[[], Iterator[Sel]]] = {
    "3.1": _visi,
    "3.2": _tujuan_sasaran,
    "3.3": _strategi,
    "3.4": _penahapan,
    "3.5": _arah,
    "4.1": _perumusan,
    "4.3": _pendanaan,
    "4.4": _prioritas,
    "4.5": _iku,
    "4.6": _ikk,
    "kotak": _kotak,
}


@cache
def kini(nomor: str) -> dict[tuple[str, str], str]:
    sel = [*(_umum(nomor) if nomor in NAMA else ()), *ISI[nomor]()]
    hasil = {s.kunci: s.cetak for s in sel}
    assert len(hasil) == len(sel)
    return hasil


@cache
def dicetak(nomor: str) -> dict[tuple[str, str], Sel]:
    hasil = {s.kunci: s for s in baca_cetak(nomor)}
    assert len(hasil) == len(baca_cetak(nomor))
    return hasil


# ---------------------------------------------------------------- cell by cell, in both directions


def _sel_kosong(s: Sel) -> bool:
    """A blank that prints '-' now: 'tabel-4-3-sel-kosong'."""
    return s.tabel == "4.3" and s.cetak == "" and s.kolom.startswith(("pagu", "penanggung jawab"))


def _tanpa_spasi(s: Sel, teks: str) -> str:
    """A formula's blanks are not compared."""
    return "".join(teks.split()) if s.tabel == "kotak" and re.search(r"[=+] .*[(/]|^\(", teks) else teks


@pytest.mark.parametrize("nomor", ISI)
def test_setiap_sel_sama_dengan_yang_ditetapkan(nomor: str, register: tuple[Koreksi, ...]) -> None:
    pakai = Pemakaian(register)
    cetak = dicetak(nomor)
    beda = set(kini(nomor)) ^ set(cetak)
    assert beda <= {(f"Tabel {nomor}, nomor kolom", "1")} if nomor in ("3.1", "3.2", "3.3") else not beda, beda
    salah: dict[tuple[str, str], tuple[str, str]] = {}
    for kunci, s in cetak.items():
        seharusnya = "-" if _sel_kosong(s) else pakai.terapkan(s)
        nyata = kini(nomor)[kunci]
        if s.tanpa_teks:
            _periksa_tanpa_teks(s, nyata, register)
        elif _tanpa_spasi(s, rapikan(seharusnya)) != _tanpa_spasi(s, rapikan(nyata)):
            salah[kunci] = (seharusnya, nyata)
    assert salah == {}
    sisa = tak_terpakai(register, pakai, "Kotak indikator " if nomor == "kotak" else f"Tabel {nomor}, ")
    assert [k for k in sisa if k not in BUKAN_SEL and not _deret(k, register)] == []


def _periksa_tanpa_teks(s: Sel, nyata: str, register: tuple[Koreksi, ...]) -> None:
    """What stands for a picture is what the register says: words, or a formula in brackets after 'rumus:'."""
    (r,) = (r for r in register if r.tempat == s.tempat)
    kata = re.sub(r"^\(rumus: (.*)\)$", r"\1", r.kini or "")
    for bagian in kata.split("; "):
        assert re.sub(r"[\s()]", "", bagian) in re.sub(r"[\s()]", "", nyata), (r.kode, bagian, nyata)


def _deret(kode: str, register: tuple[Koreksi, ...]) -> bool:
    return any(r.kode == kode and DERET.fullmatch(r.tempat) for r in register)


@pytest.mark.parametrize("kode", LUAS)
def test_koreksi_luas_terpakai(kode: str, register: tuple[Koreksi, ...]) -> None:
    """A row about several tables is a difference in each of its places, and each of its words somewhere."""
    (r,) = (r for r in register if r.kode == kode)
    semua = [s for nomor in ISI for s in dicetak(nomor).values()]
    for tempat in LUAS[kode]:
        sel = [s for s in semua if s.tempat.startswith(tempat)]
        assert any(sebutan(lama).search(s.cetak) for s in sel for lama, _ in pasangan(r)), tempat
    dalam = [s for s in semua if s.tempat.startswith(LUAS[kode]) or "judul" in s.tempat]
    for lama, _ in pasangan(r):
        assert any(sebutan(lama).search(s.cetak) for s in dalam) or lama == "2025 – 2029", lama


def test_banyaknya_sel() -> None:
    """The comparison is not vacuous: 65 items, two rows each, 756 amounts that print what they printed or its sum."""
    sel = [s for s in dicetak("4.3").values() if s.baris.startswith("7.")]
    assert len({s.baris for s in sel}) == 65
    assert Counter(s.ke for s in sel) == {"1": 65 * 7, "2": 65 * 16}
    uang = [s for s in sel if re.fullmatch(r"\d{1,3}(\.\d{3})+", s.cetak)]
    assert len(uang) == 756
    beda = {s.tempat for s in uang if kini("4.3")[s.kunci] != s.cetak}
    assert beda == {"Tabel 4.3, 7.01.06, pagu 2027", "Tabel 4.3, 7.01.06.2.01, pagu 2027"}
    assert len([k for k in dicetak("4.1") if k[0].startswith("Tabel 4.1, 7.")]) == 65 * 6


def test_nomor_kolom() -> None:
    for nomor in NAMA:
        banyak = len(t(nomor).widths)
        assert kini(nomor)[f"Tabel {nomor}, nomor kolom", "1"] == " ".join(f"({i:02d})" for i in range(1, banyak + 1))


# ---------------------------------------------------------------- Table 4.3 beyond its printed cells


def test_sel_kosong_tabel_4_3(register: tuple[Koreksi, ...]) -> None:
    """Blank pagu and blank officers print '-', zero and '-' too; blank targets print nothing."""
    kosong = Counter(s.kolom.split(" ")[0] for s in dicetak("4.3").values() if _sel_kosong(s))
    assert kosong == {"pagu": 15, "penanggung": 2}
    tempat = {r.kode: r.tempat for r in register}["tabel-4-3-sel-kosong"]
    assert tempat == f"Tabel 4.3, {kosong['pagu']} sel pagu dan {kosong['penanggung']} sel penanggung jawab"
    strip = [k for k, v in kini("4.3").items() if v == "-"]
    # of the 15 blanks and 2 officers, with six '-' and three '0' in print
    assert len(strip) == 15 + 2 + 6 + 3
    tanpa = [k[0] for k, v in kini("4.3").items() if v == "" and k[0].startswith("Tabel 4.3, 7.")]
    assert tanpa == ["Tabel 4.3, 7.01.01.2.04.0007, target 2025", "Tabel 4.3, 7.01.01.2.07.0001, target 2030"]
    assert [dicetak("4.3")[k, "2"].cetak for k in tanpa] == ["", ""]


def test_yang_dipertahankan_pada_tabel_4_3(register: tuple[Koreksi, ...]) -> None:
    k = kini("4.3")
    deret = 0
    for r in register:
        if m := DERET.fullmatch(r.tempat):
            deret += 1
            tempat = [f"Tabel 4.3, {m[1]}, {x}" for x in ("baseline", *(f"target {y}" for y in TAHUN))]
            assert r.keputusan == "dipertahankan"
            assert r.tercetak == r.kini == " ".join(k[x, "2"] for x in tempat)
            assert r.tercetak == " ".join(dicetak("4.3")[x, "2"].cetak for x in tempat)
    assert deret == 7
    atas = [kode for kode in {x.baris for x in dicetak("4.3").values()} if len(kode) in (7, 12) and kode[0] == "7"]
    assert len(atas) == 21
    assert {
        k[f"Tabel 4.3, {kode}, {x}", "2"] for kode in atas for x in ("baseline", *(f"target {y}" for y in TAHUN))
    } == {"100"}
    alasan = {r.kode: r.alasan for r in register}["tabel-4-3-tanpa-pagu-2025"]
    tanpa = [kode for kode, sel in isi_tabel(t("4.3")).items() if len(kode) == 17 and sel[4] == "-"]
    assert re.findall(r"7\.01[0-9.]*\d", alasan) == tanpa
    assert len(tanpa) == 10
    mobil = "Tabel 4.3, 7.01.01.2.07.0001"
    assert (k[f"{mobil}, target 2030", "2"], k[f"{mobil}, pagu 2030", "2"]) == ("", "-")


def test_total_tabel_4_3_bukan_baris_yang_ditetapkan() -> None:
    """The row TOTAL is the only one more."""
    kunci = [r.key for r in t("4.3").rows]
    assert kunci[-1] == "total"
    assert len(kunci) == 65 * 2 + 1


# ---------------------------------------------------------------- Table 4.2, 3.2 = 4.5, 4.4, 4.6


def test_rekapitulasi_program(register: tuple[Koreksi, ...]) -> None:
    """Six programs, 15 kegiatan, 44 sub kegiatan; the sums of every year are those of Table 4.3 and of the register."""
    rekap = tabel(dokumen_kalaena(), "rekapitulasi-program")
    assert rekap.caption.number == "4.2"
    *baris, total = map(sel_teks, rekap.rows)
    jumlah = (
        "2.627.973.004",
        "3.474.475.490",
        "3.563.126.458",
        "3.652.159.893",
        "3.743.419.163",
        "3.846.959.915",
    )
    assert total == ["JUMLAH", "15", "44", *jumlah, "20.908.113.923"]
    assert [b[0] for b in baris] == ["1", "2", "3", "4", "5", "6"]
    assert [(b[2], b[3]) for b in baris] == [("9", "32"), ("1", "3"), ("1", "2"), ("2", "3"), ("1", "1"), ("1", "3")]
    for kolom in range(2, 11):
        angka = [int(b[kolom].replace(".", "")) for b in baris]
        assert sum(angka) == int(total[kolom - 1].replace(".", ""))
    pendanaan = isi_tabel(t("4.3"))
    for b in baris:
        kode = b[1].partition(" - ")[0]
        assert b[4:10] == pendanaan[kode][4:15:2]
        assert sum(int(x.replace(".", "")) for x in b[4:10]) == int(b[10].replace(".", ""))
    assert [x for x in pendanaan["total"] if x] == ["TOTAL", *jumlah]
    kini_ = {r.kode: r for r in register}
    assert kini_["tabel-4-2-total"].kini == "; ".join(jumlah)
    assert f"({jumlah[0]} menjadi {jumlah[1]})" in kini_["tabel-4-3-kenaikan-2026"].alasan


def test_tabel_3_2_sama_dengan_tabel_4_5() -> None:
    """One row of the workbook is printed in both, so name, unit, baseline and targets cannot differ."""
    sasaran = {r.key: sel_teks(r)[-9:-1] for r in t("3.2").rows[1:]}
    iku = {r.key: sel_teks(r) for r in t("4.5").rows}
    assert list(sasaran) == list(iku) == ["akip", "ikm"]
    for kode, sel in iku.items():
        assert sasaran[kode] == [f"{sel[1]} ({sel[2]})", *sel[3:10]]
    for awal in ("Sasaran 1", "Sasaran 2"):
        nomor = awal[-1]
        for kolom in ("baseline 2024", *(f"target {y}" for y in TAHUN)):
            lama = (dicetak("3.2")[f"Tabel 3.2, {awal}, {kolom}", "1"].cetak,)
            assert lama == (dicetak("4.5")[f"Tabel 4.5, {nomor}, {kolom}", "1"].cetak,)
    k = konteks_kalaena()
    asal = {str(i.kode): i for i in k.rencana.indikator}
    for i in k.iku:
        lain = asal[str(i.kode)]
        assert (i.nama.asal, i.satuan.asal, i.baseline) == (lain.nama.asal, lain.satuan.asal, lain.baseline)
        assert dict(i.target) == dict(lain.target)


def test_prioritas_menyebut_kegiatan(register: tuple[Koreksi, ...]) -> None:
    (p,) = konteks_kalaena().prioritas
    assert p.kegiatan.tingkat == "kegiatan"
    (r,) = (r for r in register if r.kode == "tabel-4-4-kegiatan")
    assert str(p.kegiatan.kode) in (r.kini or "")
    assert not any("PPID" in str(c.nama) for c in konteks_kalaena().rencana.subkegiatan)


def test_ikk_nihil() -> None:
    nihil, penjelasan = t("4.6").rows
    assert sel_teks(nihil) == ["NIHIL"]
    (teks,) = sel_teks(penjelasan)
    assert [c.col_span for r in (nihil, penjelasan) for c in r.cells] == [10, 10]
    for kata in ("operasional", "tidak wajib", "IKKeg", "indikator kinerja sasaran", "perangkat daerah"):
        assert kata in teks
