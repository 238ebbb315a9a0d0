"""Whether a message is from the API: `verify` checks its signature, the `parse` of its event reads it."""

from __future__ import annotations

from ._runtime.signatures import Signing

__all__ = ["SIGNING", "sign", "verify"]

SIGNING = Signing("X-Hub-Signature", "{body}", {"any": "sha512"}, encoding="hex")
"""How messages are signed."""

verify = SIGNING.verify
sign = SIGNING.sign
