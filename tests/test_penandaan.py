"""`versi` freezes exactly what is tagged, and leaves neither tag nor files when it fails or is killed, at any point."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from kantor import Kantor
from menunggu import sampai

from generator import penandaan, terbitan
from generator.banding.versi import ambil_versi
from generator.penandaan import tandai
from generator.penyapuan import sapu_semua
from generator.pipeline import Hasil, susun
from generator.tempat import Tempat, templat_bawaan
from generator.temuan import GagalSusun
from generator.writers.pdf.libreoffice import cari_soffice

AKAR = Path(penandaan.__file__).parents[1]
BAB = Path("content/chapters/renstra/10-bab-1.md")
LINGKUNGAN = {
    **{f"GIT_{siapa}_{apa}": "uji" for siapa in ("AUTHOR", "COMMITTER") for apa in ("NAME", "EMAIL")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}
BERKAS = ["renstra-v2.docx", "renstra-v2.pdf"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="fork")


def git(*perintah: str) -> str:
    return subprocess.run(["git", *perintah], check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def proyek(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The office in a repository, committed; builds are there at once: the DOCX is the chapter that was read."""
    for nama in [n for n in os.environ if n.startswith("GIT_")]:
        monkeypatch.delenv(nama)
    for nama, isi in LINGKUNGAN.items():
        monkeypatch.setenv(nama, isi)
    akar = kantor.folder.parent
    monkeypatch.chdir(akar)
    git("init", "-q", "-b", "utama")
    (akar / ".gitignore").write_text("build/\n")
    git("add", "-A")
    git("commit", "-qm", "satu")

    def cepat(tempat: Tempat, kabar: object) -> Hasil:
        tempat.keluaran.mkdir(exist_ok=True)
        berkas = tuple(tempat.keluaran / f"renstra.{x}" for x in ("docx", "pdf", "md"))
        for p in berkas:
            p.write_bytes((tempat.isi.parent / BAB).read_bytes())
        return Hasil(True, True, berkas, 1)

    monkeypatch.setattr(penandaan, "susun", cepat)
    return akar


def tempat(akar: Path) -> Tempat:
    return Tempat(akar / "content", templat_bawaan(akar), akar / "build")


def versi(akar: Path, nama: str = "v2") -> tuple[Path, ...]:
    return tandai(nama, tempat(akar), lambda _: None)


def tolak(akar: Path, nama: str = "v2") -> str:
    with pytest.raises(GagalSusun) as e:
        versi(akar, nama)
    (t,) = e.value.temuan
    assert t.kode == "versi-ditolak"
    return t.pesan


def simpanan(akar: Path) -> list[str]:
    return sorted(p.name for p in (akar / "build" / "versi").glob("[!.]*"))


# ---------------------------------------------------------------- exactly what is tagged


@pytest.mark.parametrize("saat", ["periksa", "susun", "terbitkan"])
@pytest.mark.parametrize("lalu", ["disunting", "dikomit"])
def test_what_is_edited_meanwhile_goes_into_neither(
    proyek: Path, monkeypatch: pytest.MonkeyPatch, saat: str, lalu: str
) -> None:
    komit = git("rev-parse", "HEAD")
    asli: Callable[..., object] = getattr(penandaan, saat)

    def sela(*a: object, **k: object) -> object:
        with (proyek / BAB).open("a") as f:
            f.write("\nDisunting kemudian.\n")
        if lalu == "dikomit":
            git("commit", "-qam", "dua")
        return asli(*a, **k)

    monkeypatch.setattr(penandaan, saat, sela)
    versi(proyek)
    assert git("rev-parse", "v2^{commit}") == komit
    docx = (proyek / "build" / "versi" / "renstra-v2.docx").read_bytes()
    assert docx.decode().strip() == git("show", f"v2:{BAB.as_posix()}") and b"Disunting" not in docx
    assert git("cat-file", "-t", "v2") == "tag" and "Versi v2" in git("tag", "-n", "-l", "v2")


