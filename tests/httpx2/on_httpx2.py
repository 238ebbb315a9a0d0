"""A plugin of pytest: where tests say httpx they mean httpx2, as the client does that they are about."""

from __future__ import annotations

import sys

import httpx2

sys.modules["httpx"] = httpx2
