"""Signatures of messages: what is genuine passes, whatever its headers look like; everything else is refused."""

from __future__ import annotations

import hashlib
import hmac
import math
import pickle
import subprocess
import sys
import time
from base64 import b64encode
from collections import OrderedDict
from email.message import Message
from typing import Any

import httpx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from runtime import signatures
from runtime.errors import APIError, WebhookVerificationError
from runtime.signatures import Signing

from tests.rendered import ROOT

SIGNING = Signing(
    "X-Signature",
    "{body}.{nonce}.{timestamp}",
    {"HmacSHA256": "sha256", "HmacSHA512": "sha512"},
    algorithm="X-Algorithm",
    nonce="X-Nonce",
    timestamp="X-Timestamp",
)
NOW = 1714550400
BODY = '{"type":"A","text":"Grüße 🐦"}'.encode()
SECRET = "sécret-☃"

HEADERS = {
    "X-Signature": "Ye36bt95CRMsYfuyj+PWPg+gLTE32kD7ZViufR1KxrE=",
    "X-Algorithm": "HmacSHA256",
    "X-Nonce": "01HX4TJ6N3WQ9V2A7K5C8D1E0F",
    "X-Timestamp": "1714550400",
}
"""Computed with openssl: printf '%s.%s.%s' BODY NONCE TIMESTAMP | openssl dgst -sha256 -hmac SECRET -binary | base64."""


def verify(body: Any = BODY, headers: Any = HEADERS, secret: Any = SECRET, **more: Any) -> None:
    SIGNING.verify(body, headers, secret, **{"now": NOW, **more})


def refused(*given: Any, **more: Any) -> str:
    """Why a message is refused, in one line that tells no secret."""
    with pytest.raises(WebhookVerificationError) as caught:
        verify(*given, **more)
    line = str(caught.value)
    assert "\n" not in line
    for told in (line, repr(caught.value)):
        assert SECRET not in told
        assert HEADERS["X-Signature"] not in told
    return line


def without(*names: str) -> dict[str, str]:
    return {name: value for name, value in HEADERS.items() if name not in names}


def test_a_fixed_vector_passes() -> None:
    verify()


VECTORS = [
    # What RFC 4231 gives as test cases 1 to 4 and 6, for SHA-256 and SHA-512.
    (
        b"\x0b" * 20,
        b"Hi There",
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854",
    ),
    (
        b"Jefe",
        b"what do ya want for nothing?",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
    ),
    (
        b"\xaa" * 131,
        b"Test Using Larger Than Block-Size Key - Hash Key First",
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
        "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f3526b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598",
    ),
]


@pytest.mark.parametrize(("key", "body", "sha256", "sha512"), VECTORS)
def test_the_vectors_of_the_standard(key: bytes, body: bytes, sha256: str, sha512: str) -> None:
    for name, digest in (("sha256", sha256), ("sha512", sha512)):
        plain = Signing("S", "{body}", {"any": name}, encoding="hex")
        plain.verify(body, {"s": digest}, key)
        plain.verify(body, {"s": digest.upper()}, key)
        with pytest.raises(WebhookVerificationError, match="does not match"):
            plain.verify(body + b" ", {"s": digest}, key)


def test_the_vendors_formula_against_openssl(tmp_path: Any) -> None:
    """What `[tool.provgen.webhooks]` says, computed by a program that shares no code with ours."""
    from tests.rendered import own_settings

    settings = own_settings().client.webhooks
    assert settings.signature is not None
    assert (settings.signed, settings.algorithms) == ("{body}.{nonce}.{timestamp}", {"HmacSHA256": "sha256"})
    nonce, timestamp, secret = "n0nce", "1714550400", "wh-secret"
    (tmp_path / "signed").write_bytes(BODY + f".{nonce}.{timestamp}".encode())
    command = ["openssl", "dgst", "-sha256", "-hmac", secret, "-binary", str(tmp_path / "signed")]
    digest = subprocess.run(command, capture_output=True, check=True).stdout
    headers = {
        settings.signature: b64encode(digest).decode(),
        str(settings.algorithm): "HmacSHA256",
        str(settings.nonce): nonce,
        str(settings.timestamp): timestamp,
    }
    made = Signing(
        settings.signature,
        settings.signed,
        settings.algorithms,
        settings.encoding,
        settings.algorithm,
        settings.nonce,
        settings.timestamp,
    )
    made.verify(BODY, headers, secret, now=NOW)
    assert made.sign(BODY, secret, nonce=nonce, timestamp=NOW) == headers


