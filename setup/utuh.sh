#!/bin/sh
# Prints a word when .venv was moved or is broken, so that make has it made anew; nothing when it is whole. Run from the
# project's folder before every target, hence quick: the packages are looked at only when something in .venv changed.
set -u

utuh() {
    [ "$(cat .venv/.siap 2>/dev/null)" = "$(pwd -P)" ] && [ -x .venv/bin/renstra ] && [ -f .venv/.utuh ] || return 1
    if [ -z "$(find .venv -newer .venv/.utuh ! -name .siap 2>/dev/null | head -n 1)" ]; then
        .venv/bin/python -I -S setup/utuh.py
    else
        .venv/bin/python -I -S setup/utuh.py penuh && touch .venv/.utuh
    fi
}

utuh 2>/dev/null || echo rusak
