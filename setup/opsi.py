"""Run a command with the words of OPSI, as make's targets do: opsi.py COMMAND [WORD …] [-- WORD …].

In: the environment variable OPSI, split into words as a shell would, quotes respected and nothing else: no variable,
no command, no pattern of files. They stand before '--', after which no word is an option. Out: the command itself,
which takes this process's place.
"""

import os
import shlex
import sys


def main() -> None:
    perintah, kata = sys.argv[1], sys.argv[1:]
    try:
        opsi = shlex.split(os.environ.pop("OPSI", ""))
    except ValueError:
        print("OPSI salah: tanda kutip tidak berpasangan", file=sys.stderr)
        sys.exit(2)
    letak = kata.index("--") if "--" in kata else len(kata)
    os.execv(perintah, [*kata[:letak], *opsi, *kata[letak:]])  # noqa: S606 – that there is no shell is the point


main()
