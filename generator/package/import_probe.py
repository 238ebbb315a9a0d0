"""Run as a script, isolated: import every module of a package folder, build every model, report what failed.

Usage: `python -I -B import_probe.py`. Reads lines, each a JSON list. The last one is ["check", the folder, the name of the
package, "all" or "modules"]; "modules" leaves the models unbuilt. What is printed is a JSON list of [module, reason], and
nothing else. Before it may come some of ["begin", the name of the package, finished modules by path]: those are imported and
their models built at once, but for the modules of the runtime, which are imported as they are needed. If they are not those of
the folder, null is printed.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import importlib.util
import json
import os
import sys
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path, PurePath, PurePosixPath
from types import ModuleType
from typing import Any

LIBRARIES = ("pydantic", "httpx")
"""What a package will import, and what takes most of the time."""


class Offered(Loader, MetaPathFinder):
    """Modules of a package that has no folder yet: their texts by their paths in it."""

    def __init__(self, package: str) -> None:
        self._package = package
        self._paths: dict[str, str] = {}
        self._files: dict[str, str] = {}
        self.built = set[Any]()
        """The models that could be built."""
        root = ModuleType(package)
        root.__path__ = []
        sys.modules[package] = root

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """How a module is loaded, if it is one of these."""
        if name not in self._paths:
            return None
        inside = self._paths[name].endswith("__init__.py")
        return importlib.util.spec_from_loader(name, self, origin=self._paths[name], is_package=inside)

    def exec_module(self, module: ModuleType) -> None:
        """Run a module."""
        path = self._paths[module.__name__]
        exec(compile(self._files[path], path, "exec", dont_inherit=True), vars(module))

    def build(self, files: Mapping[str, str]) -> None:
        """Import modules, with what they need of the others, and build their models, as far as that is possible."""
        names = {_name(self._package, PurePosixPath(path)): path for path in files if path != "__init__.py"}
        self._paths |= names
        self._files |= files
        sys.meta_path.insert(0, self)
        wanted = [name for name, path in names.items() if not path.startswith("_runtime/")]
        modules = [_attempt(partial(importlib.import_module, name))[0] for name in wanted]
        list(_build_all([module for module in modules if module], self.built))
        sys.meta_path.remove(self)

    def move(self, folder: Path) -> bool:
        """Have its packages look for more in a folder. False if what was imported is not what is there."""
        used = {path: sys.modules[name] for name, path in self._paths.items() if name in sys.modules}
        for path, module in used.items():
            if hasattr(module, "__path__"):
                module.__path__ = [str((folder / path).parent)]
        return all(
            (folder / path).is_file() and self._files[path] == (folder / path).read_bytes().decode() for path in used
        )


def main(folder: Path, package: str, extent: str, built: set[Any]) -> list[tuple[str, str]]:
    """Import the package in `folder` as `package`; (module, reason) for each that failed. Of the models some may be `built`."""
    modules = {name: _attempt(partial(_import, name, folder, package)) for name in _names(folder, package)}
    failures = [(name, reason) for name, (_, reason) in modules.items() if reason]
    unbuilt = [module for module, _ in modules.values() if module] if extent == "all" else []
    return [*failures, *_build_all(unbuilt, built)]


def _names(folder: Path, package: str) -> Iterator[str]:
    yield package
    for path in sorted(folder.rglob("*.py")):
        inside = path.relative_to(folder)
        # The contract is tests, which need more than the package does.
        if inside != Path("__init__.py") and inside.parts[0] != "contract":
            yield _name(package, inside)


def _name(package: str, path: PurePath) -> str:
    parts = path.with_suffix("").parts
    return ".".join((package, *(parts[:-1] if parts[-1] == "__init__" else parts)))


def _import(name: str, folder: Path, package: str) -> ModuleType:
    if name != package:
        return importlib.import_module(name)
    # The staged folder is not called like its package, so the import system cannot find it by itself.
    spec = importlib.util.spec_from_file_location(
        name, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    if spec is None or spec.loader is None:
        raise ImportError(f"no package in {folder}")
    module = importlib.util.module_from_spec(spec)
    # What was imported before stays an attribute of the package.
    vars(module).update({it: value for it, value in vars(sys.modules.get(name, module)).items() if it[:2] != "__"})
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _build_all(modules: Sequence[ModuleType], built: set[Any]) -> Iterator[tuple[str, str]]:
    """Build the models that are not `built` yet, and add them; (name, reason) for each that failed."""
    models = [model for module in modules for model in _models(module) if model not in built]
    # In one schema each is made once; by itself, each of a circle would be made with all that are in the circle, every time.
    failed = models and _attempt(partial(_together, models))[1]
    for model in models if failed else ():
        if reason := _attempt(model.model_rebuild)[1]:
            yield f"{model.__module__}.{model.__name__}", reason
    built.update(() if failed else models)


def _together(models: Sequence[Any]) -> None:
    # What cannot be built is put off, until it is asked for once more.
    importlib.import_module("pydantic").TypeAdapter(tuple[tuple(models)]).rebuild()  # type: ignore[misc]


def _models(module: ModuleType) -> Iterator[Any]:
    for value in vars(module).values():
        if isinstance(value, type) and value.__module__ == module.__name__ and hasattr(value, "model_rebuild"):
            yield value


def _attempt(action: Callable[[], object]) -> tuple[ModuleType | None, str | None]:
    try:
        result = action()
    except BaseException as error:  # a module may even raise SystemExit
        place = _place(error)
        return None, f"{type(error).__name__}: {error}{place}"
    return (result if isinstance(result, ModuleType) else None), None


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f" ({Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno})" if trace is not None else ""


def serve() -> None:
    """Get ready, wait for the order, carry it out."""
    gc.disable()  # nothing that a package makes when it is imported is let go of again
    typing.__dict__["compile"] = cache(compile)  # for annotations, which are texts: few different ones, on many fields
    with os.fdopen(os.dup(1), "w") as answers:
        os.dup2(2, 1)  # what a module prints must not get into the answer
        for library in LIBRARIES:
            with contextlib.suppress(Exception):  # told where the package imports it
                importlib.import_module(library)
        answers.write(json.dumps(_obeyed(json.loads(line) for line in sys.stdin)))


def _obeyed(orders: Iterable[Sequence[Any]]) -> Any:
    """The answer to the last order."""
    offered = None
    for task, *arguments in orders:
        if task == "begin":
            package, files = arguments
            offered = offered or Offered(package)
            offered.build(files)
        else:
            folder, package, extent = arguments
            if offered and not offered.move(Path(folder)):
                return None
            return main(Path(folder), package, extent, offered.built if offered else set())
    return None


if __name__ == "__main__":
    serve()
