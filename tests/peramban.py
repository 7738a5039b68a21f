"""A real browser: chromium without a window, steered over a pair of pipes (its DevTools protocol).

Nothing depends on its speed: a page is open when its load event came and a frame was drawn, keys and clicks are
answered when the page has handled them, and what a page does later by itself is waited for (`tunggu`).
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
BATAS = 180.0  # seconds for one answer, on a machine with a lot else to do; the first one starts the browser
_TOMBOL = {
    "/": (191, "/"),
    "Enter": (13, "\r"),
    "Escape": (27, ""),
    "Tab": (9, ""),
    "ArrowUp": (38, ""),
    "ArrowDown": (40, ""),
}
perlu_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="chromium tidak terpasang (sudo apt-get install chromium; make test memasangnya sendiri)"
)


class Peramban:
    """A chromium with one page. Messages are JSON, each ended by a zero byte."""

    def __init__(self, profil: Path) -> None:
        masuk_baca, self._tulis = os.pipe()
        self._baca, keluar_tulis = os.pipe()
        pilihan = (
            *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
            *("--disable-extensions", "--remote-debugging-pipe", "--window-size=1000,900"),
            # else keys and clicks that come before the first frame are thrown away
            *("--allow-pre-commit-input", "--disable-hang-monitor", "--disable-ipc-flooding-protection"),
            *("--disable-background-timer-throttling", "--disable-renderer-backgrounding"),
        )
        # the protocol's pipes must be the file descriptors 3 and 4
        perintah = f'exec 3<&{masuk_baca} 4>&{keluar_tulis}; exec "$@"'
        self.proses = subprocess.Popen(
            ["bash", "-c", perintah, "bash", str(CHROMIUM), *pilihan, f"--user-data-dir={profil}", "about:blank"],
            pass_fds=(masuk_baca, keluar_tulis),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(masuk_baca)
        os.close(keluar_tulis)
        self._sisa = b""
        self._nomor = 0
        self._sesi = ""
        self._kejadian: list[Any] = []
        (halaman, *_) = (t for t in self.minta("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self._sesi = self.minta("Target.attachToTarget", targetId=halaman["targetId"], flatten=True)["sessionId"]
        self.minta("Page.enable")
        self.minta("Page.setLifecycleEventsEnabled", enabled=True)
        self.minta("Network.enable")

    def minta(self, cara: str, **isi: Any) -> Any:
        """Send a command and wait for its answer."""
        self._nomor += 1
        pesan = {"id": self._nomor, "method": cara, "params": isi} | ({"sessionId": self._sesi} if self._sesi else {})
        os.write(self._tulis, json.dumps(pesan).encode() + b"\0")
        jawaban = self._baca_sampai(lambda p: p.get("id") == self._nomor, cara)
        assert "error" not in jawaban, jawaban["error"]
        return jawaban["result"]

    def _baca_sampai(self, dicari: Callable[[Any], bool], apa: str) -> Any:
        """The first message of that kind, of those that came before it or of those to come; events in between wait."""
        for i, p in enumerate(self._kejadian):
            if dicari(p):
                return self._kejadian.pop(i)
        habis = time.monotonic() + BATAS
        while True:
            while b"\0" in self._sisa:
                utuh, _, self._sisa = self._sisa.partition(b"\0")
                pesan = json.loads(utuh)
                if dicari(pesan):
                    return pesan
                self._kejadian.append(pesan)
            siap, _, _ = select.select([self._baca], [], [], max(0.0, habis - time.monotonic()))
            potong = os.read(self._baca, 1 << 16) if siap else b""
            assert potong, f"chromium tidak menjawab {apa}"
            self._sisa += potong

    def buka(self, alamat: str) -> None:
        """Open a page anew: a mere other anchor would not load it again. `tiba` in it is the anchor last handled."""
        for a in ("about:blank", alamat):
            self._kejadian.clear()
            hasil = self.minta("Page.navigate", url=a)
            assert "errorText" not in hasil, hasil
            termuat = {"name": "load", "loaderId": hasil["loaderId"]}
            self._baca_sampai(lambda p, t=termuat: t.items() <= p.get("params", {}).items(), f"memuat {a}")  # type: ignore[misc]
        self.js("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => r())))")
        # after the page's own handler, which was there first
        self.js("window.tiba = location.hash; addEventListener('hashchange', () => { window.tiba = location.hash })")

    def js(self, ungkapan: str) -> Any:
        hasil = self.minta("Runtime.evaluate", expression=ungkapan, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in hasil, hasil["exceptionDetails"]
        return hasil["result"].get("value")

    def tunggu(self, syarat: str) -> None:
        habis = time.monotonic() + BATAS
        while not self.js(syarat):
            assert time.monotonic() < habis, f"tidak kunjung: {syarat}; yang tampil: {self.teks()[:300]}"
            time.sleep(0.03)

    def ketik(self, teks: str) -> None:
        """Letter by letter into what has the focus."""
        for huruf in teks:
            self.minta("Input.insertText", text=huruf)

    def teks(self) -> str:
        return str(self.js("document.body.innerText"))

    def tekan(self, kunci: str) -> None:
        kode, huruf = _TOMBOL.get(kunci) or (ord(kunci.upper()), kunci)
        teks = {"text": huruf} if huruf else {}
        self.minta("Input.dispatchKeyEvent", type="keyDown", key=kunci, windowsVirtualKeyCode=kode, **teks)
        self.minta("Input.dispatchKeyEvent", type="keyUp", key=kunci, windowsVirtualKeyCode=kode)

    def tetikus(self, elemen: str) -> None:
        """Click an element: an expression that gives it."""
        x, y = self.js(
            f"(() => {{ const e = {elemen}; e.scrollIntoView({{block: 'center'}}); const r = e.getClientRects()[0];"
            " return [r.left + 4, r.top + r.height / 2]; })()"
        )
        for apa in ("mousePressed", "mouseReleased"):
            self.minta("Input.dispatchMouseEvent", type=apa, x=x, y=y, button="left", clickCount=1)

    def kembali(self) -> None:
        self.js("history.back()")

    def tutup(self) -> None:
        os.close(self._tulis)
        try:
            self.proses.wait(10)
        except subprocess.TimeoutExpired:
            self.proses.kill()
            self.proses.wait()
        os.close(self._baca)
