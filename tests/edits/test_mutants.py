"""The mutation score's own machinery: the mutants are made on the committed pair, but not run."""

from __future__ import annotations

import ast
import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

from generator.contract import checks
from generator.contract.document.raw import Unreadable
from tests.contract.committed import DOCUMENT, FOLDER, PAIR
from tests.mutants import equivalents, report, running, trying
from tests.mutants.every import KINDS
from tests.mutants.kinds import DocumentKind, chosen
from tests.mutants.mutant import Mutant, OfDocument, OfPackage, Patch, nothing, overlay
from tests.mutants.sources import Edit, Source
from tests.mutants.trying import Verdict


@cache
def made() -> Mapping[str, Sequence[Mutant]]:
    """All mutants by kind."""
    return {kind.name: list(kind.mutants(PAIR)) for kind in KINDS}


def every() -> Iterator[Mutant]:
    """All of them."""
    yield from (it for many in made().values() for it in many)


def of_package() -> list[OfPackage]:
    """Those of the package."""
    return [it for it in every() if isinstance(it, OfPackage)]


def of_document() -> list[OfDocument]:
    """Those of the document."""
    return [it for it in every() if isinstance(it, OfDocument)]


def test_every_kind_makes_mutants() -> None:
    assert [name for name, many in made().items() if not many] == []
    assert len(made()) == len(KINDS)
    assert all(kind.about for kind in KINDS)


def test_they_are_as_many_as_the_score_wants() -> None:
    assert len(of_package()) >= 600
    assert len(of_document()) >= 100
    assert sum(not isinstance(it, DocumentKind) for it in KINDS) >= 35
    assert sum(isinstance(it, DocumentKind) for it in KINDS) >= 15


def test_they_are_spread_over_all_resources() -> None:
    found = Counter(it.resource for it in every())
    resources = {file.stem for file in (FOLDER / "resources").glob("[!_]*.py")}
    assert min(found[it] for it in resources) >= 10


def test_ids_are_unique_and_do_not_change() -> None:
    ids = [it.id for it in every()]
    assert len(set(ids)) == len(ids)
    assert [it.id for kind in KINDS for it in kind.mutants(PAIR)] == ids


def test_an_edited_file_is_another_one_and_is_python() -> None:
    assert [it.id for it in of_package() if it.new == it.old] == []
    for first in {it.kind: it for it in of_package()}.values():
        assert first.lines != ("", ""), first.id
        ast.parse(first.new)


def test_an_edited_document_is_another_one() -> None:
    for mutant in of_document():
        assert all(_changes_something(patch) for patch in mutant.patches), mutant.id


def _changes_something(patch: Patch) -> bool:
    try:
        node = DOCUMENT.at(patch.pointer)
    except Unreadable:
        return patch.does == "set"
    return patch.does != "set" or node != patch.value


def test_more_of_a_kind_hold_the_usual_ones() -> None:
    for kind in KINDS[:5]:
        usual = [it.id for it in kind.mutants(PAIR)]
        assert [it.id for it in kind.mutants(PAIR, 20)][: len(usual)] == usual


def test_the_choice_takes_from_each_group_by_turns() -> None:
    items = [(group, str(number)) for group in "abc" for number in range(9)]
    assert sorted(group for group, _ in chosen(items, 6, lambda it: it)) == ["a", "a", "b", "b", "c", "c"]
    assert chosen(reversed(items), 4, lambda it: it) == chosen(items, 4, lambda it: it)


def test_edits_of_a_source() -> None:
    source = Source("a.py", "x = f('é', b, c)\n".encode())
    call = next(it for it in ast.walk(source.tree) if isinstance(it, ast.Call))
    assert source.edited([source.without(call.args[0], call.args)]) == b"x = f(b, c)\n"
    assert source.edited([source.without(call.args[2], call.args)]) == "x = f('é', b)\n".encode()
    assert source.edited(source.swapped(call.args[1], call.args[2])) == "x = f('é', c, b)\n".encode()
    assert source.edited([source.inside(call, "b", "d"), Edit(0, 1, "y")]) == "y = f('é', d, c)\n".encode()


