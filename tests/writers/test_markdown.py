"""Markdown: formulas as LaTeX."""

from __future__ import annotations

from generator.document.nodes import Caption, Cell, Document, Paragraph, Row, Section, Table, Text
from generator.document.rumus import formula
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