@pytest.mark.parametrize(
    "headers",
    [
        {name.lower(): value for name, value in HEADERS.items()},
        {name.upper(): value for name, value in HEADERS.items()},
        list(HEADERS.items()),
        [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()],
        OrderedDict(reversed(HEADERS.items())),
        {name: [value] for name, value in HEADERS.items()},
        {name: f"  {value}\t" for name, value in HEADERS.items()},
        {**HEADERS, "Host": "a.example", "X-Signature-Other": "x"},
        httpx.Headers(HEADERS),
        httpx.Headers(HEADERS).raw,
        iter(HEADERS.items()),
    ],
    ids=range(11),
)
def test_headers_of_every_kind(headers: Any) -> None:
    verify(headers=headers)


def test_headers_of_the_standard_library() -> None:
    message = Message()
    for name, value in HEADERS.items():
        message[name] = value
    verify(headers=message)
    message["x-nonce"] = "another"
    assert "X-Nonce came more than once" in refused(headers=message)


@given(st.data())
def test_case_and_order_of_headers_do_not_matter(data: Any) -> None:
    pairs = data.draw(st.permutations([*HEADERS.items(), ("Accept", "*/*"), ("Accept", "a/b")]))
    cased = [
        ("".join(data.draw(st.sampled_from((char.lower(), char.upper()))) for char in name), text)
        for name, text in pairs
    ]
    verify(headers=cased)


@pytest.mark.parametrize("body", [bytearray(BODY), memoryview(BODY), BODY.decode()], ids=lambda it: type(it).__name__)
def test_bodies_of_every_kind(body: Any) -> None:
    verify(body)


@pytest.mark.parametrize("body", [{"type": "A"}, ["a"], None, 3])
def test_a_parsed_body_is_refused_with_an_explanation(body: Any) -> None:
    with pytest.raises(TypeError, match="must be the bytes that were received, not .*: JSON that was parsed"):
        verify(body)


@given(body=st.binary(max_size=200), secret=st.text(min_size=1).filter(lambda it: it.strip() and not _odd(it)))
def test_what_is_signed_passes(body: bytes, secret: str) -> None:
    headers = SIGNING.sign(body, secret, timestamp=NOW)
    verify(body, headers, secret)
    assert headers == SIGNING.sign(body, secret, nonce=headers["X-Nonce"], timestamp=NOW)


def _odd(text: str) -> bool:
    """Whether UTF-8 has no bytes for a text."""
    return any("\ud800" <= char <= "\udfff" for char in text)


@given(
    body=st.binary(max_size=100),
    nonce=st.from_regex(r"[A-Za-z0-9_-]{1,40}", fullmatch=True),
    timestamp=st.integers(0, 10**12),
    change=st.sampled_from(["body", "nonce", "timestamp", "secret", "signature"]),
    data=st.data(),
)
def test_any_change_is_refused(body: bytes, nonce: str, timestamp: int, change: str, data: Any) -> None:
    headers = SIGNING.sign(body, "secret", nonce=nonce, timestamp=timestamp)
    secret = "secret"
    if change == "body":
        other = data.draw(st.one_of(st.binary(max_size=100), st.just(body + b"\n"), st.just(b" " + body)))
        assume(other != body)
        body = other
    elif change == "nonce":
        headers["X-Nonce"] = data.draw(
            st.from_regex(r"[A-Za-z0-9_-]{1,40}", fullmatch=True).filter(lambda it: it != nonce)
        )
    elif change == "timestamp":
        timestamp = data.draw(st.integers(0, 10**12).filter(lambda it: it != timestamp))
        headers["X-Timestamp"] = str(timestamp)
    elif change == "secret":
        secret = data.draw(st.text("abcs", min_size=1, max_size=8)) + "x"
    else:
        digest = hashlib.sha256(data.draw(st.binary(max_size=8))).digest()
        headers["X-Signature"] = b64encode(digest).decode()
    with pytest.raises(WebhookVerificationError, match="does not match"):
        SIGNING.verify(body, headers, secret, now=timestamp)


