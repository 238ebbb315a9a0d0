"""Messaging set-up for the customers of Acme."""

from .sinch import Client, SinchSettings, connect  #: Client import
from .sinch import errors as sinch_errors

__all__ = ["Client", "SinchSettings", "connect", "sinch_errors"]
