#!/bin/sh
# LibreOffice Writer without a desktop, and the fonts with Arial's widths: installs them by apt where that is possible
# without a password, and otherwise says what to type. Always ends with status 0: the DOCX needs neither.
set -u
. "$(dirname "$0")/apt.sh"

ada_soffice() {
    if [ -n "${RENSTRA_SOFFICE:-}" ]; then
        return 0 # the program obeys or refuses it, with its own message
    fi
    for calon in soffice libreoffice /usr/lib/libreoffice/program/soffice /usr/lib64/libreoffice/program/soffice \
        /opt/libreoffice*/program/soffice /snap/bin/libreoffice \
        /Applications/LibreOffice.app/Contents/MacOS/soffice "${HOME:-/}/Applications/LibreOffice.app/Contents/MacOS/soffice"; do
        if command -v "$calon" >/dev/null 2>&1; then
            return 0
        fi
    done
    return 1
}

# Arial itself, or a font of the same widths; elsewhere lines and pages break differently.
ada_huruf() {
    if [ "$(uname -s)" = Darwin ]; then
        return 0
    fi
    case "$(fc-match -f '%{family}' Arial 2>/dev/null)" in
        *Arial* | *'Liberation Sans'* | *Arimo*) return 0 ;;
        *) return 1 ;;
    esac
}

kurang=''
ada_soffice || kurang='libreoffice-writer-nogui'
ada_huruf || kurang="$kurang fonts-liberation fontconfig"
if [ -z "$kurang" ]; then
    exit 0
fi

# shellcheck disable=SC2086 # several packages
if pasang_apt $kurang; then
    exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
    if [ "$(uname -s)" = Darwin ]; then
        echo 'Pasang dengan: brew install --cask libreoffice' >&2
    elif command -v dnf >/dev/null 2>&1; then
        echo 'Pasang dengan: sudo dnf install libreoffice-writer liberation-sans-fonts' >&2
    elif command -v pacman >/dev/null 2>&1; then
        echo 'Pasang dengan: sudo pacman -S libreoffice-still ttf-liberation' >&2
    else
        echo 'Pasang LibreOffice Writer dan huruf Liberation dengan pengelola paket sistem ini.' >&2
    fi
fi
if ada_soffice; then
    echo 'Catatan: huruf pengganti Arial (Liberation Sans) belum ada; letak baris dan halaman PDF dapat berbeda.' >&2
else
    echo 'Catatan: tanpa LibreOffice, DOCX dan Markdown tetap dibuat, tetapi PDF dan nomor halaman daftar isi tidak.' >&2
fi
exit 0
