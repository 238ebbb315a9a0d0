"""The command line: arguments in, one call into the pipeline, its outcome printed.

Results go to standard output; progress (on a terminal only), warnings and errors go to standard error. Exit codes:
0 done, 1 a problem or a difference, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import dataclasses
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn, TextIO

import click

from generator.diagnostics import (
    Diagnostic,
    ProvgenError,
    Severity,
    error,
    in_order,
    render_github,
    render_json,
    render_text,
    summary,
)

if TYPE_CHECKING:
    from generator.making import Remote, Source
    from generator.package.fileset import Difference
    from generator.pipeline import Check, Outcome
    from generator.reporting import Gate
    from generator.settings import Settings

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""

WARNINGS_SHOWN = 10
"""How many warnings a generating command prints before it only counts them."""

FORMATS = ("text", "markdown", "html", "json", "github", "sarif", "junit", "changelog")
"""What a change report can be written as."""

_RENDERERS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {"json": render_json, "github": render_github}


def _version(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    from importlib.metadata import PackageNotFoundError, version

    if wanted:
        try:
            click.echo(f"provgen {version('provgen')}")
        except PackageNotFoundError:
            click.echo("provgen (not installed)")
        context.exit()


_config = click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Settings: the [tool.provgen] table of this TOML file.  [default: the nearest pyproject.toml]",
)
_force = click.option(
    "--force", is_flag=True, help="Overwrite hand-edited files, or a folder that provgen did not write."
)
_allow_remote = click.option("--allow-remote", is_flag=True, help="Follow https references of the document.")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
def provgen(debug: bool) -> None:
    """Turns an OpenAPI 3.0 or 3.1 document into a formatted, typed Python client, again and again.

    \b
    Any document, once:
      provgen validate petstore.yaml
      provgen generate --spec petstore.yaml --output src --package petstore

    \b
    A committed client, renewed when its vendor publishes a new document ([tool.provgen] in pyproject.toml):
      provgen regenerate              fetch, validate, generate, swap
      provgen regenerate --offline    the same from the newest archived document
      provgen check                   is the committed client what its document gives?
    """


@provgen.command()
@click.option("--url", metavar="URL", help="Address or file to take instead of the one in the settings.")
@_config
def fetch(url: str | None, config: Path | None) -> int:
    """Archive the published document.

    A new version gets a folder of its own. What is archived is never overwritten: a version that was published again
    with other content is kept beside the first, with a warning.

    \b
    Examples:
      provgen fetch
      provgen fetch --url ~/Downloads/openapi.yaml
    """
    from generator import making, pipeline

    with _Stages() as progress:
        result = pipeline.fetch(_settings(config), url, progress=progress)
    _tell(result.diagnostics)
    click.echo(f"{result.entry.version}: {result.outcome} ({making.shown(result.path)})")
    return 0


@provgen.command()
@click.argument("spec", type=click.Path(path_type=Path))
@click.option("--format", "style", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Apply the overlays of these settings first."
)
@_allow_remote
def validate(spec: Path, style: str, config: Path | None, allow_remote: bool) -> int:
    """Print every finding about SPEC, a YAML or JSON file, each with file, line and column.

    Findings are errors of the specification, and whatever makes a document hard to generate a client from. Exits with
    1 if there are errors; warnings alone are fine.

    \b
    Examples:
      provgen validate openapi.yaml
      provgen validate openapi.yaml --format github      annotations in a pull request
      provgen validate openapi.yaml --format json | jq '.diagnostics[] | select(.severity == "error")'
    """
    from generator import pipeline

    try:
        with _Stages() as progress:
            source = _source(spec, _settings(config) if config else None, allow_remote)
            findings = in_order(pipeline.validate(source, progress=progress))
    except ProvgenError as problem:
        findings = in_order(problem.diagnostics)
    if style == "text":
        click.echo(render_text(findings, color=_colorful(sys.stdout)) + f"{spec}: {summary(findings)}")
    else:
        click.echo(_RENDERERS[style](findings), nl=False)
    return _has_errors(findings)


@provgen.command()
@click.option(
    "--spec", type=click.Path(path_type=Path), required=True, metavar="FILE", help="The document, YAML or JSON."
)
@click.option(
    "--output", type=click.Path(path_type=Path), required=True, metavar="DIR", help="The folder that gets the package."
)
@click.option("--package", metavar="NAME", help="Its import name: the package is written to DIR/NAME.")
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Names and overlays from these settings."
)
@_allow_remote
@_force
def generate(
    spec: Path, output: Path, package: str | None, config: Path | None, allow_remote: bool, force: bool
) -> int:
    """Write a client package for any OpenAPI 3.0 or 3.1 document.

    The package is built aside, imported, and put in place in one step: if anything is wrong, nothing changes. It needs
    httpx and pydantic, nothing else, and imports itself relatively, so it can be moved.

    \b
    Examples:
      provgen generate --spec petstore.yaml --output src --package petstore
      provgen generate --spec api.json --output . --package api --config provgen.toml
    """
    from generator import pipeline

    with _Stages() as progress:
        settings = _settings_for(package, config)
        source = _source(spec, settings if config else None, allow_remote)
        outcome = pipeline.generate(source, settings, output, force=force, progress=progress)
    return _report(outcome, progress, f"provgen validate {spec}")


@provgen.command()
@click.option("--offline", is_flag=True, help="Do not fetch: take the newest archived document.")
@click.option("--to", "version", metavar="VERSION", help="Do not fetch: take this archived document.")
@_force
@_config
def regenerate(offline: bool, version: str | None, force: bool, config: Path | None) -> int:
    """Renew the committed client from the published document.

    Fetches the document and archives it if it is new, validates it, makes the client, imports it in a staged copy, and
    swaps it in. If a step fails, the client stays as it was. Without network the newest archived document is taken.

    \b
    Examples:
      provgen regenerate
      provgen regenerate --to 1.2.16      back to an older document
    """
    from generator import making, pipeline

    file = config or _nearest_settings(Path.cwd())
    with _Stages() as progress:
        settings = _settings(file)
        outcome = pipeline.regenerate(settings, offline=offline, version=version, force=force, progress=progress)
    return _report(outcome, progress, f"provgen validate {outcome.document} --config {making.shown(file)}")


@provgen.command()
@click.option("--spec", type=click.Path(path_type=Path), metavar="FILE", help="The document, YAML or JSON.")
@click.option("--package", type=click.Path(path_type=Path), metavar="DIR", help="The folder of the generated package.")
@click.option("-k", "chosen", metavar="TEXT", help="Only what pytest's -k chooses: operationIds, classes, checks.")
@_config
def contract(spec: Path | None, package: Path | None, chosen: str | None, config: Path | None) -> int:
    """Hold a generated package against a document.

    Code that shares nothing with the generator reads the document and tests the package: every operation, sync and async,
    every schema, every message. Without --spec it is the archived document that the package was made from, without
    --package the committed package. The settings of --config, or of the nearest pyproject.toml if they are about a package
    of this name, give overlays, paging, signatures and the list of examples that are known to contradict their schema.

    \b
    Examples:
      provgen contract
      provgen contract -k listWebhooks
      provgen contract --spec petstore.yaml --package src/petstore
    """
    from generator import pipeline

    settings = _settings(config) if config or package is None else _settings_about(package)
    return pipeline.contract(settings, spec, package, ["-k", chosen] if chosen else [])


@provgen.command()
@click.argument("old", required=False, default="")
@click.argument("new", required=False, default="")
@click.option("--format", "style", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the report there instead of printing it."
)
@click.option(
    "--fail-on", type=click.Choice(["breaking", "warning"]), help="Exit with 1 if there is one that nobody approved."
)
@click.option("--package", "packages", is_flag=True, help="OLD and NEW are folders of generated packages.")
@click.option(
    "--uses",
    type=click.Path(path_type=Path, exists=True),
    metavar="DIR",
    help="Find where the Python code of DIR uses what changed.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="The day of the comparison, for sunset dates and approvals that end.  [default: none]",
)
@_config
def diff(
    old: str,
    new: str,
    style: str,
    output: Path | None,
    fail_on: Gate | None,
    packages: bool,
    uses: Path | None,
    as_of: datetime | None,
    config: Path | None,
) -> int:
    """Tell what changed from OLD to NEW: on the wire, in the Python client, and in code that uses it.

    OLD and NEW are archived versions or files; without them the two newest archived versions are compared. Settings (names,
    overlays, approvals) are those of --config, or of the nearest pyproject.toml if a version is named. Exits with 2 if a document
    cannot be used. With --package two generated packages are compared: what their documents caused is told apart from what another
    generator, template or engine did.

    \b
    Examples:
      provgen diff                                       the newest step
      provgen diff 1.2.16 1.2.36 --format html --output changes.html
      provgen diff old.yaml new.yaml --fail-on breaking
      provgen diff --uses ../shop --format markdown      with the lines of ../shop that are concerned
    """
    from generator import reporting

    if bool(old) != bool(new):
        raise click.UsageError("Name both documents, or none.")
    day = as_of.date() if as_of else None
    try:
        if packages:
            found = reporting.packages(_settings(config), Path(old), Path(new), uses, day)
        else:
            found = reporting.report(reporting.Asked(_settings_of_versions(config, (old, new)), old, new, uses, day))
    except reporting.Unusable as problem:
        _print_errors(render_text(in_order(problem.diagnostics), color=_colorful(sys.stderr)))
        return 2
    text = reporting.render(found, style, color=_colorful(sys.stdout) and output is None)
    if output is None:
        click.echo(text, nl=False)
    else:
        _write(output, text)
    if style != "json":
        _tell(found.warnings)
    return int(fail_on is not None and reporting.gated(found, fail_on))


@provgen.command()
@_config
def report(config: Path | None) -> int:
    """Write the change report of each step between archived versions, and the changelog, below the output folder.

    \b
    Examples:
      provgen report
    """
    from generator import making, reporting

    settings = _settings(config)
    files = reporting.all_steps(settings)
    changed = reporting.write(settings, files)
    folder = making.shown(reporting.folder_of(settings))
    click.echo(f"{folder}: {_counted(len(files), 'file')}, {len(changed)} of them changed")
    return 0


@provgen.command()
@_config
def check(config: Path | None) -> int:
    """Tell whether regenerating would change the committed client.

    Builds the client anew from the archived document it was made from and prints the difference as a unified diff:
    edited, missing and extra files, and what changed settings, overlays or templates would do. Writes nothing.
    """
    from generator import pipeline

    with _Stages() as progress:
        result = pipeline.check(_settings(config), progress=progress)
    return _report_check(result, progress)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end the process."""
    from generator.workers import collect_rarely

    collect_rarely()
    signal.signal(signal.SIGTERM, _terminated)
    code = run(sys.argv[1:] if arguments is None else arguments)
    if code == INTERRUPTED:
        # An interrupt that went through `exec` of a library would make Python end itself by the signal instead.
        os._exit(code)
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command; its exit code. Never raises, whatever happens."""
    debug = False
    try:
        with provgen.make_context("provgen", list(arguments)) as context:
            debug = bool(context.params.get("debug"))
            code = provgen.invoke(context)
            sys.stdout.flush()
            return int(code or 0)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except ProvgenError as problem:
        _print_errors(render_text(in_order(problem.diagnostics), color=_colorful(sys.stderr)))
        return 1
    except (KeyboardInterrupt, click.Abort):
        _print_errors("provgen: interrupted; nothing is left half-done\n")
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_gone()
    except Exception as bug:
        return _internal_error(bug, debug)


# ── arguments ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _settings(config: Path | None) -> Settings:
    from generator.settings import load_settings

    return load_settings(config or _nearest_settings(Path.cwd()))


def _settings_about(package: Path) -> Settings | None:
    """The nearest settings, if there are any that are about a package of this name."""
    file = _nearest_settings(Path.cwd())
    settings = _settings(file) if file.is_file() and b"[tool.provgen]" in file.read_bytes() else None
    return settings if settings and settings.client.package == package.absolute().name else None


def _nearest_settings(here: Path) -> Path:
    candidates = [folder / "pyproject.toml" for folder in (here, *here.parents)]
    return next((path for path in candidates if path.is_file()), Path("pyproject.toml"))


def _settings_for(package: str | None, config: Path | None) -> Settings:
    from generator.settings import default_settings, load_settings, package_name

    if package is None and config is None:
        raise click.UsageError("Missing option '--package' (or a '--config' that names the package).")
    try:
        name = None if package is None else package_name(package)
    except ProvgenError as problem:
        raise click.BadParameter(problem.diagnostics[0].message, param_hint="'--package'") from None
    if config is None:
        return default_settings(str(name))
    settings = load_settings(config)
    client = dataclasses.replace(settings.client, package=name or settings.client.package)
    return dataclasses.replace(settings, client=client)


def _settings_of_versions(config: Path | None, names: tuple[str, str]) -> Settings | None:
    """The settings that a comparison is about: those that are named, or the nearest where something is no file."""
    if config is None and all(names) and all(Path(name).is_file() for name in names):
        return None
    return _settings(config)


def _write(output: Path, text: str) -> None:
    from generator.specs.archive import write_atomic

    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(output, text.encode())
    except OSError as problem:
        raise error("cannot-write", f"{output} cannot be written: {problem.strerror}") from None


def _source(spec: Path, settings: Settings | None, allow_remote: bool) -> Source:
    from generator.making import Source, overlays_of

    overlays = overlays_of(settings) if settings else ()
    return Source(spec, str(spec), overlays, _remote() if allow_remote else None)


def _remote() -> Remote:
    from generator.specs.download import download

    def content(url: str) -> bytes:
        got = download(url)
        return got.data if got else b""

    return content


# ── reports ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Stages:
    """Shows each stage with its seconds, on a terminal only. `seconds` is the time since it was made."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._begun = self._stage_begun = time.monotonic()
        self._stage = ""

    def __enter__(self) -> _Stages:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def __call__(self, stage: str) -> None:
        self._end()
        self._stage, self._stage_begun = stage, time.monotonic()
        self._show(f"  {stage:<12}")

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._begun

    def _end(self) -> None:
        if self._stage:
            self._show(f"{time.monotonic() - self._stage_begun:6.2f} s\n")
        self._stage = ""

    def _show(self, text: str) -> None:
        if self._live:
            sys.stderr.write(text)
            sys.stderr.flush()


