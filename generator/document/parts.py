"""Names for the parts of other files that become components."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import PurePosixPath
from typing import NamedTuple

from generator.document.files import Place

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]+")


class Part(NamedTuple):
    """A foreign node that becomes a component: in which section, and where it stands."""

    section: str
    place: Place


def name_parts(
    parts: Iterable[Part], taken: Mapping[str, Iterable[str]], adopted: Mapping[Part, str]
) -> dict[Part, str]:
    """A name for each of `parts`, unique in its section, in which the names `taken` are not free.

    Parts that are `adopted` by a component of the root have its name. The others get the first of their wishes that no
    other part has, see `wish`; the result does not depend on the order of `parts`.
    """
    names = dict(adopted)
    used = {(section, name) for section, members in taken.items() for name in members}
    rest = [part for part in parts if part not in adopted]
    for rank in count():
        if not rest:
            break
        wanted = {part: (part.section, wish(part.place, rank)) for part in rest}
        times = Counter(wanted.values())
        granted = {part: want[1] for part, want in wanted.items() if times[want] == 1 and want not in used}
        names.update(granted)
        used.update((part.section, name) for part, name in granted.items())
        rest = [part for part in rest if part not in granted]
    return names


def wish(place: Place, rank: int) -> str:
    """The name that a part would have: by its own name (rank 0), its file (1), its address (2), a hash of that (3 …)."""
    path = PurePosixPath(place.file.label.partition("://")[2] or place.file.label)
    last = _clean(place.tokens[-1] if place.tokens else path.stem)
    if rank < 2:
        return f"{_clean(path.stem)}_{last}" if rank else last
    address = _clean("_".join([*path.parent.parts, path.stem, *place.tokens]))
    if rank == 2:
        return address
    digest = hashlib.sha256(repr((rank, place.file.label, place.tokens)).encode()).hexdigest()[:12]
    return f"{address}_{digest}"


def _clean(text: str) -> str:
    return _NOT_IN_A_NAME.sub("_", text).strip("_") or "part"
