"""Whether .venv is whole: every file that its packages brought is there, in its size. Status 0 or 1; prints nothing.

Run from the project's folder with the environment's own Python, without its packages: `python -I -S setup/utuh.py`
asks whether that Python and its folder of packages go together; `… penuh` looks at every file; `… catat` notes what
is installed, for the next question.
"""

import csv
import sys
from pathlib import Path

CATATAN = Path(".venv/.utuh")
SENDIRI = "renstra-"  # installed anew whenever anything is


def _paket(folder: Path) -> set[str]:
    return {p.name for p in folder.glob("*.dist-info") if not p.name.startswith(SENDIRI)}


def _lengkap(folder: Path, paket: str) -> bool:
    with (folder / paket / "RECORD").open(encoding="utf-8", newline="") as isi:
        return all((folder / path).stat().st_size == int(besar) for path, _, besar in csv.reader(isi) if besar)


def main(cara: str) -> bool:
    folder = Path(".venv", "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}", "site-packages")
    if cara == "catat":
        CATATAN.write_text("\n".join(sorted(_paket(folder))), encoding="utf-8")
        return True
    try:
        tercatat = set(CATATAN.read_text(encoding="utf-8").split("\n"))
        return folder.is_dir() and (cara != "penuh" or (_paket(folder) >= tercatat and _semua(folder)))
    except (OSError, ValueError):  # a file that is gone, a list that is no list
        return False


def _semua(folder: Path) -> bool:
    return all(_lengkap(folder, paket) for paket in _paket(folder))


if __name__ == "__main__":
    sys.exit(not main("".join(sys.argv[1:])))
