"""The files of the models package: which class goes where, what each file imports, and the lazy index of all."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.api.model import EnumSchema, ObjectSchema, Schema
from generator.diagnostics import error
from generator.package.model_text import Import, ModelText
from generator.package.types import RUNTIME_MODULES


def package_of(schemas: Mapping[str, Schema], texts: Mapping[str, ModelText]) -> dict[str, str]:
    """The files of the models package, by path inside the package: the index, and the modules that there are texts for."""
    modules: dict[str, list[str]] = defaultdict(list)
    for name, schema in schemas.items():
        modules[schema.module].append(name)
    _check_order({name: {schemas[n].module for n in text.models} for name, text in texts.items()}, schemas)
    files = {
        f"models/{module}.py": _module(module, names, schemas, texts)
        for module, names in sorted(modules.items())
        if texts.keys() >= set(names)
    }
    return {"models/__init__.py": _index(modules), **files}


def _check_order(uses: Mapping[str, set[str]], schemas: Mapping[str, Schema]) -> None:
    """Raise if modules would import one another in a circle."""
    needed: dict[str, set[str]] = defaultdict(set)
    for name, homes in uses.items():
        needed[schemas[name].module] |= homes - {schemas[name].module}
    while free := [module for module in needed if not needed[module] & needed.keys()]:
        for module in free:
            del needed[module]
    if needed:
        raise error(
            "model-engine", f"the model modules {', '.join(sorted(needed))} would import one another in a circle"
        )


def _module(module: str, names: Sequence[str], schemas: Mapping[str, Schema], texts: Mapping[str, ModelText]) -> str:
    order = _in_order(names, schemas, texts)
    imports = _imports(module, names, schemas, texts)
    return "\n\n".join([f"from __future__ import annotations\n\n{imports}", *(texts[name].source for name in order)])


def _in_order(names: Sequence[str], schemas: Mapping[str, Schema], texts: Mapping[str, ModelText]) -> list[str]:
    """Enums, then classes, then aliases, each after what Python must know before it."""
    rank = {
        name: 0 if isinstance(s, EnumSchema) else 1 if isinstance(s, ObjectSchema) else 2 for name, s in schemas.items()
    }
    waiting = sorted(names, key=lambda name: (rank[name], name))
    done: dict[str, None] = {}
    while waiting:
        ready = [name for name in waiting if not (texts[name].eager & set(waiting)) - {name}]
        if not ready:
            raise error("model-engine", f"the types {', '.join(waiting)} need one another before they exist")
        level = min(rank[name] for name in ready)
        chosen = [name for name in ready if rank[name] == level]
        done.update(dict.fromkeys(chosen))
        waiting = [name for name in waiting if name not in done]
    return list(done)


def _imports(module: str, names: Iterable[str], schemas: Mapping[str, Schema], texts: Mapping[str, ModelText]) -> str:
    found: set[Import] = set().union(*(texts[name].imports for name in names))
    for needed in sorted(set().union(*(texts[name].models for name in names))):
        if (home := schemas[needed].module) != module:
            found.add((f".{home}", needed))
    runtime = {(f"..{RUNTIME_MODULES[home]}" if home in RUNTIME_MODULES else home, name) for home, name in found}
    groups = [
        _lines([i for i in runtime if not i[0].startswith((".", "pydantic"))]),
        _lines([i for i in runtime if i[0].startswith("pydantic")]),
    ]
    return "\n".join(group for group in [*groups, _lines([i for i in runtime if i[0].startswith(".")])] if group)


def _lines(imports: Iterable[Import]) -> str:
    by_module: dict[str, list[str]] = defaultdict(list)
    for module, name in imports:
        by_module[module].append(name)
    return "".join(f"from {module} import {', '.join(sorted(names))}\n" for module, names in sorted(by_module.items()))


_INDEX = '''"""The models of the API, by name; each module is loaded when one of its models is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
{stars}
_NAMES: dict[str, str] = {{
{table}}}

_MODULES = {{name: module for module, names in _NAMES.items() for name in names.split()}}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")
    found = getattr(import_module(f".{{_MODULES[name]}}", __name__), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(_MODULES)
'''


def _index(modules: Mapping[str, Sequence[str]]) -> str:
    stars = "".join(f"    from .{module} import *\n" for module in sorted(modules)) or "    pass\n"
    table = "".join(
        f'    "{module}": """\n{_columns(sorted(found))}\n    """,\n' for module, found in sorted(modules.items())
    )
    return _INDEX.format(stars=stars, table=table)


def _columns(names: Sequence[str]) -> str:
    indent = " " * 8
    return textwrap.fill(" ".join(names), 110, initial_indent=indent, subsequent_indent=indent, break_long_words=False)
