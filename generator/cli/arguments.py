"""Options that commands share, and what they make of them."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.diagnostics import ProvgenError

if TYPE_CHECKING:
    from generator.making import Remote, Source
    from generator.settings import Settings

config_option = click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Settings: the [tool.provgen] table of this TOML file.  [default: the nearest pyproject.toml]",
)
force_option = click.option(
    "--force", is_flag=True, help="Overwrite hand-edited files, or a folder that provgen did not write."
)
lenient_option = click.option(
    "--lenient", is_flag=True, help="Correct what is not valid, or leave it out, and list what was done."
)
remote_option = click.option("--allow-remote", is_flag=True, help="Follow https references of the document.")


def settings_of(config: Path | None) -> Settings:
    """The settings of a file, or the nearest ones. Raises `ProvgenError`."""
    from generator.settings import load_settings

    return load_settings(config or nearest_settings(Path.cwd()))


def settings_about(package: Path) -> Settings | None:
    """The nearest settings, if there are any that are about a package of this name."""
    file = nearest_settings(Path.cwd())
    settings = settings_of(file) if file.is_file() and b"[tool.provgen]" in file.read_bytes() else None
    return settings if settings and settings.client.package == package.absolute().name else None


def nearest_settings(here: Path) -> Path:
    """The `pyproject.toml` of a folder, or of the first one above it that has one."""
    candidates = [folder / "pyproject.toml" for folder in (here, *here.parents)]
    return next((path for path in candidates if path.is_file()), Path("pyproject.toml"))


def settings_for(package: str | None, config: Path | None) -> Settings:
    """The settings for any document: of a file, with another package name, or the defaults. Raises `ProvgenError`."""
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


def settings_of_versions(config: Path | None, names: tuple[str, str]) -> Settings | None:
    """The settings that a comparison is about: those that are named, or the nearest where something is no file."""
    if config is None and all(names) and all(Path(name).is_file() for name in names):
        return None
    return settings_of(config)


def source_of(spec: Path, settings: Settings | None, allow_remote: bool, lenient: bool) -> Source:
    """A document to generate from, with the overlays of the settings."""
    from generator.making import Source, overlays_of

    overlays = overlays_of(settings) if settings else ()
    return Source(spec, str(spec), overlays, _remote() if allow_remote else None, lenient)


def _remote() -> Remote:
    from generator.specs.download import download

    def content(url: str) -> bytes:
        got = download(url)
        return got.data if got else b""

    return content
