"""Edited packages and documents are caught by the checks of credentials, omissions, resources, types and names."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from generator.contract.checks import (
    access,
    limits,
    members,
    omissions,
    options,
    resources,
    sending,
    signing,
    statuses,
    tags,
    typed,
    writing,
)
from generator.contract.document.raw import RawDocument, RawOperation
from generator.contract.findings import Outcome
from generator.contract.pair import Pair
from tests.contract.committed import DOCUMENT, PAIR, operation
from tests.edits.editing import Edit, Edited
from tests.mutants.mutant import repackaged

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
    "body not asked for": Edit("_runtime/requests.py", '            raise InvalidRequestError([Problem("body", "a value", UNSET)])\n', "            return _NOTHING\n", "createAccount", sending.refusals),
    "server of the client ignored": Edit("_runtime/client.py", "self._base_url(base_url), base_url is not None, given, agent", "self._base_url(None), base_url is not None, given, agent", "getWebhook", options.added),
    "server of a copy ignored": Edit("_runtime/client.py", "settings.target._replace(base_url=self._base_url(base_url), chosen=True)", "settings.target", "getWebhook", options.added),
    "query of the caller ignored": Edit("_runtime/requests.py", '    if "extra_query" in options:', '    if "extra_queries" in options:', "getWebhook", options.added),
    "path without its parameter": Edit("_runtime/requests.py", "        if parameter.required:\n", "        if not parameter.required:\n", "getWebhook", omissions.refused),
}  # fmt: skip


@pytest.mark.parametrize("edit", OPERATIONS.values(), ids=OPERATIONS.keys())
def test_an_edited_operation_is_caught(edit: Edit, edited: Edited) -> None:
    pair = repackaged(PAIR, edited(*edit[:3]))
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
    "enum closed to Python": ("_runtime/exact.py", '{**node, "strict": False})', '{**node, "strict": True, "cls": _Closed})', "WhatsappFlowButtonInputDto", writing.assigned),
    "limit lost": (MODELS, "Field(max_length=742, min_length=1)", "Field(min_length=1)", "WebhookWebhookInputDto", limits.limited),
    "limit of its own": (MODELS, "    id: str\n", "    id: Annotated[str, Field(max_length=99)]\n", "WebhookWebhookDto", limits.limited),
    "pattern lost": ("models/rcs_senders.py", ', pattern="^[0-9]+$")] = None', ")] = None", "RcsSenderDetailsQuestionnaireFRAnswersInputDto", limits.limited),
    "first variant for one with a wrong property": ("_runtime/unions.py", "return None if not ranked or ranked[0][0].lacks else ranked[0][1]\n\n    def misfit", "return 0\n\n    def misfit", "WhatsappButtonsComponentDto/properties/buttons/items", tags.kept),
    "names of the first variant": ("_runtime/unions.py", "return None if not ranked or ranked[0][0].lacks else ranked[0][1]\n\n    def exact", "return 0\n\n    def exact", "WhatsappButtonsComponentInputDto/properties/buttons/items", writing.chosen),
    "tag looked for elsewhere": (TEMPLATES, 'OneOf.tagged(\n        "type"', 'OneOf.tagged(\n        "kind"', "WhatsappButtonsComponentDto/properties/buttons/items", tags.told_apart),
}  # fmt: skip


@pytest.mark.parametrize("edit", SCHEMAS.values(), ids=SCHEMAS.keys())
def test_an_edited_model_is_caught(
    edit: tuple[str, str, str, str, Callable[[Pair, str], Outcome]], edited: Edited
) -> None:
    file, old, new, name, check = edit
    package = edited(file, old, new)
    assert list(check(repackaged(PAIR, package), f"/components/schemas/{name}"))


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
    assert sum("header authorization" in it for it in found) == 6


def test_an_operation_of_another_tag() -> None:
    assert len(of_document(resources.tagged, lambda it: it.update(tags=["Bundles"]))) == 2
    assert len(of_document(resources.tagged, lambda it: it.update(tags=["Hooks"]))) == 2


def test_departures_of_messages_are_told(edited: Edited) -> None:
    package = edited("webhooks.py", "return parse(body, headers, on_drift=on_drift)", "return parse(body, headers)")
    pair = repackaged(PAIR, package)
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