@given(body=st.from_regex(r"[a-z.]{0,20}", fullmatch=True), nonce=st.from_regex(r"[a-z]{1,9}", fullmatch=True))
def test_the_parts_of_what_is_signed_cannot_be_cut_elsewhere(body: str, nonce: str) -> None:
    """The same signed text, with a part of body and nonce in the other."""
    headers = SIGNING.sign(body, SECRET, nonce=nonce, timestamp=NOW)
    whole = f"{body}.{nonce}"
    for cut in (index for index, char in enumerate(whole) if char == "."):
        if cut != len(body):
            refused(whole[:cut], {**headers, "X-Nonce": whole[cut + 1 :]})


@pytest.mark.parametrize(
    ("headers", "words"),
    [
        ({}, "is not signed: no header X-Signature, X-Algorithm, X-Nonce, X-Timestamp"),
        (without("X-Nonce"), "no header X-Nonce"),
        ({**HEADERS, "X-Timestamp": ""}, "no header X-Timestamp"),
        ({**HEADERS, "X-Signature": None}, "no header X-Signature"),
        ({**HEADERS, "x-signature": HEADERS["X-Signature"]}, "X-Signature came more than once"),
        ([*HEADERS.items(), ("x-timestamp", "1")], "X-Timestamp came more than once"),
        ({**HEADERS, "X-Nonce": ["a", "b"]}, "X-Nonce came more than once"),
        ({**HEADERS, "X-Timestamp": "yesterday"}, "X-Timestamp is garbled: 'yesterday'"),
        ({**HEADERS, "X-Timestamp": "-1"}, "X-Timestamp is garbled"),
        ({**HEADERS, "X-Timestamp": "1714550400.0"}, "X-Timestamp is garbled"),
        ({**HEADERS, "X-Timestamp": "٣٤٥"}, "X-Timestamp is garbled"),
        ({**HEADERS, "X-Timestamp": "9" * 5000}, "X-Timestamp is garbled"),
        ({**HEADERS, "X-Nonce": "a.b"}, "X-Nonce is garbled"),
        ({**HEADERS, "X-Nonce": "n" * 257}, "X-Nonce is garbled"),
        ({**HEADERS, "X-Nonce": "\n\x00"}, "X-Nonce is garbled"),
        ({**HEADERS, "X-Signature": "no base64!"}, "X-Signature is garbled: no base64"),
        ({**HEADERS, "X-Signature": "ünïcode"}, "X-Signature is garbled: no base64"),
        ({**HEADERS, "X-Signature": HEADERS["X-Signature"][:-4]}, "does not match"),
        ({**HEADERS, "X-Signature": "AAAA"}, "does not match"),
        (
            {**HEADERS, "X-Algorithm": "none"},
            "unknown algorithm: X-Algorithm is 'none', known is HmacSHA256, HmacSHA512",
        ),
        ({**HEADERS, "X-Algorithm": "x" * 5000}, "unknown algorithm: X-Algorithm is 'xxx"),
        ({**HEADERS, "X-Algorithm": "HmacSHA512"}, "does not match"),
    ],
)
def test_headers_that_are_refused(headers: Any, words: str) -> None:
    line = refused(headers=headers)
    assert words in line
    assert len(line) < 250


def test_an_algorithm_is_chosen_by_its_header() -> None:
    digest = hmac.new(b"s", b"body.n.1", hashlib.sha512).digest()
    headers = {"X-Signature": b64encode(digest), "X-Algorithm": "HmacSHA512", "X-Nonce": "n", "X-Timestamp": "1"}
    verify(b"body", headers, "s", now=1)


def test_several_secrets() -> None:
    verify(secret=["old", SECRET])
    verify(secret=(SECRET.encode(), "new"))
    assert "does not match" in refused(secret=["old", "new"])


@pytest.mark.parametrize("secret", ["", " \n", b"", [], [SECRET, ""], None, [""]])
def test_an_empty_secret_is_a_mistake_of_the_caller(secret: Any) -> None:
    with pytest.raises(ValueError, match="the secret is empty"):
        verify(secret=secret)


