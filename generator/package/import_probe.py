"""Run as a script, isolated: import every module of a package folder, build every model, report what failed.

Usage: `python -I -B import_probe.py`. Reads one line, a JSON list of the folder, the name of the package, and "all" or
"modules"; the latter leaves the models unbuilt. Prints a JSON list of [module, reason] and nothing else.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import importlib.util
import json
import os
import re
import sys
import typing
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any

LIBRARIES = ("pydantic", "httpx")
"""What a package will import, and what takes most of the time."""

_NAME = re.compile(r"[^\W\d]\w*")


def main(folder: Path, package: str, extent: str) -> list[tuple[str, str]]:
    """Import the package in `folder` as `package`; (module, reason) for each that failed."""
    modules = {name: _attempt(partial(_import, name, folder, package)) for name in _names(folder, package)}
    failures = [(name, reason) for name, (_, reason) in modules.items() if reason]
    return [*failures, *(_build_all([module for module, _ in modules.values() if module]) if extent == "all" else ())]


def _names(folder: Path, package: str) -> Iterator[str]:
    yield package
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        if parts != ("__init__",) and parts[0] != "contract":  # tests, which need more than the package does
            yield ".".join((package, *(parts[:-1] if parts[-1] == "__init__" else parts)))


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
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _build_all(modules: Sequence[ModuleType]) -> Iterator[tuple[str, str]]:
    models = [model for module in modules for model in _models(module)]
    # A model that is built is taken as it is by those that mention it, which would build all below it once more.
    reasons = {model: _attempt(model.model_rebuild)[1] for model in _bottom_up(models)}
    for model in models:
        if reason := reasons[model]:
            yield f"{model.__module__}.{model.__name__}", reason


def _models(module: ModuleType) -> Iterator[Any]:
    for value in vars(module).values():
        if isinstance(value, type) and value.__module__ == module.__name__ and hasattr(value, "model_rebuild"):
            yield value


def _bottom_up(models: Iterable[Any]) -> Iterator[Any]:
    """The models, each after those that its fields mention, as far as none mentions itself."""
    wanted, begun = dict.fromkeys(models), set[Any]()
    waiting = [(model, False) for model in reversed(wanted)]
    while waiting:
        model, entered = waiting.pop()
        if entered:
            yield model
        elif model in wanted and model not in begun:
            begun.add(model)
            waiting.append((model, True))
            waiting += [(mentioned, False) for mentioned in _mentioned(model)]


def _mentioned(model: Any) -> Iterator[Any]:
    """What the annotations of a model, which are texts, may mean."""
    known = vars(sys.modules[model.__module__])
    for annotation in vars(model).get("__annotations__", {}).values():
        yield from (known[name] for name in _NAME.findall(str(annotation)) if isinstance(known.get(name), type))


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
        if order := sys.stdin.readline():
            folder, package, extent = json.loads(order)
            answers.write(json.dumps(main(Path(folder), package, extent)))


if __name__ == "__main__":
    serve()
