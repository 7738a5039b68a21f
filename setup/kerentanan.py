"""Known vulnerabilities of the libraries in requirements.lock, asked by pip-audit; run by `make kerentanan` and by CI.

pip-audit stands in an environment of its own, of setup/kerentanan.lock: who writes a plan does not need it. What cannot
be asked here (no package index, no database of vulnerabilities, no answer in time) is skipped with a word. Status 1
only when a library is vulnerable.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parents[1]
KUNCI = AKAR / "requirements.lock"
KUNCI_ALAT = AKAR / "setup" / "kerentanan.lock"
LINGKUNGAN = AKAR / ".venv" / "kerentanan"
LAYANAN = {"pypi": "PyPI", "osv": "OSV"}
BATAS = 120.0  # seconds for one step

Pustaka = dict[str, Any]
"""What pip-audit says of a library: `name`, and `version` and `vulns`, or `skip_reason` when it could not be asked."""


def pasang(batas: float = BATAS) -> Path | None:
    """pip-audit's Python; None where it cannot be installed."""
    python = LINGKUNGAN / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    stempel, sidik = LINGKUNGAN / ".siap", hashlib.sha256(KUNCI_ALAT.read_bytes()).hexdigest()
    if stempel.is_file() and stempel.read_text(encoding="ascii") == sidik:
        return python
    pip = [str(python), "-m", "pip", "--no-input", "--disable-pip-version-check", "-qq", "install"]
    for perintah in (
        [sys.executable, "-m", "venv", "--clear", str(LINGKUNGAN)],
        [*pip, "--retries", "1", "--no-deps", "--only-binary", ":all:", "--require-hashes", "-r", str(KUNCI_ALAT)],
    ):
        if _keluaran(perintah, batas) is None:
            return None
    stempel.write_text(sidik, encoding="ascii")
    return python


def tanya(program: Sequence[str], layanan: str, batas: float = BATAS) -> list[Pustaka]:
    """What the database knows of each library; empty where it does not answer, or knows none of them."""
    pilihan = ["--disable-pip", "--progress-spinner", "off", "--timeout", "15", "-f", "json", "-s", layanan]
    isi = _keluaran([*program, "-r", str(KUNCI), *pilihan], batas, boleh_gagal=True)
    try:
        hasil = json.loads(isi or "")["dependencies"]
        return list(hasil) if any("vulns" in p for p in hasil) else []
    except (ValueError, KeyError, TypeError):
        return []


def laporkan(hasil: Sequence[Pustaka]) -> int:
    """Print what was found; the status to end with."""
    rentan = [(p, k) for p in hasil for k in p.get("vulns", ())]
    for p, k in rentan:
        nama = ", ".join([k["id"], *k.get("aliases", ())])
        obat = ", ".join(k.get("fix_versions", ())) or "belum ada"
        print(f"{p['name']} {p['version']}: {nama}; versi yang diperbaiki: {obat}", file=sys.stderr)
    if asing := [p["name"] for p in hasil if "vulns" not in p]:
        print(f"Catatan: tidak dikenal basis data, jadi tidak diperiksa: {', '.join(asing)}.")
    if rentan:
        print("Naikkan batas versinya dalam pyproject.toml bila perlu, lalu jalankan: make kunci", file=sys.stderr)
        return 1
    print(f"{len(hasil) - len(asing)} pustaka diperiksa; tidak ada kerentanan yang dikenal.")
    return 0


def utama() -> int:
    python = pasang()
    if python is None:
        print("Kerentanan pustaka tidak diperiksa: pip-audit tidak dapat dipasang, indeks paket tidak terjangkau.")
        return 0
    for layanan in LAYANAN:
        if hasil := tanya([str(python), "-m", "pip_audit"], layanan):
            return laporkan(hasil)
    print(f"Kerentanan pustaka tidak diperiksa: basis datanya ({', '.join(LAYANAN.values())}) tidak menjawab.")
    return 0


def _keluaran(perintah: Sequence[str], batas: float, *, boleh_gagal: bool = False) -> str | None:
    """What a command prints; None when it fails or takes too long. pip-audit's status is 1 when it finds something."""
    try:
        hasil = subprocess.run(perintah, capture_output=True, text=True, timeout=batas)  # noqa: S603 – our own words
    except (OSError, subprocess.TimeoutExpired):
        return None
    return hasil.stdout if boleh_gagal or hasil.returncode == 0 else None


if __name__ == "__main__":
    sys.exit(utama())
