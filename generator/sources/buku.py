"""Workbooks -> `Isi`: headers, rows, keys and references checked; every fault is a finding with its cell.

In: the folder of workbooks and their schema. Out: the fields of `Isi`, or findings only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from generator.model.angka import Lokasi
from generator.model.isi import SEMUA_BUKU, Isi
from generator.model.kolom import Baris, KolomBebas, PerTahun, Rujukan, Sel
from generator.model.skema import Buku, Lembar
from generator.sources.xlsx import BukuDitolak, LembarMentah, baca_xlsx, huruf_kolom
from generator.temuan import Kumpulan

PETUNJUK = "Petunjuk"
KOLOM_TUNGGAL = ("Kunci", "Nilai", "Keterangan")


def metadata(medan: FieldInfo, jenis: type[Any]) -> Any:
    """The mark of a type (PerTahun, KolomBebas, Rujukan, Bentuk) on a field, or None."""
    tumpukan: list[Any] = [*medan.metadata, medan.annotation]
    while tumpukan:
        m = tumpukan.pop(0)
        if isinstance(m, jenis):
            return m
        if get_origin(m) is not None:
            tumpukan.extend([*getattr(m, "__metadata__", ()), *get_args(m)])
    return None


def baca_isi(folder: Path, temuan: Kumpulan, nama: str = "content/data") -> Isi | None:
    """Read every workbook of `folder`. None when a finding of severity galat stands in the way."""
    medan: dict[str, Any] = {}
    for buku in SEMUA_BUKU:
        berkas = f"{nama}/{buku.berkas}"
        path = folder / buku.berkas
        if not path.is_file():
            temuan.tambah("buku-hilang", berkas, f"buku kerja {buku.berkas} ({buku.uraian.lower()}) tidak ada")
            continue
        try:
            mentah = baca_xlsx(path, berkas)
        except BukuDitolak as e:
            temuan.tambah(e.kode, berkas, e.pesan)
            continue
        medan.update(_baca_buku(buku, berkas, mentah, temuan))
    _periksa_berkas_asing(folder, nama, temuan)
    _periksa_rujukan(medan, temuan)
    return None if temuan.galat else Isi(**medan)


def _periksa_berkas_asing(folder: Path, nama: str, temuan: Kumpulan) -> None:
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        if path.suffix.lower() in {".xls", ".xlsm", ".xlsb", ".ods", ".csv"}:
            temuan.tambah("berkas-asing", f"{nama}/{path.name}", f"berkas {path.suffix} tidak dibaca")


def _baca_buku(buku: Buku, berkas: str, mentah: dict[str, LembarMentah], temuan: Kumpulan) -> dict[str, Any]:
    hasil: dict[str, Any] = {}
    dikenal = {PETUNJUK, *(lembar.nama for lembar in buku.lembar)}
    for nama in mentah:
        if nama not in dikenal and nama.strip().lower() in {d.lower() for d in dikenal}:
            temuan.tambah("lembar-asing", Lokasi(berkas, nama), f'lembar "{nama}" tidak dikenal; periksa ejaannya')
    for lembar in buku.lembar:
        if lembar.nama not in mentah:
            temuan.tambah("lembar-hilang", berkas, f'lembar "{lembar.nama}" ({lembar.uraian.lower()}) tidak ada')
            continue
        pembaca = _tunggal if lembar.tunggal else _berbaris
        rekaman = pembaca(lembar, mentah[lembar.nama], temuan)
        if rekaman is not None:
            hasil[lembar.medan] = rekaman
    return hasil


# ---------------------------------------------------------------- one sheet


def _validasi(baris: type[Baris], data: dict[str, Any], lokasi: Lokasi, temuan: Kumpulan) -> Baris | None:
    def peringatan(kode: str, tempat: Lokasi, pesan: str) -> None:
        temuan.tambah(kode, tempat, pesan)

    try:
        return baris.model_validate({**data, "lokasi": lokasi}, context={"peringatan": peringatan})
    except ValidationError as e:
        for galat in e.errors(include_url=False):
            sel: Any = data
            judul = ""
            for langkah in galat["loc"]:
                if isinstance(sel, dict):
                    judul = judul or baris.model_fields[str(langkah)].title or str(langkah)
                    sel = sel.get(langkah)
            tempat = sel.lokasi if isinstance(sel, Sel) else lokasi
            temuan.tambah(galat["type"], tempat, f"{judul}: {galat['msg']}" if judul else galat["msg"])
        return None


def _baris_isi(mentah: LembarMentah) -> Iterator[int]:
    """The numbers of rows below the header that hold anything."""
    return iter(sorted({r for r, _ in mentah.sel if r > 1}))


def _tunggal(lembar: Lembar, mentah: LembarMentah, temuan: Kumpulan) -> Baris | None:
    judul = [mentah.di(1, k).isi for k in (1, 2, 3)]
    if judul[:2] != list(KOLOM_TUNGGAL[:2]):
        temuan.tambah("kolom-hilang", Lokasi(mentah.berkas, mentah.nama, "A1"), "kolom A dan B harus Kunci dan Nilai")
        return None
    medan = {n for n in lembar.baris.model_fields if n != "lokasi"}
    data: dict[str, Sel] = {}
    for r in _baris_isi(mentah):
        kunci = mentah.di(r, 1)
        nama = str(kunci.isi or "").strip()
        if nama in data:
            temuan.tambah("kunci-ganda", kunci.lokasi, f'kunci "{nama}" sudah ada di {data[nama].lokasi.sel}')
        elif nama in medan:
            data[nama] = mentah.di(r, 2)
        else:
            temuan.tambah("kunci-asing", kunci.lokasi, f'kunci "{nama}" tidak dikenal')
    for nama in sorted(medan - set(data)):
        temuan.tambah("kunci-hilang", Lokasi(mentah.berkas, mentah.nama), f'kunci "{nama}" tidak ada')
    if medan - set(data):
        return None
    return _validasi(lembar.baris, data, Lokasi(mentah.berkas, mentah.nama, "A1"), temuan)


def _kolom(lembar: Lembar, mentah: LembarMentah, temuan: Kumpulan) -> dict[str, Any] | None:
    """Field -> column number, or for PerTahun {year: column} and KolomBebas {header: column}."""
    peta: dict[str, Any] = {}
    polos: dict[str, str] = {}
    tahunan: dict[str, str] = {}
    bebas = ""
    for nama, medan in lembar.baris.model_fields.items():
        if nama == "lokasi":
            continue
        per_tahun = metadata(medan, PerTahun)
        if per_tahun:
            tahunan[per_tahun.judul] = nama
            peta[nama] = {}
        elif metadata(medan, KolomBebas):
            bebas = nama
            peta[nama] = {}
        else:
            polos[medan.title or nama] = nama
    terlihat: dict[str, str] = {}
    sah = True
    for k in range(1, mentah.kolom_terakhir + 1):
        sel = mentah.di(1, k)
        if sel.isi is None:
            if any(kolom == k for _, kolom in mentah.sel):
                temuan.tambah("kolom-asing", sel.lokasi, f"kolom {huruf_kolom(k)} berisi tetapi tidak berjudul")
                sah = False
            continue
        judul = " ".join(str(sel.isi).split())
        if judul in terlihat:
            temuan.tambah("kolom-ganda", sel.lokasi, f'kolom "{judul}" sudah ada di {terlihat[judul]}')
            sah = False
            continue
        terlihat[judul] = sel.lokasi.sel
        m = re.fullmatch(r"(.+) (\d{4})", judul)
        if judul in polos:
            peta[polos[judul]] = k
        elif m and m[1] in tahunan:
            peta[tahunan[m[1]]][int(m[2])] = k
        elif bebas:
            peta[bebas][judul] = k
        else:
            usul = [*polos, *(f"{t} tahun" for t in tahunan)]
            temuan.tambah("kolom-asing", sel.lokasi, f'kolom "{judul}" tidak dikenal; yang dikenal: {", ".join(usul)}')
            sah = False
    for judul, nama in polos.items():
        if nama not in peta:
            temuan.tambah("kolom-hilang", Lokasi(mentah.berkas, mentah.nama), f'kolom "{judul}" tidak ada')
            sah = False
    for judul, nama in tahunan.items():
        if not peta[nama]:
            temuan.tambah("kolom-hilang", Lokasi(mentah.berkas, mentah.nama), f'tidak ada kolom "{judul} <tahun>"')
            sah = False
    sah &= _tahun_sama(mentah, [(j, sorted(peta[n])) for j, n in tahunan.items() if peta[n]], temuan)
    for judul in [j for j in peta.get(bebas, {}) if j.lower() in {"jumlah", "total"}] if len(peta.get(bebas, {})) > 1 else []:
        temuan.tambah("kolom-asing", mentah.di(1, peta[bebas][judul]).lokasi, f'kolom "{judul}" dihitung; jangan diketik')
        sah = False
    if bebas and not peta[bebas]:
        temuan.tambah("kolom-hilang", Lokasi(mentah.berkas, mentah.nama), "tidak ada kolom nilai")
        sah = False
    return peta if sah else None


def _tahun_sama(mentah: LembarMentah, tahun: list[tuple[str, list[int]]], temuan: Kumpulan) -> bool:
    """The year columns of one sheet cover the same years without a gap."""
    sah = True
    for judul, daftar in tahun:
        if daftar != list(range(daftar[0], daftar[-1] + 1)) or daftar != tahun[0][1]:
            semua = sorted({t for _, d in tahun for t in d})
            hilang = [t for t in range(semua[0], semua[-1] + 1) if t not in daftar]
            for t in hilang:
                temuan.tambah("kolom-hilang", Lokasi(mentah.berkas, mentah.nama), f'kolom "{judul} {t}" tidak ada')
            sah = False
    return sah


def _berbaris(lembar: Lembar, mentah: LembarMentah, temuan: Kumpulan) -> tuple[Baris, ...] | None:
    peta = _kolom(lembar, mentah, temuan)
    if peta is None:
        return None
    hasil: list[Baris] = []
    kunci: dict[Any, Lokasi] = {}
    utuh = True
    for r in _baris_isi(mentah):
        data = {
            nama: {k: mentah.di(r, kolom) for k, kolom in letak.items()} if isinstance(letak, dict) else mentah.di(r, letak)
            for nama, letak in peta.items()
        }
        rekaman = _validasi(lembar.baris, data, Lokasi(mentah.berkas, mentah.nama, f"A{r}"), temuan)
        if rekaman is None:
            utuh = False
            continue
        if lembar.kunci:
            nilai = getattr(rekaman, lembar.kunci)
            tempat = mentah.di(r, peta[lembar.kunci]).lokasi
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


def _periksa_rujukan(medan: dict[str, Any], temuan: Kumpulan) -> None:
    """Every code that refers to another sheet stands there."""
    for buku in SEMUA_BUKU:
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
