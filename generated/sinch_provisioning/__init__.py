"""Provisioning API"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import errors, events, models
    from ._runtime.auth import ApiKeyAuth, BasicAuth, BearerAuth, ClientCredentials, NoAuth
    from ._runtime.client import Server
    from ._runtime.messages import CallOptions
    from ._runtime.unset import UNSET, Unset
    from .client import AsyncClient, Client

__version__ = "1.2.36"

__all__ = [
    "ApiKeyAuth",
    "AsyncClient",
    "BasicAuth",
    "BearerAuth",
    "CallOptions",
    "Client",
    "ClientCredentials",
    "NoAuth",
    "Server",
    "UNSET",
    "Unset",
    "errors",
    "events",
    "models",
]

_MODULES = {
    "ApiKeyAuth": "._runtime.auth",
    "AsyncClient": ".client",
    "BasicAuth": "._runtime.auth",
    "BearerAuth": "._runtime.auth",
    "CallOptions": "._runtime.messages",
    "Client": ".client",
    "ClientCredentials": "._runtime.auth",
    "NoAuth": "._runtime.auth",
    "Server": "._runtime.client",
    "UNSET": "._runtime.unset",
    "Unset": "._runtime.unset",
}


def __getattr__(name: str) -> object:
    """Imports what is asked for when it is first asked for."""
    if name in _MODULES:
        found: object = getattr(import_module(_MODULES[name], __name__), name)
    elif name in __all__:
        found = import_module(f".{name}", __name__)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
