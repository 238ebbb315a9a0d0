"""Edited packages and documents are caught by the checks of credentials, omissions, resources, types and names."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.contract.checks import access, members, omissions, resources, signing, statuses, tags, typed, writing
from generator.contract.document.raw import RawDocument, RawOperation
from generator.contract.findings import Outcome
from generator.contract.pair import Pair
from tests.contract.committed import DOCUMENT, PAIR, operation
from tests.edits.test_it_can_fail import Edit, edited

WEBHOOKS = "resources/webhooks.py"
MODELS = "models/webhooks.py"
TEMPLATES = "models/whatsapp_templates.py"

OPERATIONS = {
    "keys swapped": Edit("client.py", "key_id=key_id, key_secret=key_secret", "key_id=key_secret, key_secret=key_id", "getWebhook", access.authenticated),
    "another grant": Edit("_runtime/auth.py", '"client_credentials"}', '"password"}', "getWebhook", access.authenticated),
    "no keys with the grant": Edit("_runtime/auth.py", '            "Authorization": basic(self.client_id, self._secret),\n', "", "getWebhook", access.authenticated),
    "alternative missing": Edit("client.py", '("OAuth2Production",), ("BearerAuth",), ', '("OAuth2Production",), ', "getWebhook", access.authenticated),
    "scheme of another kind": Edit("client.py", '"BearerAuth", "http"', '"BearerAuth", "apiKey"', "getWebhook", access.authenticated),
    "body optional": Edit(WEBHOOKS, "json_body(WebhookWebhookInputDto, ", "json_body(WebhookWebhookInputDto, required=False, ", "createWebhook", omissions.refused),
    "empty body refused": Edit("_runtime/requests.py", "return fields if fields or (body.required and body.fields) else UNSET", "return fields or UNSET", "updateWebhook", omissions.refused),
    "status that the document does not have": Edit("_runtime/errors.py", "422: UnprocessableEntityError", "422: ConflictError", "getWebhook", statuses.problems),
    "path without its parameter": Edit("_runtime/requests.py", "        if parameter.required:\n", "        if not parameter.required:\n", "getWebhook", omissions.refused),
}  # fmt: skip


@pytest.mark.parametrize("edit", OPERATIONS.values(), ids=OPERATIONS.keys())
def test_an_edited_operation_is_caught(edit: Edit, tmp_path: Path) -> None:
    pair = Pair(DOCUMENT, edited(tmp_path, edit), PAIR.contradictions, PAIR.conventions)
    assert list(edit.check(pair, operation(DOCUMENT, f"Controller_{edit.operation}_")))


SCHEMAS: dict[str, tuple[str, str, str, str, Callable[[Pair, str], Outcome]]] = {
    "attribute of another type": (MODELS, "    id: str\n", "    id: str | float\n", "WebhookWebhookDto", typed.typed),
    "variant not annotated": (TEMPLATES, "    | WhatsappOtpButtonDto\n", "", "WhatsappButtonsComponentDto/properties/buttons/items", typed.typed),
    "unknown variants not annotated": (TEMPLATES, "    | WhatsappRequestContactInfoButtonDto\n    | Unknown,", "    | WhatsappRequestContactInfoButtonDto,", "WhatsappButtonsComponentDto/properties/buttons/items", typed.typed),
    "member of another name": (MODELS, '    ALL = "ALL"', '    EVERY = "ALL"', "WebhookWebhookTriggers", members.named),
    "names of Python not taken": ("_runtime/writing.py", "        return (declared.wire, declared.plan, declared.side) if declared", "        return (key, declared.plan, declared.side) if declared", "WhatsappFlowButtonInputDto", writing.written),
    "undeclared property taken": ("_runtime/plans.py", "issubclass(cls, (ClosedModel, RequestModel))", "issubclass(cls, ClosedModel)", "WebhookWebhookInputDto", writing.written),
    "what came is refused": ("_runtime/writing.py", "is_received(value):\n        yield path", "is_received(value):\n        yield from ()", "WebhookWebhookTriggers", writing.returned),
    "integers as floats": ("_runtime/exact.py", "whole = cast(cs.CoreSchema, {**cs.int_schema(strict=True), **{k: int(v) for k, v in limits.items()}})", "whole = cast(cs.CoreSchema, {**cs.float_schema(), **limits})", "WebhookWebhookListDto", writing.unchanged),
    "tag looked for elsewhere": (TEMPLATES, 'OneOf.tagged(\n        "type"', 'OneOf.tagged(\n        "kind"', "WhatsappButtonsComponentDto/properties/buttons/items", tags.told_apart),
}  # fmt: skip


@pytest.mark.parametrize("edit", SCHEMAS.values(), ids=SCHEMAS.keys())
def test_an_edited_model_is_caught(
    edit: tuple[str, str, str, str, Callable[[Pair, str], Outcome]], tmp_path: Path
) -> None:
    file, old, new, name, check = edit
    package = edited(tmp_path, Edit(file, old, new, "", access.authenticated))
    assert list(check(Pair(DOCUMENT, package), f"/components/schemas/{name}"))


Checked = Callable[[Pair, RawOperation], Outcome]


def of_document(check: Checked, change: Callable[[dict[str, Any]], None]) -> list[str]:
    """What a check finds of an operation of an edited document."""
    value = copy.deepcopy(DOCUMENT.value)
    one = operation(DOCUMENT, "Controller_getWebhook_")
    change(value["paths"][one.path][one.method.lower()])
    document = RawDocument(value)
    return [str(it) for it in check(Pair(document, PAIR.package), operation(document, "Controller_getWebhook_"))]


def test_credentials_that_an_operation_does_not_take() -> None:
    found = of_document(access.authenticated, lambda it: it.update(security=[{"BearerAuth": []}]))
    assert len(found) == 6
    assert all("InvalidRequestError, nothing sent" in it for it in found)


def test_an_operation_without_security_gets_no_credentials() -> None:
    found = of_document(access.authenticated, lambda it: it.update(security=[]))
    assert len(found) == 6
    assert all("header authorization" in it for it in found)


def test_an_operation_of_another_tag() -> None:
    assert len(of_document(resources.tagged, lambda it: it.update(tags=["Bundles"]))) == 2
    assert len(of_document(resources.tagged, lambda it: it.update(tags=["Hooks"]))) == 2


def test_departures_of_messages_are_told(tmp_path: Path) -> None:
    edit = Edit(
        "webhooks.py",
        "return parse(body, headers, on_drift=on_drift)",
        "return parse(body, headers)",
        "",
        access.authenticated,
    )
    pair = Pair(DOCUMENT, edited(tmp_path, edit), PAIR.contradictions, PAIR.conventions)
    assert any("webhooks.receive: departures" in str(it) for it in signing.genuine(pair))


def test_a_variant_without_a_class() -> None:
    value = copy.deepcopy(DOCUMENT.value)
    more = {"type": "object", "required": ["added"], "properties": {"added": {"type": "string"}}}
    value["components"]["schemas"]["KakaotalkSenderChangesDto"]["properties"]["details"]["oneOf"].append(more)
    found = list(
        typed.typed(
            Pair(RawDocument(value), PAIR.package), "/components/schemas/KakaotalkSenderChangesDto/properties/details"
        )
    )
    assert any("a variant that has a class" in str(it) for it in found)
