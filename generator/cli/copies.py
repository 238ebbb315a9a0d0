"""The command about copies of the client in other repositories."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from generator.cli.arguments import config_option, nearest_settings, settings_of
from generator.cli.changes import write
from generator.cli.group import provgen
from generator.cli.telling import Stages, colorful, counted, files, tell
from generator.diagnostics import error

if TYPE_CHECKING:
    from generator.settings import Settings
    from generator.vendoring.commands import Done, Found, Renewal, Status

_GOES_WITH = {
    "copying": {"package", "source", "version", "resources", "testing", "contract", "force", "config"},
    "--check": {"package"},
    "--status": {"package", "patch", "config"},
    "--update": {"package", "version", "yes", "force", "config"},
}
"""Which options say something to which task."""


@provgen.command()
@click.argument("dest", required=False, type=click.Path(path_type=Path))
@click.option("--package", metavar="NAME", help="Where the copy is, as DEST imports it: acme._vendor.client.")
@click.option(
    "--source", metavar="DIR", help="The folder of DEST's packages.  [default: src if there is one, else DEST]"
)
@click.option(
    "--to", "version", metavar="VERSION", help="An archived version.  [default: that of the committed client]"
)
@click.option("--resources", metavar="NAMES", help="Only these, with what they need: webhooks,senders.")
@click.option("--testing/--no-testing", default=True, help="With the mock and the samples for tests.  [default: with]")
@click.option("--contract/--no-contract", default=False, help="With the contract tests.  [default: without]")
@click.option("--check", "task", flag_value="--check", help="Was the copy edited? Exits with 1 if it was.")
@click.option(
    "--status", "task", flag_value="--status", help="Which version it is, how far behind, and what was edited."
)
@click.option(
    "--update", "task", flag_value="--update", help="Renew what is recorded, after showing what that changes."
)
@click.option("--patch", type=click.Path(path_type=Path), metavar="FILE", help="With --status: write the edits there.")
@click.option("--yes", is_flag=True, help="With --update: do not ask.")
@click.option("--force", is_flag=True, help="Write over files that were edited, or that provgen did not write.")
@config_option
@click.pass_context
def vendor(
    context: click.Context,
    dest: Path | None,
    package: str | None,
    source: str | None,
    version: str | None,
    resources: str | None,
    testing: bool,
    contract: bool,
    task: str | None,
    patch: Path | None,
    yes: bool,
    force: bool,
    config: Path | None,
) -> int:
    """Copy the client into another repository, DEST, and keep the copy true there.

    The copy is what was generated, byte for byte, and verifies itself: `python -m acme._vendor.client.verify` needs Python alone.
    DEST/vendor.toml says what was copied and how, so that --check, --status and --update need no more than DEST, or nothing at all
    within it. Renewing shows the change report with the lines of DEST that are concerned, and keeps edits where they can be merged.

    \b
    Examples:
      provgen vendor ../shop --package acme._vendor.client
      provgen vendor ../shop --package acme._vendor.client --resources webhooks,senders --no-testing
      provgen vendor ../shop --update
      cd ../shop && provgen vendor --status
    """
    from generator.vendoring import commands, places

    _refuse_idle(context, task or "copying")
    repository = commands.repository_of(dest)
    if task == "--check":
        return max(_check(it) for it in commands.copies(repository, package))
    settings = _toolchain(config)
    if task == "--status":
        found = commands.copies(repository, package)
        return _status([commands.status(settings, it) for it in found], patch)
    with Stages() as progress:
        if task == "--update":
            return _update(settings, commands.copies(repository, package), version, yes, force, progress)
        if package is None:
            raise click.UsageError("Missing option '--package': the name of the copy, such as acme._vendor.client.")
        target = places.target(repository, package, source)
        options = commands.Options(version, _names(resources), testing, contract)
        return _done(commands.vendor(settings, target, options, force=force, progress=progress), progress)


def _refuse_idle(context: click.Context, task: str) -> None:
    """Raise a usage error for an option that would silently do nothing."""
    for option in context.command.params:
        name = str(option.name)
        given = context.get_parameter_source(name) is ParameterSource.COMMANDLINE
        if given and name not in {"dest", "task"} | _GOES_WITH[task]:
            hint = "vendor.toml says it" if name in _GOES_WITH["copying"] else f"see {context.command_path} --help"
            raise click.UsageError(f"{option.opts[0]} does not go with {task}: {hint}.")


def _toolchain(config: Path | None) -> Settings:
    """The settings of the nearest project that makes a client; in a repository that has a copy, those of this toolchain."""
    from generator.package import inputs
    from generator.settings import makes_a_client

    near = nearest_settings(Path.cwd())
    return settings_of(config or (near if makes_a_client(near) else inputs.ROOT / "pyproject.toml"))


def _names(text: str | None) -> tuple[str, ...]:
    names = tuple(name.strip() for name in (text or "").split(","))
    if text is not None and not all(names):
        raise click.BadParameter("is a list of names: webhooks,senders", param_hint="'--resources'")
    return names if text is not None else ()


def _check(found: Found) -> int:
    name = found.entry.name
    for kind in ("edited", "missing", "extra"):
        for path in getattr(found.drift, kind):
            click.echo(f"{kind + ':':8} {found.target.path}/{path}")
    click.echo(found.edits, nl=False)
    if found.forged:
        click.echo(f"{name}: its manifest is not the one that was written: the record has another hash", err=True)
    if found.forged or not found.drift.empty:
        click.echo(f"{name} {found.manifest.version}: not as it was written", err=True)
        return 1
    click.echo(f"{name} {found.manifest.version}: as written ({counted(len(found.manifest.files), 'file')})")
    return 0


def _status(found: list[Status], patch: Path | None) -> int:
    edits = "".join(it.found.edits for it in found)
    for it in found:
        for line in _told(it):
            click.echo(line)
    if patch is None:
        click.echo(edits, nl=False)
    elif edits:
        write(patch, edits)
        click.echo(f"the edits are in {patch}: `git apply {patch}` does them again")
    return 0


def _told(status: Status) -> list[str]:
    found, entry = status.found, status.found.entry
    parts = [f"resources: {', '.join(entry.resources)}"] if entry.resources else ["all resources"]
    parts += ["testing" if entry.testing else "without testing", *(["contract tests"] if entry.contract else [])]
    return [
        f"{entry.name} in {found.target.path}",
        f"  {found.manifest.version} of {found.manifest.title}, {_behind(status)}",
        f"  {'; '.join(parts)}",
        *(f"  {kind}: {path}" for kind in ("edited", "missing", "extra") for path in getattr(found.drift, kind)),
    ]


def _behind(status: Status) -> str:
    if status.newer is None:
        return "made of a document that is not archived here"
    if not status.newer:
        return "the newest release"
    return f"{counted(len(status.newer), 'release')} behind: {', '.join(status.newer)}"


def _update(
    settings: Settings, found: list[Found], version: str | None, yes: bool, force: bool, progress: Stages
) -> int:
    from generator.vendoring import commands

    ours = [it for it in found if it.entry.client == settings.client.package]
    for it in found:
        if it not in ours:
            click.echo(f"{it.entry.name}: left alone, another toolchain makes {it.entry.client}", err=True)
    if not ours:
        raise error(
            "not-vendored", f"no copy of {settings.client.package} is recorded", hint="--config names its settings"
        )
    renewals = [commands.renewal(settings, it, version, force=force, progress=progress) for it in ours]
    progress.done()
    for renewal in renewals:
        _show(renewal)
    writing = any(not it.placing.difference.empty for it in renewals)
    if writing and not yes and sys.stdin.isatty() and not click.confirm("Write this?", default=True, err=True):
        click.echo("nothing was changed", err=True)
        return 1
    return max(_done(commands.renew(it, progress=progress), progress) for it in renewals)


def _show(renewal: Renewal) -> None:
    from generator import reporting

    tell(renewal.told)
    if renewal.report is not None:
        click.echo(reporting.render(renewal.report, "text", color=colorful(sys.stdout)), nl=False)
        tell(renewal.report.warnings)


def _done(done: Done, progress: Stages) -> int:
    progress.done()
    tell(done.diagnostics)
    what = "nothing to do" if done.difference.empty else files(done.difference)
    click.echo(f"{done.target.package} {done.version} in {done.target.path}: {what}; {progress.seconds:.1f} s")
    return 0
