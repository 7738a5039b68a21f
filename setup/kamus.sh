#!/bin/sh
# The Indonesian dictionary (hunspell id_ID) with which `make periksa` checks spelling: installed by apt where that is
# possible without a password. Without it spelling is not checked, and all else is. Always ends with status 0.
set -u
. "$(dirname "$0")/apt.sh"

for folder in "${RENSTRA_KAMUS:-/usr/share/hunspell}" /usr/share/hunspell /usr/share/myspell/dicts \
    /usr/local/share/hunspell /opt/homebrew/share/hunspell "${HOME:-/}/Library/Spelling" /Library/Spelling; do
    if [ -e "$folder/id_ID.dic" ]; then
        exit 0
    fi
done
pasang_apt hunspell-id || echo 'Catatan: tanpa kamus hunspell id_ID, ejaan tidak diperiksa.' >&2
exit 0
