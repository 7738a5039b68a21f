"""The cache gives back what was put in, and nothing that anybody else wrote."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from generator import simpanan
from generator.simpanan import FOLDER, Simpanan, buka_simpanan, gabung_sidik, tanpa_simpanan


@pytest.fixture(autouse=True)
def rumah(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "rumah"))
    monkeypatch.setattr(simpanan, "_rumah", lambda: tmp_path / "rumah" / "renstra")
    return tmp_path / "rumah" / "renstra"


def entri(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / FOLDER).iterdir())


def utuh(isi: bytes) -> bytes:
    return isi


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    Simpanan(tmp_path, "p").taruh("kode", b"asal", b"isi")
    assert Simpanan(tmp_path, "p").ambil("kode", b"asal", utuh) == b"isi"


@pytest.mark.parametrize(
    ("program", "jenis", "asal"), [("q", "kode", b"asal"), ("p", "lain", b"asal"), ("p", "kode", b"")]
)
def test_other_programs_kinds_and_sources_find_nothing(tmp_path: Path, program: str, jenis: str, asal: bytes) -> None:
    Simpanan(tmp_path, "p").taruh("kode", b"asal", b"isi")
    assert Simpanan(tmp_path, program).ambil(jenis, asal, utuh) is None


def test_every_torn_or_changed_entry_is_no_entry(tmp_path: Path) -> None:
    Simpanan(tmp_path, "p").taruh("kode", b"asal", b"isi")
    (path,) = entri(tmp_path)
    asli = path.read_bytes()
    rusak = [asli[:n] for n in range(len(asli))] + [asli + b"x"]
    rusak += [asli[:n] + bytes([asli[n] ^ 1]) + asli[n + 1 :] for n in range(len(asli))]
    for isi in rusak:
        path.write_bytes(isi)
        assert Simpanan(tmp_path, "p").ambil("kode", b"asal", utuh) is None
    path.write_bytes(asli)
    assert Simpanan(tmp_path, "p").ambil("kode", b"asal", utuh) == b"isi"


class Jahat:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("bocor",)


def test_nothing_is_unpickled_that_another_machine_wrote(
    tmp_path: Path, rumah: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody with a key of his own puts an entry in the place of ours."""
    monkeypatch.chdir(tmp_path)
    milik = Simpanan(tmp_path, "p")
    milik.taruh("isi", b"asal", pickle.dumps(1))
    (path,) = entri(tmp_path)
    monkeypatch.setattr(simpanan, "_rumah", lambda: tmp_path / "orang lain")
    asing = Simpanan(tmp_path / "sana", "p")
    asing.taruh("isi", b"asal", pickle.dumps(Jahat()))
    path.write_bytes(entri(tmp_path / "sana")[0].read_bytes())
    assert milik.ambil("isi", b"asal", pickle.loads) is None
    assert not (tmp_path / "bocor").exists()


def test_what_cannot_be_made_whole_is_no_entry(tmp_path: Path) -> None:
    Simpanan(tmp_path, "p").taruh("isi", b"asal", b"bukan pickle")
    assert Simpanan(tmp_path, "p").ambil("isi", b"asal", pickle.loads) is None


@pytest.mark.skipif(os.name == "nt", reason="izin berkas POSIX")
def test_a_key_that_others_may_read_is_no_key(tmp_path: Path, rumah: Path) -> None:
    Simpanan(tmp_path, "p").taruh("kode", b"asal", b"isi")
    assert (rumah / "kunci").stat().st_mode & 0o777 == 0o600
    (rumah / "kunci").chmod(0o644)
    assert Simpanan(tmp_path, "p").ambil("kode", b"asal", utuh) is None


def test_without_a_place_nothing_is_kept_and_nothing_fails(
    tmp_path: Path, rumah: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "berkas").write_text("")
    for s in (tanpa_simpanan(), Simpanan(tmp_path / "berkas", "p")):
        s.taruh("kode", b"asal", b"isi")
        assert s.ambil("kode", b"asal", utuh) is None
    monkeypatch.setattr(simpanan, "_rumah", lambda: tmp_path / "berkas" / "renstra")
    Simpanan(tmp_path / "sini", "p").taruh("kode", b"asal", b"isi")
    assert not (tmp_path / "sini").exists()


def test_the_user_may_do_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(simpanan.PEUBAH, "1")
    buka_simpanan(tmp_path, "p").taruh("kode", b"asal", b"isi")
    assert not (tmp_path / FOLDER).exists()
    monkeypatch.delenv(simpanan.PEUBAH)
    buka_simpanan(tmp_path, "p").taruh("kode", b"asal", b"isi")
    assert len(entri(tmp_path)) == 1


def test_the_oldest_entries_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simpanan, "BANYAK", 3)
    s = Simpanan(tmp_path, "p")
    for i in range(5):
        s.taruh("kode", bytes([i]), b"isi")
        for j, path in enumerate(entri(tmp_path)):
            os.utime(path, (1000 * i + j, 1000 * i + j))
    assert len(entri(tmp_path)) == 3
    s.taruh("kode", b"\4", b"x" * 2**27)  # larger than an entry may be: not kept
    assert s.ambil("kode", b"\4", utuh) == b"isi"


def test_hashes_of_sources_do_not_depend_on_their_order() -> None:
    assert gabung_sidik([("a", "1"), ("b", "2")]) == gabung_sidik([("b", "2"), ("a", "1")])
    assert gabung_sidik([("a", "1")]) != gabung_sidik([("a", "2")])


@pytest.mark.parametrize("nilai", ["", "bukan/jalan/penuh", "/tidak/ada/rumah"])
def test_without_a_home_there_is_no_key_and_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nilai: str
) -> None:
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", nilai)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert simpanan._kunci_mesin() is None
    assert list(tmp_path.iterdir()) == [] and not Path("/tidak/ada/rumah").exists()
