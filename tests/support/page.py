"""The part of the README that lists what is served and what is not: written from what was tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    yield f"\n**{area.title}**: " + "; ".join(sorted(served, key=_letters)) + "."
    limited = {name: limits for name, limits in area.features.items() if limits}
    if limited:
        yield "\n| with limits | what is told of it |\n|---|---|"
    for name in sorted(limited, key=_letters):
        yield f"| {name} | {'; '.join(_cell(it) for it in limited[name])} |"


def _letters(name: str) -> str:
    return name.replace("`", "").lower()


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
