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
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType

LIBRARIES = ("pydantic", "httpx")
"""What a package will import, and what takes most of the time."""


def main(folder: Path, package: str, extent: str) -> list[tuple[str, str]]:
    """Import the package in `folder` as `package`; (module, reason) for each that failed."""
    modules = {name: _attempt(partial(_import, name, folder, package)) for name in _names(folder, package)}
    failures = [(name, reason) for name, (_, reason) in modules.items() if reason]
    for name, (module, _) in modules.items() if extent == "all" else ():
        failures += list(_build_all(name, module)) if module is not None else []
    return failures


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


def _build_all(name: str, module: ModuleType) -> Iterator[tuple[str, str]]:
    for member, value in vars(module).items():
        build = getattr(value, "model_rebuild", None)
        if isinstance(value, type) and value.__module__ == name and build is not None:
            _, reason = _attempt(build)
            if reason:
                yield f"{name}.{member}", reason


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
