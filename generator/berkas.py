"""Reading sources within limits: the one place at which a file of an office is opened.

In: a path, and the folder that it must not lead out of. Out: its bytes, or `BerkasDitolak` with what is wrong and what
to do. What is no plain file is not opened; what grows while it is read, or lies about its size, stops at the limit.
Nothing heavy is imported: an unchanged build only hashes.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.kekurangan import kurang

BATAS_SUMBER = 20 * 2**20
BATAS_INGATAN = 64 * 2**20
"""Bytes of sources that `Bacaan` keeps in all; what is beyond is read again."""
JEDA_KABAR = 2.0
"""Seconds of reading without a word."""

OBAT_FOLDER = "Ganti tautan itu dengan foldernya sendiri, atau sebut folder isi yang memuatnya dengan --isi."
"""What to do about a folder that leads out of the office's."""

_SEPOTONG = 2**20
_BUKA = os.O_RDONLY | sum(getattr(os, nama, 0) for nama in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))
_BUKAN_BERKAS = (
    (stat.S_ISDIR, "folder"),
    (stat.S_ISFIFO, "pipa (FIFO)"),
    (stat.S_ISSOCK, "soket"),
    (stat.S_ISCHR, "perangkat"),
    (stat.S_ISBLK, "perangkat"),
)
_SEBAB = {
    errno.EACCES: ("tidak ada izin membaca", "Beri izin membaca berkas dan foldernya kepada pengguna yang menyusun."),
    errno.EPERM: ("tidak ada izin membaca", "Beri izin membaca berkas dan foldernya kepada pengguna yang menyusun."),
    errno.ENOENT: ("berkas tidak ada", "Kembalikan berkas itu."),
    errno.ENXIO: ("bukan berkas", "Pindahkan itu, lalu simpan berkas yang sebenarnya di sana."),
    errno.ELOOP: ("tautan itu berputar", "Ganti tautan itu dengan berkas aslinya."),
    errno.EIO: ("disk atau jaringan gagal membaca", "Periksa sambungan ke folder itu, lalu ulangi."),
    errno.ESTALE: ("folder jaringan terputus", "Sambungkan lagi folder itu, lalu ulangi."),
    errno.ETIMEDOUT: ("folder jaringan tidak menjawab", "Sambungkan lagi folder itu, lalu ulangi."),
}


class BerkasDitolak(Exception):
    """A file that is not read: what is wrong with it, and what to do."""

    def __init__(self, pesan: str, obat: str) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.obat = obat


def baca_berkas(path: Path, akar: Path, batas: int = BATAS_SUMBER) -> bytes:
    """The bytes of a plain file below `akar`, at most `batas` of them. Raises `BerkasDitolak`."""
    try:
        bertaut = _periksa_jalan(path, akar)
        _harus_berkas(os.stat(path))  # before it is opened: to open a device may already do something
        nomor = os.open(path, _BUKA)
        try:
            kini = os.fstat(nomor)
            _harus_berkas(kini)
            if bertaut and not os.path.samestat(kini, os.stat(_periksa_tautan(path, akar))):
                raise BerkasDitolak("berkas diganti selagi dibuka", "Ulangi.")
            return _baca_sampai(nomor, batas)
        finally:
            os.close(nomor)
    except OSError as e:
        if kurang(e):  # the machine is short of something: no fault of the file
            raise
        pesan, obat = _SEBAB.get(e.errno or 0, (e.strerror or "sebab tidak diketahui", "Periksa berkas itu."))
        if e.errno == errno.ENOENT and path.is_symlink():
            pesan, obat = "tautan itu tidak menunjuk berkas mana pun", "Ganti tautan itu dengan berkas aslinya."
        raise BerkasDitolak(f"berkas tidak dapat dibuka ({pesan})", obat) from e


def ada(path: Path) -> bool:
    """Whether anything bears that name, be it a file, a pipe or a link that leads nowhere: reading says what it is."""
    return os.path.lexists(path)


