"""A chart or a diagram side by side: what it shows, as text and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.banding.kata import banding_kata
from generator.banding.laporan.alir import Alir
from generator.banding.laporan.kartu import pasang, sesisi
from generator.banding.laporan.sebaris import sebaris
from generator.banding.laporan.tabel import tabel_data
from generator.banding.rupa import isi_gambar
from generator.tree import format as f
from generator.tree.nodes import Chart, Diagram, Inline, Inlines, Kind, Revision, Text
from generator.writers.html.gambar import lukisan
from generator.writers.html.sebaris import tanda_seluruh
from generator.writers.html.tabel import geser
from generator.writers.xml_text import escape

Gambar = Mapping[tuple[Kind, str], Chart | Diagram]
"""The pictures of the older version by kind and name."""
SEKITAR = 90
"""Letters of a picture's text to show at either side of a change."""


def gambar_beda(alir: Alir, b: Chart | Diagram, semula: Gambar) -> None:
    """The caption, what the picture shows, the source."""
    revisi = b.caption.revision
    if revisi:
        _seluruhnya(alir, b, revisi)
        return
    berubah = alir.takarir_berubah(b)
    _, kanan = alir.takarir(b)
    lama = semula.get((b.caption.kind, b.caption.name))
    if lama is not None and isi_gambar(lama) != isi_gambar(b):
        jangkar = escape(_nama(b))
        alir.henti(
            jangkar,
            f'<article class="u" id="{jangkar}" data-n="" tabindex="-1"><p class="ket"><a href="#{jangkar}">gambar</a> '
            f'<span class="cap berubah">berubah</span> {kanan}</p>{pasang(*_isi(b, lama, _nama(b)))}</article>',
        )
    elif not berubah:
        alir.sama(f'<p class="takarir">{kanan}</p>{geser(lukisan(b, _nama(b)))}')
    alir.sumber(b.source)


def _seluruhnya(alir: Alir, b: Chart | Diagram, revisi: Revision) -> None:
    """A picture that one version has."""
    judul = alir.takarir(b)[revisi == "baru"]
    takarir, gambar = (alir.antrean.ambil(revisi, apa) for apa in ("takarir", "gambar"))
    perubahan = [takarir, gambar]
    lukis = _isi(b, b, gambar.jangkar)[1]
    isi = f'<p class="takarir">{tanda_seluruh(revisi, judul)}</p><div id="{gambar.jangkar}">{lukis}</div>'
    if b.source:
        sumber = alir.antrean.ambil(revisi, "sumber")
        perubahan.append(sumber)
        kata = tanda_seluruh(revisi, alir.tulis_sisi(revisi)(b.source))
        isi += f'<p class="sumber" id="{sumber.jangkar}">{kata}</p>'
    alir.kartu(perubahan, sesisi(revisi, isi), nama="gambar seluruhnya")


def _nama(b: Chart | Diagram) -> str:
    """What the ids of a picture that both versions have begin with."""
    return f"g-{b.caption.kind}-{b.caption.name}"


def _isi(b: Chart | Diagram, lama: Chart | Diagram, nama: str) -> tuple[str, str]:
    """The older and the newer side. `nama`: what the ids of its pictures begin with."""
    if isinstance(b, Chart):
        semula = lama if isinstance(lama, Chart) else b
        return _grafik(semula, b, "del"), _grafik(b, semula, "ins")
    semula_ = lama if isinstance(lama, Diagram) else b
    isi = _ringkas(banding_kata((Text(_alt(semula_)),), (Text(_alt(b)),))[0])
    return (
        f"<p>{sebaris('lama', {})(isi)}</p>{_lukisan(semula_, f'{nama}-lama')}",
        f"<p>{sebaris('baru', {})(isi)}</p>{_lukisan(b, nama)}",
    )


def _alt(d: Diagram) -> str:
    return " ".join(x.alt for x in (d, *d.more))


def _ringkas(isi: Inlines) -> Inlines:
    """Words that stayed the same, cut between the changes; without any change as they are."""
    if len(isi) < 2:
        return isi
    hasil: list[Inline] = []
    for n, x in enumerate(isi):
        if isinstance(x, Text) and len(x.text) > 3 * SEKITAR:
            kiri = f"{x.text[:SEKITAR].rpartition(' ')[0]} " if n else ""
            kanan = f" {x.text[-SEKITAR:].partition(' ')[2]}" if n < len(isi) - 1 else ""
            x = Text(f"{kiri}…{kanan}")
        hasil.append(x)
    return tuple(hasil)


def _lukisan(d: Diagram, nama: str) -> str:
    """The picture itself, folded away."""
    return f"<details><summary>Gambar</summary>{lukisan(d, nama)}</details>"


def _grafik(ini: Chart, itu: Chart, tanda: str) -> str:
    """The data of a chart; what the other one has otherwise is marked."""
    di_sana = _data(itu)

    def sel(kategori: str, seri: str, nilai: str) -> str:
        return nilai if di_sana.get((kategori, seri)) == nilai else f"<{tanda}>{nilai}</{tanda}>"

    baris: list[Sequence[str]] = []
    for n, k in enumerate(ini.categories):
        nama = escape(k) if k in itu.categories else f"<{tanda}>{escape(k)}</{tanda}>"
        baris.append([nama, *(sel(k, s.name, escape(f.angka(s.values[n]))) for s in ini.series)])
    return tabel_data(("", *(s.name for s in ini.series)), baris, 1, ini.value_title)


def _data(c: Chart) -> dict[tuple[str, str], str]:
    return {(k, s.name): escape(f.angka(s.values[n])) for n, k in enumerate(c.categories) for s in c.series}
