"""`jejak.html`: the whole index in one page that needs no network, both ways linked by anchors.

In: the index. Out: the page as text; same index, same page. The data stand in it as JSON, strings once each; `skrip.js`
shows what is looked for. The address after '#' says what is shown, so links, the back button and bookmarks work.
"""

from __future__ import annotations

import json

from generator.jejak.indeks import Entri, Indeks
from generator.jejak.sel import SelData
from generator.model.angka import Lokasi
from generator.writers.html.berkas import berkas, isikan
from generator.writers.html.laman import susun_laman
from generator.writers.xml_text import escape


class _Kata:
    """Every string once, by number; '' is 0."""

    def __init__(self) -> None:
        self.semua: dict[str, int] = {"": 0}

    def __call__(self, teks: str) -> int:
        return self.semua.setdefault(teks, len(self.semua))


def tulis_laman(indeks: Indeks) -> str:
    """The page."""
    kata = _Kata()
    nomor_sel: dict[Lokasi, int] = {}
    lembar: list[list[int]] = []
    sel: list[list[int]] = []
    for b in indeks.buku.values():
        for nama, le in b.lembar.items():
            lembar.append([kata(b.berkas), kata(nama), kata(le.uraian), int(le.dibaca)])
    nomor_lembar = {(b.berkas, n): i for i, (b, n) in enumerate((b, n) for b in indeks.buku.values() for n in b.lembar)}
    peran = {s.lokasi: s.peran for s in indeks.tak_tercetak}
    for a, s in indeks.sel.items():
        nomor_sel[a] = len(sel)
        sel.append(_sel(s, nomor_lembar[a.berkas, a.lembar], peran.get(a, s.peran), kata))
    entri = [_entri(e, nomor_sel, kata) for e in indeks.entri]
    data = {"judul": indeks.judul, "lembar": lembar, "sel": sel, "entri": entri, "kata": list(kata.semua)}
    isi = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    gaya, skrip, laman = (berkas(__name__, nama) for nama in ("gaya.css", "skrip.js", "laman.html"))
    badan = isikan(laman, JUDUL=escape(indeks.judul))
    return susun_laman(f"Jejak angka · {indeks.judul}", badan, gaya, skrip=skrip, data=[("data", isi)])


def _sel(s: SelData, lembar: int, peran: str, kata: _Kata) -> list[int]:
    return [lembar, kata(s.lokasi.sel), kata(s.isi), kata(s.kolom), kata(s.baris), int(s.kepala), kata(peran)]


def _entri(e: Entri, nomor_sel: dict[Lokasi, int], kata: _Kata) -> list[int | list[int]]:
    """Cells by number; an origin that is no cell of a workbook is a word, counted from -1 downward."""
    t = e.tempat
    nilai = "" if e.angka is None or e.angka.nilai is None else str(e.angka.nilai).replace(".", ",")
    asal = [nomor_sel[a] if a in nomor_sel else -1 - kata(str(a)) for a in e.asal]
    teks = (e.teks, e.rumus, nilai, t.unsur, t.bab, t.bagian, t.label, t.sebutan, t.judul, t.kunci, t.baris, t.kolom)
    lain = (*t.kutipan, str(t.sumber) if t.sumber else "", t.halaman, e.penanda)
    return [*map(kata, (*teks, *lain)), asal]
