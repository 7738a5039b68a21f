"""Make the bytes of a PDF depend on its document alone: equal DOCX, equal PDF, on one LibreOffice.

What varies in LibreOffice's PDFs is the time of creation (in /Info, in the XMP metadata, inside the ICC profile), /ID
and the trailer's /DocChecksum. The dates become one given time, /ID a digest of the content; PDF/A-2b and tags stay.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf

_WAKTU_ICC = slice(24, 36)
_TANGGAL = re.compile(rb"<xmp:CreateDate>[^<]*</xmp:CreateDate>")
_TANGGAL_LAIN = re.compile(rb"\s*<xmp:(ModifyDate|MetadataDate)>[^<]*</xmp:\1>")
_TANGGAL_BARU = "".join(f"<xmp:{n}>%Y-%m-%dT%H:%M:%SZ</xmp:{n}>" for n in ("CreateDate", "ModifyDate", "MetadataDate"))


def normalkan(masuk: Path, keluar: Path, waktu: datetime) -> None:
    """Read the PDF `masuk` and write it to `keluar` (another file), dated `waktu` (naive: UTC)."""
    with buka(masuk) as pdf:
        normalkan_isi(pdf, waktu)
        simpan(pdf, keluar)


def buka(pdf: Path) -> Pdf:
    """Open a PDF without touching its objects: 0,01 s; plain `pikepdf.open` visits them all (0,2 s when tagged)."""
    import pikepdf

    return pikepdf.open(pdf, inherit_page_attributes=False)


def normalkan_isi(pdf: Pdf, waktu: datetime) -> None:
    """The same on a PDF already open, to be written by `simpan`."""
    import pikepdf

    utc = waktu.replace(tzinfo=UTC) if waktu.tzinfo is None else waktu.astimezone(UTC)
    info = pdf.docinfo
    info["/CreationDate"] = info["/ModDate"] = pikepdf.String(utc.strftime("D:%Y%m%d%H%M%SZ"))
    for kunci in ("/DocChecksum", "/ID"):  # an old /ID would stay as its first half, and go into the digest
        if kunci in pdf.trailer:
            del pdf.trailer[kunci]
    if "/Metadata" in pdf.Root:
        xmp = _TANGGAL_LAIN.sub(b"", pdf.Root.Metadata.read_bytes())
        pdf.Root.Metadata.write(_TANGGAL.sub(utc.strftime(_TANGGAL_BARU).encode(), xmp))
    for tujuan in pdf.Root.get("/OutputIntents", pikepdf.Array()):
        if "/DestOutputProfile" in tujuan:
            profil = bytearray(tujuan.DestOutputProfile.read_bytes())
            profil[_WAKTU_ICC] = bytes(12)
            tujuan.DestOutputProfile.write(bytes(profil))


def simpan(pdf: Pdf, keluar: Path) -> None:
    """Write compactly (objects in streams: a fifth of LibreOffice's size), with a digest of the content as /ID."""
    import pikepdf

    pdf.save(
        keluar,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        fix_metadata_version=False,
    )
