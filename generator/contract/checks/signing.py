"""Whether messages are known to be genuine: signed here by what the settings say, not by the package, and tampered with."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..conventions import Webhooks
from ..findings import Finding, Outcome
from ..pair import Pair
from ..wire.requests import same
from .events import messages, told

_SECRET, _NONCE, _AGE = "s3cr\u00e9t", "01HX-nonce_1", 300
_BODY = '{"type":"\u00e9","payload":{"a":[1, 2]}}'.encode()


@dataclass(frozen=True)
class Signed:
    """A message as it arrives."""

    body: bytes
    headers: Mapping[str, Any]


def _known(way: Webhooks) -> Mapping[str, str]:
    """The hash functions by the names that they are told by."""
    return way.algorithms or {"HmacSHA256": "sha256"}


def signature(way: Webhooks, hash_name: str, body: bytes, secret: str, nonce: str, timestamp: str) -> str:
    """The signature of a message: the keyed hash (RFC 2104) of what the settings say is signed."""
    text = way.signed.encode()
    for place, value in ((b"{nonce}", nonce.encode()), (b"{timestamp}", timestamp.encode()), (b"{body}", body)):
        text = text.replace(place, value)
    return _written(way, hmac.new(secret.encode(), text, getattr(hashlib, hash_name)).digest())


def _written(way: Webhooks, digest: bytes) -> str:
    return digest.hex() if way.encoding == "hex" else base64.b64encode(digest).decode()


def _almost(way: Webhooks, text: str) -> Iterator[tuple[str, str]]:
    """Signatures that differ from one in a bit: of its first byte, of its last."""
    digest = bytes.fromhex(text) if way.encoding == "hex" else base64.b64decode(text)
    yield "a signature that begins otherwise", _written(way, bytes([digest[0] ^ 1]) + digest[1:])
    yield "a signature that ends otherwise", _written(way, digest[:-1] + bytes([digest[-1] ^ 1]))


def message(way: Webhooks, body: bytes, seconds: int, algorithm: str, secret: str = _SECRET) -> Signed:
    """A message that was sent at a time, in seconds, signed by one of the algorithms of the settings."""
    timestamp = str(seconds)
    values = {
        way.signature: signature(way, _known(way)[algorithm], body, secret, _NONCE, timestamp),
        way.algorithm: algorithm,
        way.nonce: _NONCE,
        way.timestamp: timestamp,
    }
    return Signed(body, {name: value for name, value in values.items() if name is not None})


def genuine(pair: Pair) -> Outcome:
    """A message that is signed as the settings say is let pass, read, and signed alike by `webhooks.sign`."""
    way = pair.conventions.webhooks
    if way.signature is None:
        return
    module, now = pair.package.submodule("webhooks"), int(time.time())
    for number, algorithm in enumerate(_algorithms(way)):
        one = message(way, _BODY, now, algorithm)
        for label, headers, secret in (
            ("", one.headers, _SECRET),
            ("headers of another case", {name.upper(): it for name, it in one.headers.items()}, _SECRET),
            ("headers as bytes", [(name.encode(), it.encode()) for name, it in one.headers.items()], _SECRET.encode()),
            ("several secrets", one.headers, ["another", _SECRET]),
        ):
            problem = _problem(module.verify, one.body, headers, secret)
            if problem is not None:
                yield Finding(f"webhooks.verify ({algorithm}) {label}".strip(), "", "a genuine message", problem)
        got = module.sign(one.body, _SECRET, nonce=_NONCE, timestamp=now)
        if number == 0 and got != one.headers:
            yield Finding("webhooks.sign", "", one.headers, got)
    yield from _received(pair, module, now)


def _received(pair: Pair, module: Any, now: int) -> Outcome:
    """What `webhooks.receive` returns and tells is what `webhooks.parse` does."""
    by, types = told(pair)
    if by is None:
        return
    for pointer in messages(pair):
        for value in sorted(types.get(pointer, ()))[:1]:
            body = json.dumps({by: value}).encode()
            one = message(pair.conventions.webhooks, body, now, _algorithms(pair.conventions.webhooks)[0])
            wanted, drifts = list[Any](), list[Any]()
            parsed = module.parse(body, on_drift=wanted.append)
            got: Any
            try:
                got = module.receive(body, one.headers, _SECRET, on_drift=drifts.append)
            except Exception as problem:
                got = f"{type(problem).__name__}: {problem}"
            if type(got) is not type(parsed) or not same(got.to_wire(), parsed.to_wire()):
                yield Finding("webhooks.receive", pointer, parsed, got)
            if wanted != drifts:
                yield Finding(
                    "webhooks.receive: departures", pointer, [str(it) for it in wanted], [str(it) for it in drifts]
                )


def refused(pair: Pair) -> Outcome:
    """A message that was tampered with, is not signed, is too old or came before is refused with its exception."""
    way = pair.conventions.webhooks
    if way.signature is None:
        return
    module, now = pair.package.submodule("webhooks"), int(time.time())
    names = ["verify", *(["receive"] if told(pair).by is not None else [])]
    for name in names:
        check = getattr(module, name)
        for label, one, options in _tampered(way, now):
            secret = options.pop("secret", _SECRET)
            problem = _problem(check, one.body, one.headers, secret, **options)
            if not isinstance(problem, pair.errors.WebhookVerificationError):
                yield Finding(f"webhooks.{name} ({label})", "", "WebhookVerificationError", problem or "let pass")
            elif "\n" in str(problem) or _SECRET in str(problem):
                yield Finding(f"webhooks.{name} ({label})", "", "one line that tells no secret", str(problem))
    if way.timestamp is not None:
        late = message(way, _BODY, now - _AGE - 200, _algorithms(way)[0])
        problem = _problem(module.verify, late.body, late.headers, _SECRET, tolerance=_AGE + 400)
        if problem is not None:
            yield Finding("webhooks.verify (tolerance=700)", "", "let pass", problem)


def _tampered(way: Webhooks, now: int) -> Iterator[tuple[str, Signed, dict[str, Any]]]:
    """Messages that are not genuine, or not now: what is wrong, the message, options of the call."""
    algorithm = _algorithms(way)[0]
    good = message(way, _BODY, now, algorithm)
    yield "another secret", good, {"secret": "another"}
    yield "secrets, none of them right", good, {"secret": ["another", "more"]}
    yield "another body", Signed(_BODY + b" ", good.headers), {}
    yield "no body", Signed(b"", good.headers), {}
    for name in good.headers:
        yield f"without {name}", Signed(_BODY, {it: value for it, value in good.headers.items() if it != name}), {}
        yield f"empty {name}", _with(good, name, ""), {}
        yield f"{name} twice", _with(good, name, [good.headers[name]] * 2), {}
    assert way.signature is not None
    yield "no signature at all", Signed(_BODY, {}), {}
    yield "garbled signature", _with(good, way.signature, "%%%"), {}
    yield "another signature", _with(
        good, way.signature, message(way, b"{}", now, algorithm).headers[way.signature]
    ), {}
    for label, text in _almost(way, good.headers[way.signature]):
        yield label, _with(good, way.signature, text), {}
    if way.algorithm is not None:
        yield "unknown algorithm", _with(good, way.algorithm, "none"), {}
    if way.nonce is not None and "{nonce}" in way.signed:
        yield "another nonce", _with(good, way.nonce, "another"), {}
    if way.nonce is not None:
        yield "a nonce that came before", good, {"seen": lambda nonce: nonce == _NONCE}
    if way.timestamp is not None and "{timestamp}" in way.signed:
        yield "another time", _with(good, way.timestamp, str(now + 1)), {}
    if way.timestamp is not None:
        yield "too old", message(way, _BODY, now - _AGE - 60, algorithm), {}
        yield "of the future", message(way, _BODY, now + _AGE + 60, algorithm), {}
        yield "older than asked for", message(way, _BODY, now - 60, algorithm), {"tolerance": 30}
        yield "a time that is none", _with(good, way.timestamp, "soon"), {}


def _with(one: Signed, name: str, value: str | list[str]) -> Signed:
    return Signed(one.body, {**one.headers, name: value})


def _algorithms(way: Webhooks) -> list[str]:
    """The algorithms that can be told; the first counts where no header names one."""
    found = list(_known(way))
    return found if way.algorithm is not None else found[:1]


def _problem(function: Any, *arguments: Any, **options: Any) -> Exception | None:
    """What a call raises."""
    try:
        function(*arguments, **options)
    except Exception as problem:
        return problem
    return None
