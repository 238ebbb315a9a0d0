"""`provgen vendor` as its users type it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator import cli
from generator.cli import copies
from generator.package import inputs
from generator.settings import Settings
from tests.projects import snapshot
from tests.vendoring.conftest import PACKAGE

CLIENT = "src/acme/_vendor/pets_client"


def run(toolchain: Settings, *arguments: str) -> int:
    # To verify a copy, no settings are needed.
    config = [] if "--check" in arguments else ["--config", str(toolchain.root / "pyproject.toml")]
    return cli.run(["vendor", *arguments, *config])


def test_the_way_of_a_copy(toolchain: Settings, repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(toolchain, str(repository), "--package", PACKAGE, "--to", "1.0.0") == 0
    assert f"{PACKAGE} 1.0.0 in {CLIENT}: files: " in capsys.readouterr().out
    assert run(toolchain, str(repository), "--check") == 0
    assert f"{PACKAGE} 1.0.0: as written (" in capsys.readouterr().out
    file = repository / CLIENT / "errors.py"
    file.write_bytes(file.read_bytes() + b"# mine\n")
    assert run(toolchain, str(repository), "--check") == 1
    told = capsys.readouterr()
    assert told.out.startswith(f"edited:  {CLIENT}/errors.py\n--- a/{CLIENT}/errors.py\n")
    assert told.out.endswith("+# mine\n")
    assert told.err == f"{PACKAGE} 1.0.0: not as it was written\n"
    assert run(toolchain, str(repository), "--status", "--patch", str(repository / "edits.patch")) == 0
    assert capsys.readouterr().out == (
        f"{PACKAGE} in {CLIENT}\n  1.0.0 of Pets, 1 release behind: 1.1.0\n  all resources; testing\n  edited: errors.py\n"
        f"the edits are in {repository}/edits.patch: `git apply {repository}/edits.patch` does them again\n"
    )
    assert "+# mine" in (repository / "edits.patch").read_text()
    assert run(toolchain, str(repository), "--update") == 0
    told = capsys.readouterr()
    assert told.out.startswith("1.0.0 → 1.1.0: major: 1 breaking, 1 more; 1 use in 1 file\n")
    assert "used in src/acme/app.py:5" in told.out
    assert f"{PACKAGE} 1.1.0 in {CLIENT}: files: " in told.out
    assert f"info[edit-kept] {CLIENT}/errors.py: your edit is kept" in told.err
    assert run(toolchain, str(repository), "--status") == 0
    assert "  1.1.0 of Pets, the newest release\n" in capsys.readouterr().out


def test_options_reach_the_record(toolchain: Settings, repository: Path) -> None:
    arguments = ["--package", "acme.pets_client", "--resources", "shops, pets", "--no-testing", "--source", "src"]
    assert run(toolchain, str(repository), *arguments) == 0
    text = (repository / "vendor.toml").read_text()
    assert 'resources = ["pets", "shops"]\ntesting = false\n' in text


def test_inside_of_a_repository_nothing_has_to_be_named(
    toolchain: Settings, vendored: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(vendored / "src" / "acme")
    assert cli.run(["vendor", "--check"]) == 0
    # Where no project near makes a client, the toolchain's own settings are taken, wherever it is installed.
    monkeypatch.setattr(inputs, "ROOT", toolchain.root)
    assert cli.run(["vendor", "--status"]) == 0
    assert "1 release behind" in capsys.readouterr().out
    assert cli.run(["vendor", "--update"]) == 0
    assert f"{PACKAGE} 1.1.0" in capsys.readouterr().out


def test_copies_of_other_toolchains_are_left_alone(
    toolchain: Settings, vendored: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = vendored / "vendor.toml"
    file.write_text(file.read_text().replace('client = "pets_client"', 'client = "other"'))
    before = snapshot(vendored)
    assert run(toolchain, str(vendored), "--update") == 1
    told = capsys.readouterr().err
    assert f"{PACKAGE}: left alone, another toolchain makes other" in told
    assert "error[not-vendored]" in told
    assert snapshot(vendored) == before


@pytest.mark.parametrize(("answer", "code"), [("n\n", 1), ("y\n", 0), ("\n", 0)])
def test_a_person_is_asked(
    toolchain: Settings,
    vendored: Path,
    answer: str,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    before = snapshot(vendored)
    monkeypatch.setattr(copies.sys, "stdin", Terminal())  # type: ignore[attr-defined]
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda prompt: answer.strip())
    assert run(toolchain, str(vendored), "--update") == code
    assert "1.0.0 → 1.1.0" in capsys.readouterr().out, "the report comes first"
    assert (snapshot(vendored) == before) == (code == 1)


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["nowhere", "--package", "a.b"], 1, "error[no-repository] nowhere does not exist"),
        (["file", "--package", "a.b"], 1, "error[no-repository] file is not a folder"),
        (["shop"], 2, "Missing option '--package'"),
        (["shop", "--package", "a-b"], 1, "error[invalid-package-name] 'a-b' is no name of a package"),
        (["shop", "--package", "json.b"], 1, "error[shadows-library] json is a module of Python's standard library"),
        (["shop", "--package", "acme.b", "--resources", "a,,b"], 2, "is a list of names"),
        (["shop", "--package", "acme.b", "--to", "7"], 1, "7"),
        (["shop", "--check", "--status", "--patch", "x", "--yes"], 2, "--yes does not go with --status: see"),
        (
            ["shop", "--update", "--resources", "shops"],
            2,
            "--resources does not go with --update: vendor.toml says it.",
        ),
        (["shop", "--check", "--no-testing"], 2, "--testing does not go with --check: vendor.toml says it."),
        (["shop", "--package", "a.b", "--patch", "x"], 2, "--patch does not go with copying: see"),
        (["shop", "--check"], 1, "error[not-vendored] no copy is recorded in "),
        (["shop", "--status", "--package", "x"], 1, "error[not-vendored] x is not recorded in "),
        (["shop", "--update"], 1, "error[not-vendored] no copy is recorded in "),
        (["--update"], 1, "has a record of copies"),
    ],
)
def test_what_is_wrong_is_said_plainly(
    toolchain: Settings,
    repository: Path,
    arguments: list[str],
    code: int,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(repository.parent)
    Path("file").write_text("")
    before = snapshot(repository.parent)
    assert run(toolchain, *arguments) == code
    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.out == ""
    assert snapshot(repository.parent) == before


def test_the_repository_of_the_toolchain_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["vendor", str(Path(__file__).parents[2]), "--package", "acme.client"]) == 1
    assert "error[own-repository]" in capsys.readouterr().err


def test_an_interrupt_while_it_is_made_changes_nothing(toolchain: Settings, repository: Path) -> None:
    """Ctrl-C, as a terminal sends it: to the process and to its helpers."""
    before = snapshot(repository)
    code = (
        "import os, signal, sys, threading\n"
        "from generator import cli\n"
        "threading.Timer(float(sys.argv.pop(1)), lambda: os.killpg(0, signal.SIGINT)).start()\n"
        "os._exit(cli.run(sys.argv[1:]))"
    )
    command = [sys.executable, "-W", "ignore", "-c", code, "{seconds}", "vendor", str(repository), "--package", PACKAGE]
    command += ["--to", "1.0.0", "--config", str(toolchain.root / "pyproject.toml")]
    for seconds in ("0.3", "1.0"):
        done = subprocess.run(
            [it.format(seconds=seconds) for it in command],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=False,
            start_new_session=True,
        )
        assert done.returncode == cli.INTERRUPTED, done.stderr
        assert done.stderr == "provgen: interrupted; nothing is left half-done\n"
        assert snapshot(repository) == before
        assert not (repository / "src" / "acme" / "_vendor").exists()
