"""Reports made by hand, for the tests of the HTML page: no documents are read for them."""

from __future__ import annotations

from dataclasses import replace

from generator.changes.findings import Level
from generator.changes.python.effects import PythonChange
from generator.changes.report import Approval, Change, DocumentInfo, Excerpt, Place, Reached, Report, Witness
from generator.changes.uses.findings import Unfollowed, Use
from generator.diagnostics import Diagnostic, Location, Severity


def report(*changes: Change) -> Report:
    """A report of those changes, in that order."""
    breaks = [it for it in changes if it.verdict == "breaking"]
    return Report(
        package="pets_api",
        old=DocumentInfo("1.0.0", "spec/1.0.0/openapi.yaml", "a" * 64),
        new=DocumentInfo("1.1.0", "spec/1.1.0/openapi.yaml", "b" * 64),
        changes=changes,
        bump="major" if breaks else "minor" if changes else "none",
        bump_reasons=tuple(f"{it.title} [{it.fingerprint}]" for it in breaks),
        reworded=0,
        files=None,
        unfollowed=(),
        stale=(),
        warnings=(),
        python_layer=True,
    )


def change(number: int, level: Level = "info", *resources: str, title: str = "") -> Change:
    """A change on the wire that reaches a `GET` of each of the resources. Only its old and its new side are there."""
    return Change(
        id="property-became-optional",
        severity=level,
        verdict=level,
        fingerprint=f"{number:012x}",
        title=title or f"Pet.field{number} may be absent now",
        explanation="A response may only narrow.",
        advice="Expect that it is not there." if level != "info" else "",
        directions={"response": level},
        pointer=f"/components/schemas/Pet/properties/field{number}",
        old=place(f"/components/schemas/Pet/properties/field{number}", 10 + number),
        new=place(f"/components/schemas/Pet/properties/field{number}", 12 + number),
        elsewhere=(),
        reached=tuple(reached(it, level) for it in resources),
        python=(),
        uses=(),
        witness=None,
        confidence=None,
        approval=None,
    )


def place(pointer: str, line: int, *lines: str) -> Place:
    """A place in a document; the middle one of the lines is marked."""
    shown = lines or (
        "    Pet:",
        "      type: object",
        "      required: [name]",
        "      properties:",
        "        name: {}",
    )
    excerpt = Excerpt(line - len(shown) // 2, line, shown)
    return Place(pointer, Location("spec/1.0.0/openapi.yaml", line, 7), True, excerpt)


def reached(resource: str, level: Level = "info", path: str = "") -> Reached:
    """The 200 response of an operation of a resource."""
    return Reached("GET", path or f"/{resource}", f"list_{resource}", "response", "200 response", level, resource)


def client_change(number: int, *python: PythonChange) -> Change:
    """A change that only callers of the client see."""
    level: Level = "breaking" if any(it.effect == "breaking" for it in python) else "info"
    symbol = python[0].symbol
    return replace(
        change(number, level, title=f"{symbol}: {python[0].detail}"),
        id="client-model-removed",
        directions={},
        python=python,
    )


def effect(
    symbol: str, old: str, new: str, *, breaks: bool = True, detail: str = "it is something else"
) -> PythonChange:
    """A difference of a symbol."""
    return PythonChange(symbol, "breaking" if breaks else "compatible", detail, old, new, ("", ""))


def rich() -> Report:
    """A report with something of everything."""
    field = effect("models.Pet.name", "name: str", "name: str | None = None", detail="it may be None now")
    argument = effect("resources.pets.PetsResource.create(name)", "name: str", "", detail="the argument is gone")
    many = (reached("pets", "breaking", f"/pets/{number}") for number in range(9))
    uses = (
        Use("app/views.py", 40, 9, "models.Pet.name", "field"),
        Use("app/jobs.py", 7, 5, "models.Pet.name", "field"),
    )
    entries = (
        replace(
            change(1, "breaking", "pets", title="Pet.name may be absent now"),
            python=(argument, field),
            uses=uses,
            witness=Witness({"tag": "a"}, "new"),
        ),
        replace(
            change(2, "breaking"), title="Pet.id is gone", reached=tuple(many), witness=Witness(why="none was found")
        ),
        replace(
            client_change(
                3, effect("models.Pet", "from {package}.models import Pet", "from {package}.models import Dog")
            ),
            confidence=0.9,
        ),
        replace(
            change(4, "breaking", "owners", title="Owner.age is bound now"),
            approval=Approval(f"{4:012x}", "agreed with the vendor", "jo@example.org", "1.3.0"),
        ),
        change(5, "warning", "owners", title="Owner.kind: one more value: ROBOT"),
        replace(change(6, "info", "pets", title="Pet.colour is new"), old=None),
        change(7, "info", "pets", title="Pet.tag is deprecated now"),
        change(8, "info", "pets", "owners", title="Address.street takes more"),
        client_change(
            9, effect("models.Cat", "", "from {package}.models import Cat", breaks=False, detail="the class is new")
        ),
    )
    return replace(
        report(*entries),
        reworded=3,
        files=12,
        unfollowed=(Unfollowed("app/dynamic.py", 3, 1, "a name that is made at run time"),),
        stale=(Approval("feedfeedfeed", "the pager was to change", "sam@example.org", ""),),
        warnings=(
            Diagnostic(
                "reference-not-found",
                "the reference points at nothing",
                Severity.WARNING,
                "/paths/~1pets",
                Location("spec/1.1.0/openapi.yaml", 8, 3),
                "point it at a component",
            ),
        ),
    )


def large(number: int = 1_000) -> Report:
    """A report of many changes."""
    levels: tuple[Level, ...] = ("info", "warning", "breaking")
    names = [f"resource_{at:02}" for at in range(30)]
    entries = []
    for at in range(number):
        level = levels[at % 3]
        old = "name: str | None = None, *, colour: Colour | str | Unset = UNSET"
        entries.append(
            replace(
                change(at, level, names[at % 30], *([names[at % 7]] if at % 4 == 0 else ())),
                python=(effect(f"models.Pet{at}.name", old, old.replace("str", "int"), breaks=level == "breaking"),),
            )
        )
    return report(*sorted(entries, key=lambda it: -levels.index(it.verdict)))
