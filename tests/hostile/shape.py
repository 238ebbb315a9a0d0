"""What generated code may look like: the allowed imports, statements, calls and names."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

MODULES = frozenset(
    {
        "__future__",
        "typing",
        "typing_extensions",
        "collections.abc",
        "datetime",
        "enum",
        "functools",
        "importlib",
        "pydantic",
    }
)
"""What generated modules import besides their own package."""

STATEMENTS = (
    ast.AnnAssign,
    ast.Assign,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Expr,
    ast.FunctionDef,
    ast.If,
    ast.Import,
    ast.ImportFrom,
    ast.Pass,
    ast.Raise,
    ast.Return,
)

FORBIDDEN = frozenset(
    {"__import__", "__builtins__", "__subclasses__", "__globals__", "breakpoint", "compile", "delattr", "eval", "exec"}
    | {"exit", "input", "open", "os", "popen", "quit", "setattr", "subprocess", "sys", "system", "vars"}
)
"""Names and attributes that no generated code has a reason to use."""


def violations(source: str, calls: frozenset[str]) -> Iterator[str]:
    """What a module has that generated code must not have. `calls` are the functions that it may call."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.stmt) and not isinstance(node, STATEMENTS):
            yield f"{node.lineno}: statement {type(node).__name__}"
        elif isinstance(node, ast.Import):
            yield f"{node.lineno}: import {[alias.name for alias in node.names]}"
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module not in MODULES:
            yield f"{node.lineno}: import from {node.module}"
        elif isinstance(node, ast.Expr) and not _harmless(node.value):
            yield f"{node.lineno}: expression {ast.unparse(node)[:80]}"
        elif (
            isinstance(node, ast.Call)
            and called(node) not in calls
            and not called(node).endswith(("Resource", "Routes"))
        ):
            yield f"{node.lineno}: call of {ast.unparse(node.func)[:80]}"
        elif isinstance(node, ast.Assign) and not all(_assignable(target, node.value) for target in node.targets):
            yield f"{node.lineno}: assignment {ast.unparse(node)[:80]}"
        elif isinstance(node, ast.ClassDef) and not {keyword.arg for keyword in node.keywords} <= {"of"}:
            yield f"{node.lineno}: class {node.name}"
        elif isinstance(node, (ast.Lambda, ast.Await, ast.NamedExpr, ast.Yield)) and not _awaited_call(node):
            yield f"{node.lineno}: {type(node).__name__}"
        elif isinstance(node, ast.FormattedValue) and ast.unparse(node.value) not in (
            "__name__",
            "name",
            "_MODULES[name]",
        ):
            yield f"{node.lineno}: formatted {ast.unparse(node.value)[:80]}"
        elif (name := _name(node)) in FORBIDDEN:
            yield f"{getattr(node, 'lineno', 0)}: name {name}"


def calls_of(sources: dict[str, str]) -> frozenset[str]:
    """Every function that these modules call."""
    trees = (ast.parse(source) for path, source in sources.items() if path.endswith(".py"))
    return frozenset(called(node) for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))


def called(node: ast.Call) -> str:
    """The last name of what is called: `a.b.c(…)` calls c."""
    function = node.func.value if isinstance(node.func, ast.Subscript) else node.func
    return _name(function) or ast.unparse(function)


def _name(node: ast.AST) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else None


def _harmless(node: ast.expr) -> bool:
    """A docstring, the `...` of an overload, or a call of the inherited `__init__` or of the module's own `verify`."""
    if isinstance(node, ast.Call):
        return ast.unparse(node.func) in ("super().__init__", "verify")
    return isinstance(node, ast.Constant) and (isinstance(node.value, str) or node.value is Ellipsis)


def _assignable(target: ast.expr, value: ast.expr) -> bool:
    """A name; a view or the routes of what is called like the attribute; what a package notes of its imports."""
    if isinstance(target, ast.Attribute):
        made = rf"viewed(_async)?\(resource\.{target.attr}\)|\w+Routes\(self, '{target.attr}'\)"
        return ast.unparse(target.value) == "self" and re.fullmatch(made, ast.unparse(value)) is not None
    return isinstance(target, ast.Name) or ast.unparse(target) == "globals()[name]"


def _awaited_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Await) and isinstance(node.value, ast.Call)
