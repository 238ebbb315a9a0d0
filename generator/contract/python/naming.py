"""Which argument of a method stands for which parameter, and for which property of the body."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Set

from .package import Argument, Signature, plain

Place = tuple[str, str]
"""What an argument stands for: location and name of a parameter, or "body" and the name of a property."""


def assigned(one: Signature, places: list[Place]) -> Mapping[Place, Argument]:
    """The argument for each of the places that has one; every argument stands for one place at most.

    An argument is called like what it stands for. Where several are called alike, some or all have longer names: with
    the location in them (`id_path`), with their signs spelled out (`app_underscore_id`), with both, or with a number, in the order
    of what they stand for. Parameters come first: it is the properties of a body that have longer names than they.
    """
    free = sorted(one.arguments, key=lambda it: (len(it.name), it.name))
    places = sorted(places, key=lambda it: it[1])
    names = {plain(it.name) for it in free}
    of_parameters = _assigned(free, [it for it in places if it[0] != "body"], names)
    return {**of_parameters, **_assigned(free, [it for it in places if it[0] == "body"], names)}


def _assigned(free: list[Argument], places: list[Place], names: Set[str]) -> dict[Place, Argument]:
    """Takes from the free arguments those that stand for some places; `names` are those of all arguments."""
    alike, written = [plain(name) for _, name in places], [name for _, name in places]
    found: dict[Place, Argument] = {}
    for fits in (_exact(written), _alone(alike), _spelled, _placed, _alike, _numbered(names)):
        for place in places:
            argument = next((it for it in free if place not in found and fits(place, it)), None)
            if argument is not None:
                found[place] = argument
                free.remove(argument)
    return found


def _exact(written: list[str]) -> Callable[[Place, Argument], bool]:
    return lambda place, argument: argument.name == place[1] and written.count(place[1]) == 1


def _alone(alike: list[str]) -> Callable[[Place, Argument], bool]:
    return lambda place, argument: _alike(place, argument) and alike.count(plain(place[1])) == 1


def _alike(place: Place, argument: Argument) -> bool:
    return plain(argument.name) == plain(place[1])


def _placed(place: Place, argument: Argument) -> bool:
    location, name = place
    return plain(argument.name) in (plain(f"{name}{location}"), plain(f"{location}{name}"))


def _spelled(place: Place, argument: Argument) -> bool:
    if not re.search("[A-Za-z0-9]", place[1]):
        return plain(argument.name) == _signs(place[1])
    words = [_SIGN if not it.isalnum() else re.escape(plain(it)) for it in place[1]]
    return _SIGN in words and bool(re.fullmatch("".join((f"({place[0]})?", *words)), plain(argument.name)))


_SIGN = "(?!body|query|path|header|cookie)[a-z]+"
"""What a sign may be called; not like what says where a value goes."""


def _signs(name: str) -> str:
    """What stands for a name without letters: its signs, spelled out, if there are any."""
    return plain("".join(unicodedata.name(it, "") for it in name)) or "empty"


def _numbered(names: Set[str]) -> Callable[[Place, Argument], bool]:
    """A number stands behind the name where another argument has the name without."""

    def fits(place: Place, argument: Argument) -> bool:
        number = "[0-9]*" if plain(place[1]) in names else ""
        return bool(re.fullmatch(f"(parameter)?{re.escape(plain(place[1]))}{number}", plain(argument.name)))

    return fits


_LONG = 60
"""Characters of a JSON name from which on attributes may be called by its beginning."""


def is_called(name: str, wire: str, among_alike: bool) -> bool:
    """Whether an attribute is called like its JSON name; where several are alike, signs may be spelled out."""
    if plain(name) in (plain(wire), f"{plain(wire)}field", f"field{plain(wire)}"):
        return True
    if not plain(wire) and plain(name) == _signs(wire):
        return True
    if len(wire) > _LONG and plain(wire).startswith(plain(name)):
        return True
    parts = [re.escape(part) for part in re.split(r"[^a-z0-9]+", wire.lower())]
    return among_alike and re.fullmatch("[a-z]*".join(parts) + "[0-9]*", plain(name)) is not None
