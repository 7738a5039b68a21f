"""Every row of the audit of the adopted document: the kept is flagged, the mended is found when it comes back."""

from __future__ import annotations

from collections import Counter

import audit_hitungan
import audit_indikator
import audit_nama
import pytest
from audit_butir import DIHITUNG, DIPERBAIKI, DIPERTAHANKAN, SATU_NAMA, TANPA_TEMUAN, TETAP, Kasus
from audit_nama import SEPAKAT
from tanam import bahan, baru, utuh

KASUS = [*audit_hitungan.KASUS, *audit_indikator.KASUS, *audit_nama.KASUS]
BANYAK = 56


def _id(k: Kasus) -> str:
    return f"{k.butir}-{k.nama}"


def test_setiap_butir_diuji() -> None:
    """No row is left out; what is kept is among the kept, what was mended among the faults put back."""
    diuji = {k.butir for k in KASUS}
    semua = set(range(1, BANYAK + 1))
    assert semua == DIHITUNG | SATU_NAMA | DIPERBAIKI | TETAP | set(TANPA_TEMUAN)
    assert set(DIPERTAHANKAN) == TETAP
    assert diuji == DIHITUNG | SATU_NAMA | DIPERBAIKI | set(TANPA_TEMUAN)
    ganda = [i for i, n in Counter(map(_id, (*KASUS, *SEPAKAT))).items() if n > 1]
    assert not ganda


def test_isi_tanpa_temuan() -> None:
    """As it stands the content has nothing but what the register accepts."""
    assert [(t.kode, t.pokok, t.tempat) for t in utuh().temuan] == []


@pytest.mark.parametrize("butir", sorted(DIPERTAHANKAN), ids=str)
def test_dipertahankan(butir: int) -> None:
    """What only the office can decide is a finding, accepted with a reason under the row's number."""
    diterima = {(t.kode, t.pokok): alasan for t, alasan in utuh().diterima}
    asli, _ = bahan()
    assert asli is not None
    bernomor = {
        (str(p.temuan), pokok) for p in asli.isi.penerimaan if p.butir.nilai == butir for pokok in p.semua_pokok
    }
    for temuan in DIPERTAHANKAN[butir]:
        assert diterima.get(temuan), temuan
        assert temuan in bernomor, temuan


@pytest.mark.parametrize("kasus", KASUS, ids=_id)
def test_ditanam_kembali(kasus: Kasus) -> None:
    _uji(kasus)


@pytest.mark.parametrize("kasus", SEPAKAT, ids=_id)
def test_tetap_sepakat(kasus: Kasus) -> None:
    _uji(kasus)


def _uji(kasus: Kasus) -> None:
    """The fault is found, and neither in the content as it is nor accepted by its register."""
    temuan = baru(kasus.cacat, {kode for kode, _ in kasus.temuan})
    assert set(kasus.temuan) <= temuan, sorted(temuan)
