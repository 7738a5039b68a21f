"""Findings as SARIF 2.1.0, which code review tools show beside the file.

A cell has no line: it is given as a logical location ('Pagu!F17'), the workbook as the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from generator import __version__
from generator.temuan import KATALOG, Temuan

_SEL = re.compile(r"(?P<berkas>.+?) › (?P<sel>.+)")
_BARIS = re.compile(r"(?P<berkas>.+):(?P<baris>\d+)")
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
        for j in KATALOG.values()
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
        "message": {"text": f"{t.pesan}\n{t.obat or KATALOG[t.kode].obat}"},
        "locations": [_tempat(t.tempat)],
    }


def _tempat(tempat: str) -> dict[str, Any]:
    if m := _SEL.fullmatch(tempat):
        logis = [{"fullyQualifiedName": m["sel"], "kind": "member"}]
        return {"physicalLocation": {"artifactLocation": {"uri": m["berkas"]}}, "logicalLocations": logis}
    if m := _BARIS.fullmatch(tempat):
        wilayah = {"startLine": int(m["baris"])}
        return {"physicalLocation": {"artifactLocation": {"uri": m["berkas"]}, "region": wilayah}}
    return {"physicalLocation": {"artifactLocation": {"uri": tempat}}}
