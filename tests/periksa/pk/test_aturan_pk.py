"""Rules over a Perjanjian Kinerja: names, day, what nobody answers for; and that no rule of a Renja runs."""

from __future__ import annotations

from typing import Any

import pytest
from kantor import Kantor
from kantor_pk import tempat
from kantor_renja import tulis_renja

from generator.pipeline import periksa
from generator.temuan import Temuan

BUKU = "content/data/renja/2025.xlsx › Umum"
PEJABAT = "content/data/profil.xlsx › Pejabat"


def temuan(kantor: Kantor) -> list[Temuan]:
    return list(periksa(tempat(kantor, 2025)).temuan)


def berkode(kantor: Kantor, kode: str) -> list[tuple[str, str]]:
    return [(t.pokok, t.tempat) for t in temuan(kantor) if t.kode == kode]


def lengkapi(kantor: Kantor, **umum: Any) -> None:
    """The year's workbook, whatever is not named there."""
    isi = {"tanggal_pk": "2025-01-06", "kepala_daerah": "AMIR CONTOH", **umum}
    tulis_renja(kantor.data, 2025, Umum=[[n, v, None] for n, v in isi.items()])


def test_all_that_is_missing(kantor: Kantor) -> None:
    assert [(t.kode, t.pokok, t.berat) for t in temuan(kantor)] == [
        ("pk-nama-kosong", "kepala_daerah", "peringatan"),
        ("pk-nama-kosong", "sekretaris", "peringatan"),
        ("pk-nama-kosong", "layanan", "peringatan"),
        ("pk-tanggal-kosong", "2025", "peringatan"),
        ("pk-tanpa-penanggung-jawab", "2.23.01.2.01.0001", "peringatan"),
    ]


def test_names_and_where_they_belong(kantor: Kantor) -> None:
    tempatnya = [("kepala_daerah", BUKU), ("sekretaris", PEJABAT), ("layanan", PEJABAT)]
    assert berkode(kantor, "pk-nama-kosong") == tempatnya
    obat = [t.obat for t in temuan(kantor) if t.kode == "pk-nama-kosong"]
    assert "renstra renja 2025 --siapkan" in obat[0] and "baris sekretaris" in obat[1]
    lengkapi(kantor)
    assert berkode(kantor, "pk-nama-kosong") == tempatnya[1:]


def test_the_day(kantor: Kantor) -> None:
    lengkapi(kantor, tanggal_pk=None)
    assert berkode(kantor, "pk-tanggal-kosong") == [("2025", BUKU)]
    lengkapi(kantor)
    assert berkode(kantor, "pk-tanggal-kosong") == []


def test_what_nobody_answers_for(kantor: Kantor) -> None:
    (t,) = (t for t in temuan(kantor) if t.kode == "pk-tanpa-penanggung-jawab")
    assert t.tempat == "content/data/cascade.xlsx › Rencana!A4"
    assert 'sub kegiatan 2.23.01.2.01.0001 "Penyusunan Rencana Dinas" (Rp1.100)' in t.pesan
    kantor.isi_sel("cascade › Rencana!D4", "sekretaris")
    assert berkode(kantor, "pk-tanpa-penanggung-jawab") == []


def test_a_post_with_nothing_to_promise(kantor: Kantor) -> None:
    for baris in (2, 3):
        kantor.isi_sel(f"cascade › Rencana!D{baris}", "kepala")
    assert berkode(kantor, "pk-tanpa-butir") == [("sekretaris", "content/data/organisasi.xlsx › Jabatan!A3")]


def test_what_the_superior_does_not_hold(kantor: Kantor) -> None:
    kantor.isi_sel("organisasi › Jabatan!E4", "sekretaris")
    (t,) = (t for t in temuan(kantor) if t.kode == "pk-luar-atasan")
    assert (t.pokok, t.tempat) == ("layanan", "content/data/organisasi.xlsx › Jabatan!A4")
    assert "2.23.02.2.01.0001 dan 2.23.02.2.02.0003 diperjanjikan Kepala Bidang Layanan" in t.pesan


@pytest.mark.parametrize("ejaan", ["Dinas Perpustakan", "{{ x }}"])
def test_the_chapters_are_looked_at(kantor: Kantor, ejaan: str) -> None:
    """A fault of the text is found there, too."""
    awal = len(temuan(kantor))
    path = kantor.folder / "chapters" / "pk" / "90-rekapitulasi.md"
    path.write_text(path.read_text(encoding="utf-8") + f"\nMenurut {ejaan}.\n", encoding="utf-8")
    hasil = temuan(kantor)
    assert any("90-rekapitulasi.md" in t.tempat for t in hasil) and len(hasil) != awal
