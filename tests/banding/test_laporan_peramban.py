"""The page `laporan.html` in a real browser, with keys and clicks of a person: switch, steps, anchors, print."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from banding.test_laporan import banding_kantor, sunting_kantor
from kantor import Kantor
from peramban import Peramban, perlu_chromium

from generator.banding.laporan.laman import susun_laporan

KINI = "document.activeElement.closest('.u')?.id"
HENTI = "[...document.querySelectorAll('#dokumen .u')].map(u => u.id)"
TERBUKA = "[...document.querySelectorAll('.celah > div')].filter(d => d.offsetHeight).length"
CELAH = "document.querySelectorAll('.celah').length"
pytestmark = perlu_chromium


class Pembaca(Peramban):
    """A reader of this page."""

    def atas(self, jangkar: str) -> Any:
        """How far below the bar that stays in sight an element begins."""
        return self.js(
            f"document.getElementById('{jangkar}').getBoundingClientRect().top"
            " - document.querySelector('.alat').getBoundingClientRect().bottom"
        )


@pytest.fixture(scope="module")
def alamat(kantor_asli: Kantor, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("laporan")
    baru = Kantor(Path(shutil.copytree(kantor_asli.folder, folder / "content")))
    sunting_kantor(baru)
    (folder / "laporan.html").write_text(susun_laporan(banding_kantor(kantor_asli, baru)), encoding="utf-8")
    return (folder / "laporan.html").as_uri()


@pytest.fixture(scope="module")
def pembaca(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pembaca]:
    p = Pembaca(tmp_path_factory.mktemp("profil"))
    yield p
    p.tutup()


def test_the_switch_shows_all_and_hides_it_again(pembaca: Pembaca, alamat: str) -> None:
    p = pembaca
    p.buka(alamat)
    assert p.js(CELAH) > 3
    assert p.js(TERBUKA) == 0
    assert "Struktur Dinas Perpustakaan" not in p.teks()
    p.tetikus("document.querySelector(`#semua`)")
    assert p.js(TERBUKA) == p.js(CELAH)
    assert "Struktur Dinas Perpustakaan" in p.teks()
    assert p.js("document.getElementById('semua').getAttribute('aria-pressed')") == "true"
    p.tekan("s")
    assert p.js(TERBUKA) == 0
    assert p.js("document.getElementById('semua').getAttribute('aria-pressed')") == "false"
    p.js("document.querySelector('#dokumen .celah > button').focus()")
    p.tekan("Enter")  # one gap alone
    assert p.js(TERBUKA) == 1
    assert p.js("document.activeElement.getAttribute('aria-expanded')") == "true"
    p.tekan("Enter")
    assert p.js(TERBUKA) == 0


def test_the_switch_keeps_the_place(pembaca: Pembaca, alamat: str) -> None:
    p = pembaca
    p.buka(alamat)
    p.js("document.documentElement.style.overflowAnchor = 'none'")  # which not every browser knows
    for _ in range(4):
        p.tekan("j")
    semula = p.atas(p.js(KINI))
    p.tekan("s")
    assert abs(p.atas(p.js(KINI)) - semula) <= 2


def test_keys_step_through_the_changes(pembaca: Pembaca, alamat: str) -> None:
    p = pembaca
    p.buka(alamat)
    henti = p.js(HENTI)
    assert len(henti) > 4
    for tombol, ke in (("j", 0), ("n", 1), ("j", 2), ("k", 1), ("p", 0), ("k", 0)):
        p.tekan(tombol)
        assert p.js(KINI) == henti[ke], tombol
        assert p.js("location.hash") == f"#{henti[ke]}"
        assert p.js("document.querySelectorAll('.u.kini').length") == 1
        assert p.js("document.getElementById('letak').innerText").startswith(f"tempat {ke + 1} dari {len(henti)}")
        assert 0 <= p.atas(henti[ke]) < 200
    for _ in henti:
        p.tekan("j")
    assert p.js(KINI) == henti[-1]
    assert "(terakhir)" in p.js("document.getElementById('letak').innerText")
    p.tekan("r")
    assert p.js("document.activeElement.id") == "ringkasan"
    assert p.js("scrollY") == 0


def test_buttons_step_and_keep_the_focus(pembaca: Pembaca, alamat: str) -> None:
    p = pembaca
    p.buka(alamat)
    henti = p.js(HENTI)
    p.js("document.getElementById('sesudah').focus()")
    p.tekan("Enter")
    p.tekan("Enter")
    assert p.js("document.activeElement.id") == "sesudah"
    assert p.js("document.querySelector('.u.kini').id") == henti[1]
    p.tetikus("document.querySelector(`#sebelum`)")
    assert p.js("document.querySelector('.u.kini').id") == henti[0]


def test_anchors_lead_to_their_change(pembaca: Pembaca, alamat: str) -> None:
    p = pembaca
    p.buka(alamat)
    dalam = p.js("document.querySelector('.u [id^=u]').id")  # a cell of a row of which several changed
    for jangkar in (p.js(HENTI)[3], dalam):
        p.buka(f"{alamat}#{jangkar}")
        p.tunggu(f"{KINI} === document.getElementById('{jangkar}').closest('.u').id")
        assert 0 <= p.atas(jangkar) < 200
    assert p.js(f"document.getElementById('{dalam}').classList.contains('tuju')")
    henti, kini = p.js(HENTI), p.js(KINI)
    p.tekan("j")  # on from there
    assert p.js(KINI) == henti[henti.index(kini) + 1]
    for bab in range(p.js("document.querySelectorAll('#bab a').length")):
        p.buka(alamat)
        ke = p.js(f"document.querySelectorAll('#bab a')[{bab}].getAttribute('href')")
        p.tetikus(f"document.querySelector('#bab a[href=\"{ke}\"]')")
        p.tunggu(f"'#' + {KINI} === '{ke}'")


def test_tab_meets_the_skip_link_first_and_focus_is_seen(pembaca: Pembaca, alamat: str) -> None:
    p = pembaca
    p.buka(alamat)
    p.tekan("Tab")
    assert p.js("document.activeElement.innerText") == "Langsung ke ringkasan"
    assert p.js("document.activeElement.getBoundingClientRect().left") >= 0
    p.tekan("Tab")
    p.tekan("Enter")
    p.tunggu(f"{KINI} === {HENTI}[0]")
    p.tekan("Tab")
    assert p.js("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_narrow_and_printed_and_nothing_fetched(pembaca: Pembaca, alamat: str) -> None:
    p = pembaca
    p.minta("Emulation.setDeviceMetricsOverride", width=360, height=700, deviceScaleFactor=1, mobile=True)
    try:
        p.buka(alamat)
        p.tekan("s")
        assert p.js("document.documentElement.scrollWidth") <= 360
        p.tekan("j")
        assert 0 <= p.atas(p.js(KINI)) < 200
    finally:
        p.minta("Emulation.clearDeviceMetricsOverride")
    p.buka(alamat)
    p.minta("Emulation.setEmulatedMedia", media="print")
    for pilih in (".alat", ".lompat", ".celah > button"):
        assert p.js(f"getComputedStyle(document.querySelector('{pilih}')).display") == "none", pilih
    assert p.js("document.querySelector('.u').offsetHeight") > 0
    p.minta("Emulation.setEmulatedMedia", media="")
    assert p.js("performance.getEntriesByType('resource').length") == 0
