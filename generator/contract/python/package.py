"""The package under test, imported from a folder under a name of its own: several can be held side by side.

Its operations are found by what its MANIFEST.json says of each symbol. Signatures are read from the source, so that what a
caller sees is what is checked, overloads included.
"""

from __future__ import annotations

import ast
import asyncio
import importlib
import importlib.util
import json
import sys
from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import count
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

from .sources import Argument, Method, Signature, methods_of, plain

__all__ = ["Argument", "Handler", "Method", "NotAPackage", "Package", "Signature", "plain"]

Handler = Callable[[Any], Any]
"""What answers a request of the HTTP library."""


FORMAT = 1
"""The newest format of MANIFEST.json that is known here."""

_NEEDED = ("client", "errors", "models", "_runtime.codec", "_runtime.transport")
"""Modules without which nothing can be held against a document."""

_NOT_IMPORTED = ("testing", "contract")
"""What may need libraries that are not installed, and belongs to nothing that is held against a document."""

_numbers = count(1)


class NotAPackage(Exception):
    """The folder holds no generated package, or one that cannot be imported; the text is one line."""


class Package:
    """A generated package, imported whole but for what is for tests. Raises `NotAPackage` if the folder holds none.

    `title` and `version` are those of the document that it was made from, `tags` those whose operations it is for (None: all).
    `shared` are modules by their names in it (`"_runtime.codec"`) that another package has imported already from the same source.
    `close`, or the end of `with`, forgets its modules.
    """

    def __init__(self, folder: Path, shared: Mapping[str, ModuleType] = MappingProxyType({})) -> None:
        self.folder = folder
        manifest = _manifest(folder)
        self.title: str = manifest["title"]
        self.version: str = manifest["version"]
        self.symbols: Mapping[str, str] = manifest["symbols"]
        self.tags = _tags(manifest)
        self.name = f"under_contract_{next(_numbers)}_{plain(folder.name)}"
        sys.modules.update({f"{self.name}.{name}": module for name, module in shared.items()})
        try:
            self.module = _imported(self.name, folder)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Removes its modules from those that are imported; nothing can be called afterwards."""
        for name in [it for it in sys.modules if it.partition(".")[0] == self.name]:
            del sys.modules[name]

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @property
    def modules(self) -> Mapping[str, ModuleType]:
        """The modules below it that are imported, by their names in it."""
        below = f"{self.name}."
        return {name.removeprefix(below): module for name, module in sys.modules.items() if name.startswith(below)}

    def submodule(self, name: str) -> Any:
        """A module of the package: `"models"`, `"_runtime.codec"`."""
        return importlib.import_module(f"{self.name}.{name}")

    def symbol(self, name: str) -> Any:
        """What a symbol of the manifest stands for: `"models.Webhook"`."""
        module, _, attribute = name.rpartition(".")
        return getattr(self.submodule(module), attribute)

    @cached_property
    def models(self) -> Mapping[str, str]:
        """The names of classes and type aliases by the pointer of their schema; a union rather than a class that is one of it."""
        found: dict[str, str] = {}
        for symbol, pointer in self.symbols.items():
            module, _, name = symbol.rpartition(".")
            known = found.get(pointer)
            if module == "models" and (known is None or isinstance(self.symbol(f"models.{known}"), type)):
                found[pointer] = name
        return found

    def model(self, pointer: str) -> Any:
        """What stands for the schema at a pointer, a class or an alias; None if nothing does."""
        name = self.models.get(pointer)
        return None if name is None else self.symbol(f"models.{name}")

    def codec(self, pointer: str) -> Any:
        """What reads and writes values of the schema at a pointer; None if nothing stands for it."""
        model = self.model(pointer)
        return None if model is None else self.submodule("_runtime.codec").Codec(model)

    @cached_property
    def methods(self) -> Mapping[str, tuple[Method, ...]]:
        """The methods that the resources really have, by the pointer that the manifest gives; "" for none."""
        found: dict[str, list[Method]] = {}
        for file in sorted((self.folder / "resources").glob("*.py")):
            for method in methods_of(file.stem, file.read_bytes()):
                found.setdefault(self.symbols.get(method.symbol, ""), []).append(method)
        return {pointer: tuple(methods) for pointer, methods in found.items()}

    @cached_property
    def http(self) -> Any:
        """The HTTP library that the package is built on."""
        return self.submodule("_runtime.transport").httpx

    @cached_property
    def client_parameters(self) -> tuple[str, ...]:
        """The arguments of the client that stand in paths: what it takes besides credentials and options."""
        tree = ast.parse((self.folder / "client.py").read_bytes())
        inits = [it for it in ast.walk(tree) if isinstance(it, ast.FunctionDef) and it.name == "__init__"]
        credentials = {"key_id", "key_secret", "access_token", "api_key"}
        return tuple(it.arg for it in inits[0].args.kwonlyargs if it.arg not in credentials)

    def call(self, method: Method, handler: Handler, arguments: Mapping[str, Any], **options: Any) -> Any:
        """What a method returns, with `handler` in the place of the network; an asynchronous one is awaited."""
        options = {"max_retries": 0, "strict": True, "transport": self.http.MockTransport(handler), **options}
        if method.is_async:
            return asyncio.run(self._call_async(method, arguments, options))
        with self.module.Client(**options) as client:
            return getattr(getattr(client, method.resource), method.name)(**arguments)

    async def _call_async(self, method: Method, arguments: Mapping[str, Any], options: Mapping[str, Any]) -> Any:
        async with self.module.AsyncClient(**options) as client:
            return await getattr(getattr(client, method.resource), method.name)(**arguments)

    def resource_attributes(self, client: str) -> Mapping[str, str]:
        """The resources of a client class: attribute → class name, as its source says."""
        return self._attributes[client]

    @cached_property
    def _attributes(self) -> Mapping[str, Mapping[str, str]]:
        tree = ast.parse((self.folder / "client.py").read_bytes())
        return {it.name: _resources_of(it) for it in tree.body if isinstance(it, ast.ClassDef)}


def _resources_of(cls: ast.ClassDef) -> Mapping[str, str]:
    found = (it for it in cls.body if isinstance(it, ast.FunctionDef) and it.returns is not None)
    return {it.name: ast.unparse(it.returns) for it in found if it.returns and _is_property(it)}


def _manifest(folder: Path) -> Mapping[str, Any]:
    """The manifest of a package, as far as it is needed here."""
    if not folder.is_dir():
        raise NotAPackage(f"{folder} is no folder")
    file = folder / "MANIFEST.json"
    try:
        found = json.loads(file.read_bytes())
    except FileNotFoundError:
        raise NotAPackage(f"{folder} holds no generated package: it has no MANIFEST.json") from None
    except OSError as problem:
        raise NotAPackage(f"{file} cannot be read: {problem.strerror or type(problem).__name__}") from None
    except (ValueError, RecursionError) as problem:
        raise NotAPackage(f"{file} is damaged: {_one_line(problem)}") from None
    damage = _damage(found)
    if damage:
        raise NotAPackage(f"{file} {damage}")
    assert isinstance(found, dict)
    return found


def _tags(manifest: Mapping[str, Any]) -> frozenset[str] | None:
    """The tags whose operations a package is for, if it is not for all."""
    resources = manifest.get("selection", {}).get("resources")
    return None if resources is None else frozenset(resources.values())


def _damage(manifest: Any) -> str:
    """What is wrong with a manifest; empty if nothing is."""
    if not isinstance(manifest, dict):
        return "is damaged: it is no object"
    number = manifest.get("format")
    if not isinstance(number, int) or isinstance(number, bool):
        return f"is damaged: its format is {number!r}"
    if number > FORMAT:
        return f"is of format {number}: it was written by a newer provgen than this one, which knows format {FORMAT}"
    wrong = [key for key in ("title", "version") if not isinstance(manifest.get(key), str)]
    if wrong:
        return f"is damaged: its {wrong[0]} is {manifest.get(wrong[0])!r}"
    symbols = manifest.get("symbols")
    if not isinstance(symbols, dict) or not all(isinstance(pointer, str) for pointer in symbols.values()):
        return "is damaged: its symbols are not pointers by name"
    selection = manifest.get("selection", {})
    if not isinstance(selection, dict) or not isinstance(selection.get("resources") or {}, dict):
        return "is damaged: its selection is not one of resources"
    return ""


def _imported(name: str, folder: Path) -> ModuleType:
    """A package with all of its modules but those that are for tests."""
    modules = [_module_name(file.relative_to(folder)) for file in sorted(folder.rglob("*.py"))]
    missing = [it for it in ("", *_NEEDED) if it not in modules]
    if missing:
        raise NotAPackage(f"{folder} is no whole package: it has no module {missing[0] or '__init__'}")
    spec = importlib.util.spec_from_file_location(
        name, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    assert spec is not None and spec.loader is not None, "a file with the ending .py has both"
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    wanted = [it for it in modules if it and it.partition(".")[0] not in _NOT_IMPORTED]
    at = "__init__"
    try:
        spec.loader.exec_module(module)
        for at in wanted:
            importlib.import_module(f"{name}.{at}")
        at = "client"
        _has_clients(module)
    except KeyboardInterrupt:
        raise
    except BaseException as problem:
        reason = f"{type(problem).__name__}: {_one_line(problem)}".replace(f"{name}.", "")
        raise NotAPackage(f"{folder} cannot be imported: {reason.rstrip(': ')} (in {at})") from problem
    return module


def _has_clients(module: Any) -> None:
    for name in ("Client", "AsyncClient"):
        getattr(module, name)


def _module_name(file: Path) -> str:
    """What a file is imported as, below its package: `resources/webhooks.py` → `resources.webhooks`."""
    parts = file.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _one_line(problem: BaseException) -> str:
    return " ".join(str(problem).split())


def _is_property(function: ast.FunctionDef) -> bool:
    return any(ast.unparse(it).endswith("property") for it in function.decorator_list)
