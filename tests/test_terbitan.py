"""One publication, all or nothing: killed at every step, refused by a file, or told lies by a journal."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import keluaran, sementara, terbitan
from generator.keluaran import AWALAN, ruang_kerja, sapu, terbitkan
from generator.sementara import Ruang
from generator.temuan import GagalSusun, Temuan
from generator.terbitan import JURNAL, LAMA, Titik

LAMA_ISI = {"a.docx": "lama", "a.pdf": "lama", "a.md": "sama", "manifest.json": "lama"}
BARU_ISI = {"a.docx": "baru", "a.md": "sama", "a.html": "baru", "manifest.json": "baru"}
SESUDAH = {**BARU_ISI, "a-lama.pdf": "lama"}
PILIHAN = {"buang": ["tiada.html"], "ganti_nama": {"a.pdf": "a-lama.pdf"}}


def isi(folder: Path) -> dict[str, str]:
    return {p.name: p.read_text() for p in sorted(folder.iterdir()) if p.is_file() and not p.name.startswith(".")}


def waktu(folder: Path) -> dict[str, int]:
    return {p.name: p.stat().st_mtime_ns for p in folder.iterdir() if p.is_file() and not p.name.startswith(".")}


def sisa(folder: Path) -> list[str]:
    return [p.name for p in folder.iterdir() if p.name.startswith(".") and p.name != ".kunci"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tulis(tmp_path / "build", LAMA_ISI)
    for n, p in enumerate(sorted((tmp_path / "build").iterdir())):
        os.utime(p, ns=(10**18 + n, 10**18 + n))
    return tmp_path / "build"


def tulis(folder: Path, berkas: dict[str, str]) -> None:
    folder.mkdir(exist_ok=True)
    for nama, teks in berkas.items():
        (folder / nama).write_text(teks)


def terbit(folder: Path, **lain: object) -> bool:
    with ruang_kerja(folder) as ruang:
        tulis(ruang.folder, BARU_ISI)
        return terbitkan(ruang, list(BARU_ISI), folder, **{**PILIHAN, **lain})  # type: ignore[arg-type]


def galat(folder: Path, **lain: object) -> Temuan:
    with pytest.raises(GagalSusun) as gagal:
        terbit(folder, **lain)
    (t,) = gagal.value.temuan
    return t


def test_all_take_their_places(folder: Path) -> None:
    pdf = (folder / "a.pdf").stat().st_mtime_ns
    assert terbit(folder)
    assert isi(folder) == SESUDAH and sisa(folder) == []
    assert (folder / "a-lama.pdf").stat().st_mtime_ns == pdf


def test_nothing_happens_when_it_is_no_longer_wanted(folder: Path) -> None:
    sebelum = waktu(folder)
    assert not terbit(folder, bila=lambda: False)
    assert (isi(folder), waktu(folder), sisa(folder)) == (LAMA_ISI, sebelum, [])


# ---------------------------------------------------------------- something is in the way


def _folder_bernama(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()
    (path / "milik saya").write_text("jangan hilang")


def _pipa(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


@pytest.mark.parametrize("nama", ["a.docx", "a.html", "manifest.json", "a-lama.pdf"])
@pytest.mark.parametrize("halang", [_folder_bernama, _pipa])
def test_what_is_no_file_is_named_and_nothing_changes(folder: Path, nama: str, halang: Callable[[Path], None]) -> None:
    halang(folder / nama)
    sebelum, semula = isi_aman(folder), waktu(folder)
    t = galat(folder)
    assert (t.kode, t.tempat) == ("tidak-tertulis", str(folder / nama))
    assert ("ada folder bernama itu" in t.pesan) == (halang is _folder_bernama)
    assert (isi_aman(folder), waktu(folder), sisa(folder)) == (sebelum, semula, [])
    assert halang is _pipa or (folder / nama / "milik saya").exists()


def isi_aman(folder: Path) -> dict[str, str]:
    return {p.name: p.read_text() if p.is_file() else "-" for p in folder.iterdir() if not p.name.startswith(".")}


def _terbuka(monkeypatch: pytest.MonkeyPatch, nama: str, *, arah: str) -> None:
    """A file that a reader on Windows has open: it can neither be moved away nor replaced."""
    asli = os.replace

    def replace(dari: str | Path, ke: str | Path) -> None:
        siapa = Path(dari) if arah == "pergi" else Path(ke)
        if siapa.name == nama and siapa.parent.name == "build":
            raise PermissionError(errno.EACCES, "Permission denied", str(dari), None, str(ke))
        asli(dari, ke)

    monkeypatch.setattr(os, "replace", replace)


@pytest.mark.parametrize(
    ("nama", "pemegang"),
    [("a.docx", "Word"), ("a.pdf", "pembaca PDF"), ("manifest.json", "program lain"), ("a.md", "penyunting teks")],
)
def test_a_file_that_is_open_elsewhere_is_named_with_its_program(
    folder: Path, monkeypatch: pytest.MonkeyPatch, nama: str, pemegang: str
) -> None:
    sebelum = waktu(folder)
    _terbuka(monkeypatch, nama, arah="pergi")
    t = galat(folder)
    assert t.tempat == str(folder / nama) and f"Tutup berkas itu di {pemegang}" in t.obat
    assert (isi(folder), waktu(folder), sisa(folder)) == (LAMA_ISI, sebelum, [])


@pytest.mark.parametrize("nama", ["a.docx", "a.html", "manifest.json"])
def test_what_was_there_comes_back_when_a_new_file_cannot_take_its_place(
    folder: Path, monkeypatch: pytest.MonkeyPatch, nama: str
) -> None:
    sebelum = waktu(folder)
    asli, gagal = os.replace, []

    def replace(dari: str | Path, ke: str | Path) -> None:
        if Path(ke) == folder / nama and not gagal:
            gagal.append(nama)
            raise PermissionError(errno.EACCES, "Permission denied")
        asli(dari, ke)

    monkeypatch.setattr(os, "replace", replace)
    assert galat(folder).tempat == str(folder / nama)
    assert (isi(folder), waktu(folder), sisa(folder)) == (LAMA_ISI, sebelum, [])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="memerlukan root")
@pytest.mark.parametrize("nama", ["a.pdf", "manifest.json"])
def test_an_immutable_file(folder: Path, nama: str) -> None:
    if subprocess.run(["chattr", "+i", folder / nama], capture_output=True).returncode:
        pytest.skip("sistem berkas tanpa chattr")
    try:
        sebelum = waktu(folder)
        t = galat(folder)
        assert t.tempat == str(folder / nama) and "ditolak sistem" in t.pesan
        assert (isi(folder), waktu(folder), sisa(folder)) == (LAMA_ISI, sebelum, [])
    finally:
        subprocess.run(["chattr", "-i", folder / nama], check=True)


def test_what_cannot_be_put_back_is_said_and_put_back_later(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sebelum = waktu(folder)
    with monkeypatch.context() as m:
        _terbuka(m, "a.docx", arah="datang")
        t = galat(folder)
        assert (t.kode, t.tempat) == ("terbit-terputus", str(folder / "a.docx"))
        assert galat(folder).kode == "terbit-terputus"  # never published over
    assert len(sisa(folder)) == 1
    sapu(folder)
    assert (isi(folder), waktu(folder), sisa(folder)) == (LAMA_ISI, sebelum, [])


def test_an_interrupt_waits_and_an_ignored_one_stays_ignored(folder: Path) -> None:
    import signal

    diminta = []

    def berhenti(_: int) -> None:
        for s in (signal.SIGHUP, signal.SIGTERM):
            signal.raise_signal(s)
            diminta.append(signal.getsignal(s))

    lama = signal.signal(signal.SIGHUP, signal.SIG_IGN), signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            terbit(folder, titik=Titik({"tag": "v1"}, berhenti, lambda _: None))
    finally:
        signal.signal(signal.SIGHUP, lama[0])
        signal.signal(signal.SIGTERM, lama[1])
    assert diminta[0] is signal.SIG_IGN
    assert isi(folder) == SESUDAH and sisa(folder) == []


# ---------------------------------------------------------------- killed

LANGKAH = ("replace", "rename", "link", "unlink", "remove", "mkdir", "rmdir", "fsync", "write")
_NASKAH = textwrap.dedent(
    """
    import os, sys
    from pathlib import Path
    import test_terbitan as uji

    def mati_di(batas):
        hitung = 0
        def pasang(nama):
            asli = getattr(os, nama) if nama != "fsync" else lambda _: None
            def langkah(*a, **k):
                nonlocal hitung
                hitung += 1
                if hitung == batas:
                    os._exit(77)
                return asli(*a, **k)
            setattr(os, nama, langkah)
        for nama in uji.LANGKAH:
            pasang(nama)

    for baris in sys.stdin:
        apa, batas, folder = baris.rstrip("\\n").split(" ", 2)
        anak = os.fork()
        if not anak:
            try:
                mati_di(int(batas))
                getattr(uji, apa)(Path(folder))
                os._exit(0)
            finally:
                os._exit(1)
        os.write(1, b"%d\\n" % os.waitstatus_to_exitcode(os.waitpid(anak, 0)[1]))
    """
)
Jalankan = Callable[[str, Path, int], bool]


@pytest.fixture(autouse=True)
def tanpa_menunggu_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture(scope="module")
def jalankan() -> Iterator[Jalankan]:
    """Run something on a folder in a process that dies at that step of the disk; whether it died."""
    env = {**os.environ, "PYTHONPATH": f"{Path(keluaran.__file__).parents[1]}{os.pathsep}{Path(__file__).parent}"}
    perintah = [sys.executable, "-c", _NASKAH]
    with subprocess.Popen(perintah, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as induk:

        def satu(apa: str, folder: Path, langkah: int) -> bool:
            assert induk.stdin is not None and induk.stdout is not None
            print(apa, langkah, folder, file=induk.stdin, flush=True)
            status = int(induk.stdout.readline())
            assert status in (0, 77)
            return status == 77

        yield satu


def _langkah_langkah(jalankan: Jalankan, folder: Path) -> Iterator[int]:
    """Every step at which a publication can die."""
    for n in range(1, 500):
        if not jalankan("terbit", folder, n):
            return
        yield n
    pytest.fail("tidak kunjung selesai")


def test_killed_at_any_step_it_is_all_old_or_all_new(folder: Path, jalankan: Jalankan) -> None:
    sebelum = waktu(folder)
    keadaan = []
    for n in _langkah_langkah(jalankan, folder):
        sapu(folder)
        ini = isi(folder)
        assert ini in (LAMA_ISI, SESUDAH), f"langkah {n}"
        assert ini != LAMA_ISI or waktu(folder) == sebelum, f"langkah {n}"
        assert all(_belum_jadi(folder / s) for s in sisa(folder)), f"langkah {n}"
        keadaan.append(ini == SESUDAH)
        _semula(folder, sebelum)
    assert keadaan == sorted(keadaan) and {False, True} == set(keadaan) and len(keadaan) > 20


def _belum_jadi(kerja: Path) -> bool:
    """Killed between making a folder and marking its lock: an empty folder, which a day later may go."""
    return [p.name for p in kerja.iterdir()] in ([], [sementara.KUNCI]) and not terbitan.terputus(kerja)


def _semula(folder: Path, waktu_semula: dict[str, int]) -> None:
    for p in folder.iterdir():
        if p.is_dir():
            sementara._hapus(p, -1)
        else:
            p.unlink()
    tulis(folder, LAMA_ISI)
    for nama, ns in waktu_semula.items():
        os.utime(folder / nama, ns=(ns, ns))


def _terputus(jalankan: Jalankan, folder: Path, langkah: int) -> None:
    assert jalankan("terbit", folder, langkah)
    assert any(terbitan.terputus(folder / s) for s in sisa(folder))


def test_mending_may_be_killed_at_any_step_and_goes_on(folder: Path, jalankan: Jalankan) -> None:
    """For every state that a kill leaves, and every step of the mending of it; the last one mends."""
    sebelum = waktu(folder)
    bermasalah = []
    for n in _langkah_langkah(jalankan, folder):
        if any(terbitan.terputus(folder / s) for s in sisa(folder)):
            bermasalah.append(n)
        _semula(folder, sebelum)
    assert len(bermasalah) > 8
    for n in bermasalah:
        _terputus(jalankan, folder, n)
        mati = 0
        for k in range(1, 200):
            if not jalankan("sapu", folder, k):
                break
            mati += 1
        assert isi(folder) in (LAMA_ISI, SESUDAH), f"langkah {n}"
        assert mati > 3
        _semula(folder, sebelum)


def test_the_next_publication_mends_before_it_publishes(folder: Path, jalankan: Jalankan) -> None:
    sebelum = waktu(folder)
    for n in _langkah_langkah(jalankan, folder):
        assert terbit(folder, bila=lambda: isi(folder) in (LAMA_ISI, SESUDAH)), f"langkah {n}"
        assert {k: v for k, v in isi(folder).items() if k != "a-lama.pdf"} == BARU_ISI
        _semula(folder, sebelum)


def test_later_hands_are_not_undone(folder: Path, jalankan: Jalankan) -> None:
    """A journal that was left, and outputs that somebody made since: the outputs stay."""
    n = _pertama_setelah_pindah(jalankan, folder)
    _terputus(jalankan, folder, n)
    tulis(folder, {"a.docx": "lebih baru"})
    kini = isi(folder)
    sapu(folder)
    assert isi(folder) == kini and sisa(folder) == []


def _pertama_setelah_pindah(jalankan: Jalankan, folder: Path) -> int:
    """A step at which the first old file has been moved away."""
    sebelum = waktu(folder)
    for n in _langkah_langkah(jalankan, folder):
        hilang = "a.docx" not in isi(folder)
        sapu(folder)
        _semula(folder, sebelum)
        if hilang:
            return n
    raise AssertionError


# ---------------------------------------------------------------- journals that lie


def jurnal(folder: Path, isi_jurnal: object, lama: dict[str, str] | None = None) -> Path:
    ruang = Ruang(AWALAN, folder)
    (ruang.folder / LAMA).mkdir()
    tulis(ruang.folder / LAMA, lama or {})
    teks = isi_jurnal if isinstance(isi_jurnal, str) else json.dumps(isi_jurnal)
    (ruang.folder / JURNAL).write_text(teks)
    ruang.tinggalkan()
    return ruang.folder


NAKAL = ["../luar.txt", "/tmp/luar.txt", "..", ".", ".kunci", "a/b", "a\\b", "C:x", "", "a\0b", "-x/../y"]


@pytest.mark.parametrize("nama", NAKAL)
@pytest.mark.parametrize("di", ["baru", "lama"])
def test_names_that_leave_the_folder_do_nothing(folder: Path, nama: str, di: str) -> None:
    luar = folder.parent / "luar.txt"
    luar.write_text("lama")
    sidik = terbitan._sidik_tujuan(luar)
    j = {"baru": {}, "lama": {}, "titik": {}, di: {nama: sidik, "a.docx": sidik}}
    jurnal(folder, j)
    sapu(folder)
    assert isi(folder) == LAMA_ISI and luar.read_text() == "lama" and sisa(folder) == []


@pytest.mark.parametrize(
    "isi_jurnal",
    ["", "{", "[]", "null", '{"baru": 1, "lama": {}}', '{"baru": {"a.docx": 1}, "lama": {}}', "[" * 100_000, {"x": {}},
     {"baru": {"a.docx": "x"}, "lama": {"a.docx": ["y"]}}],
)  # fmt: skip
def test_a_journal_that_is_none(folder: Path, isi_jurnal: object) -> None:
    jurnal(folder, isi_jurnal)
    sapu(folder)
    assert isi(folder) == LAMA_ISI and sisa(folder) == []


def test_links_and_pipes_in_a_working_folder(folder: Path) -> None:
    luar = folder.parent / "luar"
    tulis(luar, {"a.docx": "rahasia"})
    kerja = jurnal(folder, {"baru": {"a.docx": "x"}, "lama": {"a.docx": "y"}})
    (kerja / LAMA).rmdir()
    (kerja / LAMA).symlink_to(luar)
    sapu(folder)
    assert isi(folder) == LAMA_ISI and isi(luar) == {"a.docx": "rahasia"} and sisa(folder) == []
    sidik = terbitan._sidik_tujuan(folder / "a.docx")
    kerja = jurnal(folder, {"baru": {"a.docx": "x"}, "lama": {"a.docx": sidik}})
    os.mkfifo(kerja / LAMA / "a.docx")
    sapu(folder)
    assert isi(folder) == LAMA_ISI and sisa(folder) == []
    kerja = jurnal(folder, {})
    (kerja / JURNAL).unlink()
    os.mkfifo(kerja / JURNAL)
    sapu(folder)
    assert isi(folder) == LAMA_ISI and sisa(folder) == []


# ---------------------------------------------------------------- a decision beyond the files


def _dengan_titik(folder: Path, *, terjadi: bool | None, gagal: bool) -> None:
    def kerjakan(_: int) -> None:
        if gagal:
            raise RuntimeError("ditolak")

    terbit(folder, titik=Titik({"tag": "v1"}, kerjakan, lambda _: terjadi))


def test_what_is_refused_last_undoes_all(folder: Path) -> None:
    sebelum = waktu(folder)
    with pytest.raises(RuntimeError, match="ditolak"):
        _dengan_titik(folder, terjadi=False, gagal=True)
    assert (isi(folder), waktu(folder), sisa(folder)) == (LAMA_ISI, sebelum, [])


def test_what_failed_but_happened_counts(folder: Path) -> None:
    _dengan_titik(folder, terjadi=True, gagal=True)
    assert isi(folder) == SESUDAH and sisa(folder) == []


@pytest.mark.parametrize("terjadi", [True, False])
def test_what_is_not_known_waits_for_who_knows(folder: Path, terjadi: bool) -> None:
    with pytest.raises(GagalSusun) as e:
        _dengan_titik(folder, terjadi=None, gagal=True)
    assert [t.kode for t in e.value.temuan] == ["terbit-terputus"]
    sapu(folder)
    assert len(sisa(folder)) == 1
    sapu(folder, lambda catatan: terjadi if catatan == {"tag": "v1"} else None)
    assert isi(folder) == (SESUDAH if terjadi else LAMA_ISI) and sisa(folder) == []


# ---------------------------------------------------------------- without locks


@pytest.mark.skipif(sys.platform == "win32", reason="flock")
def test_a_file_system_without_locks_publishes_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def tolak(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", tolak)
    assert terbit(folder)
    assert isi(folder) == SESUDAH and sisa(folder) == []


@pytest.mark.parametrize("jenis", ["tautan", "pipa"])
def test_a_lock_of_the_folder_that_is_no_file_is_refused(folder: Path, jenis: str) -> None:
    if jenis == "pipa":
        os.mkfifo(folder / ".kunci")
    else:
        (folder / ".kunci").symlink_to(folder.parent / "luar")
    with pytest.raises(OSError), ruang_kerja(folder) as ruang:
        tulis(ruang.folder, BARU_ISI)
        terbitkan(ruang, list(BARU_ISI), folder)
    assert isi(folder) == LAMA_ISI and not (folder.parent / "luar").exists()


# ---------------------------------------------------------------- working folders


def test_a_folder_that_nothing_came_of_is_not_left(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), ruang_kerja(tmp_path / "build" / "versi"):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "build").mkdir()
    with ruang_kerja(tmp_path / "build"):
        pass
    assert (tmp_path / "build").is_dir()


# ---------------------------------------------------------------- a folder in the output folder


def _bertingkat(folder: Path) -> None:
    with ruang_kerja(folder) as ruang:
        for nama in ("a.md", "dalam/b.md"):
            (ruang.folder / nama).parent.mkdir(exist_ok=True)
            (ruang.folder / nama).write_text("baru")
        terbitkan(ruang, ["a.md", "dalam/b.md"], folder)


def test_files_of_a_folder_inside_are_published_with_the_others(tmp_path: Path) -> None:
    (tmp_path / "dalam").mkdir()
    tulis(tmp_path, {"a.md": "lama", "dalam/b.md": "lama"})
    _bertingkat(tmp_path)
    assert [(tmp_path / n).read_text() for n in ("a.md", "dalam/b.md")] == ["baru", "baru"] and sisa(tmp_path) == []


def test_what_a_folder_inside_held_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dalam").mkdir()
    tulis(tmp_path, {"a.md": "lama", "dalam/b.md": "lama"})
    asli = os.replace

    def ganti(dari: Path, ke: Path) -> None:
        if Path(ke) == tmp_path / "dalam" / "b.md" and LAMA not in Path(dari).parts:
            raise OSError(errno.EACCES, "terkunci")
        asli(dari, ke)

    monkeypatch.setattr(terbitan.os, "replace", ganti)
    with pytest.raises(GagalSusun):
        _bertingkat(tmp_path)
    assert [(tmp_path / n).read_text() for n in ("a.md", "dalam/b.md")] == ["lama", "lama"] and sisa(tmp_path) == []


@pytest.mark.parametrize("di", ["folder", "kerja", "lama"])
def test_a_journal_whose_folder_inside_leads_elsewhere_does_nothing(tmp_path: Path, di: str) -> None:
    """Somebody else may have made the working folder: nothing moves into, or out of, where a link leads."""
    luar, folder = tmp_path / "luar", tmp_path / "build"
    kerja = folder / f"{AWALAN}12345678"
    for f in (luar, kerja / LAMA):
        f.mkdir(parents=True)
    (luar / "b.md").write_text("milik orang")
    for nama, f in (("folder", folder), ("kerja", kerja), ("lama", kerja / LAMA)):
        if nama == di:
            (f / "dalam").symlink_to(luar)
        else:
            (f / "dalam").mkdir()
            (f / "dalam" / "b.md").write_text("x")
    sidik = terbitan._sidik_tujuan(folder / "dalam" / "b.md")
    jurnal = {"baru": {"dalam/b.md": "0"}, "lama": {"dalam/b.md": sidik}, "titik": {}}
    (kerja / JURNAL).write_text(json.dumps(jurnal))
    sebelum = (folder / "dalam" / "b.md").read_text()
    assert terbitan.pulihkan(kerja, folder, lambda _: None)
    assert (luar / "b.md").read_text() == "milik orang" and (folder / "dalam" / "b.md").read_text() == sebelum
