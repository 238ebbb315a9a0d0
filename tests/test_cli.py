"""The command line: exit codes, where output goes, what a terminal sees, and the unhappy ends."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator import cli, pipeline
from generator.cli import telling
from generator.diagnostics import Diagnostic, Severity
from generator.workers import Pool
from tests.projects import document, encoded, project, snapshot

pytestmark = pytest.mark.usefixtures("without_contract")

ROOT = Path(__file__).parents[1]
PROVGEN = [sys.executable, "-W", "error", "-m", "generator"]


@pytest.fixture(autouse=True)
def _no_helpers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "pool", lambda: Pool(0))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder with a valid document in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pets.json").write_bytes(encoded(document()))
    return tmp_path


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def started(arguments: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """A run as a process of its own, its output in pipes."""
    command = [*PROVGEN, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment())


GENERATE = ["generate", "--spec", "pets.json", "--output", "out", "--package", "pets"]


# ── help and usage ──


@pytest.mark.parametrize("command", ["", "fetch", "validate", "generate", "regenerate", "diff", "report", "check"])
def test_help_teaches_by_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([command, "--help"] if command else ["--help"]) == 0
    text = capsys.readouterr().out
    assert "Options:" in text
    assert command == "check" or f"  provgen {command}" in text


def test_help_is_fast_because_it_imports_nothing_heavy() -> None:
    code = (
        "import sys; from generator import cli; cli.run(['generate', '--help'])\n"
        "sys.exit(str({'black', 'httpx', 'pydantic', 'yaml', 'tomli', 'jinja2', 'generator.pipeline'} & sys.modules.keys()))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=False
    )
    assert result.stderr == "set()\n"


def test_there_are_no_other_commands(capsys: pytest.CaptureFixture[str]) -> None:
    commands = {"fetch", "validate", "generate", "regenerate", "contract", "diff", "report", "check", "vendor", "dist"}
    assert set(cli.provgen.commands) == commands


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bogus"],
        ["validate"],
        ["validate", "a", "b"],
        ["validate", "pets.json", "--format", "xml"],
        ["generate", "--spec", "pets.json", "--output", "out"],
        ["generate", "--spec", "pets.json", "--package", "pets"],
        ["generate", "--spec", "pets.json", "--output", "out", "--package", "no-name"],
        ["generate", "--spec", "pets.json", "--output", "out", "--package", "class"],
        ["generate", "--spec", "pets.json", "--output", "out", "--package", "../evil"],
        ["regenerate", "--wrong"],
        ["regenerate", "--lenient"],
        ["validate", "pets.json", "--overlay", "draft.json"],
    ],
)
def test_wrong_usage_exits_with_2(here: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    before = snapshot(here)
    assert cli.run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Usage: provgen" in captured.err
    assert snapshot(here) == before


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert re.fullmatch(r"provgen (\d+\.\d+\.\d+|\(not installed\))\n", capsys.readouterr().out)


# ── commands ──


def test_generate_tells_what_it_wrote(here: Path) -> None:
    result = started(GENERATE, here)
    assert (result.returncode, result.stderr) == (0, "")
    first, second = result.stdout.splitlines()
    assert first == "out/pets 1.0.0: 1 operation, 0 events, 2 models"
    assert re.fullmatch(r"files: \d+ added; \d+ files formatted; \d+\.\d s", second)
    assert (here / "out" / "pets" / "client.py").exists()


def test_generate_takes_names_and_overlays_from_a_config(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project(
        here / "p", settings='[tool.provgen]\npackage = "named"\n[tool.provgen.names]\nclient_parameters = ["petId"]\n'
    )
    (here / "p" / "spec" / "overlays").mkdir(parents=True)
    action = {"target": "$.info", "description": "why", "update": {"version": "7.0.0"}}
    overlay = {"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": [action]}
    (here / "p" / "spec" / "overlays" / "a.json").write_text(json.dumps(overlay))
    config = str(here / "p" / "pyproject.toml")
    assert cli.run(["generate", "--spec", "pets.json", "--output", "out", "--config", config]) == 0
    assert capsys.readouterr().out.startswith("out/named 7.0.0: ")
    assert "pet_id" in (here / "out" / "named" / "client.py").read_text()
    assert cli.run([*GENERATE, "--config", config]) == 0
    assert sorted(path.name for path in (here / "out").iterdir()) == ["named", "pets"]


def test_validate_prints_findings_and_a_sum(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    value = document()
    del value["info"]["title"]
    (here / "bad.json").write_bytes(encoded(value))
    assert cli.run(["validate", "bad.json"]) == 1
    captured = capsys.readouterr()
    assert re.match(r"bad\.json:\d+:\d+: error\[[a-z-]+\] ", captured.out)
    assert captured.out.splitlines()[-1].startswith("bad.json: 1 error, ")
    assert captured.err == ""
    assert cli.run(["validate", "pets.json"]) == 0
    assert "pets.json: 0 errors" in capsys.readouterr().out


def test_what_is_not_valid_is_generated_leniently(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    value = document()
    value["paths"]["/pets/{petId}"]["get"] |= {"title": "A pet", "description": None}
    del value["paths"]["/pets/{petId}"]["get"]["parameters"]
    (here / "bad.json").write_bytes(encoded(value))
    command = ["generate", "--spec", "bad.json", "--output", "out", "--package", "bad"]
    assert cli.run(command) == 1
    assert capsys.readouterr().err.count("error[") == 3
    assert not (here / "out").exists()
    assert cli.run([*command, "--lenient"]) == 0
    captured = capsys.readouterr()
    assert captured.err.count("bad.json:") == captured.err.count("warning[") == 3
    assert (
        captured.err.count("warning[skipped]") == 2
        and "no path parameter of that name: added as a string" in captured.err
    )
    assert captured.out.startswith(
        "out/bad 1.0.0: 1 operation, 0 events, 2 models; made leniently: 1 corrected, 2 skipped\n"
    )
    contract = ["contract", "--spec", "bad.json", "--package", "out/bad"]
    assert (cli.run(contract), cli.run([*contract, "--lenient"])) == (1, 0)


def test_what_the_library_accepts_is_generated_unasked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    value = document()
    value["paths"]["/pets/{petId}"]["get"]["security"] = [{"gone": []}]
    schema = {"$ref": "#/components/schemas/Gone"}
    value["paths"]["/pets/{petId}"]["get"]["requestBody"] = {"content": {"application/json": {"schema": schema}}}
    (here / "odd.json").write_bytes(encoded(value))
    assert cli.run(["validate", "odd.json"]) == 1
    assert cli.run(["generate", "--spec", "odd.json", "--output", "out", "--package", "odd"]) == 0
    captured = capsys.readouterr()
    assert captured.err.count("warning[skipped]") == 2
    assert "made leniently: 2 skipped\n" in captured.out
    assert cli.run(["contract", "--spec", "odd.json", "--package", "out/odd"]) == 0
    del value["info"]["title"]
    (here / "odd.json").write_bytes(encoded(value))
    assert cli.run(["generate", "--spec", "odd.json", "--output", "out", "--package", "odd"]) == 1


def test_what_is_done_leniently_may_become_an_overlay(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    value = document()
    value["paths"]["/pets/{petId}"]["get"]["title"] = "A pet"
    (here / "bad.json").write_bytes(encoded(value))
    folder = here / "p"
    project(folder, settings='[tool.provgen]\npackage = "pets"\n')
    draft = folder / "spec" / "overlays" / "draft.json"
    config = ["--config", str(folder / "pyproject.toml")]
    assert cli.run(["validate", "bad.json", *config]) == 1
    assert cli.run(["validate", "bad.json", "--lenient", "--overlay", str(draft)]) == 0
    assert json.loads(draft.read_text())["actions"] == [
        {
            "target": '$["paths"]["/pets/{petId}"]["get"]["title"]',
            "description": "`title` is not a field of an Operation Object: removed",
            "remove": True,
        }
    ]
    assert cli.run(["validate", "bad.json", *config]) == 0
    generate = ["generate", "--spec", "bad.json", "--output", "out"]
    assert (
        cli.run([*generate, "--package", "pets", *config])
        == cli.run([*generate, "--package", "pets", "--lenient"])
        == 0
    )
    assert capsys.readouterr().out.splitlines()[-1].startswith("files: 51 unchanged; ")


@pytest.mark.parametrize("text", ["openapi: [", "[]", "swagger: '2.0'", "openapi: 3.9.0", "a: b"])
def test_what_cannot_be_read_is_not_read_leniently(here: Path, text: str) -> None:
    (here / "bad.yaml").write_text(text)
    result = started(["generate", "--spec", "bad.yaml", "--output", "out", "--package", "bad", "--lenient"], here)
    assert result.returncode == 1
    assert result.stderr.startswith("bad.yaml:1:") and "error[" in result.stderr
    assert not (here / "out").exists()


@pytest.mark.parametrize("name", ["pets.json", "bad.json", "nowhere.json", "."])
def test_validate_as_json_prints_one_document_and_nothing_else(here: Path, name: str) -> None:
    (here / "bad.json").write_bytes(b'{"openapi": "3.1.0"}')
    result = started(["validate", name, "--format", "json"], here)
    findings = json.loads(result.stdout)
    assert result.stderr == ""
    assert result.returncode == (1 if findings["summary"]["errors"] else 0) == int(name != "pets.json")


def test_validate_as_annotations(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "bad.json").write_bytes(b'{"openapi": "3.1.0"}')
    assert cli.run(["validate", "bad.json", "--format", "github"]) == 1
    assert all(line.startswith("::error ") for line in capsys.readouterr().out.splitlines())


def test_regenerate_check_and_fetch_use_the_nearest_settings(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = here / "p"
    settings = project(folder, document(), settings='[tool.provgen]\npackage = "pets"\n')
    (folder / "deep").mkdir()
    monkeypatch.chdir(folder / "deep")
    assert cli.run(["regenerate"]) == 0
    assert "1.0.0: 1 operation" in capsys.readouterr().out
    assert cli.run(["regenerate"]) == 0
    assert "nothing to do" in capsys.readouterr().out
    assert cli.run(["check"]) == 0
    assert "as generated" in capsys.readouterr().out
    (settings.output / "pets" / "extra.py").write_text("x = 1\n")
    assert cli.run(["check"]) == 1
    captured = capsys.readouterr()
    assert "--- a/" in captured.out and "+++ /dev/null" in captured.out and "-x = 1\n" in captured.out
    assert "1 removed" in captured.err
    assert cli.run(["regenerate"]) == 1
    assert "hand-written-file" in capsys.readouterr().err
    assert cli.run(["regenerate", "--force"]) == 0
    capsys.readouterr()
    (here / "new.json").write_bytes(encoded(document("1.1.0", dogs="listDogs")))
    assert cli.run(["fetch", "--url", str(here / "new.json")]) == 0
    assert capsys.readouterr().out.startswith("1.1.0: new (")
    assert cli.run(["fetch"]) == 1
    assert "no-address" in capsys.readouterr().err
    assert cli.run(["regenerate", "--offline"]) == 0
    assert "1.1.0: 2 operations" in capsys.readouterr().out
    assert cli.run(["regenerate", "--to", "1.0.0"]) == 0
    assert "1.0.0: 1 operation," in capsys.readouterr().out


def test_without_settings_a_command_says_what_is_missing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("regenerate", "check", "fetch"):
        assert cli.run([command, "--config", "nowhere.toml"]) == 1
        assert "nowhere.toml:1:1: error[settings-not-found]" in capsys.readouterr().err


def test_many_warnings_are_counted_and_few_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    warnings = [Diagnostic("odd", f"number {n}", Severity.WARNING) for n in range(telling.WARNINGS_SHOWN)]
    telling.tell([*warnings, Diagnostic("note", "hello", Severity.INFO)], "see")
    assert capsys.readouterr().err.count("warning[odd]") == telling.WARNINGS_SHOWN
    telling.tell([*warnings, warnings[0], Diagnostic("note", "hello", Severity.INFO)], "see")
    assert capsys.readouterr().err.splitlines() == [
        "info[note] hello",
        f"{len(warnings) + 1} warnings: `see` lists them",
    ]


# ── bad input ──

BAD = {
    "empty.yaml": b"",
    "image.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
    "syntax.yaml": b"openapi: 3.1.0\n" + b"a: b\n" * 0 + b"paths: [\n",
    "no-paths.yaml": b"openapi: 3.0.3\ninfo: {title: t, version: '1'}\n",
    "list.json": b"[1, 2]",
    "swagger.yaml": b"swagger: '2.0'\ninfo: {title: t, version: '1'}\npaths: {}\n",
    "bomb.yaml": b"a: &a [x, x, x, x, x, x, x, x, x]\n"
    + b"".join(b"%c: &%c [%s]\n" % (n, n, b", ".join([b"*%c" % (n - 1)] * 9)) for n in range(98, 112)),
    "dangling.yaml": b"openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n  /a:\n    $ref: '#/nowhere'\n",
    "outside.yaml": b"openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n  /a:\n    $ref: '../../etc/passwd'\n",
    "remote.yaml": b"openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n  /a:\n    $ref: 'https://x.example/a'\n",
    "cycle.json": b'{"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {}, "components": {"schemas":'
    b' {"A": {"allOf": [{"$ref": "#/components/schemas/B"}]}, "B": {"allOf": [{"$ref": "#/components/schemas/A"}]}}}}',
}


@pytest.mark.parametrize("name", [*BAD, "nowhere.yaml", "folder"])
def test_a_wrong_document_gets_located_errors_and_changes_nothing(
    here: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if name in BAD:
        (here / name).write_bytes(BAD[name])
    (here / "folder").mkdir()
    before = snapshot(here)
    assert cli.run(["generate", "--spec", name, "--output", "out", "--package", "pets"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    lines = [line for line in captured.err.splitlines() if not line.startswith("    ")]
    assert lines, captured.err
    assert all(re.match(rf"{re.escape(name)}:\d+:\d+: (error|warning)\[[a-z0-9-]+\] ", line) for line in lines)
    assert "Traceback" not in captured.err
    assert snapshot(here) == before
    assert not (here / "out").exists()


@pytest.mark.parametrize("output", ["pets.json", "pets.json/below"])
def test_an_output_that_is_a_file_is_told(here: Path, output: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = snapshot(here)
    assert cli.run(["generate", "--spec", "pets.json", "--output", output, "--package", "pets"]) == 1
    assert "error[" in capsys.readouterr().err
    assert snapshot(here) == before


# ── the unhappy ends ──


def test_a_mistake_of_ours_is_one_line_with_the_way_to_more(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def bug(*_: object, **__: object) -> None:
        raise ZeroDivisionError("first\nlast")

    monkeypatch.setattr(pipeline, "generate", bug)
    assert cli.run(GENERATE) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "error[internal-error] internal error: ZeroDivisionError: last"
    assert "provgen --debug" in lines[1] and len(lines) == 2
    assert cli.run(["--debug", *GENERATE]) == 1
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_a_reader_that_has_enough_is_no_error_to_see(here: Path) -> None:
    (here / "bad.json").write_bytes(b'{"openapi": "3.1.0", "x": 1, "y": ' + b"[" * 50 + b"]" * 50 + b"}")
    command = [*PROVGEN, "validate", "bad.json"]
    run = subprocess.Popen(command, cwd=here, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout and run.stderr
    run.stdout.close()
    assert run.stderr.read() == b""
    run.stderr.close()
    assert run.wait() == 1


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupt_leaves_the_old_tree_and_nobody_behind(here: Path, sent: signal.Signals, code: int) -> None:
    assert started(GENERATE, here).returncode == 0
    (here / "pets.json").write_bytes(encoded(document("2.0.0", **{f"p{n}": f"getP{n}" for n in range(400)})))
    before = snapshot(here)
    # Without -W error: a library that is interrupted while it reads a file of its own may warn that it was.
    run = subprocess.Popen(
        [sys.executable, "-m", "generator", *GENERATE],
        cwd=here,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # Tests that a shell runs in the background inherit that it ignores interrupts.
        preexec_fn=lambda: signal.signal(sent, signal.SIG_DFL),
    )
    time.sleep(1.0)
    os.killpg(run.pid, sent)
    out, err = run.communicate(timeout=30)
    assert run.returncode == code, err
    assert out == ""
    assert err == ("provgen: interrupted; nothing is left half-done\n" if sent == signal.SIGINT else "")
    assert snapshot(here) == before
    assert sorted(path.name for path in (here / "out").iterdir()) == ["pets"]


def on_a_terminal(arguments: Sequence[str], folder: Path, **more: str) -> str:
    """What a run writes to a terminal."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execve(PROVGEN[0], [*PROVGEN, *arguments], {**environment(), "TERM": "xterm", **more})
    shown = b""
    while select.select([terminal], [], [], 60)[0]:
        try:
            data = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other side is gone
            break
        if not data:
            break
        shown += data
    os.close(terminal)
    os.waitpid(pid, 0)
    return shown.decode()


