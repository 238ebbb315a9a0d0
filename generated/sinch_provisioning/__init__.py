"""Provisioning API"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import errors, events, models, testing, webhooks
    from ._runtime.auth import ApiKeyAuth, BasicAuth, BearerAuth, ClientCredentials, NoAuth
    from ._runtime.configuration import Server
    from ._runtime.messages import CallOptions
    from ._runtime.pages import AsyncPage, AsyncPages, Page
    from ._runtime.reading import Drift
    from ._runtime.retries import Clock
    from ._runtime.unset import UNSET, Unset
    from ._runtime.views import AsyncResponse, Response
    from .client import AsyncClient, Client

__version__ = "1.2.36"

__all__ = [
    "ApiKeyAuth",
    "AsyncClient",
    "AsyncPage",
    "AsyncPages",
    "AsyncResponse",
    "BasicAuth",
    "BearerAuth",
    "CallOptions",
    "Client",
    "ClientCredentials",
    "Clock",
    "Drift",
    "NoAuth",
    "Page",
    "Response",
    "Server",
    "UNSET",
    "Unset",
    "errors",
    "events",
    "models",
    "testing",
    "webhooks",
]

_MODULES = {
    ".client": ("AsyncClient", "Client"),
    "._runtime.auth": ("ApiKeyAuth", "BasicAuth", "BearerAuth", "ClientCredentials", "NoAuth"),
    "._runtime.configuration": ("Server",),
    "._runtime.messages": ("CallOptions",),
    "._runtime.pages": ("AsyncPage", "AsyncPages", "Page"),
    "._runtime.reading": ("Drift",),
    "._runtime.retries": ("Clock",),
    "._runtime.unset": ("UNSET", "Unset"),
    "._runtime.views": ("AsyncResponse", "Response"),
}


def __getattr__(name: str) -> object:
    """Imports what is asked for when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = next((module for module, names in _MODULES.items() if name in names), None)
    found: object = import_module(f".{name}" if module is None else module, __name__)
    found = found if module is None else getattr(found, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
