"""How pages look: contrast of all colours, nothing wider than a telephone, what is kept off paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from kantor import Kantor
from peramban import Peramban, perlu_chromium

from generator.writers.html import tulis_html
from generator.writers.html.berkas import berkas

AA = 4.5
AA_GARIS = 3.0
PASANGAN = [
    *[(huruf, alas) for huruf in ("tinta", "redup", "tekan", "pindah") for alas in ("latar", "alas")],
    *(("di-tekan", "tekan"), ("tinta", "tandai"), ("hapus-tua", "hapus"), ("baru-tua", "baru")),
    *(("hapus-tua", "latar"), ("baru-tua", "latar"), ("tekan", "hapus")),
]


def _warna(gelap: bool) -> dict[str, str]:
    blok = re.findall(r":root \{(.*?)\}", berkas("generator.writers.html", "dasar.css"), re.DOTALL)
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+);", blok[gelap]))


def _terang(warna: str) -> float:
    """Relative luminance as WCAG has it."""
    isi = warna[1:] if len(warna) == 7 else "".join(2 * c for c in warna[1:])
    kanal = [int(isi[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    r, g, b = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kanal)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def kontras(a: str, b: str) -> float:
    gelap, terang = sorted(map(_terang, (a, b)))
    return (terang + 0.05) / (gelap + 0.05)


@pytest.mark.parametrize("gelap", [False, True])
def test_colours_can_be_told_apart(gelap: bool) -> None:
    warna = _warna(False) | _warna(gelap)
    kurang = {(a, b): kontras(warna[a], warna[b]) for a, b in PASANGAN if kontras(warna[a], warna[b]) < AA}
    assert not kurang
    garis = {n: kontras(warna[n], warna["latar"]) for n in ("pinggir", "fokus")}
    assert min(garis.values()) >= AA_GARIS, garis


@pytest.fixture(scope="module")
def halaman(kantor_asli: Kantor, tmp_path_factory: pytest.TempPathFactory) -> str:
    dokumen, _ = kantor_asli.susun(kantor_asli.konteks())
    assert dokumen
    berkas_ = tmp_path_factory.mktemp("html") / "renstra.html"
    berkas_.write_bytes(tulis_html(dokumen))
    return berkas_.as_uri()


@pytest.fixture
def pembaca(halaman: str, tmp_path: Path) -> Iterator[Peramban]:
    p = Peramban(tmp_path / "profil")
    p.minta("Page.navigate", url=halaman)
    p.tunggu("location.protocol === 'file:' && document.readyState === 'complete'")
    yield p
    p.tutup()


def _lebar(p: Peramban, lebar: int) -> None:
    p.minta("Emulation.setDeviceMetricsOverride", width=lebar, height=740, deviceScaleFactor=1, mobile=lebar < 500)
    p.tunggu(f"window.innerWidth === {lebar}")


@perlu_chromium
def test_on_a_telephone_only_tables_and_pictures_scroll_sideways(pembaca: Peramban) -> None:
    _lebar(pembaca, 360)
    assert pembaca.js("document.documentElement.scrollWidth") <= 360
    lebar = "[...document.querySelectorAll('main *')].filter(e => !e.closest('.geser, .rumus')"
    assert pembaca.js(f"{lebar} && e.getBoundingClientRect().right > 361).map(e => e.outerHTML.slice(0, 90))") == []
    bergulir = "[...document.querySelectorAll('.geser')].filter(e => e.scrollWidth > e.clientWidth).length"
    assert pembaca.js(bergulir) > 3
    judul = "[...document.querySelectorAll('caption > div')].map(e => e.getBoundingClientRect().right)"
    assert max(pembaca.js(judul)) <= 361  # titles are read without scrolling


@perlu_chromium
def test_chapters_stand_beside_the_text_where_there_is_room(pembaca: Peramban) -> None:
    tampak = "getComputedStyle(document.querySelector('nav.samping')).display"
    _lebar(pembaca, 1280)
    assert pembaca.js(tampak) == "block"
    assert pembaca.js("document.documentElement.scrollWidth") <= 1280
    _lebar(pembaca, 800)
    assert pembaca.js(tampak) == "none"


@perlu_chromium
def test_paper_has_no_aids_of_the_screen_and_black_links(pembaca: Peramban) -> None:
    gelap = [{"name": "prefers-color-scheme", "value": "dark"}]
    pembaca.minta("Emulation.setEmulatedMedia", media="print", features=gelap)
    pembaca.tunggu("matchMedia('print').matches")
    for bantuan in ("nav.samping", ".naik", ".lompat"):
        assert pembaca.js(f"getComputedStyle(document.querySelector('{bantuan}')).display") == "none"
    assert pembaca.js("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    tinta = pembaca.js("getComputedStyle(document.body).color")
    assert pembaca.js("getComputedStyle(document.querySelector('main a')).color") == tinta
