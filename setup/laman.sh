#!/bin/sh
# Style and format of the pages' markup, style and script: biome, as package-lock.json pins it. Without npm, or where its
# packages cannot be fetched, they are not checked, which is said; only in CI is the latter a failure.
set -u
biome=node_modules/.bin/biome

lewati() {
    echo "Catatan: $1; HTML, CSS dan JavaScript tidak diperiksa." >&2
    exit "${2:-0}"
}

command -v npm >/dev/null 2>&1 || lewati 'npm tidak ada' 0
if [ ! -x "$biome" ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    npm ci --no-audit --no-fund --loglevel=error >&2 || lewati 'biome tidak dapat dipasang dengan npm' "${CI:+1}"
fi
exec "$biome" ci --error-on-warnings "$@" .
