"""Reading sources: plain files within the folder and within limits; anything else is refused before it is read."""

from __future__ import annotations

import errno
import hashlib
import itertools
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import berkas
from generator.berkas import Bacaan, BerkasDitolak, akar_sumber, baca_berkas, keluar_dari
from generator.kekurangan import kurang

NAMA = "content/data/a.xlsx"


@pytest.fixture
def isi(tmp_path: Path) -> Path:
    """A content folder, itself a link, with a file; outside of it is another one."""
    asli = tmp_path / "asli" / "isi"
    (asli / "data").mkdir(parents=True)
    (asli / "data" / "biasa.xlsx").write_bytes(b"biasa")
    (tmp_path / "luar.xlsx").write_bytes(b"rahasia")
    (tmp_path / "content").symlink_to(asli)
    return tmp_path / "content"


def _soket(p: Path) -> None:
    dahulu = Path.cwd()
    os.chdir(p.parent)  # the path of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as s:
            s.bind(p.name)
    finally:
        os.chdir(dahulu)


ANEH: dict[str, tuple[Callable[[Path], object], str]] = {
    "folder": (lambda p: p.mkdir(), "bukan berkas, melainkan folder"),
    "FIFO": (os.mkfifo, "bukan berkas, melainkan pipa"),
    "soket": (_soket, "bukan berkas, melainkan soket"),
    "perangkat lewat tautan": (lambda p: p.symlink_to("/dev/zero"), "tautan yang keluar dari folder content"),
    "tautan keluar": (lambda p: p.symlink_to("../../../luar.xlsx"), "tautan yang keluar dari folder content"),
    "tautan mutlak keluar": (lambda p: p.symlink_to("/etc/passwd"), "tautan yang keluar dari folder content"),
    "tautan ke FIFO": (lambda p: (os.mkfifo(p.with_name("f")), p.symlink_to("f")), "bukan berkas, melainkan pipa"),
    "tautan buntu": (lambda p: p.symlink_to("tiada"), "tautan itu tidak menunjuk berkas mana pun"),
    "tautan berputar": (lambda p: p.symlink_to(p.name), "tautan itu berputar"),
    "tiada": (lambda p: None, "berkas tidak ada"),
}


@pytest.mark.parametrize(("buat", "pesan"), ANEH.values(), ids=ANEH)
def test_what_is_no_plain_file_is_refused_unopened(
    isi: Path, buat: Callable[[Path], object], pesan: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = isi / "data" / "a.xlsx"
    buat(path)
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("dibuka"))
    with pytest.raises(BerkasDitolak, match=pesan) as galat:
        baca_berkas(path, isi)
    assert galat.value.obat


def test_a_link_that_stays_within_is_followed(isi: Path) -> None:
    (isi / "data" / "a.xlsx").symlink_to("biasa.xlsx")
    (isi / "arsip").symlink_to("data")
    for path in (isi / "data" / "biasa.xlsx", isi / "data" / "a.xlsx", isi / "arsip" / "a.xlsx"):
        assert baca_berkas(path, isi) == b"biasa"


def test_a_folder_on_the_way_must_not_lead_out(isi: Path, tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "a.xlsx").write_bytes(b"rahasia")
    (isi / "data" / "renja").symlink_to(tmp_path / "lain")
    assert keluar_dari(isi, isi / "data" / "renja") and not keluar_dari(isi, isi / "data")
    with pytest.raises(BerkasDitolak, match="keluar dari folder content"):
        baca_berkas(isi / "data" / "renja" / "a.xlsx", isi)


