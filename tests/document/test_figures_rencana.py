"""The cascade's figures: of a small office box by box, of the real content whether they fit their page legibly."""

from __future__ import annotations

from pathlib import Path

import pytest
from bagan import boxes_of, check_canvas, check_lines, joined
from kantor import Kantor, tulis_kantor

from generator.compute.konteks import Konteks
from generator.document.figures import GAMBAR, daftar_gambar, label_gambar, rencana
from generator.tree.drawing.simpul import SIZES
from generator.tree.drawing.ukuran import MENDATAR, TEGAK
from generator.tree.nodes import Caption, Diagram, Text

CAPTION = Caption("gambar", "x", (Text("Judul"),))
SOURCE = (Text("Sumber: Dinas"),)
KALAENA = Path(__file__).parents[2] / "content"
BARU = ("konsep-renstra", "sasaran-tujuan", "kerangka-perumusan", "pohon-kinerja")


@pytest.fixture(scope="module")
def kecil(tmp_path_factory: pytest.TempPathFactory) -> Konteks:
    folder = tmp_path_factory.mktemp("kantor")
    tulis_kantor(folder)
    return Kantor(folder).konteks()


@pytest.fixture(scope="module")
def kalaena() -> Konteks:
    return Kantor(KALAENA).konteks()


def gambar(k: Konteks, nama: str) -> Diagram:
    return daftar_gambar(k)[nama](k, CAPTION, SOURCE)


def teks(d: Diagram) -> dict[str, str]:
    return {key: " ".join(box.lines) for key, box in boxes_of(d).items()}


def halaman(d: Diagram) -> tuple[Diagram, ...]:
    return d, *d.more


# ---------------------------------------------------------------- a small office


def test_concept_leads_from_the_visi_to_counts_of_the_plan(kecil: Konteks) -> None:
    d = gambar(kecil, "konsep-renstra")
    t = teks(d)
    assert t["rpjmd-nama"] == "RPJMD Kota Rawa Contoh"
    assert t["renstra-nama"] == "Renstra Dinas Perpustakaan Kota Rawa Contoh Tahun 2024–2026"
    assert t["rpjmd-visi"].startswith("Visi RPJMD ")
    assert t["rpjmd-misi"] == "Misi 1 Mencerdaskan warga"
    assert t["rpjmd-tujuan"] == "Tujuan 1 Warga cerdas"
    assert t["rpjmd-sasaran"] == "Sasaran 1 Literasi naik"
    assert t["tujuan"] == "Tujuan Renstra T1. Terwujudnya masyarakat gemar membaca T2. Terjaganya arsip kota"
    assert t["sasaran"] == "Sasaran Renstra S1.1. Meningkatnya layanan perpustakaan S2.1. Meningkatnya tertib arsip"
    assert t["program"] == "Program (outcome) 2 program dengan 2 indikator outcome"
    assert t["kegiatan"] == "Kegiatan (output) 3 kegiatan dengan 3 indikator output"
    assert t["sub kegiatan"] == "Sub kegiatan (output) 3 sub kegiatan dengan 4 indikator output"


def test_sasaran_lead_to_tujuan_with_their_indicators(kecil: Konteks) -> None:
    d = gambar(kecil, "sasaran-tujuan")
    t = teks(d)
    assert t["rpjmd"] == "Sasaran 1 Literasi naik"
    assert t["baca"] == "T1 Terwujudnya masyarakat gemar membaca Indikator: Indeks Literasi (Indeks)"
    assert t["layanan"] == (
        "S1.1 Meningkatnya layanan perpustakaan Indikator: Kunjungan (Orang) Indikator: Kepuasan Pemustaka (Nilai)"
    )
    assert [t[f"kolom-{n}"] for n in (1, 2, 3)] == ["Sasaran RPJMD", "Tujuan Renstra", "Sasaran Renstra"]
    assert sorted(map(sorted, joined(d))) == [["arsip", "baca", "rpjmd"], ["arsip", "tertib"], ["baca", "layanan"]]
    assert any(line.arrow for line in d.lines)


def test_without_a_served_sasaran_the_tujuan_come_first(kecil: Konteks, monkeypatch: pytest.MonkeyPatch) -> None:
    for nama in ("misi_dilayani", "tujuan_dilayani", "sasaran_dilayani"):
        monkeypatch.setattr(type(kecil.rpjmd), nama, property(lambda _: None))
    t = teks(gambar(kecil, "sasaran-tujuan"))
    assert "rpjmd" not in t
    assert t["kolom-1"] == "Tujuan Renstra"
    konsep = teks(gambar(kecil, "konsep-renstra"))
    assert [key for key in konsep if key.startswith("rpjmd-")] == ["rpjmd-nama", "rpjmd-visi"]


def test_framework_says_outcome_output_and_count(kecil: Konteks) -> None:
    d = gambar(kecil, "kerangka-perumusan")
    t = teks(d)
    assert t["layanan"] == "S1.1 Meningkatnya layanan perpustakaan"
    assert t["2.23.02"] == "PROG. 2. Program Pembinaan Perpustakaan OC1.1.1. Meningkatnya kegemaran membaca"
    assert t["2.23.02.2.01"] == (
        "KEG. 2.1. Pengelolaan Perpustakaan Kota OT1.1.1.1. Terkelolanya perpustakaan 1 sub kegiatan"
    )
    assert not d.landscape
    assert ["2.23.02", "2.23.02.2.01", "2.23.02.2.02"] in [sorted(group) for group in joined(d)]


