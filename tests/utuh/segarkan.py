"""Run by the system's Python with UNO: open a DOCX in LibreOffice, update all fields and lists, print both texts.

/usr/bin/python3 segarkan.py FILE.docx PROFILE SOFFICE
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

berkas, profil, soffice = sys.argv[1:4]
PIPA = f"pipe,name=renstra-uji-{os.getpid()};urp"


def sifat(nama, nilai):
    p = PropertyValue()
    p.Name, p.Value = nama, nilai
    return p


def teks(doc):
    hasil = []
    isi = doc.Text.createEnumeration()
    while isi.hasMoreElements():
        bagian = isi.nextElement()
        if bagian.supportsService("com.sun.star.text.Paragraph"):
            hasil.append((bagian.getPropertyValue("ListLabelString") or "") + bagian.String)
        elif bagian.supportsService("com.sun.star.text.TextTable"):
            hasil += [bagian.getCellByName(n).String for n in bagian.CellNames]
    return hasil


pilihan = [f"-env:UserInstallation={profil}", "--headless", "--norestore", f"--accept={PIPA}"]
diam = subprocess.DEVNULL
program = subprocess.Popen([soffice, *pilihan], stdout=diam, stderr=diam, start_new_session=True)
try:
    lokal = uno.getComponentContext()
    pencari = lokal.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", lokal)
    for sisa in range(200, -1, -1):
        try:
            konteks = pencari.resolve(f"uno:{PIPA};StarOffice.ComponentContext")
            break
        except Exception:
            if not sisa:
                raise
            time.sleep(0.2)
    desktop = konteks.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", konteks)
    doc = desktop.loadComponentFromURL(uno.systemPathToFileUrl(berkas), "_blank", 0, (sifat("Hidden", True),))
    sebelum = teks(doc)
    doc.getTextFields().refresh()
    daftar = doc.getDocumentIndexes()
    for i in range(daftar.getCount()):
        daftar.getByIndex(i).update()
    doc.refresh()
    doc.getTextFields().refresh()
    print(json.dumps({"daftar": daftar.getCount(), "sebelum": sebelum, "sesudah": teks(doc)}))
    doc.close(True)
finally:  # the program starts another one: the whole group ends
    with contextlib.suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)
