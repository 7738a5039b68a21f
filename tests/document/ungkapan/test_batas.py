"""What expressions may cost: each kind of excess is a finding with its line, without having been computed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.compute.daftar import Daftar, Tahun
from generator.document.prosa import Pengurai
from generator.document.ungkapan import Jatah, UngkapanSalah, jalankan, jatah, sintaks
from generator.model.angka import Angka, Teks
from generator.sources.naskah import Naskah
from generator.temuan import Kumpulan

BARIS = Daftar((Teks(f"baris {i}") for i in range(50)), "baris", str)
NAMA: dict[str, object] = {"baris": BARIS, "angka": Angka(7), "tahun": Tahun(2025)}


def ulang(awal: str, lanjut: str, kali: int = 60) -> str:
    """A value that grows by being set again and again."""
    return "\n".join([f"{{% set x = {awal} %}}", *[f"{{% set x = {lanjut} %}}"] * kali, "{{ x }}"])


def bersarang(buka: str, isi: str, tutup: str, kali: int) -> str:
    return "\n".join([*[buka] * kali, isi, *[tutup] * kali])


def makro(kali: int) -> str:
    """Each macro calls the one before it twice."""
    awal = "{% macro m0() %}x{% endmacro %}\n"
    ganda = "{{% macro m{0}() %}}{{{{ m{1}() }}}}{{{{ m{1}() }}}}{{% endmacro %}}\n"
    return awal + "".join(ganda.format(i, i - 1) for i in range(1, kali)) + f"{{{{ m{kali - 1}() }}}}"


LOOP, TUTUP = "{% for a in baris %}", "{% endfor %}"
LEBIH, PANJANG = "langkah", "nilai lebih panjang"
DALAM = "terlalu dalam|bersarang"
BERLEBIH = {
    "nested loops without text": (bersarang(LOOP, "", TUTUP, 8), LEBIH, range(1, 9)),
    "nested loops with text": (bersarang(LOOP, "kata " * 200, TUTUP, 8), LEBIH, range(1, 10)),
    "nested loops with values": (bersarang(LOOP, "{{ a }}", TUTUP, 8), LEBIH, range(1, 10)),
    "filtered loop": (bersarang("{% for a in baris if a %}", "", TUTUP, 8), LEBIH, range(1, 10)),
    "exponential macros": (makro(40), LEBIH, range(1, 43)),
    "block set": ("{% set x %}kata{% endset %}" + "\n{% set x %}{{ x }}{{ x }}{% endset %}" * 60, LEBIH, None),
    "text by ~": (ulang("'abc'", "x ~ x"), PANJANG, range(2, 60)),
    "text by +": (ulang("'abc'", "x + x"), PANJANG, range(2, 60)),
    "list": (ulang("[1]", "x + x"), "daftar berisi lebih", range(2, 60)),
    "formula in words": (ulang("angka", "x + x"), PANJANG, range(2, 60)),
    "squares": (ulang("9999", "x * x"), "terlalu besar", range(2, 60)),
    "squares of numbers of the sources": (ulang("angka", "x * x"), "terlalu besar", range(2, 60)),
    "tiny fractions": (ulang("0.001", "x * x"), "terlalu kecil", range(2, 60)),
    "years": (ulang("tahun", "x + 9000"), "tahun di luar", range(2, 60)),
    "joined list": ("\n{{ [" + ", ".join(["'" + "a" * 900 + "'"] * 200) + "] | daftar }}", PANJANG, [2]),
    "power": ("\n{{ 9 ** 999999 }}", "tidak diizinkan", [2]),
    "repetition": ("\n{{ 'x' * 999999999 }}", "tidak diizinkan", [2]),
    "repetition, turned round": ("\n{{ 999999999 * 'x' }}", "tidak diizinkan", [2]),
    "repeated list": ("\n{{ [1] * 999999999 }}", "tidak diizinkan", [2]),
    "padding": ("\n{{ '%999999999d' % 1 }}", "tidak diizinkan", [2]),
    "padding by a test": ("\n{% if '%999999999d' is odd %}{% endif %}", "hanya untuk angka", [2]),
    "bytes": ("\n{{ (1).to_bytes(999999999, 'big') }}", "tidak ada pada bilangan", [2]),
    "range": ("\n{% for i in range(999999999) %}{% endfor %}", 'nama "range" tidak dikenal', [2]),
    "Roman": ("\n{{ 999999999999999 | romawi }}", "terlalu besar", [2]),
    "decimals": ("\n{{ 1 | angka(999999999) }}", "0 sampai 10", [2]),
    "long number": ("\n{{ " + "9" * 9999 + " }}", "paling banyak 18", [2]),
    "exponent": ("\n{{ 1e999 }}", "angka saja", [2]),
    "many expressions": ("{{ 1 }}\n" * 40_000, "kata dan tanda", None),
    "20 blocks": (bersarang(LOOP, "x", TUTUP, 20), DALAM, [13]),
    "120 conditions": (bersarang("{% if 1 %}", "x", "{% endif %}", 120), DALAM, [13]),
    "brackets": ("\n{{ " + "(" * 9999 + "1" + ")" * 9999 + " }}", DALAM, [2]),
    "not not": ("\n{{ " + "not " * 9999 + "1 }}", DALAM, [2]),
    "minus": ("\n{{ " + "-" * 9999 + "1 }}", DALAM, [2]),
    "conditions in a row": ("\n{{ " + "1 if 1 else " * 9999 + "1 }}", DALAM, [2]),
    "dots": ("\n{{ baris" + ".a" * 9999 + " }}", DALAM, [2]),
    "keys": ("\n{{ baris" + "[0]" * 9999 + " }}", DALAM, [2]),
    "filters in a row": ("\n{{ 1" + " | angka" * 9999 + " }}", DALAM, [2]),
    "sum in a row": ("\n{{ " + "1 + " * 9999 + "1 }}", DALAM, [2]),
    "elif": ("\n{% if 0 %}" + "{% elif 0 %}" * 5000 + "{% endif %}", DALAM, [2]),
    "line": ("\n" + "a" * 1_000_000, "baris lebih panjang", [2]),
    "line of a loop": ("\n{% for a in baris %}" + "a" * 3000 + TUTUP, "baris lebih panjang", [1, 2]),
    "lines": ("x\n" * 60_000, "terlalu panjang", [1]),
}  # fmt: skip


@pytest.fixture(autouse=True)
def tanpa_simpanan() -> Iterator[None]:
    sintaks._terjemahkan.cache_clear()
    yield


@pytest.mark.parametrize("nama", BERLEBIH)
def test_excess_is_a_finding_with_its_line(nama: str) -> None:
    teks, pesan, baris = BERLEBIH[nama]
    with pytest.raises(UngkapanSalah, match=pesan) as galat:
        jalankan(teks, dict(NAMA), Jatah(jatah.LANGKAH // 10))
    assert baris is None or galat.value.baris in baris, galat.value.baris


def test_steps_are_those_of_the_document_not_of_a_chapter() -> None:
    """What one chapter may do, a hundred may not; it is said once."""
    teks = LOOP * 3 + TUTUP * 3
    milik, temuan = Jatah(), Kumpulan()
    for i in range(100):
        Pengurai(Naskah(f"{i}.md", "Judul", 1, teks, 1), temuan, lambda _: None, milik).urai(dict(NAMA))
    assert [(t.kode, "langkah" in t.pesan) for t in temuan] == [("ungkapan-salah", True)]


def test_the_same_text_costs_the_same_compiled_or_not() -> None:
    teks = bersarang(LOOP, "{{ a | besar }} {{ angka + 1 }}", TUTUP, 2)
    sisa = []
    for _ in range(2):
        j = Jatah()
        jalankan(teks, dict(NAMA), j)
        sisa.append(j.sisa)
    assert sisa[0] == sisa[1] < jatah.LANGKAH


# ---------------------------------------------------------------- Markdown

DALAM_MD = "bertingkat terlalu dalam"
BOM = {
    "nested quotes": ("\n" + "> " * 10_000 + "kata", DALAM_MD, "a.md:2"),
    "quotes beyond what the parser reads": ("\n" + "> " * 30 + "kata", DALAM_MD, "a.md:2"),
    "nested list": ("".join(f"{'  ' * i}- kata {i}\n" for i in range(25)), DALAM_MD, "a.md:8"),
    "list in one line": ("\n" + "- " * 10_000 + "kata", DALAM_MD, "a.md:2"),
    "list and quote": ("\n" + "> - " * 5000 + "kata", DALAM_MD, "a.md:2"),
    "pipes": ("\n|" + "a|" * 10_000 + "\n", "tidak didukung", "a.md:2"),
    "formula": ("\n::: rumus\n" + "\\frac{" * 9999 + "\n:::\n", "lebih dari 4000", "a.md:3"),
}


@pytest.mark.parametrize("nama", BOM)
def test_what_is_too_deep_is_not_dropped_in_silence(nama: str) -> None:
    teks, pesan, tempat = BOM[nama]
    temuan = Kumpulan()
    Pengurai(Naskah("a.md", "Judul", 1, teks, 1), temuan, lambda _: None).urai({})
    assert [(t.tempat, pesan in t.pesan) for t in temuan] == [(tempat, True)]


@pytest.mark.parametrize(
    "teks",
    ["*" * 19_000, "a*" * 9_000, "**a " * 4_500, "[" * 19_000, "<a" * 9_000, "@tabel:" * 2_500, "\\*" * 9_000],
    ids=lambda t: t[:3],
)
def test_a_long_line_is_read_to_its_end(teks: str) -> None:
    temuan = Kumpulan()
    Pengurai(Naskah("a.md", "Judul", 1, teks, 1), temuan, lambda _: None).urai({})
    assert {t.kode for t in temuan} <= {"rujukan-asing", "html-dalam-naskah"}


def test_fences_that_never_close_are_each_looked_at_once() -> None:
    temuan = Kumpulan()
    Pengurai(Naskah("a.md", "Judul", 1, "::: tabel x\n" * 20_000, 1), temuan, lambda _: None).urai({})
    assert len(temuan) == 20_000
