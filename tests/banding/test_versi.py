"""A version from git or from a folder: what is unpacked, what is refused, and that the working tree is left alone."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.banding.versi import ambil_versi
from generator.temuan import GagalSusun

WAKTU = {
    **{f"GIT_{siapa}_{apa}": "uji" for siapa in ("AUTHOR", "COMMITTER") for apa in ("NAME", "EMAIL")},
    "GIT_AUTHOR_DATE": "2024-02-29T23:30:00+00:00",
    "GIT_COMMITTER_DATE": "2024-02-29T23:30:00+00:00",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}
ISI = Path("content/data/isi.txt")


def git(folder: Path, *perintah: str) -> str:
    env = {n: v for n, v in os.environ.items() if not n.startswith("GIT_")} | WAKTU
    return subprocess.run(
        ["git", *perintah], cwd=folder, env=env, check=True, capture_output=True, text=True
    ).stdout.strip()


def tulis(akar: Path, teks: str) -> None:
    (akar / ISI).parent.mkdir(parents=True, exist_ok=True)
    (akar / ISI).write_text(teks, encoding="utf-8")


def komit(akar: Path, teks: str) -> str:
    tulis(akar, teks)
    git(akar, "add", "-A")
    git(akar, "commit", "-q", "-m", teks)
    return git(akar, "rev-parse", "HEAD")


def siapkan(akar: Path) -> Path:
    """Tag v1 and branch lama say 'satu', the branch utama says 'dua', the working tree 'tiga'."""
    akar.mkdir(parents=True)
    git(akar, "init", "-q", "-b", "utama")
    (akar / "templates").mkdir()
    (akar / "templates" / "renstra.docx").write_bytes(b"templat")
    (akar / "lain.txt").write_text("bukan bagian rencana")
    komit(akar, "satu")
    git(akar, "tag", "-a", "v1", "-m", "v1")
    git(akar, "branch", "lama")
    komit(akar, "dua")
    tulis(akar, "tiga")
    return akar


@pytest.fixture
def proyek(tmp_path: Path) -> Path:
    return siapkan(tmp_path / "proyek")


def terbaca(nama: str, proyek: Path) -> str:
    with ambil_versi(nama, proyek) as versi:
        return (versi.isi / "data" / "isi.txt").read_text(encoding="utf-8")


def pesan(nama: str, proyek: Path) -> str:
    with pytest.raises(GagalSusun) as gagal, ambil_versi(nama, proyek):
        pytest.fail("versi itu ada")
    (t,) = gagal.value.temuan
    assert t.kode == "versi-asing"
    assert t.tempat == (nama or "-")
    return t.pesan


@pytest.mark.parametrize("nama", ["v1", "lama", "utama~1", "HEAD^", "git:v1", "komit", "pendek"])
def test_a_revision_by_any_name(proyek: Path, nama: str) -> None:
    if nama in ("komit", "pendek"):
        nama = git(proyek, "rev-parse", "v1^{commit}")[: None if nama == "komit" else 8]
    assert terbaca(nama, proyek) == "satu"
    assert terbaca("HEAD", proyek) == "dua"


def test_what_a_revision_holds_and_that_it_is_gone_afterwards(proyek: Path) -> None:
    with ambil_versi("v1", proyek) as versi:
        assert versi.nama == "v1"
        assert versi.tanggal == date(2024, 2, 29)
        assert sorted(p.name for p in versi.akar.iterdir()) == ["content", "templates"]
        assert (versi.akar / "templates" / "renstra.docx").read_bytes() == b"templat"
        assert proyek not in versi.isi.parents
        akar = versi.akar
    assert not akar.exists()


def test_nothing_of_the_working_tree_is_touched(proyek: Path) -> None:
    def keadaan() -> dict[str, tuple[bytes, int]]:
        return {
            str(p.relative_to(proyek)): (p.read_bytes(), p.stat().st_mtime_ns)
            for p in sorted(proyek.rglob("*"))
            if p.is_file()
        }

    semula = keadaan()
    assert terbaca("v1", proyek) == "satu"
    assert keadaan() == semula
    assert git(proyek, "status", "--porcelain") == f"M {ISI.as_posix()}"
    assert git(proyek, "stash", "list") == ""
    assert len(git(proyek, "worktree", "list").splitlines()) == 1


def test_a_folder_is_the_working_tree_or_a_content_folder(
    proyek: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert terbaca(str(proyek), tmp_path) == "tiga"
    assert terbaca(str(proyek / "content"), tmp_path) == "tiga"
    monkeypatch.chdir(proyek)
    assert terbaca(".", proyek) == "tiga"
    lain = tmp_path / "rancangan kedua"
    (lain / "data").mkdir(parents=True)
    (lain / "data" / "isi.txt").write_text("empat")
    assert terbaca(str(lain), proyek) == "empat"
    with ambil_versi(str(lain), proyek) as versi:
        assert versi.tanggal is None


def test_a_folder_goes_before_a_revision_of_its_name(proyek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tulis(proyek / "v1", "folder")
    monkeypatch.chdir(proyek)
    assert terbaca("v1", proyek) == "folder"
    assert terbaca("git:v1", proyek) == "satu"


def test_a_project_below_its_repository(tmp_path: Path) -> None:
    proyek = tmp_path / "kabupaten" / "kecamatan satu"
    git_akar = proyek.parent
    git_akar.mkdir()
    git(git_akar, "init", "-q")
    tulis(git_akar, "milik yang lain")
    proyek.mkdir()
    komit_ini = komit(proyek, "satu")
    assert terbaca(komit_ini, proyek) == "satu"


def test_a_path_with_a_blank(tmp_path: Path) -> None:
    proyek = siapkan(tmp_path / "rencana strategis 2025" / "versi akhir")
    assert terbaca("v1", proyek) == "satu"
    assert terbaca(str(proyek), tmp_path) == "tiga"


def test_links_are_not_followed_and_not_made(proyek: Path) -> None:
    rahasia = proyek / "lain.txt"
    (proyek / "content" / "data" / "tautan.txt").symlink_to(rahasia)
    (proyek / "content" / "luar").symlink_to("/etc")
    komit(proyek, "dengan tautan")
    with ambil_versi("HEAD", proyek) as versi:
        assert [p.name for p in versi.isi.rglob("*") if p.name != "data"] == ["isi.txt"]


@pytest.mark.parametrize(
    "nama", ["v9", "--help", "-n", "--output=/tmp/x", "git:", "git:--all", "v1:content", "", "a\nb"]
)
def test_what_is_no_version(proyek: Path, nama: str) -> None:
    sebelum = sorted(p.name for p in proyek.iterdir())
    assert "bukan folder dan bukan versi git" in pesan(nama, proyek)
    assert sorted(p.name for p in proyek.iterdir()) == sebelum


def test_a_folder_without_content(tmp_path: Path) -> None:
    assert pesan(str(tmp_path), tmp_path) == f'folder "{tmp_path}" tidak memuat content/data'


def test_a_revision_without_content(proyek: Path) -> None:
    git(proyek, "rm", "-q", "-r", "-f", "content")
    git(proyek, "commit", "-q", "-m", "tanpa isi")
    assert pesan("HEAD", proyek) == 'versi git "HEAD" tidak memuat content/data'
    git(proyek, "rm", "-q", "-r", "templates")
    git(proyek, "commit", "-q", "-m", "tanpa apa pun")
    assert "tidak memuat content/data" in pesan("HEAD", proyek)


def test_no_repository_and_no_git(proyek: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kosong = tmp_path / "kosong"
    kosong.mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert "bukan repositori git" in pesan("v1", kosong)
    monkeypatch.setenv("PATH", str(kosong))
    assert "git tidak terpasang" in pesan("v1", proyek)


def test_the_repository_of_a_calling_git_is_not_asked(
    proyek: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook runs with GIT_DIR and GIT_INDEX_FILE set."""
    lain = tmp_path / "lain"
    lain.mkdir()
    git(lain, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(lain / ".git"))
    assert terbaca("v1", proyek) == "satu"


def test_a_signature_in_the_log_is_no_date(proyek: Path) -> None:
    git(proyek, "config", "log.showSignature", "true")
    with ambil_versi("v1", proyek) as versi:
        assert versi.tanggal == date(2024, 2, 29)
