"""Hostile text in every field of every block stays text: to a strict reader and to a browser's own parser."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from laman_ketat import DOKUMEN, MATHML, SVG, baca
from peramban import Peramban, perlu_chromium

from generator.model.angka import Angka, Lokasi
from generator.tree.nodes import (
    Box,
    Caption,
    Cell,
    Chart,
    Contents,
    Deleted,
    Diagram,
    Document,
    Emphasis,
    Entry,
    Formula,
    Heading,
    Inserted,
    Line,
    LineBreak,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Particulars,
    Reference,
    Row,
    Section,
    Series,
    SignatureBlock,
    SignaturePair,
    Strong,
    Table,
    Text,
    Value,
)
from generator.tree.rumus import formula
from generator.writers.html import tulis_html

JAHAT = (
    "</style></script></title></textarea></svg></math>--><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)> ' onmouseover='alert(1)' \"",
    "<![CDATA[ <!-- <plaintext> @JUDUL@ @ISI@ <!--@GAYA@--> &lt;b&gt; &#60;b&#62; \\u003cb>",
    "javascript:alert(1) \x00\x08\ud800\ufffe \u202e <svg/onload=alert(1)> <math><mtext></table><mglyph><style>",
)
BOLEH = {
    "",
    "class",
    "id",
    "href",
    "style",
    "tabindex",
    "role",
    "lang",
    "scope",
    "colspan",
    "rowspan",
    "display",
    "alttext",
}
SUDAH_PASTI = {
    "kind",
    "align",
    "style",
    "role",
    "size",
    "numbering",
    "revision",
    "latex",
}  # words that the program chose


def _satu_dokumen() -> Document:
    """Every node, with text in every field."""
    asal = Lokasi("A", "B", "C3")
    angka = Angka(5, (asal,), "D")
    isi = (
        *(Text("a"), Strong((Text("b"),)), Emphasis((Value("5", angka, (asal,)),)), LineBreak()),
        *(Reference("tabel:x", "c"), Inserted((Text("d"),)), Deleted((Text("e"),)), formula(r"\text{f} = \frac{g}{h}")),
    )
    takarir = Caption("tabel", "x", isi, "1.1", anchor="i", asal=asal)
    gambar = replace(takarir, kind="gambar", anchor="j")
    kotak = (Box("k", ("l", "m"), 0, 0, 9, 9, values=(Value("5", angka, (asal,)),)),)
    bagan = Diagram(gambar, kotak, (Line(((0, 0), (9, 9)), arrow=True),), 99, 99, "n", source=isi)
    ttd = SignatureBlock(isi, isi, isi, (isi,))
    baris = (Row("o", (Cell(isi), Cell(isi))), Row("kolom", (Cell(isi),), revision="baru"))
    seri = (Series("p", (angka, Angka(-7))), Series("q", (Angka(None), Angka(3))))
    grafik = Chart(replace(takarir, kind="grafik", anchor="r"), ("s", "t"), seri, "u", "v", source=isi)
    return Document(
        "w",
        (
            Section(
                (
                    Heading(1, isi, "bab:x", "I", "y", asal, "z"),
                    *(Contents("isi", (Entry(1, "aa", "bb", "y"), Entry(2, "cc", "dd", "y"))), PageBreak()),
                    *(Paragraph(isi, asal=asal), Paragraph(isi, "kutipan"), Paragraph(isi[-1:], "rumus")),
                    List(
                        "angka", (ListItem((Paragraph(isi, asal=asal), List("butir", (ListItem((Paragraph(isi),)),)))),)
                    ),
                    *(
                        Table(takarir, (1, 1), baris, baris, isi),
                        Table(replace(takarir, kind="kotak"), (1,), (), baris),
                    ),
                    *(
                        grafik,
                        replace(grafik, horizontal=True),
                        replace(bagan, more=(bagan,)),
                        ttd,
                        SignaturePair(ttd, ttd),
                    ),
                    Particulars(((isi, isi),), asal),
                )
            ),
        ),
        {"judul": "ee", "perangkat_daerah": "ff", "daerah": "gg", "periode": "hh"},
    )


def rusak(x: Any, jahat: str) -> Any:
    """The same with hostile text in all fields that are words."""
    if isinstance(x, str):
        return f"{x}{jahat}"
    if isinstance(x, tuple):
        return tuple(rusak(y, jahat) for y in x)
    if isinstance(x, dict):
        return {k: rusak(v, jahat) for k, v in x.items()}
    if not is_dataclass(x) or isinstance(x, type):
        return x
    if isinstance(x, Formula):
        return x if "<" not in jahat else formula(rf"\text{{{_latex(jahat)}}}")
    return replace(x, **{f.name: rusak(getattr(x, f.name), jahat) for f in fields(x) if f.name not in SUDAH_PASTI})


def _latex(teks: str) -> str:
    return "".join(c for c in teks if c.isalnum() or c in "<>/=()' ")


@pytest.fixture(scope="module")
def halaman() -> list[bytes]:
    return [tulis_html(rusak(_satu_dokumen(), jahat)) for jahat in JAHAT]


def test_a_strict_reader_finds_known_elements_and_attributes_only(halaman: list[bytes]) -> None:
    for isi, jahat in zip(halaman, JAHAT, strict=True):
        akar = baca(isi)
        for x in akar.semua():
            assert x.nama in DOKUMEN | SVG | MATHML, x.nama
            if x.nama in DOKUMEN - {"meta"}:
                lain = {n for n in x.sifat if not n.startswith(("data-", "aria-"))} - BOLEH
                assert not lain, (x.nama, lain)
        assert jahat[:12] in akar.satu("main").teks


@perlu_chromium
def test_a_browser_finds_known_elements_and_attributes_only(halaman: list[bytes], tmp_path: Path) -> None:
    p = Peramban(tmp_path / "profil")
    try:
        for n, isi in enumerate(halaman):
            berkas = tmp_path / f"{n}.html"
            berkas.write_bytes(isi)
            p.minta("Page.navigate", url=berkas.as_uri())
            p.tunggu(f"location.pathname.endsWith('/{n}.html') && document.readyState === 'complete'")
            semua = json.loads(p.js("JSON.stringify([...document.querySelectorAll('*')].map(e => e.localName))"))
            assert set(semua) <= DOKUMEN | SVG | MATHML
            assert semua == [x.nama for x in baca(isi).semua()]  # both read the same
            sifat = "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
            assert not p.js(f"{sifat}.filter(n => n.startsWith('on') || n === 'src' || n.includes(':'))")
            tautan = "[...document.querySelectorAll('[href]')].map(e => e.getAttribute('href'))"
            assert not p.js(f"{tautan}.filter(h => !h.startsWith('#'))")
            assert p.js("document.styleSheets.length") == 1
    finally:
        p.tutup()
