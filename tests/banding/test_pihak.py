"""Two signatures and the particulars of a person, compared: what is marked, and how often."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.banding.perubahan import Beda
from generator.banding.pohon import banding_dokumen
from generator.tree.nodes import (
    Block,
    Deleted,
    Document,
    Heading,
    Inlines,
    Inserted,
    Particulars,
    Section,
    SignatureBlock,
    SignaturePair,
    Text,
)


def t(kata: str) -> Inlines:
    return (Text(kata),)


KIRI = SignatureBlock((), t("Bupati,"), t("(...)"), ())
KANAN = SignatureBlock(t("Contoh, 2027"), t("Camat,"), t("AMIR"), (t("NIP 1"),))
PASANGAN = SignaturePair(KIRI, KANAN)
JABATAN = t("Kepala Seksi Pelayanan Umum Kecamatan Contoh")
IDENTITAS = Particulars(((t("Nama"), t("AMIR")), (t("Jabatan"), JABATAN)))


def beda(lama: tuple[Block, ...], baru: tuple[Block, ...]) -> Beda:
    def dokumen(isi: tuple[Block, ...]) -> Document:
        return Document("J", (Section((Heading(1, t("A")), *isi)),))

    return banding_dokumen(dokumen(lama), dokumen(baru))


def hasil(b: Beda) -> Block:
    (satu,) = b.dokumen.sections[0].blocks[1:]
    return satu


@pytest.mark.parametrize("isi", [PASANGAN, IDENTITAS])
def test_nothing_changed(isi: Block) -> None:
    assert beda((isi,), (isi,)).sama


def test_a_name_is_marked_within_the_signatures() -> None:
    baru = replace(PASANGAN, right=replace(KANAN, name=t("BUDI")))
    b = beda((PASANGAN,), (baru,))
    assert [(p.jenis, p.apa, p.lama, p.baru) for p in b.perubahan] == [("berubah", "tanda tangan", "AMIR", "BUDI")]
    pasangan = hasil(b)
    assert isinstance(pasangan, SignaturePair)
    assert pasangan.right.name == (Deleted(t("AMIR")), Inserted(t("BUDI")))
    assert (pasangan.left, pasangan.right.details, pasangan.revision) == (KIRI, KANAN.details, "")


def test_a_name_is_marked_within_the_particulars() -> None:
    baru = Particulars(((t("Nama"), t("BUDI")), (t("Jabatan"), JABATAN)))
    b = beda((IDENTITAS,), (baru,))
    identitas = hasil(b)
    assert isinstance(identitas, Particulars)
    assert identitas.lines == ((t("Nama"), (Deleted(t("AMIR")), Inserted(t("BUDI")))), (t("Jabatan"), JABATAN))


@pytest.mark.parametrize("dihapus", [True, False])
def test_one_version_only(dihapus: bool) -> None:
    """Every row and line counts; the first row of the signatures with the paragraph that closes their table."""
    isi: tuple[Block, ...] = (IDENTITAS, PASANGAN)
    b = beda(isi, ()) if dihapus else beda((), isi)
    assert {p.jenis for p in b.perubahan} == {"dihapus" if dihapus else "ditambah"}
    assert [p.lama if dihapus else p.baru for p in b.perubahan] == [
        *("Nama: AMIR", f"Jabatan: {JABATAN[0].text}"),  # type: ignore[union-attr]
        *(" | Contoh, 2027", "Bupati, | Camat,", "(...) | AMIR", " | NIP 1"),
    ]
    assert b.tanda == 2 + len(PASANGAN.rows) + 1
    revisi = {getattr(x, "revision", "") for x in b.dokumen.sections[0].blocks[1:]}
    assert revisi == {"hapus" if dihapus else "baru"}


def test_other_lines_are_printed_whole() -> None:
    """A rank more, or a label more: no word of one can be marked in the other."""
    b = beda((PASANGAN,), (replace(PASANGAN, right=replace(KANAN, details=())),))
    assert [x.revision for x in b.dokumen.sections[0].blocks[1:]] == ["hapus", "baru"]  # type: ignore[union-attr]
    b = beda((IDENTITAS,), (replace(IDENTITAS, lines=IDENTITAS.lines[1:]),))
    assert [x.revision for x in b.dokumen.sections[0].blocks[1:]] == ["hapus", "baru"]  # type: ignore[union-attr]
