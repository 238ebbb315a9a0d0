"""The client itself, which is not looked into."""

from .client import Client
