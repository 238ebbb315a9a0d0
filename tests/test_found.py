"""What fuzzing has found, one folder for each cause: a document, and what comes of it now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.api.build import build
from generator.api.names import Pins
from generator.diagnostics import Diagnostic, ProvgenError, Severity, render_text
from generator.document import load
from generator.document.refs import bundle
from generator.document.validate import validate
from generator.package.models import render_models
from generator.package.operations import render_client
from generator.package.testing import render_testing
from generator.settings import default_settings
from tests.golden import agrees

FOLDERS = sorted(path for path in (Path(__file__).parent / "cases" / "fuzz").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda it: it.name)
def test_what_was_found_stays_mended(folder: Path) -> None:
    (path,) = folder.glob("document.*")
    assert agrees(folder / "expected.txt", outcome(path))


def outcome(path: Path) -> str:
    """The errors of a document; of one without, its classes and what they leave out. Its modules are Python."""
    try:
        document = bundle(load.read(path, path.name), path.parent)
        errors = [it for it in validate(document) if it.severity is Severity.ERROR]
        if errors:
            return readable(errors)
        settings = default_settings("found")
        api = build(document, settings.names, Pins())
        testing = render_testing(api, settings.client)
    except ProvgenError as refused:
        return readable(refused.diagnostics)
    for name, source in {**render_client(api, settings.client), **testing.files, **render_models(api)}.items():
        if name.endswith(".py"):
            compile(source, name, "exec", dont_inherit=True)
    classes = "".join(f"{type(it).__name__} {name}\n" for name, it in sorted(api.schemas.items()))
    return classes + readable([*api.omissions, *testing.omissions])


def readable(found: Sequence[Diagnostic]) -> str:
    return re.sub(r"\d{50,}", "9…9", render_text(found))