@pytest.mark.skipif(cari_soffice() is None and "CI" not in os.environ, reason="LibreOffice tidak terpasang")
def test_the_files_are_those_that_a_build_makes(proyek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Built in another folder, without the guesses of a last build: the same bytes."""
    monkeypatch.setattr(penandaan, "susun", susun)
    hasil = susun(tempat(proyek), lambda _: None)
    assert hasil.pdf
    for path in versi(proyek):
        assert path.read_bytes() == (proyek / "build" / f"renstra{path.suffix}").read_bytes(), path.suffix


def test_what_stands_in_build_is_left_alone(proyek: Path) -> None:
    (proyek / "build").mkdir()
    (proyek / "build" / "renstra.docx").write_text("susunan lain")
    versi(proyek)
    assert [p.name for p in sorted((proyek / "build").glob("[!.]*"))] == ["renstra.docx", "versi"]
    assert (proyek / "build" / "renstra.docx").read_text() == "susunan lain"


# ---------------------------------------------------------------- git in all moods


def test_signatures_that_are_configured_are_not_asked_for(proyek: Path) -> None:
    git("config", "tag.gpgSign", "true")
    git("config", "gpg.program", "/bin/false")
    versi(proyek)
    assert git("tag") == "v2"


def test_who_is_not_known_to_git_is_told_what_to_type(proyek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for nama in [n for n in os.environ if n.startswith(("GIT_AUTHOR", "GIT_COMMITTER"))]:
        monkeypatch.delenv(nama)
    monkeypatch.delenv("EMAIL", raising=False)
    git("config", "user.useConfigOnly", "true")
    assert "git config --global user.name" in tolak(proyek)
    assert git("tag") == "" and simpanan(proyek) == []


def test_a_hook_that_refuses_leaves_nothing(proyek: Path) -> None:
    kait = proyek / ".git" / "hooks" / "reference-transaction"
    kait.parent.mkdir(exist_ok=True)
    kait.write_text("#!/bin/sh\necho 'tidak boleh' >&2\nexit 1\n")
    kait.chmod(0o755)
    assert "git menolak tag itu" in tolak(proyek)
    assert git("tag") == "" and simpanan(proyek) == []
    kait.unlink()
    versi(proyek)
    assert (git("tag"), simpanan(proyek)) == ("v2", BERKAS)


def test_files_that_cannot_be_kept_leave_no_tag(proyek: Path) -> None:
    (proyek / "build" / "versi" / "renstra-v2.pdf").mkdir(parents=True)
    with pytest.raises(GagalSusun) as e:
        versi(proyek)
    assert [t.kode for t in e.value.temuan] == ["tidak-tertulis"]
    assert git("tag") == "" and simpanan(proyek) == ["renstra-v2.pdf"]


def test_a_build_that_fails_leaves_nothing(proyek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gagal(*_: object) -> Hasil:
        raise RuntimeError("gagal")

    monkeypatch.setattr(penandaan, "susun", gagal)
    with pytest.raises(RuntimeError):
        versi(proyek)
    assert git("tag") == "" and not (proyek / "build").exists()


def test_without_git_and_without_history(proyek: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kosong = tmp_path / "kosong"
    kosong.mkdir()
    with monkeypatch.context() as m:
        m.setenv("PATH", str(kosong))
        assert tolak(proyek) == "git tidak terpasang"
    shutil.rmtree(proyek / ".git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert "bukan repositori git" in tolak(proyek)


# ---------------------------------------------------------------- killed


@posix
def test_killed_at_any_step_there_is_tag_and_files_or_neither(proyek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every step of the publication, git's tag before and after; the next command of any kind puts it right."""
    keadaan = []
    for n in range(1, 200):
        anak = os.fork()
        if not anak:
            try:
                _mati_di(n)
                versi(proyek)
                os._exit(0)
            finally:
                os._exit(1)
        status = os.waitstatus_to_exitcode(os.waitpid(anak, 0)[1])
        assert status in (0, 77)
        sapu_semua(proyek / "build", proyek / "content")
        ada = git("tag") == "v2"
        assert simpanan(proyek) == (BERKAS if ada else []), f"langkah {n}"
        if status == 0:
            break
        keadaan.append(ada)
        if not ada:
            versi(proyek)  # repeated, it works
            assert (git("tag"), simpanan(proyek)) == ("v2", BERKAS)
        git("tag", "-d", "v2")
        for nama in BERKAS:
            (proyek / "build" / "versi" / nama).unlink()
    assert keadaan == sorted(keadaan) and {False, True} == set(keadaan)


def _mati_di(batas: int) -> None:
    """Die at that step of the disk, counted from the journal on."""
    hitung = 0

    def langkah() -> None:
        nonlocal hitung
        hitung += 1
        if hitung == batas:
            os._exit(77)

    def pasang(modul: object, nama: str) -> None:
        asli = getattr(modul, nama)

        def ganti(*a: object, **k: object) -> object:
            langkah()
            hasil = asli(*a, **k)
            if nama == "_beri_tag":
                langkah()
            return hasil

        setattr(modul, nama, ganti)

    jalankan = terbitan.jalankan

    def mulai(*a: object, **k: object) -> None:
        for nama in ("replace", "unlink", "mkdir", "rmdir", "fsync"):
            pasang(os, nama)
        jalankan(*a, **k)  # type: ignore[arg-type]

    terbitan.jalankan = mulai  # type: ignore[assignment]
    pasang(penandaan, "_beri_tag")


@posix
def test_a_git_that_outlives_us_holds_the_publication(proyek: Path, tmp_path: Path) -> None:
    """Killed while git writes the tag: nobody takes the files back before git has ended."""
    asli, palsu, gerbang = shutil.which("git"), tmp_path / "bin", tmp_path / "gerbang"
    palsu.mkdir()
    os.mkfifo(gerbang)
    (palsu / "git").write_text(
        f'#!/bin/sh\ncase " $* " in *" tag --annotate "*) echo siap >{gerbang}.siap; read x <{gerbang};; esac\n'
        f'exec {asli} "$@"\n'
    )
    (palsu / "git").chmod(0o755)
    naskah = (
        "import test_penandaan as uji\nfrom generator import penandaan\nfrom pathlib import Path\n"
        "from generator.pipeline import Hasil\n"
        "def cepat(t, k):\n"
        "    t.keluaran.mkdir(exist_ok=True)\n"
        "    b = tuple(t.keluaran / f'renstra.{x}' for x in ('docx', 'pdf'))\n"
        "    [p.write_text(p.name) for p in b]\n"
        "    return Hasil(True, True, b, 1)\n"
        "penandaan.susun = cepat\n"
        "uji.versi(Path.cwd())\n"
    )
    env = {
        **os.environ,
        "PATH": f"{palsu}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": f"{AKAR}{os.pathsep}{Path(__file__).parent}",
    }
    with subprocess.Popen([sys.executable, "-c", naskah], cwd=proyek, env=env) as proses:
        sampai(Path(f"{gerbang}.siap").exists, "git mulai")
        proses.kill()
    sapu_semua(proyek / "build", proyek / "content")
    assert simpanan(proyek) == BERKAS  # git lives and holds them
    gerbang.write_text("lanjut\n")
    sampai(lambda: git("tag") == "v2", "tag v2")

    def selesai() -> bool:
        sapu_semua(proyek / "build", proyek / "content")
        return not list((proyek / "build" / "versi").glob(".susun-*"))

    sampai(selesai, "penerbitan dibereskan")
    assert simpanan(proyek) == BERKAS


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("nama", "kata"),
    [
        *((n, "git memakai nama itu") for n in ("HEAD", "head", "stash", "refs", "tags", "heads")),
        *((n, "nama versi hanya") for n in ("FETCH_HEAD", "ORIG_HEAD", "MERGE_HEAD", "-x", "@", "@{-1}", "a..b")),
        *((n, "nama versi hanya") for n in ("v1.", ".v1", "v1.lock", "v1~1", "v1^", "a:b", "", "v 1", "a/b", "ré")),
        *((n, "nomor komit") for n in ("abcd", "2027", "deadbeef", "DEADBEEF", "0" * 40, "a" * 64, "v1.0-3-gabcdef")),
        *((n, "Windows") for n in ("CON", "nul", "aux.1", "COM1", "lpt9.txt")),
        ("v" * 81, "paling panjang"),
        ("utama", "cabang"),
        ("UTAMA", "cabang"),
        ("asal", "remote"),
        ("content", "berkas atau folder"),
        ("v1", "sudah ada"),
        ("V1", "v1 sudah ada"),
        ("rilis", "rilis/awal"),
    ],
)  # fmt: skip
def test_names_that_are_read_otherwise(proyek: Path, nama: str, kata: str) -> None:
    for perintah in (["tag", "v1"], ["tag", "rilis/awal"], ["remote", "add", "asal", "x"]):
        git(*perintah)
    assert kata in tolak(proyek, nama)
    assert git("tag").split() == ["rilis/awal", "v1"] and simpanan(proyek) == []


