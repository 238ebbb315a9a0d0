"""`provgen contract` and the contract as a step of `regenerate`, on a small project."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import pty
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import cli, contracting, making, pipeline
from generator.diagnostics import ProvgenError
from generator.making import Source
from generator.settings import Settings, load_settings
from tests.projects import SETTINGS, archived, document, encoded, project, snapshot

ONE, TWO = document("1.0.0"), document("1.1.0", dogs="listDogs")
CONTRADICTION = "/paths/~1pets~1{petId}/get/responses/200/content/application~1json/example"


def with_example(value: Any) -> Any:
    """The document with an example of a pet, whose name is no text."""
    found = json.loads(json.dumps(value))
    found["paths"]["/pets/{petId}"]["get"]["responses"]["200"]["content"]["application/json"]["example"] = {"name": 1}
    return found


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    pipeline.regenerate(project(folder, ONE, TWO), offline=True)
    return folder


@pytest.fixture
def settings(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A copy of a project whose client is made from its newest document; it is the current folder."""
    shutil.copytree(made, tmp_path / "p", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.chdir(tmp_path / "p")
    return project(tmp_path / "p")


def client(settings: Settings) -> Path:
    return settings.output / settings.client.package


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


# ── the command ──


def test_the_committed_pair(settings: Settings, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["contract"]) == 0
    out, err = capfd.readouterr()
    assert " passed in " in out and "skipped" not in out and err == ""


def test_any_pair_needs_no_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pets.json").write_bytes(encoded(ONE))
    assert cli.run(["generate", "--spec", "pets.json", "--output", "out", "--package", "pets"]) == 0
    assert cli.run(["contract", "--spec", "pets.json", "--package", "out/pets"]) == 0
    assert cli.run(["contract", "--package", "out/pets"]) == 1
    assert "--spec FILE names it" in capfd.readouterr().err


def test_a_copy_elsewhere_is_held_against_the_document_it_was_made_from(
    settings: Settings, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copytree(client(settings), tmp_path / "app" / "_vendor" / "pets_client"))
    archived(settings.root, document("2.0.0", cats="listCats"))
    assert cli.run(["contract", "--package", str(copy)]) == 0
    edit(copy / "resources" / "pets.py", "GET /dogs", "GET /cats")
    assert cli.run(["contract", "--package", str(copy), "-k", "listDogs"]) == 1
    out = capfd.readouterr().out
    assert "operations that depart: 1" in out and "listDogs: " in out
    for line in (
        "at       /paths/~1dogs/get",
        "expected https://pets.example/dogs",
        "got      https://pets.example/cats",
    ):
        assert line in out


def test_a_failing_check_fits_one_screen(settings: Settings, capfd: pytest.CaptureFixture[str]) -> None:
    edit(client(settings) / "resources" / "pets.py", "GET /dogs", "GET /cats")
    assert cli.run(["contract", "-k", "sending.requests and listDogs"]) == 1
    assert len(capfd.readouterr().out.splitlines()) < 24


def test_an_interrupted_run_tells_what_has_failed_so_far(tmp_path: Path) -> None:
    settings = project(tmp_path, document("1.0.0", **{f"p{n}": f"getP{n}" for n in range(60)}))
    pipeline.regenerate(settings, offline=True)
    edit(client(settings) / "resources" / "pets.py", "GET /p0", "GET /cats")
    terminal, theirs = pty.openpty()  # which gets every test as it ends
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "contract", "--config", str(tmp_path / "pyproject.toml")],
        stdout=theirs,
        stderr=subprocess.PIPE,
        text=True,
        # Tests that a shell runs in the background inherit that it ignores interrupts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as run:
        os.close(theirs)
        shown = ""
        while "F" not in shown:
            shown += os.read(terminal, 1).decode()
        run.send_signal(signal.SIGINT)
        with contextlib.suppress(OSError):  # Linux says so when the other side is gone
            while data := os.read(terminal, 65536):
                shown += data.decode()
        assert run.stderr is not None and run.stderr.read() == "provgen: interrupted; nothing is left half-done\n"
    os.close(terminal)
    assert run.returncode == 130
    assert "KeyboardInterrupt" in shown and "expected HTTP: GET /p0" in shown


def test_an_example_that_contradicts_is_told_and_can_be_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    settings = project(tmp_path, with_example(ONE))
    monkeypatch.chdir(tmp_path)
    pipeline.regenerate(settings, offline=True)
    assert cli.run(["contract"]) == 0
    assert "not held against the package: 1" in capfd.readouterr().out
    listed = f'[[example]]\npointer = "{CONTRADICTION}"\nreason = "The name is a number, where it should be a text."\n'
    file = settings.spec / contracting.CONTRADICTIONS
    for text, code in (("", 1), (listed, 0), (listed + 'versions = ["1.0.0"]\n', 0), (listed + "versions = []\n", 1)):
        file.write_text(text)
        assert cli.run(["contract", "-k", "examples"]) == code, capfd.readouterr().out
    file.write_text(listed.replace('example"\n', 'examples/gone"\n'))
    assert cli.run(["contract", "-k", "examples"]) == 1
    assert "take the entry out" in capfd.readouterr().out