def keluar_dari(akar: Path, path: Path) -> bool:
    """Whether a path leads out of a folder by links. The folder itself may be one."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(akar))


def akar_sumber(path: Path, nama: str) -> Path:
    """The folder that a source must not lead out of: what its name begins with, 'content' of 'content/data/a.xlsx'."""
    induk = path.parents
    return induk[min(max(len(PurePosixPath(nama).parts) - 2, 0), len(induk) - 1)]


def _periksa_jalan(path: Path, akar: Path) -> bool:
    """Whether there is a link on the way from the folder to the file; one that leads out of it is refused."""
    langkah = (p for p in (path, *path.parents) if p != akar and p.is_relative_to(akar))
    if os.name != "nt" and not any(map(os.path.islink, langkah)):  # Windows has junctions too
        return False
    _periksa_tautan(path, akar)
    return True


def _periksa_tautan(path: Path, akar: Path) -> str:
    """Where a path leads in the end."""
    if keluar_dari(akar, path):
        raise BerkasDitolak(
            f"berkas itu tautan yang keluar dari folder {akar.name}", "Ganti tautan itu dengan berkas aslinya."
        )
    return os.path.realpath(path)


def _harus_berkas(s: os.stat_result) -> None:
    if not stat.S_ISREG(s.st_mode):
        apa = next((nama for cocok, nama in _BUKAN_BERKAS if cocok(s.st_mode)), "sesuatu yang lain")
        obat = f"Pindahkan {apa} itu, lalu simpan berkas yang sebenarnya di sana."
        raise BerkasDitolak(f"berkas tidak dapat dibuka (bukan berkas, melainkan {apa})", obat)


def _baca_sampai(nomor: int, batas: int) -> bytes:
    potongan: list[bytes] = []
    sisa = batas + 1
    while sisa and (isi := os.read(nomor, min(sisa, _SEPOTONG))):
        potongan.append(isi)
        sisa -= len(isi)
    if not sisa:
        raise terlalu_besar(batas)
    return b"".join(potongan)


def terlalu_besar(batas: int) -> BerkasDitolak:
    """What is said of a file of more than `batas` bytes."""
    besar = f"{batas // 2**20} MB" if batas >= 2**20 else f"{batas} byte"
    return BerkasDitolak(
        f"berkas lebih besar dari {besar}", "Bagi isinya, atau buang gambar dan lembar yang tak perlu."
    )


# ---------------------------------------------------------------- each once


@dataclass(frozen=True, slots=True)
class _Terbaca:
    sidik: str
    isi: bytes | None = None
    ditolak: BerkasDitolak | None = None


@dataclass
class Bacaan:
    """The sources as they were when first read: however many stages want a file, it is opened once.

    A slow network folder is read no more than it must, and every stage sees the same bytes, those that were hashed.
    `kabar` is told the file at hand when reading takes long; `jam` tells seconds.
    """

    kabar: Callable[[str], None] | None = None
    jam: Callable[[], float] = time.monotonic
    _terbaca: dict[Path, _Terbaca] = field(default_factory=dict)
    _besar: int = 0
    _terakhir: float | None = None

    def baca(self, path: Path, nama: str, batas: int = BATAS_SUMBER) -> bytes:
        """The bytes of the source that places call `nama`. Raises `BerkasDitolak`."""
        terbaca = self._buka(path, nama)
        if terbaca.ditolak:
            raise terbaca.ditolak
        isi = baca_berkas(path, akar_sumber(path, nama)) if terbaca.isi is None else terbaca.isi
        if len(isi) > batas:
            raise terlalu_besar(batas)
        return isi

    def sidik(self, path: Path, nama: str) -> str:
        """SHA-256 of a source, or '' of what cannot be read."""
        return self._buka(path, nama).sidik

    def lupakan(self) -> None:
        """From here on every file is opened anew."""
        self._terbaca.clear()
        self._besar, self._terakhir = 0, None

    def _buka(self, path: Path, nama: str) -> _Terbaca:
        if path not in self._terbaca:
            self._kabarkan(nama)
            try:
                isi = baca_berkas(path, akar_sumber(path, nama))
            except BerkasDitolak as e:
                self._terbaca[path] = _Terbaca("", ditolak=e)
            else:
                muat = self._besar + len(isi) <= BATAS_INGATAN
                self._besar += len(isi) if muat else 0
                self._terbaca[path] = _Terbaca(hashlib.sha256(isi).hexdigest(), isi if muat else None)
        return self._terbaca[path]

    def _kabarkan(self, nama: str) -> None:
        kini = self.jam()
        if self._terakhir is None:
            self._terakhir = kini
        elif self.kabar and kini - self._terakhir >= JEDA_KABAR:
            self._terakhir = kini
            self.kabar(f"Membaca {nama}")