def test_a_link_that_is_turned_while_it_is_opened_is_noticed(
    isi: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It pointed within when it was looked at, out of the folder when it was opened, and within again afterwards."""
    path = isi / "data" / "a.xlsx"
    path.symlink_to("biasa.xlsx")
    asli = os.open

    def buka(p: str, *pilihan: int) -> int:
        return asli(tmp_path / "luar.xlsx", *pilihan)

    monkeypatch.setattr(os, "open", buka)
    with pytest.raises(BerkasDitolak, match="diganti selagi dibuka"):
        baca_berkas(path, isi)


def test_what_becomes_a_pipe_while_it_is_opened_is_noticed(isi: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = isi / "data" / "biasa.xlsx"
    asli = os.open

    def buka(p: Path, *pilihan: int) -> int:
        p.unlink()
        os.mkfifo(p)
        return asli(p, *pilihan)

    monkeypatch.setattr(os, "open", buka)
    with pytest.raises(BerkasDitolak, match="pipa"):
        baca_berkas(path, isi)


@pytest.mark.skipif(os.geteuid() == 0, reason="root boleh membaca semua")
def test_a_file_that_may_not_be_read_is_said(isi: Path) -> None:
    (isi / "data" / "biasa.xlsx").chmod(0)
    with pytest.raises(BerkasDitolak, match="tidak ada izin membaca"):
        baca_berkas(isi / "data" / "biasa.xlsx", isi)


@pytest.mark.parametrize("nomor", [13, 5, 110, 116])
def test_what_the_system_says_is_said_in_indonesian(isi: Path, monkeypatch: pytest.MonkeyPatch, nomor: int) -> None:
    def gagal(*_: object) -> int:
        raise OSError(nomor, os.strerror(nomor))

    monkeypatch.setattr(os, "open", gagal)
    with pytest.raises(BerkasDitolak) as galat:
        baca_berkas(isi / "data" / "biasa.xlsx", isi)
    assert os.strerror(nomor) not in galat.value.pesan and galat.value.obat


def test_the_size_is_counted_while_reading(isi: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not asked for: a file that grows, or lies about its size, stops at the limit."""
    path = isi / "data" / "biasa.xlsx"
    assert baca_berkas(path, isi, 5) == b"biasa"
    with pytest.raises(BerkasDitolak, match="lebih besar dari 4 byte"):
        baca_berkas(path, isi, 4)
    diminta: list[int] = []

    def tak_berujung(_: int, banyak: int) -> bytes:
        diminta.append(banyak)
        return b"0" * banyak

    monkeypatch.setattr(os, "read", tak_berujung)
    with pytest.raises(BerkasDitolak, match="lebih besar dari 3 MB"):
        baca_berkas(path, isi, 3 * 2**20)
    assert sum(diminta) == 3 * 2**20 + 1


@pytest.mark.parametrize(
    ("path", "nama", "akar"),
    [
        ("/k/content/data/a.xlsx", "content/data/a.xlsx", "/k/content"),
        ("/k/content/data/renja/2027.xlsx", "content/data/renja/2027.xlsx", "/k/content"),
        ("/k/content/kamus.txt", "content/kamus.txt", "/k/content"),
        ("/k/templates/renstra.docx", "templates/renstra.docx", "/k/templates"),
        ("/a.xlsx", "a.xlsx", "/"),
        ("/a.xlsx", "x/y/a.xlsx", "/"),
    ],
)
def test_the_folder_is_what_the_name_begins_with(path: str, nama: str, akar: str) -> None:
    assert akar_sumber(Path(path), nama) == Path(akar)


# ---------------------------------------------------------------- each once


def test_every_stage_sees_what_was_read_first(isi: Path) -> None:
    path, bacaan = isi / "data" / "biasa.xlsx", Bacaan()
    lama = hashlib.sha256(b"biasa").hexdigest()
    assert bacaan.sidik(path, NAMA) == lama
    path.write_bytes(b"lain")
    assert bacaan.baca(path, NAMA) == b"biasa" and bacaan.sidik(path, NAMA) == lama
    bacaan.lupakan()
    assert bacaan.baca(path, NAMA) == b"lain"


def test_a_refused_file_is_refused_again_without_looking(isi: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, bacaan = isi / "data" / "a.xlsx", Bacaan()
    os.mkfifo(path)
    assert bacaan.sidik(path, NAMA) == ""
    monkeypatch.setattr(berkas, "baca_berkas", lambda *_: pytest.fail("dibuka lagi"))
    with pytest.raises(BerkasDitolak, match="pipa"):
        bacaan.baca(path, NAMA)


def test_a_stage_may_have_a_limit_of_its_own(isi: Path) -> None:
    with pytest.raises(BerkasDitolak, match="lebih besar dari 4 byte"):
        Bacaan().baca(isi / "data" / "biasa.xlsx", NAMA, 4)


def test_many_large_files_do_not_fill_the_memory(isi: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is beyond the limit is read again when it is wanted."""
    monkeypatch.setattr(berkas, "BATAS_INGATAN", 8)
    bacaan = Bacaan()
    path = [isi / "data" / f"{i}.xlsx" for i in range(3)]
    for i, p in enumerate(path):
        p.write_bytes(b"isi-%d" % i)
        bacaan.sidik(p, f"content/data/{p.name}")
    for p in path:
        p.write_bytes(b"lain")
    assert [bacaan.baca(p, f"content/data/{p.name}") for p in path] == [b"isi-0", b"lain", b"lain"]


@pytest.mark.parametrize(
    ("detik", "harapan"), [(3.0, ["Membaca content/data/1", "Membaca content/data/2"]), (0.01, [])]
)
def test_slow_reading_is_said(isi: Path, detik: float, harapan: list[str]) -> None:
    """A network folder that takes three seconds for a file; no word about one that is quick."""
    kabar: list[str] = []
    waktu = itertools.count()
    bacaan = Bacaan(kabar.append, lambda: next(waktu) * detik)
    for i in range(3):
        bacaan.sidik(isi / "data" / str(i), f"content/data/{i}")
    assert kabar == harapan


def test_a_machine_that_is_short_of_something_is_no_fault_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too many open files: whoever runs the command says what is short, instead of blaming a workbook."""

    def penuh(*_: object, **__: object) -> int:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    (tmp_path / "a.xlsx").write_bytes(b"isi")
    monkeypatch.setattr(os, "open", penuh)
    with pytest.raises(OSError, match="open files") as galat:
        baca_berkas(tmp_path / "a.xlsx", tmp_path)
    assert "ulimit -n" in kurang(galat.value)
