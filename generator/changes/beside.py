"""The old document in a helper process: a client is made of it there, and its places are found, while the new one has its turn here.

Both processes read it, which is quicker than handing it over. Without helpers, or after one has died, all of it is done here.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from generator.api.names import Pins
from generator.changes import loading
from generator.changes.clients import Built, built
from generator.changes.loading import Loaded
from generator.diagnostics import Location
from generator.document.places import Tokens
from generator.settings import ClientSettings, NameSettings
from generator.workers import Pool

Source = tuple[Path, str, tuple[tuple[Path, str], ...]]
"""A document to read: its file, what messages call it, and its overlays, each with its name."""


class Beside:
    """The old document of a report, worked on by a helper of `pool` from the start."""

    def __init__(self, pool: Pool, source: Source, names: NameSettings, client: ClientSettings, pins: Pins) -> None:
        self._pool = pool
        self._source = source
        self._client = pool.submit(_built, source, names, client, pins)

    def loaded(self) -> Loaded:
        """The document, whose nodes are located by the helper. Raises `ProvgenError` if it cannot be used."""
        found = loading.read(*self._source)
        return replace(found, document=replace(found.document, origin=self))

    def client(self) -> Built:
        """Its client. The helper makes itself ready to be asked for places meanwhile."""
        found = self._pool.handed(self._client)
        self._pool.submit(_find, self._source, ())
        return found

    def find(self, tokens: Tokens) -> Location | None:
        """The place of a node of the document."""
        return self._pool.handed(self._pool.submit(_find, self._source, tokens))


@lru_cache(maxsize=1)
def _held(source: Source, state: tuple[int, int]) -> Loaded:
    """The document; `state` tells it from what the file held before."""
    return loading.read(*source)


def _kept(source: Source) -> Loaded:
    found = source[0].stat()
    return _held(source, (found.st_mtime_ns, found.st_size))


def _built(source: Source, names: NameSettings, client: ClientSettings, pins: Pins) -> Built:
    return built(_kept(source), names, client, pins)


def _find(source: Source, tokens: Tokens) -> Location | None:
    origin = _kept(source).document.origin
    return origin.find(tokens) if origin else None
