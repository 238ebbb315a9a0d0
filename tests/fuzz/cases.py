"""Cases: from a seed and a number to the bytes of a document."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.fuzz import texts, values
from tests.fuzz.seeds import chosen

_RAW = re.compile(r'"\\u0001raw\\u0001([^"]*)"(?!\s*:)')

TEXTS = 0.2
"""The part of the cases whose text is mutated, and not their value."""


@dataclass(frozen=True)
class Case:
    """A document to try: what it was made of, the name and the folder it has, its bytes, and how far it is taken.

    `effort` is a number below 1: the lower, the more stages a valid document goes through.
    """

    origin: str
    name: str
    data: bytes
    folder: Path | None
    effort: float


def case(seed: int, number: int, corpus: bool = False) -> Case:
    """The case of this number, the same on every machine, and as long as its pieces stay. With `corpus` most are others."""
    rng = Random(f"{seed}:{number}")
    piece, other = chosen(rng.random(), corpus), chosen(rng.random(), corpus)
    effort = rng.random()
    if rng.random() < TEXTS:
        text = piece.text if piece.text and rng.random() < 0.8 else _indented(piece.json, rng)
        data, ending = texts.mutated(text, rng), rng.choice(("yaml", "yaml", "json"))
    else:
        with _room():
            data = written(values.mutated(json.loads(piece.json), json.loads(other.json), rng))
        ending = rng.choice(("json", "json", "json", "yaml"))
    return Case(piece.name, f"document.{ending}", data, piece.folder, effort)


@contextmanager
def _room() -> Iterator[None]:
    """Mutations nest values more deeply than Python follows by itself; the generator has to do without this."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(8_000)
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)


def written(value: object) -> bytes:
    """A mutated value as JSON."""
    return _RAW.sub(r"\1", json.dumps(value)).encode()


def _indented(text: str, rng: Random) -> str:
    return json.dumps(json.loads(text), indent=1) if rng.random() < 0.5 else text
