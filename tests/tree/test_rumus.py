r"""LaTeX of a formula -> words on one line, or what is wrong and where; and the fence '::: rumus' in chapters."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kantor import Kantor, blok, ringkas

from generator.compute.konteks import Konteks
from generator.model.angka import Lokasi
from generator.temuan import Kumpulan
from generator.tree.nodes import Document, Formula, Paragraph, plain
from generator.tree.rumus import BATAS_PANJANG, PERINTAH, RumusSalah, formula, teks_barisan, urai_rumus

MD = "content/chapters/renstra/bab.md"
ASAL = Lokasi("content/data/ukuran.xlsx", "Rumus", "C3")
TEPAT_WAKTU = r"\frac{\text{Layanan tepat waktu}}{\text{Layanan masuk}} \times 100\%"


def salah(latex: str) -> RumusSalah:
    with pytest.raises(RumusSalah) as e:
        formula(latex)
    return e.value


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("latex", "teks"),
    [
        (TEPAT_WAKTU, "(Layanan tepat waktu / Layanan masuk) × 100%"),
        (r"\text{Nilai} = (0{,}10 \times \text{A}) \\ + (0{,}15 \times \text{B})", "Nilai = (0,10 × A) + (0,15 × B)"),
        (r"\frac{1}{9} \approx 0{,}11", "(1 / 9) ≈ 0,11"),
        (r"\frac{a + b}{2c}", "((a + b) / 2c)"),
        (r"2\frac{1}{2}", "2 (1 / 2)"),
        (r"x_i^2 + x_{i + 1} - y^{n-1}", "x_i pangkat 2 + x_(i + 1) − y pangkat (n − 1)"),
        (r"ab^2 + {ab}^2", "a b pangkat 2 + ab pangkat 2"),
        (r"x^2y", "x pangkat 2y"),
        (r"\sum_{i=1}^{n} x_i \times w + 1", "jumlah (x_i × w) untuk i = 1 sampai n + 1"),
        (r"\sum^n_i \sum_j a", "jumlah (jumlah a untuk j) untuk i sampai n"),
        (r"\frac{\sum x}{n}", "((jumlah x) / n)"),
        (r"\left( \frac{a}{b} \right)^2 \div \left[ c + d \right]", "(a / b) pangkat 2 ÷ [c + d]"),
        (r"(-5) \leq x \geq y \neq z \cdot 1/3 : 2 < 4 > 3", "(−5) ≤ x ≥ y ≠ z · 1 / 3 : 2 < 4 > 3"),
        ("a × b ÷ c · d ≈ e ≠ f ≤ g ≥ h − i", "a × b ÷ c · d ≈ e ≠ f ≤ g ≥ h − i"),
        (r"\text{Nilai Indeks } (X)", "Nilai Indeks (X)"),
        ("1.000,5 + 1{.}000{,}5", "1.000,5 + 1.000,5"),
        (r"a_1 + \ldots + a_n, b; c", "a_1 + … + a_n, b; c"),
        (r"\text{R\&D 5\% \#1 \$ \_ a\,b\;c}\quad 7", "R&D 5% #1 $ _ a b c 7"),
        ("\n\\text{dua\n  baris}\n=\n1\n", "dua baris = 1"),
        (r"x_\text{akhir}", "x_akhir"),
        ("é + я", "é + я"),
    ],
)
def test_words_on_one_line(latex: str, teks: str) -> None:
    f = formula(latex, ASAL)
    assert (f.text, f.asal) == (teks, ASAL)
    assert plain((f,)) == teks


def test_the_latex_is_kept_on_one_line() -> None:
    assert formula(" a\n  = \\text{b\n c} ").latex == r"a = \text{b c}"


def test_lines() -> None:
    assert [teks_barisan(b) for b in urai_rumus(r"a = b \\ + c \\= \frac{1}{2}")] == ["a = b", "+ c", "= (1 / 2)"]


# ---------------------------------------------------------------- faults


@pytest.mark.parametrize(
    ("latex", "pesan", "di"),
    [
        (r"a = \frak{b}{c}", r"perintah \frak tidak dikenal; maksudnya \frac?", r"\frak{b}{c}"),
        (r"\begin{x}", r"perintah \begin tidak dikenal; yang dikenal: \frac", r"\begin{x}"),
        (r"\!", r"perintah \! tidak dikenal", r"\!"),
        (r"\frac{a}{b", "kurung kurawal { tidak ditutup", "{b"),
        (r"\frac{a}", r"\frac harus diikuti {…}{…}", ""),
        (r"\frac a b", r"\frac harus diikuti {…}{…}", "a b"),
        (r"\frac{}{b}", "kurung kurawal {} kosong", "{}{b}"),
        (r"\frac{a}{\,\text{ }}", "kurung kurawal {} kosong", r"{\,\text{ }}"),
        (r"\quad", "rumus kosong", r"\quad"),
        ("a }", "kurung kurawal } tanpa pembuka", "}"),
        (r"\text{Jumlah", r"kurung kurawal { pada \text tidak ditutup", "{Jumlah"),
        (r"\text Jumlah", r"\text harus diikuti {…}", "Jumlah"),
        (r"\text{}", r"\text{} kosong", "{}"),
        (r"\text{a \frac b}", r"perintah \frac tidak boleh di dalam \text{…}", r"\frac b}"),
        (r"\text{a {b}}", r"kurung kurawal { pada \text tidak ditutup", "{a {b}}"),
        (r"\text{10% lebih}", r"% ditulis \%", "% lebih}"),
        (r"\text{a \\ b}", r"perintah \\ tidak boleh di dalam \text{…}", r"\\ b}"),
        ("100%", r"% ditulis \%", "%"),
        ("a & b", r"& ditulis \&", "& b"),
        ("5 * 3", r"* ditulis \times", "* 3"),
        ('"a"', '" ditulis “…”', '"a"'),
        ("a @ b", 'tanda "@" tidak didukung', "@ b"),
        ("a + Jumlah layanan", r'kata "Jumlah" harus ditulis di dalam \text{…}', "Jumlah layanan"),
        ("^2", "tanda ^ tidak didahului apa pun", "^2"),
        ("a^", "tanda ^ harus diikuti {…}", ""),
        ("a_1_2", "tanda _ dua kali", "_2"),
        ("a^10", "lebih dari satu huruf sesudah ^ harus ditulis di dalam {…}", "10"),
        ("a_ij", "lebih dari satu huruf sesudah _ harus ditulis di dalam {…}", "ij"),
        ("+^2", 'tanda "+" tidak dapat diberi pangkat', "+^2"),
        (r"\left( a", r"\left tanpa \right", r"\left( a"),
        (r"a \right)", r"\right tanpa \left", r"\right)"),
        (r"\left\{ a \right\}", r"\left harus diikuti ( atau [", r"\{ a \right\}"),
        (r"\left( a \right.", r"\right harus diikuti ) atau ]", "."),
        (r"\left( \right)", r"tidak ada isi di antara \left dan \right", r"\left( \right)"),
        (r"\sum_{i} + 3", r"tidak ada yang dijumlahkan sesudah \sum", r"\sum_{i} + 3"),
        (r"{\sum}", r"tidak ada yang dijumlahkan sesudah \sum", r"\sum}"),
        (r"a \\ \\ b", r"baris rumus kosong; \\ hanya di antara dua baris", r"\\ b"),
        (r"\\ a", r"baris rumus kosong", r"\\ a"),
        ("a \\\\", r"baris rumus kosong", ""),
        (r"\frac{a \\ b}{c}", r"\\ tidak boleh di dalam kurung", r"\\ b}{c}"),
        ("a \\", "perintah tanpa nama", "\\"),
        ("a \\\n b", "perintah tanpa nama", "\\ b"),
        (r"\text{a\ b}", "perintah tanpa nama", r"\ b}"),
        ("", "rumus kosong", ""),
        (" \n ", "rumus kosong", ""),
    ],
)
def test_faults_say_what_and_where(latex: str, pesan: str, di: str) -> None:
    e = salah(latex)
    assert pesan in e.pesan
    tempat = f'(karakter ke-{e.letak + 1}: "{di}")' if di else "(di akhir rumus)"
    assert e.pesan.endswith(tempat)
    assert str(e) == e.pesan
    assert latex[e.letak :].split() == di.split()


def test_a_fault_knows_its_cell() -> None:
    with pytest.raises(RumusSalah) as e:
        formula("a +  }", ASAL)
    assert e.value.asal == ASAL


@pytest.mark.parametrize("latex", ["{" * 5000 + "a", r"\left(" * 500, r"\frac{" * 600, "x" * (BATAS_PANJANG + 1)])
def test_too_deep_or_too_long(latex: str) -> None:
    salah(latex)


POTONG = (*PERINTAH, r"\\", r"\text{a b}", r"\text", "0{,}5", *"{}()]^_1x= %")


@given(st.lists(st.sampled_from(POTONG), max_size=14).map("".join) | st.text(max_size=20))
def test_anything_is_a_formula_or_a_fault(latex: str) -> None:
    try:
        f = formula(latex)
    except RumusSalah as e:
        assert 0 <= e.letak <= len(latex)
    else:
        assert f.text
        assert formula(f.latex) == f


def test_every_command_is_in_the_guide() -> None:
    panduan = (Path(__file__).parents[2] / "docs" / "panduan.md").read_text(encoding="utf-8")
    _, _, bagian = panduan.partition("## Rumus")
    tabel = bagian.partition("\n## ")[0]
    assert [p for p in (*PERINTAH, r"\\") if not re.search(re.escape(p) + r"(?![A-Za-z])", tabel)] == []
    for latex in re.findall(r"^    (?!:::)(\\.*)$", tabel, re.M):
        assert formula(latex)


# ---------------------------------------------------------------- in chapters


def susun(kantor: Kantor, konteks: Konteks, isi: str) -> tuple[Document | None, Kumpulan]:
    kantor.satu_bab(isi)
    return kantor.susun(konteks)


def test_a_fence_is_a_displayed_formula(kantor: Kantor, konteks_kantor: Konteks) -> None:
    isi = f"Sebelum {{{{ periode.awal }}}}\n\n::: rumus\n{TEPAT_WAKTU}\n:::\n\nSesudah\n"
    dokumen, temuan = susun(kantor, konteks_kantor, isi)
    assert dokumen is not None, list(temuan)
    _, awal, rumus, akhir = blok(dokumen)
    lokasi = Lokasi(MD, baris=7)
    assert rumus == Paragraph((formula(TEPAT_WAKTU, lokasi),), "rumus", lokasi)
    assert isinstance(awal, Paragraph) and isinstance(akhir, Paragraph)
    assert (plain(awal.content), plain(akhir.content), akhir.asal) == ("Sebelum 2024", "Sesudah", Lokasi(MD, baris=11))


def test_braces_mean_nothing_to_jinja(kantor: Kantor, konteks_kantor: Konteks) -> None:
    latex = r"x^{{a}} + \frac{{1}}{\text{ {\% tidak %} }}".replace("{\\% tidak %} ", r"5\%")
    dokumen, temuan = susun(kantor, konteks_kantor, f"::: rumus\n{latex}\n:::\n")
    assert dokumen is not None, list(temuan)
    (_, rumus) = blok(dokumen)
    assert isinstance(rumus, Paragraph)
    assert plain(rumus.content) == "x pangkat a + (1 / 5%)"


def test_a_formula_may_fill_several_lines_with_blank_ones(kantor: Kantor, konteks_kantor: Konteks) -> None:
    dokumen, temuan = susun(kantor, konteks_kantor, "::: rumus\n\na = b \\\\\n\n  + c\n:::\n")
    assert dokumen is not None, list(temuan)
    (_, rumus) = blok(dokumen)
    assert isinstance(rumus, Paragraph)
    (f,) = rumus.content
    assert isinstance(f, Formula)
    assert f.latex == r"a = b \\ + c"


def test_a_formula_in_a_loop_is_printed_each_time(kantor: Kantor, konteks_kantor: Konteks) -> None:
    isi = "{% for n in [1, 2] %}\nKe {{ n }}\n\n::: rumus\nx = 1\n:::\n\n{% endfor %}\n"
    dokumen, temuan = susun(kantor, konteks_kantor, isi)
    assert dokumen is not None, list(temuan)
    assert [plain(b.content) for b in list(blok(dokumen))[1:] if isinstance(b, Paragraph)] == [
        *("Ke 1", "x = 1", "Ke 2", "x = 1")
    ]


@pytest.mark.parametrize(
    ("isi", "kode", "baris", "pesan"),
    [
        ("::: rumus\n\na = 1 +\n \\frak{b}\n:::\n", "rumus-salah", 8, r"perintah \frak tidak dikenal"),
        ("x\n\n::: rumus\n:::\n", "rumus-salah", 7, "rumus kosong"),
        ("::: rumus a = b\n:::\n", "rumus-salah", 5, "rumus ditulis di bawah baris ::: rumus"),
        ("::: rumus\n{{ tidak.ada }}\n:::\n", "rumus-salah", 6, 'kata "tidak" harus'),
        ("::: rumus\nx^{{a}}\n\nx\n", "pagar-salah", 5, "tidak ditutup"),
        ("::: rumus\nx^{{a}}\n::: tabel sarana\nx\n:::\n", "pagar-salah", 5, "tidak ditutup"),
        ("x\n\n  ::: rumus\n  a\n  :::\n", "pagar-salah", 7, "harus di awal baris"),
        ("::: rumuz\na\n:::\n", "pagar-salah", 5, '"::: rumuz" tidak dikenal'),
    ],
)
def test_faults_in_chapters_have_their_line(
    kantor: Kantor, konteks_kantor: Konteks, isi: str, kode: str, baris: int, pesan: str
) -> None:
    dokumen, temuan = susun(kantor, konteks_kantor, isi)
    assert dokumen is None
    pertama = next(iter(temuan))
    assert (pertama.kode, pertama.tempat) == (kode, f"{MD}:{baris}"), ringkas(temuan)
    assert pesan in pertama.pesan
