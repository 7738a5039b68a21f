"""The index of the fictitious office, made once; to be read only."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from kantor import Kantor

from generator.compute.konteks import Konteks
from generator.jejak.indeks import Indeks, susun_indeks
from generator.jejak.sel import baca_buku
from generator.temuan import Kumpulan
from generator.tree.nodes import Document


@pytest.fixture(scope="session")
def dokumen(kantor_asli: Kantor, konteks_kantor: Konteks) -> Document:
    dokumen, temuan = kantor_asli.susun(konteks_kantor)
    assert dokumen is not None, list(temuan)
    return dokumen


@pytest.fixture(scope="session")
def indeks(kantor_asli: Kantor, dokumen: Document) -> Indeks:
    temuan = Kumpulan()
    buku = baca_buku(kantor_asli.data, temuan)
    assert not len(temuan)
    return susun_indeks(dokumen, buku)


@pytest.fixture
def susun_ulang(kantor: Kantor) -> Callable[..., Indeks]:
    """The index of a copy that a test has changed."""

    def susun(halaman: Mapping[str, str] | None = None) -> Indeks:
        dokumen, temuan = kantor.susun()
        assert dokumen is not None, list(temuan)
        return susun_indeks(dokumen, baca_buku(kantor.data, Kumpulan()), halaman)

    return susun
