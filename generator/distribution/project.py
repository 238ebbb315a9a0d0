"""What is in the archives: the package as it is, what an index is told about it, and licences.

The package stands in `src/`, so that no name of a package can be one of the files beside it. What it needs is decided
here: lower bounds are the lowest versions with which `make test-dist` passes, and with which the contract and the tests
of the runtime did when they were chosen; upper bounds are the next major versions, which may change what the client
stands on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.utils import canonicalize_name

from generator.diagnostics import error
from generator.making import shown
from generator.package import docs
from generator.package.fileset import FileSet, merge
from generator.package.manifest import Manifest
from generator.package.render import environment
from generator.settings import DistributionSettings, Settings

PYDANTIC = "pydantic>=2.11.7,<3"
"""The client imports pydantic_core and typing_extensions, too, which every pydantic of this range brings."""

RESPX = "respx>=0.22,<1"
"""What `testing.mock_api()` stands on."""

LICENSES = ("LICEN[CS]E*", "COPYING*", "NOTICE*", "AUTHORS*")
"""Where licences are looked for if the project names one and says nothing of files, as PEP 639 has it."""

CLASSIFIERS = (
    "Framework :: Pydantic :: 2",
    "Intended Audience :: Developers",
    "Operating System :: OS Independent",
    "Programming Language :: Python :: 3",
    "Typing :: Typed",
)
"""What is true of every generated client, in the words of the index. Which Python it needs stands in Requires-Python."""

_README = "README.md"
_TESTING = "testing/__init__.py"
_TRANSPORT = "_runtime/transport.py"


@dataclass(frozen=True, slots=True)
class Library:
    """An HTTP library: what is required of it, the Python that a client on it needs, and how the client imports it."""

    requirement: str
    python: str
    line: bytes


LIBRARIES: Mapping[str, Library] = {
    "httpx": Library("httpx>=0.26,<1", ">=3.10", b"\nimport httpx\n"),
    "httpx2": Library("httpx2>=2.0,<3", ">=3.11", b"\nimport httpx2 as httpx\n"),
}
"""By the name that settings have for it."""


@dataclass(frozen=True, slots=True)
class Project:
    """The view of `pyproject.toml`, by its own names. `readme` and `package` are paths in the source distribution."""

    name: str
    version: str
    description: str
    readme: str | None
    python: str
    license: str | None
    license_files: tuple[str, ...]
    authors: tuple[Mapping[str, str], ...]
    classifiers: tuple[str, ...]
    dependencies: tuple[str, ...]
    testing: tuple[str, ...]
    urls: Mapping[str, str]
    package: str


def files(settings: Settings, made: Manifest, package: FileSet, version: str) -> dict[str, bytes]:
    """The project that archives are built from: a package with its manifest `made`, as a release of this version.

    Raises `ProvgenError` if the package stands on another HTTP library than the settings say, or for a licence that is
    none.
    """
    _check_library(settings, package)
    found = licences(settings.root, settings.distribution)
    folder = f"src/{settings.client.package}"
    placed = {f"{folder}/{path}": content for path, content in package.items()}
    view = Project(
        name=settings.distribution.name or _default_name(settings.client.package),
        version=version,
        description=settings.distribution.description or _description(made),
        readme=readme if (readme := f"{folder}/{_README}") in placed else None,
        python=LIBRARIES[settings.client.http_library].python,
        license=_expression(settings.distribution.license),
        license_files=tuple(found),
        authors=settings.distribution.authors,
        classifiers=CLASSIFIERS,
        dependencies=(LIBRARIES[settings.client.http_library].requirement, PYDANTIC),
        testing=(RESPX,) if _TESTING in package else (),
        urls=settings.distribution.urls,
        package=folder,
    )
    text = environment("dist").get_template("pyproject.toml.jinja").render(project=view, toml=toml)
    return merge({"pyproject.toml": text}, found, placed)


def _default_name(package: str) -> str:
    """The name in the index of a package that no setting names: `pet_shop` → `pet-shop`."""
    return canonicalize_name(package.strip("_"))


def _description(made: Manifest) -> str:
    """One line from the document's title, which may hold anything."""
    title = "".join(character for character in docs.sentence(made.title) if character.isprintable())
    return f"{title or made.package}: a typed Python client, synchronous and asynchronous"


def _check_library(settings: Settings, package: FileSet) -> None:
    wanted = settings.client.http_library
    if LIBRARIES[wanted].line not in package.get(_TRANSPORT, b""):
        message = f"the package {settings.client.package} does not stand on {wanted}, which the settings name"
        raise error("package-departs", message, hint="`provgen regenerate --offline` brings both together")


def _expression(license: str | None) -> str | None:
    if license is None:
        return None
    try:
        return canonicalize_license_expression(license)
    except InvalidLicenseExpression:
        hint = 'write `license = "MIT"` or another SPDX expression, and name files in `license-files`'
        raise error("invalid-licence", "project.license is no SPDX license expression", hint=hint) from None


def licences(root: Path, settings: DistributionSettings) -> dict[str, bytes]:
    """The licence files that the project names, or has where it names a licence alone; by path, sorted.

    Raises `ProvgenError` for a pattern that matches no file, or that leaves the folder.
    """
    found: dict[str, bytes] = {}
    for pattern in settings.license_files or ():
        matched = _matching(root, pattern)
        if not matched:
            raise error("invalid-licence", f"project.license-files: {pattern!r} names no file below {shown(root)}")
        found |= matched
    if settings.license and settings.license_files is None:
        found = {path: content for pattern in LICENSES for path, content in _matching(root, pattern).items()}
    return dict(sorted(found.items()))


def _matching(root: Path, pattern: str) -> dict[str, bytes]:
    if _unsafe(pattern):
        raise error("invalid-licence", f"project.license-files: {pattern!r} leaves the project's folder, or is empty")
    try:
        paths = [path for path in root.glob(pattern) if path.is_file()]
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
    except (OSError, ValueError) as problem:
        message = f"project.license-files: {pattern!r} cannot be read: {getattr(problem, 'strerror', None) or problem}"
        raise error("invalid-licence", message) from None


def _unsafe(pattern: str) -> bool:
    """Whether a pattern is empty or could name files outside of the folder it is for."""
    return not pattern or "\0" in pattern or Path(pattern).is_absolute() or ".." in Path(pattern).parts


def toml(text: str) -> str:
    """`text` as a basic string of TOML, which differs from one of JSON in a single character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
