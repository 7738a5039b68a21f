"""Formulas as MathML: every piece of the language, and that a browser draws it."""

from __future__ import annotations

from pathlib import Path

import pytest
from peramban import Peramban, perlu_chromium

from generator.tree.rumus import formula
from generator.writers.html.laman import susun_laman
from generator.writers.html.mathml import mathml

NBSP = "\N{NO-BREAK SPACE}"


def isi(latex: str) -> str:
    """What stands in the `math` element."""
    satu = mathml(formula(latex))
    return satu[satu.index(">") + 1 : -len("</math>")]


@pytest.mark.parametrize(
    ("latex", "hasil"),
    [
        ("x", "<mi>x</mi>"),
        ("x + 2", "<mrow><mi>x</mi><mo>+</mo><mtext>2</mtext></mrow>"),
        (r"\text{dua kata}", f"<mtext>dua{NBSP}kata</mtext>"),
        (r"a < b", "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"),
        (r"\frac{a}{b+1}", "<mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mtext>1</mtext></mrow></mfrac>"),
        ("x_{i}", "<msub><mi>x</mi><mi>i</mi></msub>"),
        ("x^{2}", "<msup><mi>x</mi><mtext>2</mtext></msup>"),
        ("x_{i}^{2}", "<msubsup><mi>x</mi><mi>i</mi><mtext>2</mtext></msubsup>"),
        ("(a", '<mrow><mo stretchy="false">(</mo><mi>a</mi></mrow>'),
        (r"\left(a\right]", "<mrow><mo>(</mo><mi>a</mi><mo>]</mo></mrow>"),
        (r"\sum x", '<mrow><mo movablelimits="false">∑</mo><mi>x</mi></mrow>'),
        (
            r"\sum_{i}^{n} x",
            '<mrow><munderover><mo movablelimits="false">∑</mo><mi>i</mi><mi>n</mi></munderover><mi>x</mi></mrow>',
        ),
    ],
)
def test_every_piece(latex: str, hasil: str) -> None:
    assert isi(latex) == hasil


def test_lines_are_formulas_of_their_own() -> None:
    dua = formula(r"a = b \\ c = d")
    assert mathml(dua).count("<math ") == 2
    assert "<br>" in mathml(dua)
    assert mathml(dua, display=True).count('<math display="block" ') == 2


@perlu_chromium
def test_a_browser_draws_it(tmp_path: Path) -> None:
    rumus = mathml(formula(r"\frac{\text{jumlah nilai}}{n} \times \sum_{i=1}^{n} x_{i}^{2}"), display=True)
    (tmp_path / "a.html").write_text(susun_laman("x", f"<main>{rumus}</main>"), encoding="utf-8")
    p = Peramban(tmp_path / "profil")
    try:
        p.minta("Page.navigate", url=(tmp_path / "a.html").as_uri())
        p.tunggu("location.pathname.endsWith('a.html') && document.readyState === 'complete'")
        y = "document.querySelector('{}').children[{}].getBoundingClientRect().y"
        atas, bawah = (p.js(y.format("mfrac", n)) for n in (0, 1))
        assert bawah > atas + 8
        dasar, pangkat = (
            p.js(f"document.querySelector('msubsup').children[{n}].getBoundingClientRect().y") for n in (0, 2)
        )
        assert pangkat < dasar
    finally:
        p.tutup()
