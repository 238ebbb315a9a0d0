"""The commands that take a document: archive it, look at it, make a client of it, hold the client against it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from generator.cli.arguments import (
    config_option,
    force_option,
    lenient_option,
    nearest_settings,
    remote_option,
    settings_about,
    settings_for,
    settings_of,
    source_of,
)
from generator.cli.changes import write
from generator.cli.group import provgen
from generator.cli.telling import Stages, colorful, has_errors, tell, tell_check, tell_outcome
from generator.diagnostics import (
    Diagnostic,
    ProvgenError,
    in_order,
    render_github,
    render_json,
    render_text,
    summary,
)

_RENDERERS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {"json": render_json, "github": render_github}


@provgen.command()
@click.option("--url", metavar="URL", help="Address or file to take instead of the one in the settings.")
@config_option
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

    with Stages() as progress:
        result = pipeline.fetch(settings_of(config), url, progress=progress)
    tell(result.diagnostics)
    click.echo(f"{result.entry.version}: {result.outcome} ({making.shown(result.path)})")
    return 0


@provgen.command()
@click.argument("spec", type=click.Path(path_type=Path))
@click.option("--format", "style", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Apply the overlays of these settings first."
)
@remote_option
@lenient_option
@click.option(
    "--overlay",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write what --lenient does, as an overlay (JSON).",
)
def validate(
    spec: Path, style: str, config: Path | None, allow_remote: bool, lenient: bool, overlay: Path | None
) -> int:
    """Print every finding about SPEC, a YAML or JSON file, each with file, line and column.

    Findings are errors of the specification, and whatever makes a document hard to generate a client from. Exits with
    1 if there are errors; warnings alone are fine. With --lenient the errors are corrected first, as `generate` does it:
    what was done is listed with the findings that are left. Its --overlay is a draft of corrections to be committed.

    \b
    Examples:
      provgen validate openapi.yaml
      provgen validate openapi.yaml --format github      annotations in a pull request
      provgen validate openapi.yaml --format json | jq '.diagnostics[] | select(.severity == "error")'
      provgen validate openapi.yaml --lenient --overlay spec/overlays/corrections.json
    """
    from generator import pipeline

    if overlay and not lenient:
        raise click.UsageError("'--overlay' goes with '--lenient'.")
    try:
        with Stages() as progress:
            source = source_of(spec, settings_of(config) if config else None, allow_remote, lenient)
            findings = in_order(pipeline.validate(source, progress=progress))
            if overlay:
                write(overlay, pipeline.corrections(source).decode())
    except ProvgenError as problem:
        findings = in_order(problem.diagnostics)
    if style == "text":
        click.echo(render_text(findings, color=colorful(sys.stdout)) + f"{spec}: {summary(findings)}")
    else:
        click.echo(_RENDERERS[style](findings), nl=False)
    return has_errors(findings)


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
@remote_option
@lenient_option
@force_option
def generate(
    spec: Path, output: Path, package: str | None, config: Path | None, allow_remote: bool, lenient: bool, force: bool
) -> int:
    """Write a client package for any OpenAPI 3.0 or 3.1 document.

    The package is built aside, imported, and put in place in one step: if anything is wrong, nothing changes. It needs
    httpx and pydantic, nothing else, and imports itself relatively, so it can be moved.

    A document that is not valid stops it, with every error at its place. With --lenient what is wrong is corrected or left out,
    the least that will do, and each such step is told. So it is without --lenient where openapi-spec-validator accepts the document.

    \b
    Examples:
      provgen generate --spec petstore.yaml --output src --package petstore
      provgen generate --spec api.json --output . --package api --config provgen.toml
      provgen generate --spec invalid.yaml --output src --package api --lenient
    """
    from generator import pipeline

    with Stages() as progress:
        settings = settings_for(package, config)
        source = source_of(spec, settings if config else None, allow_remote, lenient)
        outcome = pipeline.generate(source, settings, output, force=force, progress=progress)
    return tell_outcome(outcome, progress, f"provgen validate {spec}" + (" --lenient" if lenient else ""))


@provgen.command()
@click.option("--offline", is_flag=True, help="Do not fetch: take the newest archived document.")
@click.option("--to", "version", metavar="VERSION", help="Do not fetch: take this archived document.")
@force_option
@config_option
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

    file = config or nearest_settings(Path.cwd())
    with Stages() as progress:
        settings = settings_of(file)
        outcome = pipeline.regenerate(settings, offline=offline, version=version, force=force, progress=progress)
    return tell_outcome(outcome, progress, f"provgen validate {outcome.document} --config {making.shown(file)}")


@provgen.command()
@click.option("--spec", type=click.Path(path_type=Path), metavar="FILE", help="The document, YAML or JSON.")
@click.option("--package", type=click.Path(path_type=Path), metavar="DIR", help="The folder of the generated package.")
@click.option("-k", "chosen", metavar="TEXT", help="Only what pytest's -k chooses: operationIds, classes, checks.")
@lenient_option
@config_option
def contract(spec: Path | None, package: Path | None, chosen: str | None, lenient: bool, config: Path | None) -> int:
    """Hold a generated package against a document.

    Code that shares nothing with the generator reads the document and tests the package: every operation, sync and async,
    every schema, every message. Without --spec it is the archived document that the package was made from, without
    --package the committed package. The settings of --config, or of the nearest pyproject.toml if they are about a package
    of this name, give overlays, paging, signatures and the list of examples that are known to contradict their schema. A
    package that was generated with --lenient is held with --lenient, against the document that it was made from.

    \b
    Examples:
      provgen contract
      provgen contract -k listWebhooks
      provgen contract --spec petstore.yaml --package src/petstore
    """
    from generator import pipeline

    settings = settings_of(config) if config or package is None else settings_about(package)
    return pipeline.contract(settings, spec, package, ["-k", chosen] if chosen else [], lenient=lenient)


@provgen.command()
@config_option
def check(config: Path | None) -> int:
    """Tell whether regenerating would change the committed client.

    Builds the client anew from the archived document it was made from and prints the difference as a unified diff:
    edited, missing and extra files, and what changed settings, overlays or templates would do. Writes nothing.
    """
    from generator import pipeline

    with Stages() as progress:
        result = pipeline.check(settings_of(config), progress=progress)
    return tell_check(result, progress)
