"""The commands that compare documents."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.arguments import config_option, settings_of, settings_of_versions
from generator.cli.group import provgen
from generator.cli.telling import colorful, counted, print_errors, tell
from generator.diagnostics import error, in_order, render_text

if TYPE_CHECKING:
    from generator.reporting import Gate

FORMATS = ("text", "markdown", "html", "json", "github", "sarif", "junit", "changelog")
"""What a change report can be written as."""


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
@config_option
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
            found = reporting.packages(settings_of(config), Path(old), Path(new), uses, day)
        else:
            found = reporting.report(reporting.Asked(settings_of_versions(config, (old, new)), old, new, uses, day))
    except reporting.Unusable as problem:
        print_errors(render_text(in_order(problem.diagnostics), color=colorful(sys.stderr)))
        return 2
    text = reporting.render(found, style, color=colorful(sys.stdout) and output is None)
    if output is None:
        click.echo(text, nl=False)
    else:
        write(output, text)
    if style != "json":
        tell(found.warnings)
    return int(fail_on is not None and reporting.gated(found, fail_on))


@provgen.command()
@config_option
def report(config: Path | None) -> int:
    """Write the change report of each step between archived versions, and the changelog, below the output folder.

    \b
    Examples:
      provgen report
    """
    from generator import making, reporting

    settings = settings_of(config)
    files = reporting.all_steps(settings)
    changed = reporting.write(settings, files)
    folder = making.shown(reporting.folder_of(settings))
    click.echo(f"{folder}: {counted(len(files), 'file')}, {len(changed)} of them changed")
    return 0


def write(output: Path, text: str) -> None:
    """Write a file in one step, its folder made if need be. Raises `ProvgenError`."""
    from generator.specs.archive import write_atomic

    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(output, text.encode())
    except OSError as problem:
        raise error("cannot-write", f"{output} cannot be written: {problem.strerror}") from None