def test_the_tree_of_all_counts_below_the_programs(kecil: Konteks) -> None:
    d = gambar(kecil, "pohon-kinerja")
    t = teks(d)
    assert d.landscape
    assert t["2.23.02-isi"] == "2 kegiatan 2 sub kegiatan"
    assert t["baca"] == "T1 Terwujudnya masyarakat gemar membaca"
    assert not any(key.startswith("2.23.02.2") for key in t)


def test_the_tree_of_a_program_holds_that_program_only(kecil: Konteks) -> None:
    d = gambar(kecil, "pohon-kinerja 2.23.02")
    t = teks(d)
    assert t["layanan"] == "S1.1 Meningkatnya layanan perpustakaan"
    assert t["2.23.02.2.01.0001"] == "SUB KEG. 2.1.1. Pengembangan Koleksi"
    assert "2.23.01" not in t
    assert "tertib" not in t
    assert [t[f"kolom-{n}"] for n in (1, 2, 3, 4)] == [
        "Sasaran",
        "Program dan outcome",
        "Kegiatan dan output",
        "Sub kegiatan",
    ]


def test_every_program_has_a_figure_of_its_own_with_a_label_for_references(kecil: Konteks) -> None:
    assert list(daftar_gambar(kecil)) == [*GAMBAR, "pohon-kinerja 2.23.01", "pohon-kinerja 2.23.02"]
    assert label_gambar("pohon-kinerja 2.23.01") == "pohon-kinerja-2-23-01"
    assert label_gambar("pohon-kinerja") == "pohon-kinerja"


@pytest.mark.parametrize("nama", [*BARU, "pohon-kinerja 2.23.02"])
def test_alt_says_every_box(kecil: Konteks, nama: str) -> None:
    d = gambar(kecil, nama)
    assert d.alt.startswith("Judul. Bagan ")
    assert d.source == SOURCE
    kata = "".join(d.alt.split())
    for box in d.boxes:
        assert all(part in kata for line in box.lines for part in line.split()), box


# ---------------------------------------------------------------- the real content


@pytest.mark.parametrize("nama", BARU)
def test_a_figure_fits_one_page_in_legible_letters(kalaena: Konteks, nama: str) -> None:
    d = gambar(kalaena, nama)
    assert not d.more
    _legible(d)


def test_every_program_fits_its_pages_and_shows_all_below_it_once(kalaena: Konteks) -> None:
    shown: list[str] = []
    for p in kalaena.rencana.program:
        found = halaman(gambar(kalaena, f"pohon-kinerja {p.kode}"))
        for d in found:
            assert d.landscape
            _legible(d)
        keys = [box.key for d in found for box in d.boxes]
        assert all(keys.count(str(c.kode)) == 1 for c in (*p.kegiatan, *p.subkegiatan))
        shown += [key for key in keys if key in {str(s.kode) for s in p.subkegiatan}]
    assert shown == [str(s.kode) for s in kalaena.rencana.subkegiatan]


def test_framework_holds_every_program_and_kegiatan_and_the_counts_add_up(kalaena: Konteks) -> None:
    t = teks(gambar(kalaena, "kerangka-perumusan"))
    r = kalaena.rencana
    assert {str(c.kode) for c in (*r.sasaran, *r.program, *r.kegiatan)} <= set(t)
    counts = [int(t[str(g.kode)].split()[-3]) for g in r.kegiatan]
    assert sum(counts) == len(r.subkegiatan)


def test_outputs_are_worded_where_there_is_room_and_only_named_where_not(kecil: Konteks, kalaena: Konteks) -> None:
    for k, worded in ((kecil, True), (kalaena, False)):
        t = teks(gambar(k, "kerangka-perumusan"))
        assert all((str(g.uraian) in t[str(g.kode)]) is worded for g in k.rencana.kegiatan)
        assert all(g.label_uraian in t[str(g.kode)] for g in k.rencana.kegiatan)


def test_a_framework_too_large_for_a_page_takes_several(kalaena: Konteks, monkeypatch: pytest.MonkeyPatch) -> None:
    for nama, bidang in (("TEGAK", TEGAK), ("MENDATAR", MENDATAR)):
        monkeypatch.setattr(rencana, nama, type(bidang)(bidang.lebar, 250, bidang.mendatar))
    d = gambar(kalaena, "kerangka-perumusan")
    assert d.more
    assert all(page.height <= 250 for page in halaman(d))
    said = {key: " ".join(box.lines) for page in halaman(d) for key, box in boxes_of(page).items()}
    assert all(str(g.uraian) in said[str(g.kode)] for g in kalaena.rencana.kegiatan)


def _legible(d: Diagram) -> None:
    bidang = MENDATAR if d.landscape else TEGAK
    assert d.width <= bidang.lebar  # or else the writer would make it smaller
    assert d.height <= bidang.tinggi
    assert d.font_size >= SIZES[-1] == 7
    if not any(box.role == "kelompok" for box in d.boxes):
        check_canvas(d, 3)
        check_lines(d, 3)
