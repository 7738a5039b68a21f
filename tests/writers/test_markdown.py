"""Markdown: formulas as LaTeX; who signs, line by line."""

from __future__ import annotations

from generator.tree.nodes import (
    Caption,
    Cell,
    Document,
    LineBreak,
    Paragraph,
    Particulars,
    Row,
    Section,
    SignatureBlock,
    SignaturePair,
    Table,
    Text,
)
from generator.tree.rumus import formula
from generator.writers.markdown import tulis_markdown

LATEX = r"\frac{\text{R\&D}}{b_1} \times 100\% \\ = c"


def test_formulas_are_latex_within_dollar_signs() -> None:
    f = formula(LATEX)
    sel = (Cell((Text("a*"),)), Cell((f,)))
    tabel = Table(Caption("tabel", "t", (Text("T"),), "1.1"), (1, 1), (Row("k", sel[:1] * 2),), (Row("a", sel),))
    blok = (Paragraph((f,), "rumus"), Paragraph((Text("Dengan "), f, Text("."))), tabel)
    baris = tulis_markdown(Document("J", (Section(blok),))).splitlines()
    assert baris[2] == f"$${LATEX}$$"
    assert baris[4] == f"Dengan ${LATEX}$."
    assert baris[-1] == rf"| a\* | ${LATEX}$ |"


def test_signatures_and_particulars_keep_their_lines() -> None:
    """Of two signatures the left one first; a blank line is none."""
    kiri = SignatureBlock((), (Text("Pihak Kedua,"), LineBreak(), Text("Bupati,")), (Text("(...)"),), ())
    kanan = SignatureBlock((Text("Contoh, 2027"),), (Text("Camat,"),), (Text("NAMA"),), ((Text("NIP 1"),),))
    identitas = Particulars((((Text("Nama"),), (Text("NAMA*"),)), ((Text("Jabatan"),), (Text("Camat"),))))
    teks = tulis_markdown(Document("J", (Section((identitas, SignaturePair(kiri, kanan), kanan)),)))
    assert teks.split("\n\n")[1:] == [
        "Nama: NAMA\\*\\\nJabatan: Camat",
        "Pihak Kedua, Bupati,\\\n(...)",
        "Contoh, 2027\\\nCamat,\\\nNAMA\\\nNIP 1",
        "Contoh, 2027\\\nCamat,\\\nNAMA\\\nNIP 1\n",
    ]
