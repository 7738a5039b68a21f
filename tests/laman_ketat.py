"""Reads pages strictly: every element is known, closed where it must be, and has attributes that are known."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

KOSONG = {"meta", "br", "hr", "col"}
SVG = {"svg", "title", "desc", "g", "polygon", "polyline", "text", "rect", "line"}
MATHML = {"math", "mrow", "mtext", "mi", "mo", "mfrac", "msub", "msup", "msubsup", "munder", "mover", "munderover"}
DOKUMEN = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "section", "nav", "a", "p", "div", "span"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "li", "dl", "dt", "dd", "blockquote", "hr", "br", "strong", "em"),
    *("ins", "del", "figure", "figcaption", "table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td"),
}
"""Elements of a document; no script."""


@dataclass
class Unsur:
    """An element with its words, those of what is in it too."""

    nama: str
    sifat: dict[str, str]
    induk: Unsur | None
    isi: list[str | Unsur] = field(default_factory=list)

    @property
    def teks(self) -> str:
        return "".join(x if isinstance(x, str) else x.teks for x in self.isi)

    def semua(self, nama: str = "") -> list[Unsur]:
        """All elements within, in order."""
        anak = [y for x in self.isi if isinstance(x, Unsur) for y in (x, *x.semua())]
        return [x for x in anak if nama in ("", x.nama)]

    def satu(self, nama: str) -> Unsur:
        (unsur,) = self.semua(nama)
        return unsur


class _Pembaca(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.akar = self.kini = Unsur("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        nama = [n for n, _ in attrs]
        assert max(Counter(nama).values(), default=1) == 1, (tag, nama)
        unsur = Unsur(tag, {n: v or "" for n, v in attrs}, self.kini)
        self.kini.isi.append(unsur)
        if tag not in KOSONG:
            self.kini = unsur

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in SVG, tag  # HTML has no such thing
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.kini.nama == tag, f"</{tag}> menutup <{self.kini.nama}>"
        assert self.kini.induk
        self.kini = self.kini.induk

    def handle_data(self, data: str) -> None:
        self.kini.isi.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def baca(halaman: str | bytes) -> Unsur:
    """The tree of a page; every id is there once, every link within the page leads to one."""
    p = _Pembaca()
    p.feed(halaman.decode() if isinstance(halaman, bytes) else halaman)
    p.close()
    assert p.kini is p.akar, p.kini.nama
    semua = p.akar.semua()
    jangkar = Counter(x.sifat["id"] for x in semua if "id" in x.sifat)
    assert max(jangkar.values(), default=1) == 1
    tujuan = [x.sifat["href"] for x in semua if "href" in x.sifat]
    assert all(t.startswith("#") and t[1:] in jangkar for t in tujuan), [t for t in tujuan if t[1:] not in jangkar]
    for x in semua:
        for nama in x.sifat.get("aria-labelledby", "").split():
            assert nama in jangkar
    return p.akar
