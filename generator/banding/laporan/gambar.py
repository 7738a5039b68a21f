"""What a chart or a diagram shows, as text and numbers on two sides."""

from __future__ import annotations

from collections.abc import Sequence

from generator.banding.kata import banding_kata
from generator.banding.laporan.sebaris import sebaris
from generator.banding.laporan.tabel import tabel_data
from generator.document import format as f
from generator.document.nodes import Chart, Diagram, Text
from generator.writers.svg import svg
from generator.writers.xml_text import escape


def isi_gambar_html(b: Chart | Diagram, lama: Chart | Diagram | None) -> tuple[str, str]:
    """The older and the newer side. Without an older picture both are the newer one, unmarked."""
    if isinstance(b, Chart):
        semula = lama if isinstance(lama, Chart) else b
        return _grafik(semula, b, "del"), _grafik(b, semula, "ins")
    semula_ = lama if isinstance(lama, Diagram) else b
    isi, _ = banding_kata((Text(_alt(semula_)),), (Text(_alt(b)),))
    return (
        f"<p>{sebaris('lama', {})(isi)}</p>{_lukisan(semula_)}",
        f"<p>{sebaris('baru', {})(isi)}</p>{_lukisan(b)}",
    )


def _alt(d: Diagram) -> str:
    return " ".join(x.alt for x in (d, *d.more))


def _lukisan(d: Diagram) -> str:
    """The picture itself, folded away."""
    return f"<details><summary>Gambar</summary>{''.join(map(svg, (d, *d.more)))}</details>"


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
