"""LibreOffice prints the marks of a jenjang that Markdown writes: every list has a numbering of its own in the DOCX."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdf

from generator.tree.nodes import Document, Heading, List, ListItem, Paragraph, Section, Text
from generator.writers.docx.dokumen import tulis_docx
from generator.writers.markdown import tulis_markdown
from generator.writers.pdf.libreoffice import LibreOffice

TEMPLAT = Path(__file__).parents[3] / "templates" / "renstra.docx"
META = {n: "x" for n in ("judul", "perangkat_daerah", "daerah", "provinsi", "periode")}


def jenjang(*item: Any) -> List:
    isi = (i if isinstance(i, tuple) else (i,) for i in item)
    return List(
        "jenjang", tuple(ListItem(tuple(Paragraph((Text(b),)) if isinstance(b, str) else b for b in i)) for i in isi)
    )


def test_marks(soffice: Path, tmp_path: Path) -> None:
    satu = jenjang(
        ("satu", jenjang(("dalam", jenjang("tiga", "empat")), "lima")), ("enam", jenjang("tujuh", "delapan"))
    )
    dua = jenjang("sembilan", ("sepuluh", jenjang("sebelas")))
    bagian = Section((Heading(1, (Text("BAB"),), number="I"), satu, Paragraph((Text("antara"),)), dua), restart=True)
    d = Document("J", (bagian,), {**META, "tahun": "2024", "tanggal": "2024-01-02"})
    (tmp_path / "a.docx").write_bytes(tulis_docx(d, TEMPLAT).untuk_tata_letak({}))
    with LibreOffice(soffice) as lo:
        lo.konversi(tmp_path / "a.docx", tmp_path / "a.pdf")
    teks = "\n".join(h.extract_text() for h in pypdf.PdfReader(tmp_path / "a.pdf").pages)
    tercetak = [" ".join(b.split()) for b in teks.splitlines()]
    awal = tercetak.index("1. satu")
    tertulis = [b.strip() for b in tulis_markdown(d).splitlines() if b.strip()]
    harapan = tertulis[tertulis.index("1. satu") :]
    assert harapan[3:6] == ["1.1.2. empat", "1.2. lima", "2. enam"]
    assert tercetak[awal : awal + len(harapan)] == harapan
