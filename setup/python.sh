#!/bin/sh
# The virtual environment .venv from requirements.lock, with the project itself; run from the project's folder by make.
# One that was moved is put right, without the network; one that is broken or belongs to another Python is built anew.
# Leaves no half-made one that would pass for whole.
set -eu
. "$(dirname "$0")/apt.sh"

cukup() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

cari_python() {
    for calon in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11 python; do
        if command -v "$calon" >/dev/null 2>&1 && cukup "$calon"; then
            echo "$calon"
            return 0
        fi
    done
    return 1
}

if [ -n "${PYTHON:-}" ] && ! { command -v "$PYTHON" >/dev/null 2>&1 && cukup "$PYTHON"; }; then
    printf 'PYTHON=%s bukan Python 3.11 atau lebih baru yang dapat dijalankan.\n' "$PYTHON" >&2
    exit 3
fi
if ! python=$(cari_python); then
    {
        ada=$(python3 --version 2>/dev/null) || ada='python3 tidak ada'
        echo "Python 3.11 atau lebih baru tidak ditemukan ($ada)."
        if command -v apt-get >/dev/null 2>&1; then
            echo 'Pasang dengan: sudo apt-get update && sudo apt-get install -y python3 python3-venv'
            echo 'Bila python3 sistem ini lebih lama dari 3.11, pasang python3.11 dan python3.11-venv (atau yang lebih baru).'
        elif [ "$(uname -s)" = Darwin ]; then
            echo 'Pasang dengan: brew install python@3.13'
        else
            echo 'Pasang dengan pengelola paket sistem ini, lalu ulangi; atau sebut letaknya: make PYTHON=/letak/python3.12 …'
        fi
    } >&2
    exit 3
fi

if ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
    paket=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    echo "Modul venv belum ada untuk $("$python" --version)." >&2
    if ! pasang_apt "$paket"; then
        command -v apt-get >/dev/null 2>&1 || echo "Pasang paket yang memuat modul venv dan ensurepip." >&2
        exit 3
    fi
fi

di_sini=$(pwd -P)
case "$di_sini" in
    *:*)
        echo 'Nama folder proyek ini memuat titik dua (:), yang tidak dapat dipakai lingkungan Python. Ganti nama foldernya.' >&2
        exit 3
        ;;
esac
rm -f .venv/.siap 2>/dev/null || true
asal=$("$python" -c 'import sys; print(sys.version.split()[0], sys.base_prefix)')
if [ "$(cat .venv/.asal 2>/dev/null || true)" = "$asal" ] && .venv/bin/python -I -S setup/utuh.py penuh 2>/dev/null; then
    cara=--without-pip # it has one; what names the folder is written anew
else
    echo "Membuat lingkungan Python di .venv ($("$python" --version)) …"
    cara=--clear
    if ! rm -rf .venv; then
        echo 'Folder .venv tidak dapat dihapus, mungkin karena dibuat dengan sudo. Hapus dengan: sudo rm -rf .venv' >&2
        exit 1
    fi
fi
if ! "$python" -m venv "$cara" .venv; then
    echo 'Lingkungan Python tidak dapat dibuat di .venv. Pastikan folder ini dapat ditulisi dan ruang disk cukup.' >&2
    exit 1
fi
printf '%s\n' "$asal" >.venv/.asal

pip() {
    .venv/bin/python -m pip --no-input --disable-pip-version-check -qq "$@"
}

echo 'Memasang pustaka dari requirements.lock …'
if ! pip install --no-deps --require-hashes -r requirements.lock || ! pip install --no-deps --no-build-isolation -e .; then
    echo 'Pustaka tidak dapat dipasang. Periksa sambungan internet, lalu ulangi perintah yang sama.' >&2
    exit 1
fi
# pip's own names the folder, and its shell would read the $ and ` of such a name
cat >.venv/bin/renstra <<'AKHIR'
#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/python" -P -c \
    'import sys; from generator.__main__ import main; sys.argv[0] = "renstra"; sys.exit(main())' "$@"
AKHIR
chmod +x .venv/bin/renstra
printf '%s\n' "$di_sini" >.venv/.siap
.venv/bin/python -I -S setup/utuh.py catat # last: without it .venv does not count as whole
