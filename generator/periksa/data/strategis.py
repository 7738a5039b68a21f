"""Rules over the workbooks: priorities, issues, key indicators and their formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.model.angka import Angka, Teks
from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import di, samakan, sebutan
from generator.temuan import Temuan
from generator.tree.format import angka, bulatkan, rangkai

aturan = Rumpun("Prioritas, isu, IKU, dan rumusnya", "Yang dipilih dari rencana, dan cara mengukurnya.")


@aturan(
    "prioritas-kegiatan",
    "peringatan",
    arti="Daftar prioritas memuat kegiatan atau program, bukan sub kegiatan.",
    obat="Tulis kode sub kegiatannya di prioritas.xlsx, atau terima dengan alasan.",
    salah="Kegiatan: 7.01.02.2.01",
    baik="Kegiatan: 7.01.02.2.01.0001",
)
def prioritas_kegiatan(b: Bahan) -> Iterator[Temuan]:
    """A whole kegiatan (or program) in the table of sub kegiatan that support the regency's priorities."""
    for p, asal in zip(b.konteks.prioritas, b.isi.prioritas, strict=True):
        c = p.kegiatan
        if c.tingkat == "subkegiatan":
            continue
        pesan = f"prioritas memuat {sebutan(c)}, bukan sub kegiatan"
        nama = {samakan(s.nama) for s in c.subkegiatan}
        if p.keterangan and samakan(p.keterangan) not in nama:
            pesan += f'; "{p.keterangan}" bukan sub kegiatannya dalam rencana'
        yield prioritas_kegiatan.temuan(di(asal.kegiatan), pesan, pokok=str(c.kode))


@aturan(
    "isu-tanpa-pasangan",
    "peringatan",
    arti="Sebuah isu strategis tidak mempunyai pasangannya.",
    obat="Tambahkan baris pasangannya di isu_strategis.xlsx, atau isi kolom Isu Tabel.",
    salah="isu layanan di lembar Analisis tanpa baris di lembar Isu",
    baik="baris layanan di kedua lembar",
)
def isu_tanpa_pasangan(b: Bahan) -> Iterator[Temuan]:
    """A strategic issue without its counterpart: analysed but not a row of the issue table, or the other way round."""
    isu = b.konteks.isu
    for a in isu.analisis:
        if a.isu_tabel is None:
            pesan = f'isu hasil analisis {a.kode} "{a.isu}" tidak mempunyai baris di lembar Isu'
            yield isu_tanpa_pasangan.temuan(a.lokasi, pesan, pokok=str(a.kode))
    teranalisis = {a.isu_tabel for a in isu.analisis}
    for i in isu:
        if i.kode not in teranalisis:
            pesan = f'isu {i.kode} "{i.isu}" tidak mempunyai baris di lembar Analisis'
            yield isu_tanpa_pasangan.temuan(i.lokasi, pesan, pokok=f"tabel {i.kode}")


@aturan(
    "sasaran-tanpa-iku",
    "peringatan",
    arti="Sebuah sasaran tidak mempunyai IKU.",
    obat="Tambahkan indikatornya di iku.xlsx › IKU, atau terima dengan alasan.",
    salah="tidak satu pun indikator sasaran S2 ada di iku.xlsx",
    baik="indikator s2-ikm ada di iku.xlsx",
)
def sasaran_tanpa_iku(b: Bahan) -> Iterator[Temuan]:
    """A sasaran none of whose indicators is a key performance indicator (IKU)."""
    iku = {i.kode for i in b.konteks.iku}
    for s in b.konteks.rencana.sasaran:
        if not any(i.kode in iku for i in s.indikator):
            pesan = f'tidak satu pun indikator sasaran {s.kode} "{s.nama}" menjadi IKU'
            yield sasaran_tanpa_iku.temuan(s.lokasi, pesan, pokok=str(s.kode))


POLA_SUKU = re.compile(r"\(([^()]*?)\\times([^()]*?)\)")
POLA_BOBOT = re.compile(r"0(?:\{,\}|[.,])(\d+)|(\d+)\s*/\s*(\d+)|\\frac\{(\d+)\}\{(\d+)\}|(\d+)\s*\\?%")


