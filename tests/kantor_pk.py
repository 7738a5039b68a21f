"""The agreements of the fictitious office, written with the project's own chapters and template."""

from __future__ import annotations

import shutil
from pathlib import Path

from kantor import Kantor
from kantor_renja import baca

from generator.compute.konteks import Konteks
from generator.compute.pk import KonteksPk
from generator.pemuatan import muat
from generator.periksa.bahan import Bahan
from generator.tempat import KAMUS, Tempat, tempat_pk
from generator.temuan import Kumpulan

AKAR = Path(__file__).resolve().parents[1]
NASKAH_PK = AKAR / "content" / "chapters" / "pk"
TEMPLAT_PK = AKAR / "templates" / "pk.docx"


def konteks_pk(kantor: Kantor, tahun: int, konteks: Konteks | None = None) -> KonteksPk:
    """The names of a year's agreements, with the workbook that stands there, if any."""
    konteks = konteks or kantor.konteks()
    isi, temuan = baca(kantor.data, tahun, konteks.isi)
    assert not len(temuan), list(temuan)
    return KonteksPk(konteks, isi, tahun)


def tempat(kantor: Kantor, tahun: int) -> Tempat:
    """The place of the office's agreements, chapters and words put there unless the test wrote its own."""
    folder = kantor.folder / "chapters" / "pk"
    if not folder.is_dir():
        shutil.copytree(NASKAH_PK, folder)
        shutil.copy(AKAR / "content" / KAMUS, kantor.folder / KAMUS)
    return tempat_pk(Tempat(kantor.folder, TEMPLAT_PK.with_name("renstra.docx"), kantor.folder.parent / "build"), tahun)


def bahan(kantor: Kantor, tahun: int) -> Bahan:
    temuan = Kumpulan()
    hasil = muat(tempat(kantor, tahun), temuan)
    assert not temuan.galat, list(temuan)
    return hasil