def _report(outcome: Outcome, progress: _Stages, more: str) -> int:
    from generator.making import shown

    _tell(outcome.diagnostics, more)
    place, seconds = shown(outcome.place), f"{progress.seconds:.1f} s"
    if outcome.operations or not outcome.difference.empty:
        counts = ((outcome.operations, "operation"), (outcome.events, "event"), (outcome.models, "model"))
        click.echo(f"{place} {outcome.version}: {', '.join(_counted(*count) for count in counts)}")
        click.echo(f"{_files(outcome.difference)}; {_counted(outcome.formatted, 'file')} formatted; {seconds}")
    else:
        click.echo(f"{place} {outcome.version}: nothing to do; {seconds}")
    return 0


def _report_check(result: Check, progress: _Stages) -> int:
    from generator.making import shown

    _tell([note for note in result.diagnostics if note.severity is Severity.INFO])
    place = shown(result.place)
    if result.clean:
        click.echo(f"{place} {result.version}: as generated; {progress.seconds:.1f} s")
        return 0
    click.echo(result.diff, nl=False)
    click.echo(f"{place} {result.version}: regenerating would change it: {_files(result.difference)}", err=True)
    return 1


def _files(difference: Difference) -> str:
    parts = [
        (len(difference.added), "added"),
        (len(difference.changed), "changed"),
        (len(difference.removed), "removed"),
        (len(difference.unchanged), "unchanged"),
    ]
    return "files: " + ", ".join(f"{number} {what}" for number, what in parts if number)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _tell(diagnostics: Sequence[Diagnostic], more: str | None = None) -> None:
    """Print diagnostics that stopped nothing; of many warnings only the number, if `more` says where to see them."""
    warnings = [found for found in diagnostics if found.severity is not Severity.INFO]
    shown = [found for found in diagnostics if found.severity is Severity.INFO]
    shown += warnings if more is None or len(warnings) <= WARNINGS_SHOWN else []
    text = render_text(in_order(shown), color=_colorful(sys.stderr))
    hidden = len(diagnostics) - len(shown)
    _print_errors(text + (f"{_counted(hidden, 'warning')}: `{more}` lists them\n" if hidden else ""))


def _print_errors(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()


def _has_errors(diagnostics: Sequence[Diagnostic]) -> int:
    return int(any(found.severity is Severity.ERROR for found in diagnostics))


def _colorful(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


# ── the ends that nobody wants ──────────────────────────────────────────────────────────────────────────────────────


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    # An orderly end: the staged copy is removed and helpers are stopped on the way out.
    raise SystemExit(128 + number)


def _reader_gone() -> int:
    # Whoever read our output has enough. Python must not try to flush the rest when it exits.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _internal_error(bug: Exception, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    reason = str(bug).strip().rpartition("\n")[2] or type(bug).__name__
    message = f"internal error: {type(bug).__name__}: {reason}"
    hint = None if debug else "this is a mistake of provgen; nothing was changed; `provgen --debug …` shows where"
    _print_errors(render_text([Diagnostic("internal-error", message, hint=hint)], color=_colorful(sys.stderr)))
    return 1
