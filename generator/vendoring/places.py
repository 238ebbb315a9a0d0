"""Where a copy goes: a repository, the folder of its packages, and a package below that."""

from __future__ import annotations

import keyword
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path

from generator.diagnostics import Diagnostic, ProvgenError, error
from generator.package import inputs
from generator.settings import package_name

_ENVIRONMENTS = (".venv", "venv")
"""Where repositories keep an environment of their own."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place for a copy. `repository` is absolute, `source` relative to it, `package` a dotted name below that."""

    repository: Path
    source: str
    package: str

    @property
    def name(self) -> str:
        """The last part of the package's name."""
        return self.package.rpartition(".")[2]

    @property
    def folder(self) -> Path:
        """The folder of the copy."""
        return self.root.joinpath(*self.package.split("."))

    @property
    def root(self) -> Path:
        """The folder of the repository's packages."""
        return self.repository / self.source

    @property
    def path(self) -> str:
        """The folder of the copy, relative to the repository."""
        return self.folder.relative_to(self.repository).as_posix()

    @property
    def parents(self) -> list[Path]:
        """The folders of the packages around the copy, outermost first."""
        parts = self.package.split(".")[:-1]
        return [self.root.joinpath(*parts[: count + 1]) for count in range(len(parts))]


def repository(folder: Path) -> Path:
    """A repository to copy into, with links resolved. Raises `ProvgenError` if there is none that could be written to."""
    if not folder.exists():
        raise error("no-repository", f"{folder} does not exist", hint="name the folder of the repository to copy into")
    if not folder.is_dir():
        raise error("no-repository", f"{folder} is not a folder", hint="name the folder of the repository to copy into")
    real = Path(os.path.realpath(folder))
    if not os.access(real, os.W_OK | os.X_OK):
        raise error("cannot-write", f"{folder} is not writable", hint="nothing was changed")
    if real == inputs.ROOT or inputs.ROOT in real.parents:
        message = f"{folder} is inside of the repository that makes the client"
        raise error("own-repository", message, hint="a copy is for another repository; this one has the client itself")
    return real


def target(repository: Path, package: str, source: str | None = None) -> Target:
    """The place of a package in a repository. `source` None: `src` if there is such a folder and nothing speaks against it.

    Raises `ProvgenError` with everything that is wrong with a name, or that stands in its way.
    """
    found = Target(repository, _source(repository, package, source), package)
    problems = [*_misnamed(package)] or [*_in_the_way(found), *_shadowing(found)]
    if problems:
        raise ProvgenError(problems)
    return found


def _source(repository: Path, package: str, source: str | None) -> str:
    if source is not None:
        place = Path(os.path.realpath(repository / source))
        if Path(source).is_absolute() or place != repository and repository not in place.parents:
            message = f"{source} is not inside of {repository}"
            raise error("outside", message, hint="--source is a folder of the repository, such as src")
        if not place.is_dir():
            raise error(
                "no-source", f"{repository / source} is not a folder", hint="--source names the folder of packages"
            )
        return place.relative_to(repository).as_posix()
    beside = (repository / package.partition(".")[0]).is_dir()
    return "src" if (repository / "src").is_dir() and not beside else "."


def _misnamed(package: str) -> Iterator[Diagnostic]:
    *parents, name = package.split(".")
    reasons = [f"{it!r} is no identifier" for it in parents if not it.isidentifier() or keyword.iskeyword(it)]
    try:
        package_name(name)
    except ProvgenError as problem:
        reasons.append(problem.diagnostics[0].message)
    for reason in reasons:
        message = f"{package!r} is no name of a package: {reason}"
        yield Diagnostic(
            "invalid-package-name", message, hint="--package is a dotted name, such as acme._vendor.client"
        )


def _in_the_way(found: Target) -> Iterator[Diagnostic]:
    for folder in [*found.parents, found.folder]:
        module = folder.with_suffix(".py")
        if module.exists():
            message = f"{module} is in the way: it is a module, and {folder.name} is to be a package"
            yield Diagnostic(
                "module-in-the-way", message, hint="choose another --package, or make that module a package"
            )
        if os.path.lexists(folder) and not folder.is_dir():
            message = f"{folder} is in the way: it is not a folder"
            yield Diagnostic("not-a-folder", message, hint="choose another --package, or move it")
    real = Path(os.path.realpath(found.folder))
    if found.repository not in real.parents:
        message = f"{found.folder} leads out of the repository, to {real}"
        yield Diagnostic("outside", message, hint="choose another --package, or replace the link by a folder")


def _shadowing(found: Target) -> Iterator[Diagnostic]:
    top = found.package.partition(".")[0]
    if top in sys.stdlib_module_names:
        message = f"{top} is a module of Python's standard library, which a package of that name would hide"
        yield Diagnostic("shadows-library", message, hint="choose another --package")
    elif not (found.root / top).exists() and (owner := _owner(top, found.repository)):
        message = (
            f"{top} belongs to {owner}, which is installed: a package of that name would hide it, or be hidden by it"
        )
        yield Diagnostic(
            "shadows-distribution", message, hint="choose another --package, or --source for where yours is"
        )


def _owner(top: str, repository: Path) -> str | None:
    """The installed distribution that has a top-level package of this name: here, or in the repository's environment."""
    places = [path for name in _ENVIRONMENTS for path in (repository / name).glob("lib/python*/site-packages")]
    for it in [*distributions(), *distributions(path=[str(path) for path in places])]:
        names = (it.read_text("top_level.txt") or "").split() or [file.parts[0] for file in it.files or ()]
        if top in names or f"{top}.py" in names:
            return str(it.metadata["Name"])
    return None
