"""Expected output that is kept in files. `UPDATE_CASES=1 make test` writes it anew, to be reviewed as a change."""

from __future__ import annotations

import os
from pathlib import Path


def agrees(path: Path, got: str) -> bool:
    """Whether the file holds this text; an absent file holds none."""
    if os.environ.get("UPDATE_CASES") and (got or path.exists()):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(got, encoding="utf-8")
    return got == (path.read_text(encoding="utf-8") if path.exists() else "")
