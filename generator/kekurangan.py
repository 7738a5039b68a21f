"""What a machine is short of, said in words: an exception or the limits of this process in, a phrase out.

Nothing of the package is imported here.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator

# what may be short where something is written: a finding on the file
DISK = {errno.ENOSPC: "ruang disk habis", errno.EFBIG: "berkas melebihi batas besarnya (ulimit -f)"}
if hasattr(errno, "EDQUOT"):
    DISK[errno.EDQUOT] = "ruang disk habis (kuota)"
_BERKAS = dict.fromkeys(
    (errno.EMFILE, errno.ENFILE), "terlalu banyak berkas terbuka sekaligus; naikkan batasnya (ulimit -n)"
)
_MEMORI = "memori habis; tutup program lain, atau naikkan batasnya (ulimit -v)"
_PROSES = "terlalu banyak proses; tutup program lain, atau naikkan batasnya (ulimit -u)"
MEMORI_PALING_SEDIKIT = 384 * 1024 * 1024
_TOLAK = {
    errno.EROFS: "disknya hanya dapat dibaca",
    errno.EACCES: "ditolak sistem: tidak ada hak, atau sedang terbuka di program lain",
    errno.EPERM: "ditolak sistem: tidak ada hak, atau berkasnya dikunci",
    errno.ENOENT: "tempatnya tidak ada",
    errno.ENOTDIR: "tempatnya bukan folder",
    errno.EISDIR: "ada folder bernama itu",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EIO: "disk gagal membaca atau menulis",
}
_TEKS = (  # what libraries say that hide the number
    ("Too many open files", _BERKAS[errno.EMFILE]),
    ("No space left", DISK[errno.ENOSPC]),
    ("Cannot allocate memory", _MEMORI),
    ("failed to map segment", _MEMORI),
    ("Memory allocation failed", _MEMORI),
    ("can't start new thread", _PROSES),
)


def kurang(e: BaseException) -> str:
    """What the machine is short of by an exception or one of those behind it; '' when it says nothing of the kind."""
    for x in _rantai(e):
        if isinstance(x, MemoryError):
            return _MEMORI
        if isinstance(x, OSError):
            if sebab := DISK.get(x.errno or 0) or _BERKAS.get(x.errno or 0):
                return sebab
            if x.errno == errno.ENOMEM:
                return _MEMORI
            if x.errno == errno.EAGAIN:
                return _PROSES
            if "No usable temporary directory" in str(x):
                return "tidak ada folder sementara yang dapat ditulis; sebut satu dengan TMPDIR"
        for tanda, sebab in _TEKS if isinstance(x, (OSError, ImportError, RuntimeError)) else ():
            if tanda in str(x):
                return sebab
    return ""


def sebab(e: OSError) -> str:
    """Why the system refused, in words: what it is short of, or what it said."""
    return kurang(e) or _TOLAK.get(e.errno or 0) or e.strerror or str(e)


def terlalu_sempit() -> str:
    """What to say when this process may have less than the libraries need to fail in an orderly way; or ''.

    Some are written in C and C++ and end the process where memory ends.
    """
    for nama, sedikit, kata in (
        ("RLIMIT_AS", MEMORI_PALING_SEDIKIT, "memori (ulimit -v)"),
        ("RLIMIT_NOFILE", 16, "berkas yang terbuka sekaligus (ulimit -n)"),
    ):
        batas = _batas(nama)
        if batas is not None and batas < sedikit:
            satuan = 1024 if nama == "RLIMIT_AS" else 1  # as ulimit counts
            return f"batas {kata} {batas // satuan}; program ini memerlukan sedikitnya {sedikit // satuan}"
    return ""


def batas_libreoffice() -> str:
    """Which limits of this process are so narrow that LibreOffice, which inherits them, may fail; or ''."""
    hasil = []
    for nama, sedikit, kata in (
        ("RLIMIT_NOFILE", 64, "berkas yang terbuka sekaligus (ulimit -n) {}"),
        ("RLIMIT_FSIZE", 50_000_000, "besar sebuah berkas (ulimit -f) {} byte"),
        ("RLIMIT_AS", 1_000_000_000, "memori (ulimit -v) {} byte"),
    ):
        batas = _batas(nama)
        if batas is not None and batas < sedikit:
            hasil.append(f"{kata.format(batas)}, seharusnya sedikitnya {sedikit}")
    return "; ".join(hasil)


def _batas(nama: str) -> int | None:
    """A limit of this process; None when there is none, or none on this system."""
    if sys.platform == "win32":
        return None
    import resource

    batas = resource.getrlimit(getattr(resource, nama))[0]
    return None if batas in (resource.RLIM_INFINITY, -1) else batas


def _rantai(e: BaseException) -> Iterator[BaseException]:
    lewat: set[int] = set()
    x: BaseException | None = e
    while x is not None and id(x) not in lewat:
        lewat.add(id(x))
        yield x
        x = x.__cause__ or x.__context__
