"""What classes give to their attributes, and names to what they stand for, as it is written."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import lru_cache

from .package import Package


@lru_cache(maxsize=2)
def written_in(package: Package) -> Mapping[str, str]:
    """The annotations of attributes (`Class.attribute`) and the unions (`Alias`) of the models, without what marks them."""
    found: dict[str, str] = {}
    for file in sorted((package.folder / "models").glob("*.py")):
        for name, node in _annotated(ast.parse(file.read_bytes())):
            found[name] = ast.unparse(_Unmarked().visit(node))
    return found


def _annotated(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            fields = (it for it in node.body if isinstance(it, ast.AnnAssign))
            yield from ((f"{node.name}.{ast.unparse(it.target)}", it.annotation) for it in fields)
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            yield ast.unparse(node.target), node.value
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and len(node.value.args) == 2:
            yield ast.unparse(node.targets[0]), ast.parse(ast.literal_eval(node.value.args[1]), mode="eval").body


class _Unmarked(ast.NodeTransformer):
    """Takes away what says who sends a property, and writes out that it may be null."""

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:  # noqa: D102, N802
        self.generic_visit(node)
        head = ast.unparse(node.value)
        if head in ("ReadOnly", "WriteOnly"):
            return node.slice
        return ast.BinOp(node.slice, ast.BitOr(), ast.Constant(None)) if head == "Nullable" else node
