"""The command `provgen` itself, which the modules of its commands add to."""

from __future__ import annotations

import click


def _version(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    from importlib.metadata import PackageNotFoundError, version

    if wanted:
        try:
            click.echo(f"provgen {version('provgen')}")
        except PackageNotFoundError:
            click.echo("provgen (not installed)")
        context.exit()


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
