"""Generator of government plans: sources -> model -> compute -> document tree -> writers."""

__version__ = "0.1.0"

DIHENTIKAN = "Dihentikan; keluaran lama tidak diganti."
STATUS_DIHENTIKAN = 130
