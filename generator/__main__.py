"""`python -m generator` is the command `renstra`."""

from generator.cli import main

main()
