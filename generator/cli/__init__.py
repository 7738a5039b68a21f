"""The command `renstra`: one module per kind of question, one function per command, nothing else.

Exit status: 0 done, 1 findings of severity galat, 2 wrong usage, 3 a missing program (no PDF), 130 interrupted;
`renstra banding` answers as `diff` does: 0 no change, 1 changes, 2 it could not be compared.
"""

import os

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # before pydantic is imported: it would scan all packages
