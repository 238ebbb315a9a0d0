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
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

Handler = Callable[[Any], Any]
"""What answers a request of the HTTP library."""


class NotAPackage(Exception):
    """The folder holds no generated package, or one that cannot be imported."""


@dataclass(frozen=True)
class Argument:
    """An argument of a method as its source declares it."""

    name: str
    annotation: str
    required: bool


@dataclass(frozen=True)
class Signature:
    """One way to call a method: an overload, or the method itself."""

    arguments: tuple[Argument, ...]
    returns: str

    def find(self, *names: str) -> Argument | None:
        """The argument whose name says the same as one of these; the earlier, the better."""
        wanted = {plain(name): rank for rank, name in reversed(list(enumerate(names)))}
        found = [it for it in self.arguments if plain(it.name) in wanted]
        return min(found, key=lambda it: wanted[plain(it.name)], default=None)


@dataclass(frozen=True)
class Method:
    """A method of a resource: where it stands, how it is called, what its docstring says."""

    symbol: str
    resource: str
    name: str
    is_async: bool
    signatures: tuple[Signature, ...]
    doc: str


class Package:
    """A generated package. Raises `NotAPackage` if the folder holds none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            manifest = json.loads((folder / "MANIFEST.json").read_bytes())
            self.symbols: Mapping[str, str] = manifest["symbols"]
        except (OSError, ValueError, KeyError, TypeError) as problem:
            raise NotAPackage(f"{folder} holds no generated package: {problem}") from None
        self.name = f"under_contract_{len(sys.modules)}_{plain(folder.name)}"
        spec = importlib.util.spec_from_file_location(
            self.name, folder / "__init__.py", submodule_search_locations=[str(folder)]
        )
        if spec is None or spec.loader is None:
            raise NotAPackage(f"{folder} holds no Python package")
        self.module = importlib.util.module_from_spec(spec)
        sys.modules[self.name] = self.module
        try:
            spec.loader.exec_module(self.module)
            self.submodule("client")
        except Exception as problem:
            raise NotAPackage(f"{folder} cannot be imported: {type(problem).__name__}: {problem}") from problem

    def submodule(self, name: str) -> Any:
        """A module of the package: `"models"`, `"_runtime.codec"`."""
        return importlib.import_module(f"{self.name}.{name}")

    def symbol(self, name: str) -> Any:
        """What a symbol of the manifest stands for: `"models.Webhook"`."""
        module, _, attribute = name.rpartition(".")
        return getattr(self.submodule(module), attribute)

    @cached_property
    def models(self) -> Mapping[str, str]:
        """The names of classes and type aliases by the pointer of their schema."""
        parts = ((pointer, name.split(".")) for name, pointer in self.symbols.items())
        return {pointer: name[1] for pointer, name in parts if name[0] == "models" and len(name) == 2}

    @cached_property
    def methods(self) -> Mapping[str, tuple[Method, ...]]:
        """The methods that the resources really have, by the pointer that the manifest gives; "" for none."""
        found: dict[str, list[Method]] = {}
        for file in sorted((self.folder / "resources").glob("*.py")):
            for node in ast.parse(file.read_bytes()).body:
                if isinstance(node, ast.ClassDef) and node.name.endswith("Resource"):
                    for method in _methods(f"resources.{file.stem}", node):
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
        tree = ast.parse((self.folder / "client.py").read_bytes())
        (cls,) = (it for it in tree.body if isinstance(it, ast.ClassDef) and it.name == client)
        found = (it for it in cls.body if isinstance(it, ast.FunctionDef) and it.returns is not None)
        return {it.name: ast.unparse(it.returns) for it in found if it.returns and _is_property(it)}


@cache
def plain(name: str) -> str:
    """A name without what spellings differ in: `page_token`, `pageToken` and `Page-Token` are one."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _is_property(function: ast.FunctionDef) -> bool:
    return any(ast.unparse(it).endswith("property") for it in function.decorator_list)


def _methods(module: str, cls: ast.ClassDef) -> list[Method]:
    """The public methods of a resource class, each with all the ways to call it."""
    found: dict[str, list[ast.FunctionDef | ast.AsyncFunctionDef]] = {}
    for node in cls.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and not node.name.startswith("_"):
            found.setdefault(node.name, []).append(node)
    return [_method(f"{module}.{cls.name}", name, nodes) for name, nodes in found.items()]


def _method(owner: str, name: str, nodes: list[ast.FunctionDef | ast.AsyncFunctionDef]) -> Method:
    shown = nodes[:-1] if len(nodes) > 1 else nodes
    signatures = tuple(_signature(it) for it in shown)
    _, module, cls = owner.split(".")
    doc = ast.get_docstring(nodes[-1]) or ""
    return Method(f"{owner}.{name}", module, name, cls.startswith("Async"), signatures, doc)


def _signature(node: ast.FunctionDef | ast.AsyncFunctionDef) -> Signature:
    positional = node.args.args[1:]
    first_default = len(positional) - len(node.args.defaults)
    pairs = [(it, index < first_default) for index, it in enumerate(positional)]
    pairs += [(it, default is None) for it, default in zip(node.args.kwonlyargs, node.args.kw_defaults)]
    arguments = (Argument(it.arg, ast.unparse(it.annotation) if it.annotation else "", must) for it, must in pairs)
    return Signature(tuple(arguments), ast.unparse(node.returns) if node.returns else "")
