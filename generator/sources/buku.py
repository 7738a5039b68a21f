"""Workbooks -> `Isi`: headers, rows, keys and references checked; every fault is a finding with its cell.

In: the folder of workbooks and their schema. Out: the fields of `Isi`, or findings only. What a row type gives a
default for may be absent, as a column, a key, a cell or a whole sheet, and reads as it: columns may come without
breaking what offices have filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.berkas import OBAT_FOLDER, ada, akar_sumber, keluar_dari
from generator.model.angka import Lokasi
from generator.model.isi import SEMUA_BUKU, Isi
from generator.model.kolom import Baris, KolomBebas, PerTahun, Rujukan, Sel
from generator.model.skema import Buku, Lembar, metadata
from generator.sources.kepala import baris_isi, judul_di, judul_polos, kolom_berisi, petakan
from generator.sources.keutuhan import periksa_keutuhan
from generator.sources.lembar_alir import LembarMentah
from generator.sources.xlsx import BukuDitolak, Pembaca, PembacaSekali, baca_xlsx
from generator.temuan import Kumpulan

PETUNJUK = "Petunjuk"
KOLOM_TUNGGAL = ("Kunci", "Nilai", "Keterangan")


def baca_isi(folder: Path, temuan: Kumpulan, nama: str = "content/data", baca: Pembaca | None = None) -> Isi | None:
    """Read every workbook of `folder`. None when a finding of severity galat stands in the way."""
    if keluar_dari(akar_sumber(folder, nama), folder):
        temuan.tambah("berkas-ditolak", nama, "folder itu tautan yang keluar dari folder isi", OBAT_FOLDER)
        return None
    medan: dict[str, Any] = {}
    for buku in SEMUA_BUKU:
        medan |= baca_buku(buku, folder / buku.berkas, f"{nama}/{buku.berkas}", temuan, baca)
    _periksa_berkas_asing(folder, nama, temuan)
    periksa_rujukan(SEMUA_BUKU, medan, temuan)
    periksa_keutuhan(medan, temuan)
    return None if temuan.galat else Isi(**medan)


def baca_buku(buku: Buku, path: Path, berkas: str, temuan: Kumpulan, baca: Pembaca | None = None) -> dict[str, Any]:
    """The fields that one workbook fills. `berkas`: what places call it."""
    if not ada(path):
        temuan.tambah("buku-hilang", berkas, f"buku kerja {buku.berkas} ({buku.uraian.lower()}) tidak ada")
        return {}
    try:
        mentah = (baca or baca_xlsx)(path, berkas)
    except BukuDitolak as e:
        temuan.tambah(e.kode, berkas, e.pesan, e.obat)
        return {}
    ingatan = baca.terolah if isinstance(baca, PembacaSekali) else {}
    kunci = (buku.nama, id(mentah))
    if kunci not in ingatan:
        milik = Kumpulan()
        ingatan[kunci] = _medan(buku, berkas, mentah, milik), milik
    medan, milik = ingatan[kunci]
    temuan.masukkan(milik)
    return medan


def _periksa_berkas_asing(folder: Path, nama: str, temuan: Kumpulan) -> None:
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        if path.suffix.lower() in {".xls", ".xlsm", ".xlsb", ".ods", ".csv"}:
            temuan.tambah("berkas-asing", f"{nama}/{path.name}", f"berkas {path.suffix} tidak dibaca")


def _medan(buku: Buku, berkas: str, mentah: dict[str, LembarMentah], temuan: Kumpulan) -> dict[str, Any]:
    hasil: dict[str, Any] = {}
    dikenal = {PETUNJUK, *(lembar.nama for lembar in buku.lembar)}
    for nama in mentah:
        if nama not in dikenal and nama.strip().lower() in {d.lower() for d in dikenal}:
            temuan.tambah("lembar-asing", Lokasi(berkas, nama), f'lembar "{nama}" tidak dikenal; periksa ejaannya')
    for lembar in buku.lembar:
        if lembar.nama in mentah:
            mentah[lembar.nama].laporkan_huruf(temuan)
            pembaca = _tunggal if lembar.tunggal else _berbaris
            rekaman = pembaca(lembar, mentah[lembar.nama], temuan)
        else:
            asing = [x for nama, x in mentah.items() if nama not in dikenal]
            rekaman = _tanpa_lembar(lembar, berkas, asing, temuan)
        if rekaman is not None:
            hasil[lembar.medan] = rekaman
    return hasil


def _tanpa_lembar(
    lembar: Lembar, berkas: str, asing: Sequence[LembarMentah], temuan: Kumpulan
) -> tuple[Baris, ...] | Baris | None:
    """What a sheet that is not there reads as; a finding where it must be, or stands there under another name."""
    ganti_nama = next((x.nama for x in asing if serupa(lembar, x)), "")
    if boleh_tiada(lembar) and not ganti_nama:
        return _validasi(lembar.baris, {}, Lokasi(berkas, lembar.nama), temuan) if lembar.tunggal else ()
    mirip = f'; lembar "{ganti_nama}" berjudul kolom yang sama' if ganti_nama else ""
    temuan.tambah("lembar-hilang", berkas, f'lembar "{lembar.nama}" ({lembar.uraian.lower()}) tidak ada{mirip}')
    return None


def boleh_tiada(lembar: Lembar) -> bool:
    """Whether a sheet may be absent: it may be empty, or every key of it has a default."""
    medan = lembar.baris.model_fields
    return lembar.boleh_kosong or (
        lembar.tunggal and not any(f.is_required() for n, f in medan.items() if n != "lokasi")
    )


def serupa(lembar: Lembar, mentah: LembarMentah) -> bool:
    """Whether an unknown sheet has the headers of this one: it was renamed, and its rows must not be lost silently."""
    judul = {judul_di(mentah, k) for k in kolom_berisi(mentah)}
    if not lembar.tunggal:
        dicari = set(judul_polos(lembar))
    elif judul >= set(KOLOM_TUNGGAL[:2]):
        judul = {str(mentah.di(r, 1).isi) for r in baris_isi(mentah)}
        dicari = set(lembar.baris.model_fields) - {"lokasi"}
    else:
        return False
    return len(dicari & judul) * 2 > len(dicari)


# ---------------------------------------------------------------- one sheet


def _validasi(baris: type[Baris], data: dict[str, Any], lokasi: Lokasi, temuan: Kumpulan) -> Baris | None:
    def peringatan(kode: str, tempat: Lokasi, pesan: str, pokok: str) -> None:
        temuan.tambah(kode, tempat, pesan, pokok=pokok)

    ada = {n: isi for n, isi in data.items() if not _tiada(isi) or baris.model_fields[n].is_required()}
    try:
        return baris.model_validate({**ada, "lokasi": lokasi}, context={"peringatan": peringatan})
    except ValidationError as e:
        for galat in e.errors(include_url=False):
            if galat["type"] == "missing":  # a column or key that is not there has its own finding
                continue
            nama, *kunci = galat["loc"]
            sel = data[str(nama)]
            for langkah in kunci:
                sel = sel[langkah]
            tempat = sel.lokasi if isinstance(sel, Sel) else lokasi
            temuan.tambah(galat["type"], tempat, f"{_sebutan(baris, str(nama), kunci)}: {galat['msg']}")
        return None


def _tiada(isi: Any) -> bool:
    """A blank cell, or no column at all, of a field."""
    return isi.kosong if isinstance(isi, Sel) else not isi


def _sebutan(baris: type[Baris], nama: str, kunci: Sequence[int | str]) -> str:
    """A column as planners know it: its header."""
    medan = baris.model_fields[nama]
    per_tahun = metadata(medan, PerTahun)
    return " ".join(map(str, (per_tahun.judul, *kunci) if per_tahun else kunci or (medan.title or nama,)))


def _tunggal(lembar: Lembar, mentah: LembarMentah, temuan: Kumpulan) -> Baris | None:
    judul = [mentah.di(1, k).isi for k in (1, 2, 3)]
    if judul[:2] != list(KOLOM_TUNGGAL[:2]):
        temuan.tambah("kolom-hilang", Lokasi(mentah.berkas, mentah.nama, "A1"), "kolom A dan B harus Kunci dan Nilai")
        return None
    medan = {n for n in lembar.baris.model_fields if n != "lokasi"}
    data: dict[str, Sel] = {}
    for r in baris_isi(mentah):
        kunci = mentah.di(r, 1)
        nama = str("" if kunci.isi is None else kunci.isi).strip()
        if nama in data:
            temuan.tambah("kunci-ganda", kunci.lokasi, f'kunci "{nama}" sudah ada di {data[nama].lokasi.sel}')
        elif nama in medan:
            data[nama] = mentah.di(r, 2)
        else:
            temuan.tambah("kunci-asing", kunci.lokasi, f'kunci "{nama}" tidak dikenal')
    for nama in sorted(n for n in medan - set(data) if lembar.baris.model_fields[n].is_required()):
        temuan.tambah("kunci-hilang", Lokasi(mentah.berkas, mentah.nama), f'kunci "{nama}" tidak ada')
    return _validasi(lembar.baris, data, Lokasi(mentah.berkas, mentah.nama, "A1"), temuan)


def _berbaris(lembar: Lembar, mentah: LembarMentah, temuan: Kumpulan) -> tuple[Baris, ...] | None:
    kolom = petakan(lembar, mentah, temuan)
    if not kolom.sah and any(metadata(m, KolomBebas) for m in lembar.baris.model_fields.values()):
        return None  # any column might be the missing one: its cells cannot be judged
    hasil: list[Baris] = []
    kunci: dict[Any, Lokasi] = {}
    utuh = kolom.sah
    for r in baris_isi(mentah):
        tempat = Lokasi(mentah.berkas, mentah.nama, f"A{r}")
        rekaman = _validasi(lembar.baris, kolom.data(mentah, r), tempat, temuan)
        if rekaman is None:
            utuh = False
            continue
        if lembar.kunci:
            nilai = getattr(rekaman, lembar.kunci)
            tempat = mentah.di(r, kolom.polos[lembar.kunci]).lokasi
            if nilai in kunci:
                isi = getattr(nilai, "nilai", nilai)
                temuan.tambah("kunci-ganda", tempat, f'"{isi}" sudah ada di {kunci[nilai].sel}')
                utuh = False
            kunci.setdefault(nilai, tempat)
        hasil.append(rekaman)
    if utuh and not hasil and not lembar.boleh_kosong:
        temuan.tambah("lembar-kosong", Lokasi(mentah.berkas, mentah.nama), "lembar tidak berisi satu baris pun")
        return None
    return tuple(hasil) if utuh else None


# ---------------------------------------------------------------- between sheets


def periksa_rujukan(semua: Iterable[Buku], medan: Mapping[str, Any], temuan: Kumpulan) -> None:
    """Every code by which these workbooks refer to a sheet stands there; `medan` holds the rows of both."""
    for buku in semua:
        for lembar in buku.lembar:
            rujukan = {n: r for n, f in lembar.baris.model_fields.items() if (r := metadata(f, Rujukan))}
            if not rujukan or not isinstance(medan.get(lembar.medan), tuple):
                continue
            for nama, tujuan in rujukan.items():
                if tujuan.medan not in medan:
                    continue
                ada = {r.kode for r in medan[tujuan.medan]}
                for baris in medan[lembar.medan]:
                    kode = getattr(baris, nama)
                    if kode is not None and kode not in ada:
                        asal = kode.asal[0] if kode.asal else baris.lokasi
                        temuan.tambah("kode-asing", asal, f'kode "{kode}" tidak ada di {tempat_medan(tujuan.medan)}')


def tempat_medan(medan: str) -> str:
    """'organisasi.xlsx › Jabatan' of a field of `Isi`."""
    return next(
        f"{buku.berkas} › {lembar.nama}" for buku in SEMUA_BUKU for lembar in buku.lembar if lembar.medan == medan
    )
