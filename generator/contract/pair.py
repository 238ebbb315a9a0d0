"""A document and a package: what all checks are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from .conventions import Conventions
from .document.raw import RawDocument, RawOperation
from .instances.values import Values
from .python.annotations import Annotations
from .python.package import Method, Package
from .python.usage import Usage


@dataclass(frozen=True)
class Pair:
    """A document, or the part of it that a package says to be made for, and the package that is held against it."""

    document: RawDocument
    package: Package
    contradictions: Mapping[str, str] | None = None
    """Why examples contradict their schema, by pointer; None where nobody has listed them."""
    conventions: Conventions = Conventions()

    @cached_property
    def undivided(self) -> Pair:
        """The same package with all of the document, of which it may be held against a part."""
        return self if self.document.tags is None else replace(self, document=RawDocument(self.document.value))

    @cached_property
    def values(self) -> Values:
        """Values of the document's schemas."""
        return Values(self.document)

    @cached_property
    def annotations(self) -> Annotations:
        """What annotations the document's schemas have, in the package's classes."""
        return Annotations(self.values, self.package)

    @cached_property
    def usage(self) -> Usage:
        """Which classes requests carry, and which answers."""
        return Usage(self.undivided.values, self.annotations.classes)

    def methods(self, operation: RawOperation) -> Sequence[Method]:
        """The methods of an operation: one that is synchronous, one that is not."""
        return self.package.methods.get(operation.pointer, ())

    def model(self, schema: str | None) -> str | None:
        """The class or alias of the schema at a pointer, if the package has one."""
        place = self.document.follow(schema)[0] if schema is not None else ""
        return self.package.models.get(place)

    @cached_property
    def errors(self) -> Any:
        """The package's exceptions."""
        return self.package.submodule("errors")
