#!/bin/sh
# What only the tests use: python3-uno (updates the fields of a DOCX in LibreOffice), qpdf (checks a PDF's structure) and
# chromium (opens jejak.html).
# Installs them by apt where that is possible without a password; without them their tests are skipped. Always status 0.
set -u
. "$(dirname "$0")/apt.sh"

kurang=''
/usr/bin/python3 -c 'import uno' >/dev/null 2>&1 || kurang='python3-uno'
command -v qpdf >/dev/null 2>&1 || kurang="$kurang qpdf"
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 ||
    kurang="$kurang chromium"
if [ -z "$kurang" ] || ! command -v apt-get >/dev/null 2>&1; then
    exit 0
fi
# shellcheck disable=SC2086 # several packages
pasang_apt $kurang || echo 'Catatan: uji yang memakainya dilewati.' >&2
exit 0
