"""Findings as SARIF 2.1.0, which code review tools show beside the file.

A cell has no line: it is given as a logical location ('Pagu!F17'), the workbook as the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator import __version__
from generator.katalog import semua_jenis
from generator.temuan import Temuan

_TINGKAT = {"galat": "error", "peringatan": "warning"}


def sebagai_sarif(temuan: Iterable[Temuan]) -> str:
    """One run with all findings, and every kind of the catalogue as a rule."""
    aturan = [
        {
            "id": j.kode,
            "shortDescription": {"text": j.arti},
            "help": {"text": j.obat},
            "defaultConfiguration": {"level": _TINGKAT[j.berat]},
        }
        for j in semua_jenis()
    ]
    jalan = {
        "tool": {"driver": {"name": "renstra", "version": __version__, "rules": aturan}},
        "results": [_hasil(t) for t in temuan],
    }
    isi = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [jalan]}
    return json.dumps(isi, ensure_ascii=False, indent=2)


def _hasil(t: Temuan) -> dict[str, Any]:
    return {
        "ruleId": t.kode,
        "level": _TINGKAT[t.berat],
        "message": {"text": f"{t.pesan}\n{t.cara}"},
        "locations": [_tempat(t)],
    }


def _tempat(t: Temuan) -> dict[str, Any]:
    fisik: dict[str, Any] = {"artifactLocation": {"uri": t.berkas}}
    if t.lokasi.dalam_buku:
        logis = [{"fullyQualifiedName": t.lokasi.dalam_buku, "kind": "member"}]
        return {"physicalLocation": fisik, "logicalLocations": logis}
    if t.lokasi.baris:
        fisik["region"] = {"startLine": t.lokasi.baris}
    return {"physicalLocation": fisik}