@pytest.mark.parametrize("nama", ["v1.0", "V2-akhir", "2027.1", "final", "abc", "penetapan-2025", "x" * 80])
def test_names_that_are_not(proyek: Path, nama: str) -> None:
    versi(proyek, nama)
    with ambil_versi(nama, proyek) as v:
        assert (v.isi / "data").is_dir()


def test_a_tag_that_git_reads_otherwise_is_not_guessed(proyek: Path) -> None:
    """Made by hand, or long ago."""
    git("tag", "HEAD")
    (proyek / BAB).write_text((proyek / BAB).read_text() + "\nDua.\n")
    git("commit", "-qam", "dua")
    with pytest.raises(GagalSusun) as e, ambil_versi("HEAD", proyek):
        pytest.fail("menebak")
    assert 'sebut "refs/tags/HEAD"' in next(iter(e.value.temuan)).pesan
    with ambil_versi("refs/tags/HEAD", proyek) as v:
        assert b"Dua." not in (v.isi.parent / BAB).read_bytes()


# ---------------------------------------------------------------- histories that are not whole


def _sebab(nama: str, proyek: Path) -> str:
    with pytest.raises(GagalSusun) as e, ambil_versi(nama, proyek):
        pytest.fail("ada")
    (t,) = e.value.temuan
    return t.pesan


def test_a_shallow_clone_says_so(proyek: Path, tmp_path: Path) -> None:
    git("tag", "v1")
    (proyek / BAB).write_text((proyek / BAB).read_text() + "\nDua.\n")
    git("commit", "-qam", "dua")
    git("clone", "-q", "--depth", "1", proyek.as_uri(), str(tmp_path / "dangkal"))
    assert "git fetch --unshallow --tags" in _sebab("v1", tmp_path / "dangkal")
    git("clone", "-q", "--no-tags", proyek.as_uri(), str(tmp_path / "tanpa tag"))
    assert "git fetch --tags" in _sebab("v1", tmp_path / "tanpa tag")
    git("clone", "-q", proyek.as_uri(), str(tmp_path / "utuh"))
    assert "fetch" not in _sebab("v9", tmp_path / "utuh")


def test_objects_that_are_missing_are_not_taken_for_missing_content(proyek: Path) -> None:
    git("tag", "v1")
    hilang = git("rev-parse", f"v1:{BAB.as_posix()}")
    (proyek / ".git" / "objects" / hilang[:2] / hilang[2:]).unlink()
    assert "git tidak dapat membongkar" in _sebab("v1", proyek)
