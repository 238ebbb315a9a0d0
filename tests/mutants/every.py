"""All kinds of mutants."""

from __future__ import annotations

from tests.mutants import of_clients, of_documents, of_methods, of_models, of_operations, of_runtime
from tests.mutants.kinds import Kind

_MODULES = (of_operations, of_methods, of_models, of_clients, of_documents)

KINDS: tuple[Kind, ...] = (
    *(one for module in _MODULES for one in vars(module).values() if isinstance(one, Kind)),
    *of_runtime.KINDS,
)
