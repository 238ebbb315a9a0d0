"""The old document in a helper process: it is read, made a client of and searched for places there, while the new one is here.

A helper keeps what it has read last, so that only what is asked for goes between the processes. Without helpers, or after one
has died, all of it is done here.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.api.names import Pins
from generator.changes import loading
from generator.changes.clients import Built, built
from generator.changes.loading import Loaded
from generator.diagnostics import Location
from generator.document.places import Tokens
from generator.settings import ClientSettings, NameSettings
from generator.workers import Job, Pool

Source = tuple[Path, str, tuple[tuple[Path, str], ...]]
"""A document to read: its file, what messages call it, and its overlays, each with its name."""


class Beside:
    """A document that is read in a helper of `pool`; reading begins at once."""

    def __init__(self, pool: Pool, source: Source) -> None:
        self._pool = pool
        self._source = source
        self._reading = pool.submit(_read, source)
        self._client: Job[Built] | None = None

    def loaded(self) -> Loaded:
        """The document, whose nodes are located by the helper. Raises `ProvgenError` if it cannot be used."""
        found = self._pool.handed(self._reading)
        return replace(found, document=replace(found.document, origin=self))

    def begin_client(self, names: NameSettings, client: ClientSettings, pins: Pins) -> None:
        """Have the helper make a client of the document."""
        self._client = self._pool.submit(_built, self._source, names, client, pins)

    def client(self) -> Built:
        """The client that was begun. The helper makes itself ready to be asked for places meanwhile."""
        assert self._client is not None
        found = self._pool.handed(self._client)
        self._pool.submit(_find, self._source, ())
        return found

    def find(self, tokens: Tokens) -> Location | None:
        """The place of a node of the document."""
        return self._pool.handed(self._pool.submit(_find, self._source, tokens))


_kept: dict[Source, Loaded] = {}


def _read(source: Source) -> Loaded:
    found = loading.read(*source)
    _kept.clear()
    _kept[source] = found
    return replace(found, document=replace(found.document, origin=None))


def _held(source: Source) -> Loaded:
    return _kept[source] if source in _kept else loading.read(*source)


def _built(source: Source, names: NameSettings, client: ClientSettings, pins: Pins) -> Built:
    return built(_held(source), names, client, pins)


def _find(source: Source, tokens: Tokens) -> Location | None:
    origin = _held(source).document.origin
    return origin.find(tokens) if origin else None
