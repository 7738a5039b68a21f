"""The page: self-contained, the same bytes twice, both directions, hostile text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

from kantor import Kantor

from generator.jejak.indeks import Indeks
from generator.jejak.laman import tulis_laman


def data(laman: str) -> dict[str, Any]:
    """The data of a page, read as a browser does."""
    isi = re.search(r'<script id="data" type="application/json">(.*?)</script>', laman, re.DOTALL)
    assert isi
    hasil: dict[str, Any] = json.loads(isi[1])
    return hasil


def test_both_directions(indeks: Indeks) -> None:
    """From a number to its cells, and from those cells to the number, over the data alone."""
    d = data(tulis_laman(indeks))
    kata = d["kata"]
    alamat = [f"{kata[d['lembar'][s[0]][0]]} › {kata[d['lembar'][s[0]][1]]}!{kata[s[1]]}" for s in d["sel"]]
    assert len(alamat) == len(set(alamat)) == len(indeks.sel)
    assert len(d["entri"]) == len(indeks.entri)
    for e, isi in zip(indeks.entri, d["entri"], strict=True):
        assert kata[isi[0]] == e.teks
        assert [alamat[a] for a in isi[-1]] == [str(a) for a in e.asal]
    balik = {alamat[i] for e in d["entri"] for i in e[-1]}
    assert balik == {str(a) for a in indeks.pemakaian}


def test_self_contained_and_the_same_twice(indeks: Indeks) -> None:
    laman = tulis_laman(indeks)
    assert laman == tulis_laman(indeks)
    di_luar: list[str] = []

    class Pembaca(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            di_luar.extend(v or "" for n, v in attrs if n in ("src", "href", "action") and v != "#")

    Pembaca().feed(laman)
    assert di_luar == []
    assert "default-src 'none'" in laman
    assert '<html lang="id">' in laman
    assert "@media print" in laman


def test_hostile_text_stays_text(kantor: Kantor, susun_ulang: Callable[..., Indeks]) -> None:
    jahat = '</script><img src=x onerror="alert(1)"> @DATA@ & <!--'
    kantor.isi_sel("mitra › Mitra!B2", jahat)
    kantor.isi_sel("profil › Profil!B2", f"Dinas {jahat}")
    kantor.satu_bab('## A\n\n{{ mitra["sekolah"].nama }}\n')
    laman = tulis_laman(susun_ulang())
    assert laman.count("<script") == 2
    assert laman.count("</script>") == 2
    assert "<img" not in laman
    assert jahat in data(laman)["kata"]
    assert "Dinas &lt;/script&gt;" in laman
