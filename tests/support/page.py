"""The part of the README that lists what is served and what is not: written from what was tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill

from tests.support.areas import Area

BEGIN, END = "<!-- made by `make support` -->", "<!-- end of what `make support` makes -->"


def page(areas: Iterable[Area]) -> str:
    """All areas, between the two marks."""
    return "\n".join([BEGIN, *(line for area in areas for line in _area(area)), "", END])


def replaced(readme: str, new: str) -> str:
    """The README with another page in place of its own. Raises `ValueError` if it has no such place."""
    before, begun, rest = readme.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not (begun and ended):
        raise ValueError(f"the README has no {BEGIN} … {END}")
    return before + new + after


def _area(area: Area) -> Iterator[str]:
    served = [name for name, limits in area.features.items() if not limits]
    yield "\n" + fill(f"**{area.title}**: {'; '.join(sorted(served, key=_letters))}.", 130, break_long_words=False)
    limited = {name: limits for name, limits in area.features.items() if limits}
    if limited:
        yield "\n| with limits | what is told of it |\n|---|---|"
    for name in sorted(limited, key=_letters):
        yield f"| {name} | {'; '.join(_cells(limited[name]))} |"


def _letters(name: str) -> str:
    return name.replace("`", "").lower()


def _cells(texts: Sequence[str]) -> Iterator[str]:
    """Texts without those that are the end of another."""
    for text in texts:
        if not any(other != text and other.endswith(text) for other in texts):
            yield text.replace("|", "\\|")