def test_patches() -> None:
    value = {"a": [1, 2], "b/c": {"d": 3, "e": 4}}
    for patch in (
        Patch("set", "/a/0", 9),
        Patch("set", "/a/-", 5),
        Patch("remove", "/a/1"),
        Patch("rename", "/b~1c/d", "f"),
    ):
        patch.apply(value)
    assert value == {"a": [9, 5], "b/c": {"f": 3, "e": 4}}
    assert list(value["b/c"]) == ["f", "e"]


def test_an_overlay_is_the_package_but_for_one_file(tmp_path: Path) -> None:
    overlay(FOLDER, tmp_path, "models/webhooks.py", b"edited = True\n")
    assert (tmp_path / "models" / "webhooks.py").read_text() == "edited = True\n"
    assert (tmp_path / "models" / "shared.py").samefile(FOLDER / "models" / "shared.py")
    assert {it.relative_to(tmp_path) for it in tmp_path.rglob("*.py")} == {
        it.relative_to(FOLDER) for it in FOLDER.rglob("*.py")
    }


def test_mutants_are_run_in_processes_of_their_own() -> None:
    told: list[str] = []
    with running.copied(FOLDER) as package:
        pair = dataclasses.replace(PAIR, package=package)
        mutants: list[Mutant] = [
            next(it.mutants(pair)) for it in KINDS if it.name in ("verb-wrong", "document-enum-value-added")
        ]
        broken = OfPackage("broken", "client.py", "", "", (), b"", b"import nowhere\n")
        found = running.run(
            [*mutants, broken], pair, trying.Reach({}, False), 2, lambda mutant, verdict: told.append(mutant.id)
        )
    assert sorted(told) == sorted(found)
    assert [found[it.id].outcome for it in mutants] == ["check", "check"]
    assert found[mutants[0].id].by == "sending.requests"
    assert found[broken.id].outcome == "import"


def test_what_is_tried_first_is_what_is_edited() -> None:
    steps = list(trying.steps(PAIR))
    assert len({(it.check, it.thing) for it in steps}) == len(steps)
    for mutant in of_package():
        assert mutant.pointers or not mutant.file.startswith(("resources", "models")), mutant.id


def test_a_check_that_hangs_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(pair: object) -> object:
        while True:
            pass

    endless.__module__ = "tests.endless"
    monkeypatch.setattr(trying, "LIMIT", 1)
    monkeypatch.setattr(checks, "OF_ALL", (endless,))
    monkeypatch.setattr(checks, "OF_OPERATIONS", ())
    monkeypatch.setattr(checks, "OF_SCHEMAS", ())
    monkeypatch.setattr(checks, "OF_EVENTS", ())
    with running.copied(FOLDER) as package:
        pair = dataclasses.replace(PAIR, package=package)
        found = trying.tried(nothing(pair), pair, trying.Reach({}, True))
    assert (found.outcome, found.by) == ("hung", "endless.endless")


def test_equivalents_are_listed_with_reasons() -> None:
    reasons = equivalents.listed()
    assert list(equivalents.problems(reasons, {it.id for it in every()}, {})) == []


def test_an_equivalent_that_is_none_is_an_error() -> None:
    caught, survived = Verdict("check", "sending.requests"), Verdict("survived")
    verdicts = {"a": caught, "b": survived}
    found = list(equivalents.problems({"a": "", "b": "", "c": ""}, verdicts.keys(), verdicts))
    assert found == [
        "a is listed as equivalent, but sending.requests notices it",
        "c is listed as equivalent, but there is no such mutant",
    ]


def test_the_report_says_what_came_of_each() -> None:
    first, second, third = made()["verb-wrong"][:3]
    tried = [(first, Verdict("check", "sending.requests")), (second, Verdict("survived")), (third, Verdict("survived"))]
    text = report.text(KINDS, tried, {third.id: "Nobody can tell."})
    assert "3 mutants of 1 kinds, 1 equivalent; 1 of 2 caught: 50.0 %." in text
    assert "## Survivors: 1" in text
    assert f"- `{second.id}`" in text
    assert "Nobody can tell." in text
    assert "| 3 | 1 | 0 | 0 | 1 | 1 | sending.requests 1 |" in text
    assert text == report.text(KINDS, tried, {third.id: "Nobody can tell."})
