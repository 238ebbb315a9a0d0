"""Documents as the contract is given them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.contract.document.raw import RawDocument, whole
from generator.document import load, overlay


def read(spec: Path, overlays: Sequence[Path] = ()) -> RawDocument:
    """The document in a file, corrected by overlays."""
    corrected, _ = overlay.apply(load.read(spec), [load.read(path) for path in overlays])
    return whole(corrected.value, spec.name)
