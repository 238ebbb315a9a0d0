"""The report as one HTML page that needs nothing else: no network, no fonts, no server.

Whatever comes from the documents is hostile: Jinja escapes all of it, control and bidirectional characters are written
as escapes, and a Content Security Policy allows nothing but the page's own style and script, by their hashes.
"""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.changes.render.html_entry import SHOWN
from generator.changes.render.html_page import page
from generator.changes.report import Report
from generator.diagnostics import printable
from generator.package.render import TEMPLATES

_FOLDER = TEMPLATES / "report"


def render(report: Report) -> str:
    """The report as one HTML page, the same bytes each time."""
    style, script = _own("page.css"), _own("page.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    template = _environment().get_template("page.html.jinja")
    # What is Markup is ours: nothing of a document is in it.
    return template.render(page=page(report), style=Markup(style), script=Markup(script), policy=Markup(policy))


def _own(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")


def _hash(text: str) -> str:
    """What a policy calls a piece of style or script that stands in the page."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(newline=Markup("\n"), shown=SHOWN)
    return environment


def _shown(value: Any) -> Any:
    """What an expression of the template gives: text on one line, without characters that act on how it is shown."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
