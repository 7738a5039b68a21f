"""The two questions on the terminal: where is this cell printed, and where did this number come from?

In: the index and a place as people write it. Out: `Jawaban`, as text or JSON. Raises `GagalSusun` with one finding,
'tempat-asing', for a place that is not there; it names the nearest that are.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from generator.jejak.indeks import Entri, Indeks
from generator.jejak.sel import Buku, SelData
from generator.jejak.telusur import Tempat
from generator.model.alamat import huruf_kolom, letak_sel, ringkas
from generator.model.angka import Lokasi
from generator.temuan import GagalSusun, Kumpulan

BATAS_SEL = 400  # cells of one question
BATAS_USUL = 8  # names proposed
_EXCEL = re.compile(r"'?\[([^\]]+)\]([^']+?)'?!(.+)")
_BARIS_NASKAH = re.compile(r"(.+\.md)(?::(\d+))?")
_NOMOR = re.compile(r"(tabel|grafik|gambar)\s*:?\s*((?:\d+|L)\.\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class Jawaban:
    """`sel`: the cells asked for, or `entri`: the printed values asked for; the other is empty."""

    indeks: Indeks
    sel: tuple[SelData, ...] = ()
    entri: tuple[Entri, ...] = ()

    def teks(self) -> str:
        """The answer in Indonesian, for the terminal."""
        bagian = [*(_sel_teks(self.indeks, s) for s in self.sel), *(_entri_teks(self.indeks, e) for e in self.entri)]
        return "\n\n".join("\n".join(b) for b in bagian)

    def json(self) -> str:
        """The same as a JSON object with the key 'sel' or 'tempat'."""
        isi: dict[str, Any] = {}
        if self.sel:
            isi["sel"] = [
                _sel_data(s) | {"tercetak": [_entri_data(e) for e in self.indeks.pemakaian.get(s.lokasi, ())]}
                for s in self.sel
            ]
        else:
            isi["tempat"] = [
                _entri_data(e) | {"asal": [_asal_data(self.indeks, a) for a in e.asal]} for e in self.entri
            ]
        return json.dumps(isi, ensure_ascii=False, indent=2)


def jawab(indeks: Indeks, tempat: str, baris: str = "", kolom: str = "") -> Jawaban:
    """A cell ('pendanaan.xlsx!Pagu!F17') or a place in the document ('tabel:rencana-pendanaan')."""
    if "!" in tempat or "›" in tempat or ".xlsx" in tempat.lower():
        return jejak_sel(indeks, tempat)
    return jejak_tempat(indeks, tempat, baris, kolom)


# ---------------------------------------------------------------- cells


def jejak_sel(indeks: Indeks, tempat: str) -> Jawaban:
    """The cells of an address or a block: 'pendanaan.xlsx!Pagu!F17', 'content/data/pendanaan.xlsx › Pagu!F17:G20'.

    The workbook may be left out where only one has such a sheet.
    """
    nama_buku, nama_lembar, alamat = _urai_sel(tempat)
    buku, lembar = _cari_lembar(indeks, tempat, nama_buku, nama_lembar)
    awal, _, akhir = alamat.replace("$", "").upper().partition(":")
    sudut, lawan = letak_sel(awal), letak_sel(akhir or awal)
    if sudut is None or lawan is None:
        _asing(tempat, f'"{alamat}" bukan alamat sel; tulis misalnya F17 atau F17:G20')
    (r1, k1), (r2, k2) = sudut, lawan
    if (abs(r2 - r1) + 1) * (abs(k2 - k1) + 1) > BATAS_SEL:
        _asing(tempat, f"{alamat} lebih dari {BATAS_SEL} sel; tanyakan sebagian saja")
    diminta = [
        Lokasi(buku.berkas, lembar, f"{huruf_kolom(k)}{r}")
        for r in range(min(r1, r2), max(r1, r2) + 1)
        for k in range(min(k1, k2), max(k1, k2) + 1)
    ]
    ada = tuple(indeks.sel[a] for a in diminta if a in indeks.sel)
    if not ada:
        berisi = ringkas(s.lokasi for s in buku.lembar[lembar].sel())
        batas = berisi[0].rpartition("!")[2] if berisi else "tidak berisi apa pun"
        _asing(tempat, f"sel itu kosong dan tidak menjadi asal apa pun; lembar {lembar} berisi {_pendek(batas)}")
    return Jawaban(indeks, sel=ada)


def _urai_sel(tempat: str) -> tuple[str, str, str]:
    """Workbook, sheet and address as written; the workbook may be ''."""
    if m := _EXCEL.fullmatch(tempat.strip()):
        return m[1], m[2], m[3]
    bagian = [b.strip().strip("'") for b in re.split(r"[!›]", tempat) if b.strip()]
    if len(bagian) == 3:
        return bagian[0], bagian[1], bagian[2]
    if len(bagian) == 2 and not bagian[0].lower().endswith(".xlsx"):
        return "", bagian[0], bagian[1]
    _asing(tempat, "tulis buku kerja, lembar, dan selnya, misalnya pendanaan.xlsx!Pagu!F17")


def _cari_lembar(indeks: Indeks, tempat: str, nama_buku: str, nama_lembar: str) -> tuple[Buku, str]:
    if nama_buku:
        menurut = {_nama_buku(b): b for b in indeks.buku}
        kunci = _nama_buku(nama_buku)
        if kunci not in menurut:
            _asing(tempat, f"buku kerja {nama_buku} tidak ada; {_usul(kunci, menurut, lambda n: f'{n}.xlsx')}")
        calon = [indeks.buku[menurut[kunci]]]
    else:
        calon = list(indeks.buku.values())
    cocok = [(b, n) for b in calon for n in b.lembar if n.casefold() == nama_lembar.casefold()]
    if not cocok:
        ada = dict.fromkeys(n for b in calon for n in b.lembar)
        di = f" di {_nama_buku(calon[0].berkas)}.xlsx" if nama_buku else ""
        _asing(tempat, f"lembar {nama_lembar} tidak ada{di}; {_usul(nama_lembar, ada)}")
    if len(cocok) > 1:
        semua = ", ".join(f"{_nama_buku(b.berkas)}.xlsx" for b, _ in cocok)
        _asing(tempat, f"lembar {nama_lembar} ada di {semua}; sebut bukunya")
    return cocok[0]


def _nama_buku(berkas: str) -> str:
    return berkas.replace("\\", "/").rpartition("/")[2].casefold().removesuffix(".xlsx")


# ---------------------------------------------------------------- places in the document


def jejak_tempat(indeks: Indeks, tempat: str, baris: str = "", kolom: str = "") -> Jawaban:
    """The values printed at a place, in the order of the document.

    `tempat`: 'tabel:rencana-pendanaan', 'Tabel 4.3', 'grafik:…', 'gambar:…', or a line of a chapter,
    '40-bab-4-program.md:12'. `baris`: a row's key, its first part ('7.01.01' has two rows there) or words of it;
    `kolom`: a column's year, number or words. All that match are given.
    """
    semua = _di_tempat(indeks, tempat)
    terpilih = _menurut(tempat, "baris", baris, semua, _cocok_baris, lambda t: (t.kunci, t.baris))
    tahun = kolom.strip().isdigit() and any(e.tempat.tahun for e in terpilih)
    terpilih = _menurut(
        *(tempat, "kolom", kolom, terpilih, _cocok_kolom), lambda t: (str(t.tahun or ""),) if tahun else (t.kolom,)
    )
    return Jawaban(indeks, entri=tuple(terpilih))


def _di_tempat(indeks: Indeks, tempat: str) -> list[Entri]:
    cari = tempat.strip()
    if m := _BARIS_NASKAH.fullmatch(cari):
        return _di_naskah(indeks, tempat, m[1], int(m[2] or 0))
    if m := _NOMOR.fullmatch(cari):
        sebutan = f"{m[1].title()} {m[2].upper()}"
        hasil = [e for e in indeks.entri if e.tempat.sebutan == sebutan]
        ada = dict.fromkeys(e.tempat.sebutan for e in indeks.entri if e.tempat.sebutan)
        if not hasil:
            _asing(tempat, f"{sebutan} tidak ada atau tidak memuat nilai; {_usul(sebutan, ada)}")
        return hasil
    hasil = [e for e in indeks.entri if e.tempat.label and e.tempat.label.casefold() == cari.casefold()]
    if not hasil:
        label = dict.fromkeys(e.tempat.label for e in indeks.entri if e.tempat.label)
        _asing(tempat, f"{cari or 'tempat'} tidak ada atau tidak memuat nilai; {_usul(cari, label)}")
    return hasil


def _di_naskah(indeks: Indeks, tempat: str, berkas: str, baris: int) -> list[Entri]:
    dalam = [e for e in indeks.entri if e.tempat.sumber and _ujung_sama(e.tempat.sumber.berkas, berkas)]
    if not dalam:
        nama = dict.fromkeys(e.tempat.sumber.berkas.rpartition("/")[2] for e in indeks.entri if e.tempat.sumber)
        _asing(tempat, f"naskah {berkas} tidak ada atau tidak memuat nilai; {_usul(berkas.rpartition('/')[2], nama)}")
    hasil = [e for e in dalam if not baris or (e.tempat.sumber and e.tempat.sumber.baris == baris)]
    if not hasil:
        ada = sorted({e.tempat.sumber.baris for e in dalam if e.tempat.sumber}, key=lambda n: (abs(n - baris), n))
        dekat = ", ".join(map(str, sorted(ada[:BATAS_USUL])))
        _asing(tempat, f"tidak ada nilai pada baris {baris}; baris terdekat yang memuatnya: {dekat}")
    return hasil


def _ujung_sama(penuh: str, sebagian: str) -> bool:
    return f"/{penuh}".endswith("/" + sebagian.strip("/"))


def _menurut(
    tempat: str,
    apa: str,
    cari: str,
    semua: list[Entri],
    cocok: Sequence[Callable[[Tempat, str], bool]],
    nama: Callable[[Tempat], Iterable[str]],
) -> list[Entri]:
    """The entries that match in the strictest way in which any does."""
    cari = " ".join(cari.split()).casefold()
    if not cari:
        return semua
    for uji in cocok:
        if hasil := [e for e in semua if uji(e.tempat, cari)]:
            return hasil
    ada = dict.fromkeys(n for e in semua for n in nama(e.tempat) if n)
    _asing(tempat, f'{apa} "{cari}" tidak ada di {tempat}; {_usul(cari, ada)}')


_cocok_baris: Sequence[Callable[[Tempat, str], bool]] = (
    lambda t, c: t.kunci.casefold() == c or t.kunci.casefold().split("/")[0] == c,
    lambda t, c: t.baris.casefold() == c,
    lambda t, c: c in t.baris.casefold() or c in t.kunci.casefold(),
)
_cocok_kolom: Sequence[Callable[[Tempat, str], bool]] = (
    lambda t, c: t.kolom.casefold() == c or (c.isdigit() and t.tahun == int(c)),
    lambda t, c: c.strip("()").isdigit() and t.nomor_kolom == int(c.strip("()")),
    lambda t, c: all(kata in t.kolom.casefold().partition(" › ")[2] for kata in c.split()),  # below the spanning one
    lambda t, c: all(kata in t.kolom.casefold() for kata in c.split()),
)


# ---------------------------------------------------------------- nothing there


def _asing(tempat: str, pesan: str) -> NoReturn:
    temuan = Kumpulan()
    temuan.tambah("tempat-asing", tempat.strip() or "(kosong)", pesan)
    raise GagalSusun(temuan)


def _usul(cari: str, ada: Iterable[str], bentuk: Callable[[str], str] = str) -> str:
    """'yang ada: …': all names if they are few, else the nearest."""
    semua = list(ada)
    if len(semua) > BATAS_USUL:
        menurut = {n.casefold(): n for n in semua}
        dekat = difflib.get_close_matches(cari.casefold(), menurut, BATAS_USUL, 0.4)
        memuat = [n for n in menurut if cari and cari.casefold() in n and n not in dekat]
        semua = [menurut[n] for n in (*memuat, *dekat)][:BATAS_USUL] or semua[:BATAS_USUL]
        return f"yang mirip: {', '.join(bentuk(_pendek(n)) for n in semua)}"
    return f"yang ada: {', '.join(bentuk(_pendek(n)) for n in semua) or 'tidak satu pun'}"


def _pendek(teks: str) -> str:
    return teks if len(teks) <= 60 else f"{teks[:59]}…"


# ---------------------------------------------------------------- text and JSON


def sebut_tempat(t: Tempat) -> str:
    """A place on one line: 'hlm. 84 · Tabel 4.3 … › baris … › kolom …'."""
    bagian = [f"hlm. {t.halaman}"] if t.halaman else []
    if t.unsur == "sampul":
        bagian.append(t.judul)
    elif t.sebutan:
        bagian.append(f"{t.sebutan} {_pendek(t.judul)}".strip())
        if t.unsur in ("tabel", "grafik", "gambar"):
            bagian.append(f"baris {t.kunci}" + (f" ({t.baris})" if t.baris and t.baris != t.kunci else ""))
        else:
            bagian.append(t.unsur)
        if t.kolom:
            bagian.append(f"kolom {t.kolom}")
    else:
        bagian += [t.bagian or t.bab, f"{t.unsur}, {t.sumber}" if t.sumber else t.unsur]
    return " · ".join(dict.fromkeys(bagian))


def _sel_teks(indeks: Indeks, s: SelData) -> Iterator[str]:
    yield str(s.lokasi)
    letak = [f"kolom {s.kolom}"] if s.kolom and not s.kepala else []
    letak += [f"baris {s.baris}"] if s.baris else []
    letak += [s.peran] if s.peran else []
    yield f"  isi       {s.isi or '(kosong)'}" + (f"  ({'; '.join(letak)})" if letak else "")
    tempat = indeks.pemakaian.get(s.lokasi, [])
    if not tempat:
        yield "  tercetak  tidak di mana pun"
    sendiri, dihitung = [e for e in tempat if not e.rumus], [e for e in tempat if e.rumus]
    for kepala, isi in (
        (f"tercetak  di {len(sendiri)} tempat", sendiri),
        (f"dihitung  menjadi {len(dihitung)} angka", dihitung),
    ):
        if isi:
            yield f"  {kepala}"
        for e in isi:
            yield f"    {e.teks or '(kosong)'} · {sebut_tempat(e.tempat)}"
            if e.rumus:
                yield f"      = {e.rumus}"


def _entri_teks(indeks: Indeks, e: Entri) -> Iterator[str]:
    yield e.teks or "(kosong)"
    yield f"  tempat    {sebut_tempat(e.tempat)}"
    if any(e.tempat.kutipan):
        yield f"  kalimat   {e.tempat.kutipan[0]}[{e.teks}]{e.tempat.kutipan[1]}"
    if e.rumus:
        yield f"  dihitung  {e.rumus}"
    if len(e.asal) == 1:
        asal = indeks.sel.get(e.asal[0])
        yield f"  asal      {e.asal[0]}" + (f" = {asal.isi or '(kosong)'}" if asal else "")
    else:
        for i, a in enumerate(ringkas(e.asal, " › ")):
            yield f"  {'asal' if i == 0 else '':<8}  {a}"
        yield f"            ({len(e.asal)} sel)" if e.asal else "  asal      tidak tercatat"


def _sel_data(s: SelData) -> dict[str, Any]:
    a = s.lokasi
    return {
        "alamat": str(a),
        "berkas": a.berkas,
        "lembar": a.lembar,
        "sel": a.sel,
        "isi": s.isi,
        "kolom": s.kolom,
        "baris": s.baris,
        "judul_kolom": s.kepala,
        "peran": s.peran,
    }


def _asal_data(indeks: Indeks, a: Lokasi) -> dict[str, Any]:
    return _sel_data(indeks.sel[a]) if a in indeks.sel else {"alamat": str(a)}


def _entri_data(e: Entri) -> dict[str, Any]:
    t = e.tempat
    return {
        "nomor": e.nomor,
        "teks": e.teks,
        "nilai": None if e.angka is None or e.angka.nilai is None else str(e.angka.nilai),
        "rumus": e.rumus,
        "penanda": e.penanda,
        "unsur": t.unsur,
        "bab": t.bab,
        "bagian": t.bagian,
        "label": t.label,
        "sebutan": t.sebutan,
        "judul": t.judul,
        "kunci": t.kunci,
        "baris": t.baris,
        "kolom": t.kolom,
        "nomor_kolom": t.nomor_kolom,
        "tahun": t.tahun or None,
        "halaman": t.halaman,
        "naskah": str(t.sumber) if t.sumber else "",
    }