@pytest.mark.parametrize("secret", [[5], [None, SECRET]])
def test_secrets_of_another_type(secret: Any) -> None:
    with pytest.raises(TypeError, match="a secret is a text or bytes"):
        verify(secret=secret)


@pytest.mark.parametrize("now", [NOW - 300, NOW - 299.5, NOW, NOW + 300])
def test_inside_of_the_window(now: float) -> None:
    verify(now=now)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (NOW + 300.6, "sent 301 s ago, allowed are 300 s"),
        (NOW + 86400, "sent 86400 s ago"),
        (NOW - 301, "sent 301 s in the future"),
    ],
)
def test_outside_of_the_window(now: float, words: str) -> None:
    assert words in refused(now=now)


def test_the_width_of_the_window() -> None:
    verify(now=NOW + 3600, tolerance=3600)
    verify(now=NOW + 10**9, tolerance=math.inf)
    verify(now=NOW, tolerance=0)
    assert "allowed are 0 s" in refused(now=NOW + 1, tolerance=0)
    for wrong in (-1, math.nan):
        with pytest.raises(ValueError, match="tolerance"):
            verify(tolerance=wrong)


def test_the_clock_counts_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: NOW + 100.0)
    SIGNING.verify(BODY, HEADERS, SECRET)
    assert SIGNING.sign(BODY, SECRET)["X-Timestamp"] == str(NOW + 100)
    monkeypatch.setattr(time, "time", lambda: NOW + 400.0)
    with pytest.raises(WebhookVerificationError, match="400 s ago"):
        SIGNING.verify(BODY, HEADERS, SECRET)


def test_a_message_passes_once_where_nonces_are_remembered() -> None:
    known: set[str] = set()

    def seen(nonce: str) -> bool:
        before = nonce in known
        known.add(nonce)
        return before

    verify(seen=seen)
    assert known == {HEADERS["X-Nonce"]}
    assert "came before" in refused(seen=seen)
    verify(BODY, SIGNING.sign(BODY, SECRET, timestamp=NOW), seen=seen)


@pytest.mark.parametrize("more", [{"secret": "wrong"}, {"now": NOW + 999}])
def test_only_nonces_of_genuine_messages_in_time_are_remembered(more: Any) -> None:
    refused(**more, seen=lambda nonce: pytest.fail(f"remembered {nonce}"))


def test_an_api_that_sends_a_signature_alone() -> None:
    plain = Signing("X-Hub", "{body}", {"any": "sha256"}, encoding="hex")
    headers = plain.sign(b"body", "s")
    assert headers == {"X-Hub": hmac.new(b"s", b"body", "sha256").hexdigest()}
    plain.verify(b"body", headers, "s")
    with pytest.raises(WebhookVerificationError, match="garbled: no hex"):
        plain.verify(b"body", {"X-Hub": "xyz"}, "s")


def test_what_is_signed_is_as_the_settings_have_it() -> None:
    other = Signing("S", "v0:{timestamp}:{body}", {"any": "sha1"}, timestamp="T")
    digest = hmac.new(b"s", b"v0:7:{nonce}{body}", "sha1").digest()
    other.verify(b"{nonce}{body}", {"S": b64encode(digest).decode(), "T": "7"}, "s", now=7)


def test_the_comparison_takes_as_long_for_every_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    plain = hmac.compare_digest

    def compare(one: bytes, other: bytes) -> bool:
        compared.append(len(other))
        return plain(one, other)

    monkeypatch.setattr(hmac, "compare_digest", compare)
    verify(secret=[SECRET, "b", "c"])
    assert compared == [32, 32, 32]


def test_the_error_is_one_of_ours_and_survives_pickling() -> None:
    error = WebhookVerificationError("no")
    assert isinstance(error, APIError)
    assert str(pickle.loads(pickle.dumps(error))) == "no"


def test_functions_of_the_module() -> None:
    headers = signatures.sign(SIGNING, BODY, SECRET)
    signatures.verify(SIGNING, BODY, headers, SECRET)


def test_the_standard_library_is_enough() -> None:
    code = "import sys, runtime.signatures; assert not {'pydantic', 'httpx'} & set(sys.modules), sys.modules.keys()"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT / "templates", check=True)
