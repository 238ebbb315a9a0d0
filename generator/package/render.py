"""The Jinja environment of the package's templates, and the runtime that is copied beside what they make."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.package import docs
from generator.package.literals import docstring, literal

TEMPLATES = Path(__file__).parents[2] / "templates"
"""`package` holds the Jinja templates, `runtime` real Python."""

FOR_TESTING = ("mocking.py", "testing.py")
"""The modules of the runtime that `testing` alone needs."""

FOR_SOME = ("assertions.py", "choosing.py", "streams.py", "tuples.py")
"""The modules of the runtime that not every client needs: generated code alone imports them."""


def render(template: str, **values: Any) -> str:
    """A template of `templates/package`, filled in. Unknown names in it are errors."""
    return environment("package").get_template(template).render(**values)


def runtime_files(http_library: str = "httpx", without: Collection[str] = ()) -> dict[str, bytes]:
    """The runtime on an HTTP library of those that settings allow, by its path in a package: `_runtime/….py`."""
    folder = TEMPLATES / "runtime"
    files = {f"_runtime/{it.name}": it.read_bytes() for it in sorted(folder.glob("*.py")) if it.name not in without}
    # The one line that names the library.
    written = b"\nimport httpx\n"
    wanted = written if http_library == "httpx" else b"\nimport %b as httpx\n" % http_library.encode()
    return {path: content.replace(written, wanted) for path, content in files.items()}


def unneeded(files: Iterable[bytes]) -> set[str]:
    """Those of `FOR_SOME` that no generated file imports."""
    texts = list(files)
    return {it for it in FOR_SOME if not any(b"_runtime.%b import" % it[:-3].encode() in text for text in texts)}


def template_files() -> dict[str, bytes]:
    """Every template and runtime file, by its path below `templates`: what generated code depends on."""
    files = sorted([*TEMPLATES.glob("package/*.jinja"), *TEMPLATES.glob("runtime/*.py")])
    return {path.relative_to(TEMPLATES).as_posix(): path.read_bytes() for path in files}


@lru_cache
def environment(folder: str) -> Environment:
    """The templates of a folder of `templates` that make text or code. Unknown names in them are errors."""
    found = Environment(
        loader=FileSystemLoader(TEMPLATES / folder),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters.update(literal=literal, docstring=_docstring, markdown=docs.markdown, code=docs.code)
    return found


def _docstring(text: str, indent: str = "    ") -> str:
    return docstring(text, indent).rstrip("\n")
