"""What the source of a package says of its methods: everything that a caller sees, overloads included."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Argument:
    """An argument of a method as its source declares it.

    `default` is its source, None where there is none. `keyword`: it is given by its name only.
    """

    name: str
    annotation: str
    default: str | None
    keyword: bool

    @property
    def required(self) -> bool:
        """Whether it has no default."""
        return self.default is None


@dataclass(frozen=True)
class Signature:
    """One way to call a method: an overload, or the method itself. `options` is how it takes all other keywords."""

    arguments: tuple[Argument, ...]
    returns: str
    options: str

    def find(self, *names: str) -> Argument | None:
        """The argument whose name says the same as one of these; the earlier, the better."""
        wanted = {plain(name): rank for rank, name in reversed(list(enumerate(names)))}
        found = [it for it in self.arguments if plain(it.name) in wanted]
        return min(found, key=lambda it: wanted[plain(it.name)], default=None)


@dataclass(frozen=True)
class Method:
    """A method of a resource: where it stands, how it is called, what its docstring says.

    `view` is what makes it in the views of its resource, as source; empty where they do not have it.
    """

    symbol: str
    resource: str
    name: str
    is_async: bool
    signatures: tuple[Signature, ...]
    doc: str
    view: str


@cache
def plain(name: str) -> str:
    """A name without what spellings differ in: `page_token`, `pageToken` and `Page-Token` are one."""
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKC", name).lower())


@cache
def methods_of(module: str, source: bytes) -> tuple[Method, ...]:
    """The public methods of the resource classes in a module of `resources`, each with all the ways to call it."""
    return tuple(_methods(module, source))


def _methods(module: str, source: bytes) -> Iterator[Method]:
    tree = ast.parse(source)
    classes = {it.name: it for it in tree.body if isinstance(it, ast.ClassDef)}
    for name, cls in classes.items():
        base = next((ast.unparse(it).partition("[")[0] for it in cls.bases), "")
        if base in ("Resource", "AsyncResource"):
            views = _views(classes.get(f"{name}Views"))
            for method, nodes in _functions(cls).items():
                yield Method(
                    symbol=f"resources.{module}.{name}.{method}",
                    resource=module,
                    name=method,
                    is_async=base == "AsyncResource",
                    signatures=tuple(map(_signature, nodes[:-1] if len(nodes) > 1 else nodes)),
                    doc=ast.get_docstring(nodes[-1]) or "",
                    view=views.get(method, ""),
                )


def _functions(cls: ast.ClassDef) -> dict[str, list[_Function]]:
    """The public functions of a class by name; overloads come before the function itself."""
    found: dict[str, list[_Function]] = {}
    for node in cls.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and not node.name.startswith("_"):
            found.setdefault(node.name, []).append(node)
    return found


def _views(cls: ast.ClassDef | None) -> dict[str, str]:
    """How the methods of views are made: `{"get_webhook": "viewed(resource.get_webhook)"}`."""
    nodes = ast.walk(cls) if cls is not None else ()
    made = [it for it in nodes if isinstance(it, ast.Assign) and isinstance(it.targets[0], ast.Attribute)]
    return {it.targets[0].attr: ast.unparse(it.value) for it in made if isinstance(it.targets[0], ast.Attribute)}


def _signature(node: _Function) -> Signature:
    given = node.args
    positional = [*given.posonlyargs, *given.args][1:]
    # Defaults belong to the last ones: those before have none.
    defaults: list[ast.expr | None] = [*([None] * (len(positional) - len(given.defaults))), *given.defaults]
    found = [_argument(it, default, False) for it, default in zip(positional, defaults)]
    found += [_argument(it, default, True) for it, default in zip(given.kwonlyargs, given.kw_defaults)]
    options = f"**{given.kwarg.arg}: {_text(given.kwarg.annotation)}" if given.kwarg else ""
    return Signature(tuple(found), _text(node.returns), options)


def _argument(node: ast.arg, default: ast.expr | None, keyword: bool) -> Argument:
    return Argument(node.arg, _text(node.annotation), _text(default) or None, keyword)


def _text(node: ast.expr | None) -> str:
    return ast.unparse(node) if node is not None else ""
