"""A private, hardened LibreOffice profile: a folder with one file of settings, made anew for every run.

Measured on 7.4.7: a profile without `ooSetupLastVersion` makes every headless start run the graphics self-test (0,9 s),
and one without `extensions/buildid` makes the first start end with status 81 and begin again (0,2 s).
"""

from __future__ import annotations

import configparser
from pathlib import Path
from xml.sax.saxutils import escape

_KEPALA = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)

SETELAN: tuple[tuple[str, str, str], ...] = (
    # nothing outside the document is fetched, nothing in it is run
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Java/VirtualMachine", "Enable", "false"),
    ("Office.Writer/Content/Update", "Link", "2"),
    # nothing is looked up, reported, recovered or locked
    ("Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled", "false"),
    ("Office.Common/Misc", "CrashReport", "false"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Common/Misc", "UseDocumentOOoLockFile", "false"),
    ("Office.Recovery/AutoSave", "Enabled", "false"),
    ("Office.Recovery/RecoveryInfo", "Enabled", "false"),
    # one layout, whatever the machine's language
    ("Setup/L10N", "ooLocale", "en-US"),
    ("Setup/L10N", "ooSetupSystemLocale", "id-ID"),
    ("Office.Linguistic/General", "DefaultLocale", "id-ID"),
    ("Office.Linguistic/SpellChecking", "IsSpellAuto", "false"),
    # no self-test and no first-start set-up: see above
    ("Setup/Product", "ooSetupLastVersion", "99.9"),
    ("Setup/Office", "ooSetupInstCompleted", "true"),
)


def tulis_profil(profil: Path, program: Path) -> None:
    """Make the folder `profil` for the LibreOffice whose program folder is `program`."""
    pengguna = profil / "user"
    pengguna.mkdir(parents=True)
    butir = "".join(
        f'<item oor:path="/org.openoffice.{escape(jalan)}"><prop oor:name="{nama}" oor:op="fuse">'
        f"<value>{nilai}</value></prop></item>\n"
        for jalan, nama, nilai in SETELAN
    )
    (pengguna / "registrymodifications.xcu").write_text(f"{_KEPALA}{butir}</oor:items>\n", encoding="utf-8")
    if buildid := _baca_rc(program, "version", "Version", "buildid"):
        (pengguna / "extensions").mkdir()
        (pengguna / "extensions" / "buildid").write_text(buildid, encoding="utf-8")


def versi(program: Path) -> str:
    """What identifies an installed LibreOffice, such as 'LibreOffice 7.4 40(Build:2)', without starting it; or ''."""
    nama = _baca_rc(program, "bootstrap", "Bootstrap", "ProductKey")
    return f"{nama} {_baca_rc(program, 'version', 'Version', 'buildid')}".strip()


def _baca_rc(program: Path, nama: str, bagian: str, kunci: str) -> str:
    """A key of LibreOffice's own files: `versionrc` on Linux, `version.ini` on Windows, under Resources on macOS."""
    for berkas in (program / f"{nama}rc", program / f"{nama}.ini", program.parent / "Resources" / f"{nama}rc"):
        rc = configparser.ConfigParser(interpolation=None, strict=False)
        try:
            rc.read(berkas, encoding="utf-8")
        except (configparser.Error, UnicodeDecodeError):
            continue
        if rc.has_option(bagian, kunci):
            return rc.get(bagian, kunci)
    return ""