@pytest.mark.parametrize("text", ["[[example]", "example = 1", "[[example]]\npointer = '/paths'\n", b"\xff"])
def test_a_list_of_contradictions_that_is_none(settings: Settings, text: str | bytes) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    (settings.spec / contracting.CONTRADICTIONS).write_bytes(data)
    with pytest.raises(ProvgenError) as caught:
        pipeline.contract(settings, None, None, [])
    assert [it.code for it in caught.value.diagnostics] == ["invalid-contradictions"]


# ── what cannot be held ──


def broken_package(folder: Path) -> None:
    edit(
        folder / "client.py", "from __future__ import annotations", "from __future__ import annotations\nimport nowhere"
    )


def ending_package(folder: Path) -> None:
    edit(
        folder / "client.py",
        "from __future__ import annotations",
        "from __future__ import annotations\nraise SystemExit(0)",
    )


def damaged_package(folder: Path) -> None:
    (folder / "MANIFEST.json").write_text("{")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (broken_package, "cannot be imported: ModuleNotFoundError: No module named 'nowhere'"),
        (ending_package, "cannot be imported: SystemExit"),
        (damaged_package, "MANIFEST.json"),
        (shutil.rmtree, "pets_client is no folder"),
    ],
)
def test_a_package_that_is_none(
    settings: Settings, spoil: Callable[[Path], None], message: str, capfd: pytest.CaptureFixture[str]
) -> None:
    spoil(client(settings))
    spec = str(settings.spec / "1.1.0" / "openapi.json")
    assert cli.run(["contract", "--spec", spec, "--package", str(client(settings))]) == 1
    out, err = capfd.readouterr()
    assert out == "" and message in err and len(err.splitlines()) <= 2 and "Traceback" not in err


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", "spec.json:1:2: error[json-syntax]"),
        (b"[]", "error[not-an-object]"),
        (b'{"swagger": "2.0"}', "is no OpenAPI 3 document"),
        (b'{"openapi": "3.1.0", "paths": [1]}', "is no valid document"),
        (encoded({**ONE, "paths": {}, "components": {}}), "was not made from"),
    ],
)
def test_a_document_that_is_none(
    settings: Settings, tmp_path: Path, content: bytes, message: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "spec.json").write_bytes(content)
    assert cli.run(["contract", "--spec", str(tmp_path / "spec.json")]) == 1
    out, err = capfd.readouterr()
    assert out == "" and message in err and len(err.splitlines()) <= 2 and "Traceback" not in err


def test_a_document_that_is_not_there(settings: Settings, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["contract", "--spec", "nowhere.yaml"]) == 1
    assert "nowhere.yaml" in capfd.readouterr().err


def test_a_choice_of_nothing(settings: Settings, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["contract", "-k", "nobody"]) == 1
    assert "no check has such a name" in capfd.readouterr().err


def test_a_package_of_a_document_that_is_not_archived(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "cats.json").write_bytes(encoded(document("3.0.0", cats="listCats")))
    source = Source(tmp_path / "cats.json", "cats.json")
    outcome = pipeline.generate(source, settings, tmp_path / "elsewhere")
    with pytest.raises(ProvgenError, match="is not in spec"):
        pipeline.contract(settings, None, outcome.place, [])


# ── the step of regenerating ──


@pytest.fixture
def wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """A generator that makes a mistake: it sends listCats somewhere else."""

    def make(*arguments: Any) -> making.Package:
        package = making.make(*arguments)
        path = "resources/pets.py"
        return dataclasses.replace(
            package, files={**package.files, path: package.files[path].replace(b"GET /cats", b"GET /mice")}
        )

    monkeypatch.setattr(pipeline, "make", make)


@pytest.mark.usefixtures("wrong")
def test_a_package_that_departs_is_not_swapped_in(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    archived(settings.root, document("2.0.0", cats="listCats"))
    before = snapshot(settings.root)
    assert cli.run(["regenerate", "--offline"]) == 1
    err = capsys.readouterr().err
    assert "spec/2.0.0/openapi.json:" in err and "error[contract]" in err
    assert "got https://pets.example/mice" in err and "at #/paths/~1cats/get" in err
    assert snapshot(settings.root) == before


def test_what_an_edit_does_not_reach_is_not_tested_again(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[contracting.Verdict] = []
    verdict = contracting.verdict

    def listening(subject: contracting.Subject) -> contracting.Verdict:
        held.append(verdict(subject))
        return held[-1]

    monkeypatch.setattr(contracting, "verdict", listening)
    value = document("2.0.0", dogs="listDogs")
    value["paths"]["/dogs"]["get"]["summary"] = "All dogs"
    archived(settings.root, value)
    pipeline.regenerate(settings, offline=True)
    shutil.rmtree(client(settings))
    pipeline.regenerate(settings, offline=True)
    edited, whole = (it.tests for it in held)
    assert 0 < edited < whole


def test_settings_are_those_of_a_package_of_that_name(settings: Settings, tmp_path: Path) -> None:
    assert "paging" not in SETTINGS
    with (settings.root / "pyproject.toml").open("a") as file:
        file.write('[tool.provgen.paging]\ntoken = "pageToken"\nnext = "next"\n')
    renewed = load_settings(settings.root / "pyproject.toml")
    subject = contracting.any_pair(renewed, renewed.spec / "1.0.0" / "openapi.json", client(renewed))
    assert subject.conventions["paging"] == [{"token": "pageToken", "next": "next", "items": None}]
    assert set(subject.conventions["webhooks"]) >= {"type", "signature", "signed"}
