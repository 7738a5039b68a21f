#!/bin/sh
# LibreOffice Writer without a desktop, its Math module, which draws formulas, and the fonts with Arial's widths: installs
# them by apt where that is possible without a password, and otherwise says what to type. Always ends with status 0: the
# DOCX needs none of them.
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

# The Math module: a package of its own on Debian and its kin. An installation in another shape is taken to be whole.
ada_math() {
    program=$(command -v "${RENSTRA_SOFFICE:-soffice}" || command -v libreoffice || echo /usr/lib/libreoffice/program/soffice)
    program=$(dirname "$(readlink -f "$program" 2>/dev/null || echo "$program")")
    [ ! -e "$program/bootstraprc" ] || [ -e "$program/libsmlo.so" ] || [ -e "$program/../share/registry/math.xcd" ]
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
if ! ada_soffice || ! ada_math; then
    kurang="$kurang libreoffice-math-nogui"
fi
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
        echo 'Pasang dengan: sudo dnf install libreoffice-writer libreoffice-math liberation-sans-fonts' >&2
    elif command -v pacman >/dev/null 2>&1; then
        echo 'Pasang dengan: sudo pacman -S libreoffice-still ttf-liberation' >&2
    else
        echo 'Pasang LibreOffice Writer dan Math serta huruf Liberation dengan pengelola paket sistem ini.' >&2
    fi
fi
if ada_soffice; then
    ada_math || echo 'Catatan: tanpa LibreOffice Math, rumus dalam PDF dicetak dengan kata-kata.' >&2
    ada_huruf || echo 'Catatan: huruf pengganti Arial (Liberation Sans) belum ada; letak baris dan halaman PDF dapat berbeda.' >&2
else
    echo 'Catatan: tanpa LibreOffice, DOCX dan Markdown tetap dibuat, tetapi PDF dan nomor halaman daftar isi tidak.' >&2
fi
exit 0
