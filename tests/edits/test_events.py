"""What is wrong with messages is caught: their constants, their reading, their signatures."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from generator.contract.checks import events, signing
from generator.contract.conventions import Conventions, Webhooks
from generator.contract.document.raw import RawDocument
from generator.contract.findings import Excluded, Finding
from generator.contract.pair import Pair
from tests.contract import odd
from tests.contract.committed import DOCUMENT, PAIR
from tests.edits.editing import Edited
from tests.mutants.mutant import repackaged

OF_ONE, OF_ALL = (events.declared, events.read, events.drifted), (
    events.complete,
    events.unknown,
    signing.genuine,
    signing.refused,
)


def held(
    pair: Pair, wanted: tuple[Callable[..., Any], ...] = (*OF_ONE, *OF_ALL), of: str = ""
) -> Iterator[Finding | Excluded]:
    """What checks of messages yield, of those whose pointer holds a text."""
    for check in OF_ONE:
        for pointer in events.pointers(pair) if check in wanted else ():
            if of in pointer:
                yield from check(pair, pointer)
    for whole in OF_ALL:
        if whole in wanted:
            yield from whole(pair)


EVENTS, PARSING, SIGNATURES, ENTRY = "events.py", "_runtime/webhooks.py", "_runtime/signatures.py", "webhooks.py"
APPROVED = 'Event("Approved", KakaotalkTemplatesApprovedEvent, ("KAKAOTALK_TEMPLATE_APPROVED",), _TO)'
UNMARKED = '            on_drift(Drift(f"/{self.by}", "the type of a known event", type_))\n'
EDITS = {
    "wrong event type": (EVENTS, '("KAKAOTALK_TEMPLATE_APPROVED",)', '("KAKAOTALK_TEMPLATE_REJECTED",)', events.declared),
    "two types, one too many": (EVENTS, '("KAKAOTALK_TEMPLATE_APPROVED",)', '("KAKAOTALK_TEMPLATE_APPROVED", "MORE")', events.declared),
    "no type": (EVENTS, ', ("KAKAOTALK_TEMPLATE_APPROVED",), _TO', ", expression=_TO", events.declared),
    "wrong key": (EVENTS, 'Event("Approved", Kakao', 'Event("Active", Kakao', events.declared),
    "wrong expression": (EVENTS, '_TO = "{$request.body#webhooks.target}"', '_TO = "{$request.body#/target}"', events.declared),
    "wrong method": (EVENTS, APPROVED, f'{APPROVED[:-1]}, "PUT")', events.declared),
    "wrong model": (EVENTS, APPROVED, APPROVED.replace("KakaotalkTemplatesApprovedEvent", "RcsAccountsCommentEvent"), events.read),
    "one constant for two": (EVENTS, "kakaotalk_templates_rejected = ", "kakaotalk_templates_approved = ", events.complete),
    "event gone": (EVENTS, "kakaotalk_templates_approved = ", "kakaotalk_templates_accepted = ", events.complete),
    "event gone as well": (EVENTS, "kakaotalk_templates_approved = ", "_kakaotalk_templates_approved = ", events.complete),
    "one model missing in the union": (EVENTS, "    | KakaotalkTemplatesApprovedEvent\n", "", events.complete),
    "told by another property": (EVENTS, 'Reader(EVENTS.values(), "type")', 'Reader(EVENTS.values(), "kind")', events.complete),
    "told by another property, when read": (EVENTS, 'Reader(EVENTS.values(), "type")', 'Reader(EVENTS.values(), "kind")', events.read),
    "always unknown": (PARSING, "self._unknown(value, on_drift) if codec is None else", "self._unknown(value, on_drift) if True else", events.read),
    "unknown as a mere dict": (PARSING, "return self._unknown(value, on_drift) if codec is None else", "return dict(value) if codec is None else", events.unknown),
    "unknown loses its data": (PARSING, "build(UnknownEvent, {}, set(), value)", "build(UnknownEvent, {}, set(), {})", events.unknown),
    "unknown loses its type": (PARSING, "type_ if isinstance(type_, str) else None})", "None})", events.unknown),
    "unknown is not told": (PARSING, UNMARKED, "            pass\n", events.unknown),
    "a list is a message": (PARSING, "if not isinstance(value, Mapping):", "if not isinstance(value, (Mapping, list)):", events.unknown),
    "texts are not read": ("_runtime/event.py", "body.encode() if isinstance(body, str) else", "", events.read),
    "drift of a message swallowed": ("_runtime/event.py", "return self._codec.decode(content_of(body), on_drift)", "return self._codec.decode(content_of(body))", events.drifted),
    "drift of any message swallowed": (PARSING, "codec.decode(content, on_drift)", "codec.decode(content)", events.drifted),
    "fields of messages dropped": ("_runtime/models.py", 'extra="allow"', 'extra="ignore"', events.drifted),
    "another formula": (ENTRY, "{body}.{nonce}.{timestamp}", "{nonce}.{timestamp}.{body}", signing.genuine),
    "another formula, signed alike": (ENTRY, "{body}.{nonce}.{timestamp}", "{body}.{nonce}", signing.refused),
    "another hash": (ENTRY, '"HmacSHA256": "sha256"', '"HmacSHA256": "sha1"', signing.genuine),
    "another header": (ENTRY, "    nonce=\"x-sinch-webhook-signature-nonce\"", "    nonce=\"x-sinch-nonce\"", signing.genuine),
    "another encoding": (ENTRY, "    {\"HmacSHA256\": \"sha256\"},\n", "    {\"HmacSHA256\": \"sha256\"},\n    encoding=\"hex\",\n", signing.genuine),
    "signature not verified": (SIGNATURES, "if not sum(hmac.compare_digest(given, one) for one in expected):", "if False:", signing.refused),
    "receive does not verify": (ENTRY, "    verify(body, headers, secret, tolerance=tolerance, seen=seen)\n", "", signing.refused),
    "receive does not pass on": (ENTRY, "tolerance=tolerance, seen=seen)", "tolerance=300, seen=None)", signing.refused),
    "receive returns nothing": (ENTRY, "    return parse(body, headers, on_drift=on_drift)\n", "", signing.genuine),
    "one secret of several": (SIGNATURES, "for key in keys]\n        if not sum", "for key in keys[:1]]\n        if not sum", signing.genuine),
    "timestamp not checked": (SIGNATURES, "        if timestamp:\n", "        if False:\n", signing.refused),
    "the future is allowed": (SIGNATURES, "if abs(age) > tolerance", "if age > tolerance", signing.refused),
    "the past is allowed": (SIGNATURES, "if abs(age) > tolerance", "if -age > tolerance", signing.refused),
    "another tolerance": (SIGNATURES, "tolerance: float = 300", "tolerance: float = 3000", signing.refused),
    "no tolerance asked for": (SIGNATURES, "_check_time(int(timestamp), time.time() if now is None else now, tolerance)", "_check_time(int(timestamp), time.time(), 300)", signing.refused),
    "half a signature": (SIGNATURES, "compare_digest(given, one)", "compare_digest(given[:8], one[:8])", signing.refused),
    "headers that came twice": (SIGNATURES, "    if repeated:\n", "    if False:\n", signing.refused),
    "repeated nonces": (SIGNATURES, "if seen is not None and nonce and seen(nonce):", "if False:", signing.refused),
    "unknown algorithms": (SIGNATURES, "    if name not in signing.algorithms:\n", "    if False:\n", signing.refused),
    "signed by another secret": (SIGNATURES, "_keys(secret)[0], hash_name, nonce, seconds)", '_keys("x")[0], hash_name, nonce, seconds)', signing.genuine),
    "names of headers as they are written": (SIGNATURES, "found.setdefault(_text(name).lower(), [])", "found.setdefault(_text(name), [])", signing.genuine),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edited_package_is_caught(edit: tuple[str, str, str, Callable[..., Any]], edited: Edited) -> None:
    pair = repackaged(PAIR, edited(*edit[:3]))
    found = [it for it in held(pair, (edit[3],), "kakaotalk") if isinstance(it, Finding)]
    assert found
    assert all(len(str(it).splitlines()) < 50 for it in found)


def test_messages_have_names_of_their_own() -> None:
    names = [events.name(PAIR, it) for it in events.pointers(PAIR)]
    assert len(set(names)) == len(names) == 49
    assert "AccountsController_createAccount_v1 Onboard" in names


def test_no_signature_is_asked_for_where_none_is_configured() -> None:
    pair = Pair(DOCUMENT, PAIR.package, None, Conventions())
    assert not list(signing.genuine(pair)) + list(signing.refused(pair))


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return odd.generated(tmp_path_factory.mktemp("odd"))


def test_callbacks_and_webhooks_of_another_kind(pair: Pair) -> None:
    """Told apart without a setting, sent by PUT, signed in hexadecimal without nonce and algorithm."""
    assert [events.name(pair, it) for it in events.pointers(pair)] == ["makeThing done", "made", "lost"]
    assert events.told(pair).by == "kind"
    assert not list(held(pair))


@pytest.mark.parametrize("signed", ["{body}", "{timestamp}.{body}", "{body}:{timestamp}"])
def test_another_formula_than_that_of_the_package(pair: Pair, signed: str) -> None:
    way = Webhooks("kind", "X-Mac", timestamp="X-Time", signed=signed, algorithms={"any": "sha512"}, encoding="hex")
    assert list(signing.genuine(Pair(pair.document, pair.package, None, Conventions(webhooks=way))))


def _without_callback(value: Any) -> None:
    del value["paths"]["/things"]["post"]["callbacks"]


def _sent_otherwise(value: Any) -> None:
    callback = value["paths"]["/things"]["post"]["callbacks"]["done"]
    callback["{$request.body#/url}"] = {"post": callback["{$request.body#/url}"].pop("put")}


def _another_type(value: Any) -> None:
    schema = value["webhooks"]["lost"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    schema["properties"]["kind"]["enum"] = ["mislaid"]


def _one_more(value: Any) -> None:
    value["webhooks"]["found"] = copy.deepcopy(value["webhooks"]["lost"])


def _another_body(value: Any) -> None:
    schema = value["webhooks"]["lost"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    schema["properties"]["reason"] = {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}}}


@pytest.mark.parametrize("edit", [_without_callback, _sent_otherwise, _another_type, _one_more, _another_body])
def test_an_edited_document_is_caught(pair: Pair, edit: Callable[[Any], None]) -> None:
    value = copy.deepcopy(pair.document.value)
    edit(value)
    assert any(isinstance(it, Finding) for it in held(Pair(RawDocument(value), pair.package, None, pair.conventions)))
