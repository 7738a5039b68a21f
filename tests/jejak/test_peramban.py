"""The page in a real browser, with keys and clicks: search for an amount, follow it to its cell and back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from peramban import Peramban, perlu_chromium

from generator.jejak.indeks import Indeks
from generator.jejak.laman import tulis_laman

pytestmark = perlu_chromium


class Penelusur(Peramban):
    """A reader of this page."""

    def teks(self) -> str:
        return str(self.js("document.getElementById('isi').innerText"))

    def klik(self, teks: str) -> None:
        """Click the first link that holds these words or leads there ('#angka=7')."""
        cocok = f"a.innerText.includes({json.dumps(teks)}) || a.getAttribute('href') === {json.dumps(teks)}"
        self.tetikus(f"[...document.querySelectorAll('#isi a')].find(a => {cocok})")


@pytest.fixture(scope="module")
def alamat(indeks: Indeks, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("laman") / "jejak.html"
    path.write_text(tulis_laman(indeks), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def peramban(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Penelusur]:
    p = Penelusur(tmp_path_factory.mktemp("profil"))
    yield p
    p.tutup()


def test_search_an_amount_follow_it_to_its_cell_and_back(peramban: Penelusur, alamat: str) -> None:
    p = peramban
    p.buka(alamat)
    assert "nilai tercetak" in p.teks()
    p.tekan("/")
    p.ketik("1.100")
    p.tunggu("location.hash === '#cari=1.100' && document.querySelector('#isi h2')?.innerText === 'Hasil cari: 1.100'")
    assert p.js("document.getElementById('cari').value") == "1.100"
    assert "Tercetak dalam dokumen" in p.teks()
    assert "Sel buku kerja" in p.teks()
    p.tekan("Enter")  # to the first result
    p.tunggu("document.activeElement.innerText.startsWith('1.100')")
    p.tekan("Enter")  # open it
    p.tunggu("tiba.startsWith('#angka=')")
    angka = p.js("location.hash")
    assert "Asal (1 sel)" in p.teks()
    assert "Tabel 3.7" in p.teks()
    p.klik("pendanaan.xlsx!Pagu!C2")
    p.tunggu("tiba === '#sel=pendanaan.xlsx!Pagu!C2'")
    assert p.js("document.querySelector('#isi h2').innerText") == "pendanaan.xlsx!Pagu!C2"
    assert "Tercetak di (2)" in p.teks()
    assert "jumlah pagu 2025 program" in p.teks()
    p.klik(angka)  # and back to the number
    p.tunggu(f"tiba === {json.dumps(angka)}")
    assert "Asal (1 sel)" in p.teks()
    for tujuan in ("#sel=pendanaan.xlsx!Pagu!C2", angka, "#cari=1.100"):
        p.kembali()
        p.tunggu(f"tiba === {json.dumps(tujuan)}")
    p.tunggu("document.getElementById('cari').value === '1.100'")
    assert "Tercetak dalam dokumen" in p.teks()


@pytest.mark.parametrize(
    ("cari", "pertama"),
    [
        ("Rp5.190", "Rp5.190"),
        ("5190", "Rp5.190"),
        ("pendanaan.xlsx!Pagu!C2", "1100"),
        ("content/data/pendanaan.xlsx › Pagu!C2", "1100"),
        ("2.23.02.2.02.0003", "2.23.02.2.02.0003"),
        ("kepuasan pemustaka 2026", "82,25"),
    ],
)
def test_what_can_be_searched(peramban: Penelusur, alamat: str, cari: str, pertama: str) -> None:
    peramban.buka(alamat)
    peramban.js(f"location.hash = 'cari=' + encodeURIComponent({json.dumps(cari)})")
    peramban.tunggu("document.querySelector('#isi h2')?.innerText.startsWith('Hasil cari')")
    assert pertama in peramban.js("[...document.querySelectorAll('.hasil b')].map(b => b.innerText)")


def test_keyboard_moves_through_results(peramban: Penelusur, alamat: str) -> None:
    p = peramban
    p.buka(alamat + "#cari=2025")
    p.js("document.getElementById('cari').focus()")
    for tombol, ke in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        p.tekan(tombol)
        assert p.js("[...document.querySelectorAll('.hasil a')].indexOf(document.activeElement)") == ke
    p.tekan("ArrowUp")
    assert p.js("document.activeElement.id") == "cari"
    p.tekan("Escape")
    p.tunggu("location.hash === '' && document.getElementById('isi').innerText.includes('nilai tercetak')")


def test_tables_sheets_and_cells_that_are_not_printed(peramban: Penelusur, alamat: str) -> None:
    p = peramban
    p.buka(alamat)
    p.klik("Tabel 3.8")
    p.tunggu("tiba === '#label=tabel:rencana-pendanaan'")
    assert "790" in p.teks()
    p.buka(alamat)
    p.klik("pendanaan.xlsx › Pagu")
    p.tunggu("tiba === '#lembar=pendanaan.xlsx!Pagu'")
    assert p.js("document.querySelectorAll('#isi tbody tr').length") == 4
    p.buka(alamat)
    p.klik("sel yang tidak tercetak")
    p.tunggu("tiba === '#tak-tercetak'")
    assert "kode yang merujuk cascade.xlsx › Rencana" in p.teks()
    p.js("document.querySelector('details').open = true")
    p.tunggu("document.querySelectorAll('details[open] li a').length > 0")


@pytest.mark.parametrize("asing", ["#angka=99999", "#sel=tidak.xlsx!Ada!A1", "#label=x", "#lembar=x", "#cari=zzzzqq"])
def test_unknown_addresses_say_so(peramban: Penelusur, alamat: str, asing: str) -> None:
    peramban.buka(alamat + asing)
    peramban.tunggu("/Tidak (ada|ditemukan)/.test(document.getElementById('isi').innerText)")


def test_narrow_and_printed(peramban: Penelusur, alamat: str, tmp_path: Path) -> None:
    """Nothing is wider than a small screen, and the search box is not printed."""
    p = peramban
    p.minta("Emulation.setDeviceMetricsOverride", width=360, height=700, deviceScaleFactor=1, mobile=True)
    try:
        for ke in ("", "#angka=1", "#sel=pendanaan.xlsx!Pagu!C2", "#lembar=pendanaan.xlsx!Pagu", "#tak-tercetak"):
            p.buka(alamat + ke)
            assert p.js("document.documentElement.scrollWidth") <= 360, ke
    finally:
        p.minta("Emulation.clearDeviceMetricsOverride")
    p.buka(alamat + "#sel=pendanaan.xlsx!Pagu!C2")
    p.minta("Emulation.setEmulatedMedia", media="print")
    assert p.js("getComputedStyle(document.querySelector('.cari')).display") == "none"
    p.minta("Emulation.setEmulatedMedia", media="")
    assert p.js("performance.getEntriesByType('resource').length") == 0  # nothing was fetched
