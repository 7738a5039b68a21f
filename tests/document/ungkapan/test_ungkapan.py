"""Jinja over a chapter: source lines survive, faults name their line in Indonesian, the sandbox holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import simpanan
from generator.compute.anggaran import Pos
from generator.compute.daftar import PerTahun
from generator.document import ungkapan
from generator.document.ungkapan import BUKA, TUTUP, Hasil, UngkapanSalah, jalankan, kosakata, penerjemah, sintaks
from generator.model.angka import Angka, Lokasi, Teks
from generator.simpanan import Simpanan
from generator.tree.nodes import Value


@dataclass
class Desa:
    nama: str
    jumlah: Angka


@pytest.fixture(autouse=True, scope="module")
def desa_dikenal() -> Iterator[None]:
    """The vocabulary lists the row type of these tests, too."""
    with pytest.MonkeyPatch.context() as m:
        kelas = f"{Desa.__module__}.{Desa.__qualname__}"
        m.setitem(kosakata._MENURUT_KELAS, kelas, kosakata.Rekaman(kelas, "Desa", nama=("nama", "jumlah")))
        yield


DI = Lokasi("a.xlsx", "S", "A1")
NAMA: dict[str, Any] = {
    "desa": [Desa("Hulu", Angka(5)), Desa("Hilir", Angka(7))],
    "profil": Desa(Teks("Rawa", (DI,)), Angka(3)),
    "kosong": None,
}


def tercetak(h: Hasil) -> list[str]:
    """The lines with the values in place."""
    baris = "\n".join(h.baris)
    for i, v in enumerate(h.nilai):
        baris = baris.replace(f"{BUKA}{i}{TUTUP}", v.text)
    return baris.split("\n")


def salah(teks: str, nama: dict[str, Any] = NAMA) -> tuple[int, str]:
    with pytest.raises(UngkapanSalah) as galat:
        jalankan(teks, nama)
    return galat.value.baris, galat.value.pesan


# ---------------------------------------------------------------- lines


def test_baris_tetap_dan_nilai_tertutup() -> None:
    h = jalankan("satu {{ profil.nama }}\n\ntiga {{ profil.jumlah }} {{ profil.nama }}", NAMA)
    assert h.baris == (f"satu {BUKA}0{TUTUP}", "", f"tiga {BUKA}1{TUTUP} {BUKA}2{TUTUP}")
    assert h.nomor == (1, 2, 3)
    assert h.nilai[0] == Value("Rawa", None, (DI,))
    assert [v.text for v in h.nilai] == ["Rawa", "3", "Rawa"]


def test_baris_dalam_perulangan_dan_makro() -> None:
    teks = """\
{% macro sapa(d) %}
Desa {{ d.nama }}.
{% endmacro %}
{# komentar
dua baris #}
{% for d in desa %}
- {{ d.nama }}
{% if d.jumlah > 6 %}
  besar
{% endif %}
{% endfor %}
{{
  profil.nama
}} akhir
{{ sapa(desa[0]) }}
selesai
"""
    h = jalankan(teks, NAMA)
    isi = [(b, n) for b, n in zip(tercetak(h), h.nomor, strict=True) if b]
    assert isi == [
        ("- Hulu", 7),
        ("- Hilir", 7),
        ("  besar", 9),
        ("Rawa akhir", 14),
        ("Desa Hulu.", 2),
        ("selesai", 16),
    ]


POTONGAN = ["", "kata w", "{{ profil.nama }} w", "{% if 1 %}", "{# x #} w", "{# dua\nbaris #} w", "# w {#label}"]


@given(st.lists(st.sampled_from(POTONGAN), max_size=9))
def test_setiap_baris_bernomor_baris_sumbernya(potongan: list[str]) -> None:
    """Every printed line of words carries the number of the line on which the words stand."""
    asli = "\n".join([*potongan, *["{% endif %}"] * potongan.count("{% if 1 %}"), ""]).split("\n")
    bernomor = "\n".join(b.replace("w", f"w{i}") for i, b in enumerate(asli, 1))
    h = jalankan(bernomor, {**NAMA, "profil": Desa("x", Angka(1))})
    kata = [(k, n) for b, n in zip(tercetak(h), h.nomor, strict=True) for k in b.split() if k[0] == "w"]
    assert [int(k[1:]) for k, _ in kata] == [n for _, n in kata]
    assert len(kata) == sum("w" in p for p in potongan)


def test_label_judul_bukan_komentar() -> None:
    """'{#' opens a comment of Jinja, but a label at the end of a heading is none."""
    h = jalankan("## Sumber Daya {#sumber-daya}\n{# komentar #}teks {{ profil.nama }} {#x-1}  \n", NAMA)
    assert tercetak(h)[:2] == ["## Sumber Daya {#sumber-daya}", "teks Rawa {#x-1}"]


# ---------------------------------------------------------------- faults

SALAH = [
    ("satu\n{{ profl.nama }}", 2, 'nama "profl" tidak dikenal; maksudnya "profil"?'),
    ("satu\n\n{{ zzz }}", 3, 'nama "zzz" tidak dikenal'),
    ("{{ profil.nma }}", 1, '"nma" tidak ada pada Desa; maksudnya "nama"?'),
    ("{{ profil['zzz'] }}", 1, '"zzz" tidak ada pada Desa'),
    ("{{ kosong.nama }}", 1, '"nama" diminta dari nilai yang kosong'),
    ("{% for d in desa %}\n- {{ d.nama }}\n- {{ d.luas }}\n{% endfor %}", 3, '"luas" tidak ada pada Desa'),
    ("{% for d in desaa %}\n{% endfor %}", 1, 'maksudnya "desa"?'),
    ("{% for d in profil.jumlah %}\n{% endfor %}", 1, "bukan daftar"),
    ("{% if zzz %}\nx\n{% endif %}", 1, 'nama "zzz" tidak dikenal'),
    ("{{\n  profil\n    .nma\n}}", 3, '"nma" tidak ada pada Desa'),
    ("a\n{% macro m(d) %}\nx\n{{ d.zzz }}\n{% endmacro %}\n\n{{ m(profil) }}", 4, '"zzz" tidak ada pada Desa'),
    ("{% macro m(d) %}{% endmacro %}\n{{ m(1, 2) }}", 2, 'macro "m" dipakai dengan isian yang salah'),
    ("x\n{{ profil.nama | bilng }}", 2, 'saringan "| bilng" tidak dikenal'),
    ("{% if 1 is ganjil %}{% endif %}", 1, 'uji "is ganjil" tidak dikenal'),
    ("{{ profil.nama | safe }}", 1, 'saringan "| safe" tidak dikenal'),
    ("{{ profil. }}", 1, "ungkapan tidak lengkap"),
    ("x\n{{ profil.nama", 2, "tidak lengkap"),
    ("x\n{{ profil.nama }", 2, 'tanda "}" tidak pada tempatnya'),
    ("{{ (profil }}", 1, "tidak pada tempatnya"),
    ("{{ profil nama }}", 1, "tertulis"),
    ("{{ $x }}", 1, "tidak dikenal"),
    ("x\n{% untuk d in desa %}", 2, 'perintah "{% untuk %}" tidak dikenal'),
    ("{% for d in desa %}\nx\n", 2, "tidak ditutup"),
    ("x\n{# komentar", 2, "ungkapan tidak ditutup"),
    ("x\n\n{{ desa }}", 3, "daftar; pakai"),
    ("{{ profil }}", 1, "rekaman"),
    ("{{ profil.nama + 1 }}", 1, "tidak dapat dihitung"),
    ("{% import 'x' as y %}", 1, ""),
    ("{% include '/etc/passwd' %}", 1, ""),
    ("{% extends 'x' %}", 1, ""),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 1, "berputar tanpa akhir"),
]


@pytest.mark.parametrize(("teks", "baris", "pesan"), SALAH)
def test_ungkapan_salah(teks: str, baris: int, pesan: str) -> None:
    di, isi = salah(teks)
    assert pesan in isi
    assert di == baris


def test_tanpa_yang_tertinggi() -> None:
    kosong = PerTahun({2021: Angka(None)})
    pos = Pos("", Teks("Total"), kosong, kosong)
    assert salah("{{ p.rasio_tertinggi.nilai }}", {"p": pos}) == (1, "tidak ada nilai yang dapat dibandingkan")


TERLARANG = [
    "''.__class__",
    "''.__class__.__mro__",
    "profil.__init__.__globals__",
    "profil.nama.__len__()",
    "desa.append(1)",
    "desa.clear()",
    "profil.nama.format(1)",
    "'{0.__class__}'.format(profil)",
    "'x'.ljust(1000000000)",
    "'x' * 1000000000",
    "[1] * 1000000000",
    "'%1000000000d' % 1",
    "10 ** 1000000000",
    "range(10 ** 9)",
    "jumlah.__globals__",
    "[''] | serap('__class__') | daftar",
]


@pytest.mark.parametrize("isi", TERLARANG)
def test_kotak_pasir(isi: str) -> None:
    baris, pesan = salah("x\n{{ " + isi + " }}")
    assert "tidak diizinkan" in pesan or "tidak ada pada" in pesan
    assert baris == 2


@pytest.mark.parametrize("nama", ["range", "lipsum", "cycler", "joiner", "namespace", "dict", "self"])
def test_nama_bawaan_jinja_tidak_ada(nama: str) -> None:
    if nama == "self":  # Jinja's own; it gives no more than blocks, and a chapter has none
        assert salah("{{ self.x }}")[0] == 1
    else:
        assert f'nama "{nama}" tidak dikenal' in salah("{{ " + nama + "(5) }}")[1]


def test_hasil_terlalu_panjang(monkeypatch: pytest.MonkeyPatch) -> None:
    teks = "{% for a in desa %}{% for b in desa %}x{% endfor %}{% endfor %}"
    assert tercetak(jalankan(teks, NAMA)) == ["xxxx"]
    monkeypatch.setattr(ungkapan, "BATAS_HASIL", 3)
    assert "terlalu panjang" in salah(teks)[1]


# ---------------------------------------------------------------- values stay closed


def test_tetapan_juga_nilai() -> None:
    h = jalankan("{{ '**a** & <b>' }} {{ 'x' if 1 else 'y' }}", {})
    assert [v.text for v in h.nilai] == ["**a** & <b>", "x"]


def test_nilai_dalam_makro_dan_set() -> None:
    teks = "{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(profil.nama) }}{% set y = profil.jumlah %}{{ y }}"
    assert tercetak(jalankan(teks, NAMA)) == ["[Rawa]3"]


def test_nilai_tidak_dapat_meniru_penanda() -> None:
    h = jalankan("{{ nilai }} {{ '\\ue0000\\ue001' }}", {"nilai": f"{BUKA}0{TUTUP}"})
    assert h.baris == (f"{BUKA}0{TUTUP} {BUKA}1{TUTUP}",)
    assert h.nilai[0].text == f"{BUKA}0{TUTUP}"


# ---------------------------------------------------------------- kept programs


def test_program_yang_tersimpan_memberi_hasil_yang_sama(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A chapter compiled in an earlier build gives the same lines, values, lines of faults and steps."""
    monkeypatch.setattr(simpanan, "_rumah", lambda: tmp_path / "rumah")
    teks = "satu {{ profil.nama }}\n{% for d in desa %}\n- {{ d.nama }} {{ 1.5 }}\n{% endfor %}\n"
    hasil = []
    for _ in range(2):
        sintaks._terjemahkan.cache_clear()
        jatah = ungkapan.Jatah()
        hasil.append((jalankan(teks, NAMA, jatah, penerjemah(Simpanan(tmp_path, "p"))), jatah.sisa))
    assert hasil[0] == hasil[1] == (jalankan(teks, NAMA, lain := ungkapan.Jatah()), lain.sisa)
    monkeypatch.setattr(sintaks, "_terjemahkan", None)  # the third time nothing is compiled
    assert jalankan(teks, NAMA, None, penerjemah(Simpanan(tmp_path, "p"))) == hasil[0][0]
    monkeypatch.undo()
