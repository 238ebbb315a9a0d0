"""Whether a message is genuine: the keyed hash (HMAC, RFC 2104) that an API sends in the headers of its messages.

`Signing` says how an API does it, `verify` checks a message, `sign` makes the headers of one, for tests. Needs the standard
library alone.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import re
import secrets
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from .errors import WebhookVerificationError, excerpt

__all__ = ["Body", "Headers", "Secret", "Signing", "by_name", "sign", "verify"]


class _Items(Protocol):
    def items(self) -> Iterable[tuple[Any, Any]]: ...


Headers = _Items | Iterable[tuple[Any, Any]]
"""The headers of a message: a mapping or pairs, of texts or of bytes. The case and order of names do not matter."""

Body = bytes | bytearray | memoryview | str
"""The body of a message as it was received; a text stands for its bytes in UTF-8."""

Secret = str | bytes | Sequence[str | bytes]
"""What both sides know. Several: any of them may have signed, so that a secret can be exchanged for another."""

_PLACE = re.compile(r"(\{(?:body|nonce|timestamp)\})")
_NONCE = re.compile(r"[\w+/=~-]{1,256}", re.ASCII)
_TIMESTAMP = re.compile(r"[0-9]{1,15}", re.ASCII)
"""Neither holds a dot or a colon: the parts of what is signed cannot be cut in another place."""


@dataclass(frozen=True, slots=True)
class Signing:
    """How an API signs its messages.

    `signature`, `algorithm`, `nonce` and `timestamp` are names of headers; None where it sends none. `signed` is what is
    hashed, with `{body}`, `{nonce}` and `{timestamp}` for the raw body and the values of those headers. `algorithms` leads
    from what the algorithm's header may say to a hash function of `hashlib`; the first counts where there is no
    such header. `encoding` is how the signature is written: "base64" or "hex".
    """

    signature: str
    signed: str
    algorithms: Mapping[str, str]
    encoding: str = "base64"
    algorithm: str | None = None
    nonce: str | None = None
    timestamp: str | None = None

    def digest(self, body: bytes, key: bytes, hash_name: str, nonce: str = "", timestamp: str = "") -> bytes:
        """The formula: the HMAC of `signed` under the secret."""
        values = {"{body}": body, "{nonce}": nonce.encode(), "{timestamp}": timestamp.encode()}
        parts = (values.get(part, part.encode()) for part in _PLACE.split(self.signed))
        return hmac.digest(key, b"".join(parts), hash_name)

    def verify(
        self,
        body: Body,
        headers: Headers,
        secret: Secret,
        *,
        tolerance: float = 300,
        now: float | None = None,
        seen: Callable[[str], bool] | None = None,
    ) -> None:
        """Returns if the message is genuine and new, else raises `WebhookVerificationError`.

        `body` must be the bytes as they were received. `secret` is that of the webhook; of several any may be the one.
        `tolerance` is how many seconds the message's time may be away from `now` (default: the clock), before or after;
        `math.inf` takes any time. `seen` gets the nonce of a genuine message and says whether it came before; it has to
        remember nonces for twice the tolerance.
        """
        if not tolerance >= 0:
            raise ValueError("tolerance is a number of seconds, 0 or more")
        content, keys = _raw(body), _keys(secret)
        sent = _required(headers, (self.signature, self.algorithm, self.nonce, self.timestamp))
        hash_name = _hash_name(self, sent)
        nonce, timestamp = _matching(_NONCE, self.nonce, sent), _matching(_TIMESTAMP, self.timestamp, sent)
        given = _decoded(self, sent[self.signature])
        expected = [self.digest(content, key, hash_name, nonce, timestamp) for key in keys]
        if not sum(hmac.compare_digest(given, one) for one in expected):  # all, whichever matches
            raise WebhookVerificationError(_MISMATCH)
        if timestamp:
            _check_time(int(timestamp), time.time() if now is None else now, tolerance)
        if seen is not None and nonce and seen(nonce):
            raise WebhookVerificationError("the message came before: its nonce is known")

    def sign(
        self, body: Body, secret: str | bytes, *, nonce: str | None = None, timestamp: float | None = None
    ) -> dict[str, str]:
        """The headers with which the API sends `body`: what `verify` accepts. For tests.

        `nonce` is random and `timestamp` (seconds) the clock's unless they are given.
        """
        nonce = secrets.token_hex(16) if nonce is None else nonce
        seconds = str(int(time.time() if timestamp is None else timestamp))
        name, hash_name = next(iter(self.algorithms.items()))
        digest = self.digest(_raw(body), _keys(secret)[0], hash_name, nonce, seconds)
        written = digest.hex() if self.encoding == "hex" else base64.b64encode(digest).decode()
        values = {self.algorithm: name, self.nonce: nonce, self.timestamp: seconds}
        return {self.signature: written, **{header: value for header, value in values.items() if header}}


verify, sign = Signing.verify, Signing.sign

_MISMATCH = "the signature does not match: the secret is another, or body or headers are not as they were sent"


def _raw(body: Any) -> bytes:
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(body)
    if isinstance(body, str):
        return body.encode("utf-8", "surrogatepass")
    raise TypeError(
        f"the body must be the bytes that were received, not {type(body).__name__}: JSON that was parsed and is written anew "
        "has other bytes, and their signature another value"
    )


def _keys(secret: Any) -> list[bytes]:
    given = [secret] if isinstance(secret, (str, bytes)) else list(secret or ())
    if not all(isinstance(one, (str, bytes)) for one in given):
        raise TypeError("a secret is a text or bytes")
    if not given or not all(one.strip() if isinstance(one, str) else one for one in given):
        raise ValueError("the secret is empty")
    return [one.encode() if isinstance(one, str) else one for one in given]


def _required(headers: Headers, wanted: Iterable[str | None]) -> dict[str, str]:
    """The values of these headers, each of which has to be there once."""
    found = by_name(headers)
    names = [name for name in wanted if name is not None]
    missing = [name for name in names if not found.get(name.lower())]
    if missing:
        raise WebhookVerificationError(f"the message is not signed: no header {', '.join(missing)}")
    repeated = [name for name in names if len(found[name.lower()]) > 1]
    if repeated:
        raise WebhookVerificationError(f"the header {repeated[0]} came more than once")
    return {name: found[name.lower()][0] for name in names}


def by_name(headers: Headers) -> dict[str, list[str]]:
    """All values of each header, by its name in small letters; a list of values is several."""
    given: Any = headers
    pairs = given.items() if hasattr(given, "items") else given
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        values = value if isinstance(value, (list, tuple)) else [value]
        found.setdefault(_text(name).lower(), []).extend(_text(one) for one in values if one)
    return found


def _text(value: Any) -> str:
    return value.decode("latin-1").strip() if isinstance(value, bytes) else str(value).strip()


def _hash_name(signing: Signing, sent: Mapping[str, str]) -> str:
    if signing.algorithm is None:
        return next(iter(signing.algorithms.values()))
    name = sent[signing.algorithm]
    if name not in signing.algorithms:
        known = ", ".join(signing.algorithms)
        raise WebhookVerificationError(f"unknown algorithm: {signing.algorithm} is {excerpt(name)}, known is {known}")
    return signing.algorithms[name]


def _matching(pattern: re.Pattern[str], header: str | None, sent: Mapping[str, str]) -> str:
    """The value of a header; empty where the API has no such header."""
    if header is None:
        return ""
    if not pattern.fullmatch(sent[header]):
        raise WebhookVerificationError(f"the header {header} is garbled: {excerpt(sent[header])}")
    return sent[header]


def _decoded(signing: Signing, text: str) -> bytes:
    try:
        return bytes.fromhex(text) if signing.encoding == "hex" else base64.b64decode(text.encode(), validate=True)
    except (ValueError, binascii.Error):
        raise WebhookVerificationError(f"the header {signing.signature} is garbled: no {signing.encoding}") from None


def _check_time(sent: int, now: float, tolerance: float) -> None:
    age = now - sent
    if abs(age) > tolerance:
        way = "ago" if age > 0 else "in the future"
        raise WebhookVerificationError(
            f"the message is too far from now: sent {abs(age):.0f} s {way}, allowed are {tolerance:g} s"
        )
