"""`perubahan.json`: every change by key, and what reconciles. Same comparison, same bytes.

Amounts are whole numbers; targets with decimals and percents (two decimals) are JSON numbers too. A blank is null.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from generator.banding.beda_data import BarisBeda
from generator.banding.pagu import PaguBeda, Selisih
from generator.banding.perbandingan import IndikatorBeda, Perbandingan
from generator.model.kolom import IsiSel
from generator.temuan import Temuan
from generator.tree.format import bulatkan

VERSI_BENTUK = 1
"""Of the form of this file; a reader of it can tell."""
_SEPARUH = re.compile("[\ud800-\udfff]")
"""Half a character, which a damaged cell may hold and UTF-8 may not."""


def tulis_json(p: Perbandingan) -> str:
    """The whole file."""
    isi = {
        "bentuk": VERSI_BENTUK,
        "dokumen": p.judul,
        "dari": p.dari,
        "ke": p.ke,
        "sama": p.sama,
        "ringkasan": {
            "naskah": {"perubahan": len(p.beda.perubahan), "menurut_unsur": p.menurut_unsur},
            "data": {"baris": len(p.data), "sel": p.jumlah_sel, "menurut_jenis": p.data_menurut_jenis},
            "temuan": {"muncul": len(p.temuan.muncul), "hilang": len(p.temuan.hilang)},
        },
        "data": [_baris(b) for b in p.data],
        "pagu": [_pagu(x) for x in p.pagu],
        "indikator": [_indikator(i) for i in p.indikator],
        "temuan": {
            "muncul": [_temuan(t) for t in p.temuan.muncul],
            "hilang": [_temuan(t) | ({"diterima": alasan} if alasan else {}) for t, alasan in p.temuan.hilang],
        },
        "naskah": [
            {
                "jenis": x.jenis,
                "unsur": x.apa,
                "tempat": x.tempat,
                "lama": x.lama,
                "baru": x.baru,
                "sumber_lama": x.asal_lama,
                "sumber_baru": x.asal_baru,
            }
            for x in p.beda.perubahan
        ],
        "nomor_bergeser": [{"lama": a, "baru": b} for a, b in p.beda.nomor_bergeser],
        "tak_tertandai": list(p.beda.tak_tertandai),
    }
    return _SEPARUH.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(isi, ensure_ascii=False, indent=1)) + "\n"


def _baris(b: BarisBeda) -> dict[str, Any]:
    return {
        "jenis": b.jenis,
        "buku": b.buku,
        "lembar": b.lembar,
        "kunci": b.kunci,
        **({"kunci_lama": b.kunci_lama} if b.kunci_lama else {}),
        "nama": b.nama,
        "sumber_lama": b.asal_lama,
        "sumber_baru": b.asal_baru,
        "sel": list(_sel(b)),
    }


def _sel(b: BarisBeda) -> Iterable[dict[str, Any]]:
    for s in b.sel:
        yield {
            "kolom": s.kolom,
            "jenis": s.jenis,
            "lama": _nilai(s.lama),
            "baru": _nilai(s.baru),
            "selisih": _nilai(s.selisih),
            "persen": _persen(s.bagian),
            "sumber_lama": s.asal_lama,
            "sumber_baru": s.asal_baru,
        }


def _pagu(p: PaguBeda) -> dict[str, Any]:
    return {
        "tingkat": p.tingkat,
        "kode": p.kode,
        "nama": p.nama,
        "keterangan": p.keterangan,
        "tahun": {str(t): _selisih(s) for t, s in p.tahun.items()},
        "jumlah": _selisih(p.jumlah),
    }


def _selisih(s: Selisih) -> dict[str, Any]:
    return {
        "lama": _nilai(s.lama),
        "baru": _nilai(s.baru),
        "selisih": _nilai(s.selisih),
        "persen": _persen(s.bagian),
    }


def _indikator(i: IndikatorBeda) -> dict[str, Any]:
    b = i.baris
    return {
        "jenis": b.jenis,
        "lembar": b.lembar,
        "kode": b.kunci,
        "indikator": i.nama,
        "satuan": i.satuan,
        "milik": i.milik,
        "sel": list(_sel(b)),
    }


def _temuan(t: Temuan) -> dict[str, Any]:
    return {"berat": t.berat, "kode": t.kode, "tempat": t.tempat, "pokok": t.pokok, "pesan": t.pesan}


def _nilai(n: IsiSel) -> Any:
    """JSON knows no Decimal: a number of at most 15 digits is written as it was typed."""
    if isinstance(n, Decimal):
        return int(n) if n == n.to_integral_value() else float(n)
    return n


def _persen(bagian: Decimal | None) -> Any:
    return None if bagian is None else _nilai(bulatkan(bagian * 100, 2))
