"""`jejak.html` belongs to the outputs beside it; of other sources the page has another name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from kantor import Kantor
from kantor_renja import tempat as tempat_renja

from generator import penelusuran
from generator.manifes import sidik
from generator.penelusuran import tulis_jejak
from generator.pipeline import susun
from generator.tempat import Tempat
from generator.temuan import GagalSusun

TEMPLAT = Path(__file__).resolve().parents[1] / "templates" / "renstra.docx"


@pytest.fixture
def tempat(kantor: Kantor) -> Tempat:
    return Tempat(kantor.folder, TEMPLAT, kantor.folder.parent / "build")


def laman(t: Tempat) -> list[str]:
    return sorted(p.name for p in t.keluaran.glob("*.html"))


def keluaran(t: Tempat) -> dict[str, str]:
    isi: dict[str, str] = json.loads((t.keluaran / t.manifes).read_text())["keluaran"]
    return isi


def bangun(t: Tempat, *, paksa: bool = False) -> bool:
    return susun(t, lambda _: None, pdf=False, paksa=paksa).berubah


def test_beside_current_outputs_it_joins_their_manifest(tempat: Tempat) -> None:
    bangun(tempat)
    assert tulis_jejak(tempat) == tempat.keluaran / "jejak.html"
    assert keluaran(tempat)["jejak.html"] == sidik(tempat.keluaran / "jejak.html")
    assert not bangun(tempat)
    waktu = (tempat.keluaran / "jejak.html").stat().st_mtime_ns
    tulis_jejak(tempat)
    assert (tempat.keluaran / "jejak.html").stat().st_mtime_ns == waktu  # there already
    (tempat.keluaran / "jejak.html").write_text("disunting")
    assert bangun(tempat)  # an output that was touched


def test_of_edited_sources_the_page_has_another_name_until_they_are_built(tempat: Tempat, kantor: Kantor) -> None:
    bangun(tempat)
    tulis_jejak(tempat)
    lama = (tempat.keluaran / "jejak.html").read_bytes()
    kantor.isi_sel("pendanaan › Pagu!B2", 2500)
    assert tulis_jejak(tempat).name == "jejak-salinan-kerja.html"
    assert (tempat.keluaran / "jejak.html").read_bytes() == lama and "jejak-salinan-kerja.html" not in keluaran(tempat)
    assert b"2500" in (tempat.keluaran / "jejak-salinan-kerja.html").read_bytes()
    bangun(tempat)
    assert laman(tempat) == []  # a build without PDF has no page; that of the working tree is now one of older sources


def test_before_any_build(kantor: Kantor) -> None:
    t = tempat_renja(kantor, 2025)
    assert tulis_jejak(t).name == "jejak-renja-2025-salinan-kerja.html"


@pytest.mark.parametrize("apa", ["sumber", "keluaran"])
def test_what_changes_meanwhile_is_refused(
    tempat: Tempat, kantor: Kantor, monkeypatch: pytest.MonkeyPatch, apa: str
) -> None:
    bangun(tempat)
    asli = penelusuran._indeks

    def sunting(*a: object) -> object:
        hasil = asli(*a)  # type: ignore[arg-type]
        if apa == "sumber":
            kantor.isi_sel("pendanaan › Pagu!B2", 2500)
        else:
            (tempat.keluaran / "renstra.md").write_text("susunan lain")
        return hasil

    monkeypatch.setattr(penelusuran, "_indeks", sunting)
    semula = (tempat.keluaran / tempat.manifes).read_bytes()
    with pytest.raises(GagalSusun) as e:
        tulis_jejak(tempat)
    assert [t.kode for t in e.value.temuan] == ["sumber-berubah"]
    assert laman(tempat) == [] and (tempat.keluaran / tempat.manifes).read_bytes() == semula
