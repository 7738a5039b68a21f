# Sourced by the other scripts here: `pasang_apt PACKAGE…` installs Debian packages if that is possible without a
# password, and says what to type if not. POSIX sh. Returns 0 only when the packages are installed.

pasang_apt() {
    if ! command -v apt-get >/dev/null 2>&1; then
        return 1
    fi
    if [ "$(id -u)" = 0 ]; then
        akar='env'
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        akar='sudo -n env'
    else
        echo "Pasang dengan: sudo apt-get update && sudo apt-get install -y $*" >&2
        return 1
    fi
    if ! catatan=$(mktemp "${TMPDIR:-/tmp}/renstra-apt.XXXXXX" 2>/dev/null || mktemp /tmp/renstra-apt.XXXXXX 2>/dev/null); then
        echo "Folder sementara tidak dapat ditulisi. Pasang dengan: sudo apt-get update && sudo apt-get install -y $*" >&2
        return 1
    fi
    echo "Memasang dengan apt: $* …"
    opsi='-y -q -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 --no-install-recommends'
    # shellcheck disable=SC2086 # options and the prefix are several words
    {
        $akar DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -q -o DPkg::Lock::Timeout=300 update 2>&1
        $akar DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get $opsi install "$@" 2>&1 || echo 'GAGAL-APT'
    } </dev/null | tee "$catatan" | sed -n 's/^Setting up \([^ ]*\).*/  terpasang: \1/p'
    if grep -q '^GAGAL-APT$' "$catatan"; then
        grep -v '^GAGAL-APT$' "$catatan" | tail -n 5 >&2
        rm -f "$catatan"
        echo "Pemasangan gagal. Setelah sebabnya dibereskan: sudo apt-get update && sudo apt-get install -y $*" >&2
        return 1
    fi
    rm -f "$catatan"
}