@aturan(
    "bobot-rumus",
    "peringatan",
    arti="Bobot dalam rumus indikator tidak berjumlah 1.",
    obat="Perbaiki bobotnya di definisi_operasional.xlsx › Rumus; sembilan unsur berbobot 1/9.",
    salah="(0,11 × U1) + … + (0,11 × U9), berjumlah 0,99",
    baik="(1/9 × U1) + … + (1/9 × U9)",
)
def bobot_rumus(b: Bahan) -> Iterator[Temuan]:
    """Weights in the formula of an indicator that do not sum to 1: '(0,11 × a) + …' nine times is 0,99."""
    for kode, suku in berbobot(b).items():
        total = sum((w for w, _ in suku), Fraction(0))
        if len(suku) > 1 and total != 1:
            tertulis = angka(bulatkan(Decimal(total.numerator) / total.denominator, 4))
            pesan = f"{len(suku)} bobot dalam rumus indikator {kode} berjumlah {tertulis}, bukan 1"
            yield bobot_rumus.temuan(di(suku[0][1]), pesan, pokok=str(kode))


def berbobot(b: Bahan) -> dict[Teks, list[tuple[Fraction, Teks]]]:
    """By indicator: the weights of terms 'weight × something' between brackets, with the words of the term."""
    hasil: dict[Teks, list[tuple[Fraction, Teks]]] = {}
    for r in b.isi.rumus:
        for m in POLA_SUKU.finditer(r.rumus or ""):
            bobot = [bobot for s in m.groups() if (bobot := _bobot(s.strip())) is not None]
            if len(bobot) == 1:
                hasil.setdefault(r.indikator, []).append((bobot[0], Teks(m[0], r.rumus.asal if r.rumus else ())))
    return hasil


def _bobot(suku: str) -> Fraction | None:
    """A fraction below 1, however written; None for anything else."""
    m = POLA_BOBOT.fullmatch(suku)
    if m is None:
        return None
    desimal, atas, bawah, atas2, bawah2, persen = m.groups()
    if desimal:
        nilai = Fraction(int(desimal), 10 ** len(desimal))
    elif persen:
        nilai = Fraction(int(persen), 100)
    else:
        nilai = Fraction(int(atas or atas2), int(bawah or bawah2) or 1)
    return nilai if 0 < nilai < 1 else None


BOBOT = {"perencanaan": 30, "pengukuran": 30, "pelaporan": 15, "evaluasi": 25}
PREDIKAT = ("AA", "A", "BB", "B", "CC", "C", "D")


@aturan(
    "akip-peraturan",
    "peringatan",
    arti="Rumus atau skala AKIP berbeda dengan peraturannya.",
    obat="Sesuaikan definisi_operasional.xlsx, atau terima dengan alasan.",
    salah="bobot Pelaporan 20%",
    baik="bobot Perencanaan 30%, Pengukuran 30%, Pelaporan 15%, Evaluasi 25%",
)
def akip_peraturan(b: Bahan) -> Iterator[Temuan]:
    """The formula and scale of the Nilai AKIP beside PermenPAN-RB 88/2021: its four components and seven predicates."""
    suku = berbobot(b)
    for i in b.konteks.rencana.indikator:
        if not re.search(r"\bS?AKIP\b", i.nama) or i.kode not in suku:
            continue
        ada = [(_komponen(teks), bobot) for bobot, teks in suku[i.kode]]
        if sorted(ada) != sorted((nama, Fraction(p, 100)) for nama, p in BOBOT.items()):
            tertulis = ", ".join(f"{nama} {angka(Angka(round(w * 100)))}%" for nama, w in ada)
            harus = ", ".join(f"{nama} {p}%" for nama, p in BOBOT.items())
            pesan = f"bobot {i.nama}: {tertulis}; menurut PermenPAN-RB 88/2021 {harus}"
            yield akip_peraturan.temuan(di(suku[i.kode][0][1]), pesan, pokok=f"bobot {i.kode}")
    predikat = [str(p.predikat) for p in b.isi.predikat_akip]
    beda = [p for p in PREDIKAT if p not in predikat] + [p for p in predikat if p not in PREDIKAT]
    if predikat and beda:
        pesan = f"skala AKIP berbeda dengan PermenPAN-RB 88/2021 ({', '.join(PREDIKAT)}) pada predikat {rangkai(beda)}"
        yield akip_peraturan.temuan(di(b.isi.predikat_akip[0].predikat), pesan, pokok="skala")


def _komponen(suku: str) -> str:
    """The regulation's name of a component, or the words of the formula."""
    kata = re.sub(r"\\(?:text|times)|[{}()\d,.]", " ", suku)
    return next((k for k in BOBOT if k in kata.casefold()), " ".join(kata.split()))
