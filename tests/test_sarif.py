"""Findings as SARIF: each at its line, its cell or its file; every kind of the catalogue is a rule."""

from __future__ import annotations

import json
from typing import Any

from generator.lokasi import Lokasi
from generator.sarif import sebagai_sarif
from generator.temuan import KATALOG, Temuan


def _jalan(*temuan: Temuan) -> dict[str, Any]:
    (jalan,) = json.loads(sebagai_sarif(temuan))["runs"]
    return dict(jalan)


def test_tempat() -> None:
    jalan = _jalan(
        Temuan("jumlah-kontrol", Lokasi("a.xlsx", "Pagu", "F17"), "beda", "Betulkan."),
        Temuan("terbilang-salah", Lokasi("bab 1: awal.md", baris=7), "salah"),
        Temuan("bab-hilang", Lokasi("content/chapters"), "tidak ada"),
    )
    assert [(h["ruleId"], h["level"], h["locations"][0]) for h in jalan["results"]] == [
        (
            "jumlah-kontrol",
            "warning",
            {
                "physicalLocation": {"artifactLocation": {"uri": "a.xlsx"}},
                "logicalLocations": [{"fullyQualifiedName": "Pagu!F17", "kind": "member"}],
            },
        ),
        (
            "terbilang-salah",
            "error",
            {"physicalLocation": {"artifactLocation": {"uri": "bab 1: awal.md"}, "region": {"startLine": 7}}},
        ),
        ("bab-hilang", "error", {"physicalLocation": {"artifactLocation": {"uri": "content/chapters"}}}),
    ]
    assert jalan["results"][0]["message"]["text"] == "beda\nBetulkan."


def test_setiap_jenis_adalah_aturan() -> None:
    aturan = _jalan()["tool"]["driver"]["rules"]
    assert {a["id"] for a in aturan} == set(KATALOG) and len(aturan) == len(KATALOG)
