"""A chart of columns or bars with an alternative text that says every value."""

from __future__ import annotations

from collections.abc import Sequence

from generator.tree import format as cetak
from generator.tree.nodes import Caption, Chart, Inlines, Series, plain


def grafik_batang(
    caption: Caption,
    source: Inlines,
    kategori: Sequence[str],
    deret: Sequence[Series],
    satuan: str,
    desimal: int | None = None,
    *,
    mendatar: bool = False,
    kisi: bool = True,
) -> Chart:
    """One value per category and series. `satuan` names the axis of values; `desimal` is of the alternative text.

    `mendatar`: bars in the place of columns; `kisi`: lines across the columns.
    """
    isi = "; ".join(
        f"{s.name}: " + ", ".join(f"{k} {cetak.angka(a, desimal)}" for k, a in zip(kategori, s.values, strict=True))
        for s in deret
    )
    alt = f"Grafik batang {plain(caption.title)}. {isi}."
    return Chart(caption, tuple(kategori), tuple(deret), alt, satuan, source, mendatar, kisi)
