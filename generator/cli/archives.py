"""The command that makes archives of the client."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.arguments import config_option, settings_of
from generator.cli.group import provgen
from generator.cli.telling import tell


@provgen.command()
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    default=Path(".dist"),
    show_default=True,
    help="Where both archives go.",
)
@click.option(
    "--post",
    type=click.IntRange(min=1),
    metavar="N",
    help="The Nth new release of the same API version: 1.2.36.postN.",
)
@config_option
def dist(output: Path, post: int | None, config: Path | None) -> int:
    """Build a wheel and a source distribution of the committed client, and of nothing else.

    The client is refused if it is not what was generated. The same client gives the same bytes. The version is the API's, as
    PEP 440 has it; name, description and addresses are in [tool.provgen.distribution].

    \b
    Examples:
      provgen dist
      provgen dist --post 1               the toolchain has changed, the API has not
      provgen dist --output ../wheels
    """
    from generator import distribution, making

    release = distribution.build(settings_of(config), output, post or 0)
    tell(release.diagnostics)
    for path in release.files:
        click.echo(f"{making.shown(path)}: {path.stat().st_size:,} bytes")
    return 0
