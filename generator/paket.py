"""Office packages (ZIP) within limits: what a workbook and a Word template have in common before anybody reads them.

In: the bytes of a file. Out: `Paket`, whose parts are unpacked piece by piece and never beyond `BATAS_ISI`. Raises
`PaketRusak` for what is no whole package, `PaketDitolak` for what must not be opened.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

BATAS_ISI = 200 * 2**20
BATAS_ENTRI = 2000
BATAS_RASIO = 300

_SEPOTONG = 2**16
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TERSANDI = 0x1
_CARA = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others cannot be unpacked piece by piece
_RUSAK = (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, EOFError, ValueError)


class PaketRusak(Exception):
    """No whole package; the message says why, to be put in brackets."""


class PaketDitolak(Exception):
    """A package that is not opened; the message says what it holds or does."""


class Paket:
    """A package in memory. `apa` is what messages call it: 'buku kerja', 'templat'; `akhiran`: '.xlsx', '.docx'."""

    def __init__(self, isi: bytes, apa: str, akhiran: str) -> None:
        self.apa = apa
        self._bukan = f"bukan berkas {akhiran} yang utuh"
        self._terbuka = 0
        if isi.startswith(_OLE2):
            raise PaketRusak(f"berkas bersandi, atau bentuk lama yang bukan {akhiran}")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(isi))
        except _RUSAK as e:
            raise PaketRusak(self._bukan) from e
        self.nama = tuple(e.filename for e in self._zip.infolist())
        self._periksa()

    def _periksa(self) -> None:
        entri = self._zip.infolist()
        if len(entri) > BATAS_ENTRI or sum(e.file_size for e in entri) > BATAS_ISI:
            raise PaketDitolak(f"isi {self.apa} terlalu besar")
        terlihat: set[str] = set()
        for e in entri:
            nama = e.filename
            if nama.startswith("/") or ".." in nama.split("/") or "\\" in nama:
                raise PaketDitolak(f"{self.apa} memuat nama berkas yang tidak wajar: {nama}")
            if nama.lower() in terlihat:
                raise PaketDitolak(f"{self.apa} memuat {nama} dua kali")
            terlihat.add(nama.lower())
            if e.flag_bits & _TERSANDI:
                raise PaketRusak("berkas bersandi")
            if e.compress_type not in _CARA:
                raise PaketRusak(self._bukan)
            if e.file_size > 2**20 and e.file_size > BATAS_RASIO * max(e.compress_size, 1):
                raise PaketDitolak(f"{self.apa} dimampatkan secara tidak wajar")

    def potongan(self, nama: str) -> Iterator[bytes]:
        """A part piece by piece. Raises KeyError where there is none of that name."""
        try:
            with self._zip.open(nama) as f:
                while isi := f.read(_SEPOTONG):  # never all: zipfile unpacks first and looks at the size afterwards
                    self._terbuka += len(isi)
                    if self._terbuka > BATAS_ISI:
                        raise PaketDitolak(f"isi {self.apa} terlalu besar")
                    yield isi
        except _RUSAK as e:
            raise PaketRusak(self._bukan) from e

    def baca(self, nama: str) -> bytes:
        """A whole part."""
        return b"".join(self.potongan(nama))
