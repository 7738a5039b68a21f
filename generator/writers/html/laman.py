"""A page in one file: skeleton, style, script. It fetches nothing, and a browser is told to let it fetch nothing."""

from __future__ import annotations

from collections.abc import Iterable

from generator.writers.html.berkas import berkas, isikan
from generator.writers.xml_text import escape

_AMAN = "default-src 'none'; style-src 'unsafe-inline'"
_SKRIP = "; script-src 'unsafe-inline'"


def susun_laman(judul: str, isi: str, *gaya: str, skrip: str = "", data: Iterable[tuple[str, str]] = ()) -> str:
    """The page. `judul`: its title, as text; `isi`: its body, as HTML; `gaya`: style after that which all pages share.

    `skrip`: what runs at its end; `data`: JSON that it reads, by id.
    """
    bahan = (f'<script id="{nama}" type="application/json">{_dalam_skrip(x)}</script>\n' for nama, x in data)
    akhir = f"<script>\n{skrip}</script>" if skrip else ""
    return isikan(
        berkas(__package__, "kerangka.html"),
        AMAN=_AMAN + (_SKRIP if skrip else ""),
        JUDUL=escape(judul),
        GAYA=f"<style>\n{''.join((berkas(__package__, 'dasar.css'), *gaya))}</style>",
        ISI="".join((isi, *bahan, akhir)),
    )


def _dalam_skrip(json: str) -> str:
    """JSON that ends no script and begins none."""
    return json.replace("<", "\\u003c")