def test_a_change_report_is_coloured_on_a_terminal_only(here: Path) -> None:
    newer = document("1.1.0")
    newer["components"]["schemas"]["Pet"]["required"] = []
    (here / "newer.json").write_bytes(encoded(newer))
    arguments = ["diff", "pets.json", "newer.json"]
    assert "\x1b[1;31mbreaking\x1b[0m Pet.name may be absent now" in on_a_terminal(arguments, here)
    assert "\x1b[1;31m" not in on_a_terminal(arguments, here, NO_COLOR="1")
    assert "\x1b" not in started(arguments, here).stdout


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_terminal_sees_the_stages_with_seconds(here: Path) -> None:
    text = on_a_terminal(GENERATE, here)
    lines = text.replace("\r\n", "\n").splitlines()
    stages = [line.split() for line in lines[:8]]
    assert [stage[0] for stage in stages] == "read name models validate operations format import swap".split()
    assert all(re.fullmatch(r"\d+\.\d\d", stage[1]) and stage[2] == "s" for stage in stages)
    assert lines[8].startswith("out/pets 1.0.0: ")


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_colors_are_for_terminals_that_want_them(here: Path) -> None:
    (here / "bad.json").write_bytes(b"[1]")
    assert "\x1b[" in on_a_terminal(["validate", "bad.json"], here)
    assert "\x1b[" not in on_a_terminal(["validate", "bad.json"], here, NO_COLOR="1")
    assert "\x1b[" not in started(["validate", "bad.json"], here).stdout


def test_the_console_script_and_the_module_are_the_same(here: Path) -> None:
    code = "import sys; from generator.cli import main; main(['--help'])"
    script = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True)
    assert script.stdout == started(["--help"], here).stdout
    assert shutil.which("provgen") is None or 'provgen = "generator.cli:main"' in (ROOT / "pyproject.toml").read_text()
