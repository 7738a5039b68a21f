"""A document of one page that makes a waiting LibreOffice load what the real one will need."""

from __future__ import annotations

import zipfile
from pathlib import Path

_JENIS = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_HUBUNGAN = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
_HURUF = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>{tebal}</w:rPr>'
_PARAGRAF = f"<w:p><w:r>{_HURUF}<w:t>Renstra</w:t></w:r></w:p>"
_DOKUMEN = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    + _PARAGRAF.format(tebal="<w:b/>")
    + '<w:tbl><w:tblPr><w:tblW w:w="4000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>'
    + f'<w:tr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{_PARAGRAF.format(tebal="")}</w:tc></w:tr></w:tbl>'
    + _PARAGRAF.format(tebal="")
    + "<w:sectPr/></w:body></w:document>"
)


def tulis_pemanasan(berkas: Path) -> None:
    """Write the document to `berkas`."""
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_STORED) as paket:
        paket.writestr("[Content_Types].xml", _JENIS)
        paket.writestr("_rels/.rels", _HUBUNGAN)
        paket.writestr("word/document.xml", _DOKUMEN)
