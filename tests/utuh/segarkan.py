"""Run by the system's Python with UNO: open a DOCX in LibreOffice, update all fields and lists, write both texts.

/usr/bin/python3 segarkan.py FILE.docx FOLDER SOFFICE: FOLDER/sebelum.txt and FOLDER/sesudah.txt, labels of lists and
cells of tables included; asking for every cell over UNO takes a thousand times as long. Prints the number of lists.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

berkas, folder, soffice = sys.argv[1:4]
PIPA = f"pipe,name=renstra-uji-{os.getpid()};urp"


def sifat(nama, nilai):
    p = PropertyValue()
    p.Name, p.Value = nama, nilai
    return p


def tulis_teks(doc, nama):
    ke = uno.systemPathToFileUrl(os.path.join(folder, nama))
    doc.storeToURL(ke, (sifat("FilterName", "Text (encoded)"), sifat("FilterOptions", "UTF8,LF,,,")))


pilihan = [
    f"-env:UserInstallation={uno.systemPathToFileUrl(os.path.join(folder, 'profil'))}",
    "--headless",
    "--norestore",
    f"--accept={PIPA}",
]
diam = subprocess.DEVNULL
program = subprocess.Popen([soffice, *pilihan], stdout=diam, stderr=diam, start_new_session=True)
try:
    lokal = uno.getComponentContext()
    pencari = lokal.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", lokal)
    for sisa in range(1500, -1, -1):
        try:
            konteks = pencari.resolve(f"uno:{PIPA};StarOffice.ComponentContext")
            break
        except Exception:
            if not sisa:
                raise
            time.sleep(0.2)
    desktop = konteks.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", konteks)
    doc = desktop.loadComponentFromURL(uno.systemPathToFileUrl(berkas), "_blank", 0, (sifat("Hidden", True),))
    tulis_teks(doc, "sebelum.txt")
    doc.getTextFields().refresh()
    daftar = doc.getDocumentIndexes()
    for i in range(daftar.getCount()):
        daftar.getByIndex(i).update()
    doc.refresh()
    doc.getTextFields().refresh()
    tulis_teks(doc, "sesudah.txt")
    print(daftar.getCount())
    doc.close(True)
finally:  # the program starts another one: the whole group ends
    with contextlib.suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)
