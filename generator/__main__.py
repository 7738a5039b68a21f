"""The command `renstra`, and `python -m generator`: answers Ctrl-C while the rest of the program is still being loaded.

Nothing is imported here before the answer stands. What comes earlier, the start of Python itself, is not ours.
"""

import os
import sys

from generator import DIHENTIKAN, STATUS_DIHENTIKAN


def main() -> None:
    """Load the program and run the command."""
    try:
        import signal

        for nama in ("SIGINT", "SIGTERM", "SIGHUP"):
            nomor = getattr(signal, nama, None)
            if nomor is not None and signal.getsignal(nomor) is not signal.SIG_IGN:  # nohup: stays ignored
                signal.signal(nomor, _berhenti)
        from generator.kekurangan import kurang
    except KeyboardInterrupt:
        _berhenti()
    try:
        from generator.cli.utama import main as jalankan
    except (ImportError, OSError, MemoryError) as e:
        if not kurang(e):
            raise
        print(f"renstra tidak dapat dimuat: {kurang(e)}.", file=sys.stderr)
        sys.exit(1)
    jalankan()


def _berhenti(*_: object) -> None:
    """Nothing was begun: end at once. An exception could be lost, or printed, by whatever is being imported."""
    os.write(2, f"{DIHENTIKAN}\n".encode())
    os._exit(STATUS_DIHENTIKAN)


if __name__ == "__main__":
    main()
