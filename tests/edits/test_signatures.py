"""What a caller sees is what the document says: types of every kind are right, and every edit of them is caught."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.contract.checks import documentation, signatures
from generator.contract.document.raw import RawDocument, RawOperation
from generator.contract.findings import Finding
from generator.contract.pair import Pair
from generator.contract.python.annotations import ARGUMENT, RESULT, Classless, Underivable, parsed
from tests.contract import typed
from tests.contract.committed import DOCUMENT, PAIR, operation
from tests.edits.editing import Check, Edit, Edited
from tests.mutants.mutant import repackaged

CHECKS: tuple[Check, ...] = (
    signatures.signature, signatures.returned, signatures.views, documentation.documented
)  # fmt: skip


WEBHOOKS, SENDERS = "resources/webhooks.py", "resources/whatsapp_senders.py"
TEMPLATES, ACCOUNTS, LOGIN = (f"resources/whatsapp{it}.py" for it in ("_templates", "_accounts", ""))
WHOLE = "body: WebhookWebhookInputDto | Mapping[str, Any],"
STATES = "filter_states: Sequence[WhatsappSenderStatesEnum | str] | None = None"
EDITS = {
    # Types
    "widened": Edit(WEBHOOKS, "page_size: float |", "page_size: float | str |", "listWebhooks", signatures.signature),
    "widened to anything": Edit(WEBHOOKS, "page_token: str | None", "page_token: Any", "listWebhooks", signatures.signature),
    "narrowed": Edit(WEBHOOKS, "page_size: float |", "page_size: int |", "listWebhooks", signatures.signature),
    "narrowed to the class": Edit(SENDERS, STATES, STATES.replace("Enum | str", "Enum"), "listSenders", signatures.signature),
    "narrowed to a list": Edit(SENDERS, STATES, STATES.replace("Sequence", "list"), "listSenders", signatures.signature),
    "no list any more": Edit(SENDERS, STATES, "filter_states: WhatsappSenderStatesEnum | str | None = None", "listSenders", signatures.signature),
    "of another enum": Edit(SENDERS, STATES, STATES.replace("States", "Statuses"), "listSenders", signatures.signature),
    "no annotation": Edit(WEBHOOKS, "webhook_id: str,", "webhook_id,", "getWebhook", signatures.signature),
    "a body without mapping": Edit(WEBHOOKS, WHOLE, "body: WebhookWebhookInputDto,", "createWebhook", signatures.signature),
    "another body": Edit(WEBHOOKS, WHOLE, WHOLE.replace("WebhookInputDto", "UpdateWebhookInputDto"), "createWebhook", signatures.signature),
    "any body": Edit(WEBHOOKS, WHOLE, "body: Any,", "createWebhook", signatures.signature),
    "another field": Edit(WEBHOOKS, "target: str | Unset", "target: bool | Unset", "updateWebhook", signatures.signature),
    "a field that may be null": Edit(WEBHOOKS, "        secret: str,", "        secret: str | None,", "createWebhook", signatures.signature),
    "a field that is not unset": Edit(WEBHOOKS, "target: str | Unset = UNSET", "target: str = UNSET", "updateWebhook", signatures.signature),
    # Defaults
    "required": Edit(WEBHOOKS, "page_size: float | None = None", "page_size: float | None", "listWebhooks", signatures.signature),
    "optional": Edit(WEBHOOKS, "        secret: str,", "        secret: str | Unset = UNSET,", "createWebhook", signatures.signature),
    "a path parameter that is optional": Edit(WEBHOOKS, "self, webhook_id: str,", "self, webhook_id: str = '',", "getWebhook", signatures.signature),
    "another default": Edit(WEBHOOKS, "page_size: float | None = None", "page_size: float | None = 15", "listWebhooks", signatures.signature),
    "null by default": Edit(WEBHOOKS, "target: str | Unset = UNSET", "target: str | Unset = None", "updateWebhook", signatures.signature),
    "an optional body": Edit(WEBHOOKS, WHOLE, WHOLE.replace(",\n", " = UNSET,\n").replace("],", "] = UNSET,"), "createWebhook", signatures.signature),
    # Names and places
    "renamed": Edit(WEBHOOKS, "page_token", "cursor", "listWebhooks", signatures.signature),
    "renamed, but for its beginning": Edit(WEBHOOKS, "page_token", "page_tokens", "listWebhooks", signatures.signature),
    "renamed with a number": Edit(WEBHOOKS, "page_token", "page_token2", "listWebhooks", signatures.signature),
    "dropped": Edit(WEBHOOKS, "        page_size: float | None = None,\n", "", "listWebhooks", signatures.signature),
    "a field dropped": Edit(WEBHOOKS, "        target: str,\n", "", "createWebhook", signatures.signature),
    "added": Edit(WEBHOOKS, "        target: str,\n", "        target: str,\n        other: str,\n", "createWebhook", signatures.signature),
    "added with a default": Edit(WEBHOOKS, "        target: str,\n", "        target: str,\n        other: str | Unset = UNSET,\n", "createWebhook", signatures.signature),
    "reordered": Edit("resources/kakaotalk_templates.py", "self, plus_friend_id: str, template_code: str, *", "self, template_code: str, plus_friend_id: str, *", "deleteTemplateDraft", signatures.signature),
    "body before path": Edit(WEBHOOKS, "        webhook_id: str,\n        body: WebhookWebhookInputDto | Mapping[str, Any],\n", "        body: WebhookWebhookInputDto | Mapping[str, Any],\n        webhook_id: str,\n", "replaceWebhook", signatures.signature),
    "given by position": Edit(WEBHOOKS, "        self,\n        *,\n        page_size", "        self,\n        page_size", "listWebhooks", signatures.signature),
    "given by name": Edit(WEBHOOKS, "self, webhook_id: str, *, project_id", "self, *, webhook_id: str, project_id", "getWebhook", signatures.signature),
    "project required": Edit(WEBHOOKS, "project_id: str | None = None,", "project_id: str,", "getWebhook", signatures.signature),
    "options gone": Edit(WEBHOOKS, ", **options: Unpack[CallOptions]\n    ) -> WebhookWebhookDto:", "\n    ) -> WebhookWebhookDto:", "getWebhook", signatures.signature),
    "options of any kind": Edit(WEBHOOKS, "Unpack[CallOptions]\n    ) -> WebhookWebhookDto:", "Any\n    ) -> WebhookWebhookDto:", "getWebhook", signatures.signature),
    "an overload dropped": Edit(WEBHOOKS, "    @overload\n    async def create_webhook(\n        self,\n        body:", "    @overload\n    async def _create_webhook(\n        self,\n        body:", "createWebhook", signatures.signature),
    # What is returned
    "returns more": Edit(WEBHOOKS, ") -> WebhookWebhookDto:", ") -> WebhookWebhookDto | None:", "getWebhook", signatures.returned),
    "returns another": Edit(WEBHOOKS, ") -> WebhookWebhookDto: ...", ") -> WebhookWebhookListDto: ...", "createWebhook", signatures.returned),
    "returns something": Edit(WEBHOOKS, ") -> None:", ") -> WebhookWebhookDto:", "deleteWebhook", signatures.returned),
    "returns nothing": Edit(WEBHOOKS, ") -> WebhookWebhookDto:", ") -> None:", "getWebhook", signatures.returned),
    "says nothing": Edit(WEBHOOKS, ") -> WebhookWebhookDto:", "):", "getWebhook", signatures.returned),
    "no page": Edit(WEBHOOKS, "-> Page[WebhookWebhookDto, WebhookWebhookListDto]", "-> WebhookWebhookListDto", "listWebhooks", signatures.returned),
    "a page of another": Edit(WEBHOOKS, "-> AsyncPages[WebhookWebhookDto,", "-> AsyncPages[WebhookWebhookListDto,", "listWebhooks", signatures.returned),
    "a page of fewer": Edit(TEMPLATES, "-> Page[WhatsappTemplateDto | WhatsappPartialTemplateDto,", "-> Page[WhatsappTemplateDto,", "listTemplates", signatures.returned),
    # Views
    "not in the views": Edit(WEBHOOKS, "        self.get_webhook = viewed(resource.get_webhook)\n", "", "getWebhook", signatures.views),
    "another in the views": Edit(WEBHOOKS, "viewed_async(resource.get_webhook)", "viewed_async(resource.list_webhooks)", "getWebhook", signatures.views),
    "not viewed": Edit(WEBHOOKS, "viewed(resource.get_webhook)", "resource.get_webhook", "getWebhook", signatures.views),
    # Texts
    "docstring lost": Edit(WEBHOOKS, '"""Get webhook\n', '"""\n', "getWebhook", documentation.documented),
    "no docstring": Edit(WEBHOOKS, '        """Get webhook', '        _ = """Get webhook', "getWebhook", documentation.documented),
    "description lost": Edit(WEBHOOKS, "        Read one registered webhook.\n\n", "", "getWebhook", documentation.documented),
    "description of another": Edit(WEBHOOKS, "Read one registered webhook.", "Remove a registered webhook.", "getWebhook", documentation.documented),
    "half a description": Edit(WEBHOOKS, "Add a webhook to a project (15 at most); the", "Add the", "createWebhook", documentation.documented),
    "deprecation lost": Edit(LOGIN, "        Deprecated.\n", "", "createLongLivedAccessToken", documentation.documented),
    "deprecated for no reason": Edit(WEBHOOKS, "        Read one registered webhook.\n", "        Read one registered webhook.\n\n        Deprecated.\n", "getWebhook", documentation.documented),
    "deprecated field": Edit(ACCOUNTS, "company_legal_name: Deprecated. ", "company_legal_name: ", "updateAccount", documentation.documented),
    "deprecated argument for no reason": Edit(ACCOUNTS, "waba_name: Registered", "waba_name: Deprecated. Registered", "updateAccount", documentation.documented),
    "an argument without text": Edit(WEBHOOKS, "            page_token: Cursor taken from the answer to an earlier call.\n", "", "listWebhooks", documentation.documented),
    "an argument with another text": Edit(WEBHOOKS, "page_token: Cursor taken", "page_token: Number taken", "listWebhooks", documentation.documented),
    "a text about nothing": Edit(WEBHOOKS, "            page_token: Cursor", "            cursor: Cursor", "listWebhooks", documentation.documented),
    "another limit": Edit(WEBHOOKS, "(at least 1; at most 15)", "(at least 1; at most 150)", "listWebhooks", documentation.documented),
    "a limit lost": Edit(WEBHOOKS, "at most 742 characters", "a few characters", "createWebhook", documentation.documented),
    "an error not told": Edit(WEBHOOKS, "NotFoundError\n            (404 webhook_not_found), ", "", "getWebhook", documentation.documented),
    "an error of another class": Edit(WEBHOOKS, "ConflictError (409", "NotFoundError (409", "createWebhook", documentation.documented),
    "an error too many": Edit(WEBHOOKS, "Raises: BadRequestError (400", "Raises: RateLimitError (429 x), BadRequestError (400", "getWebhook", documentation.documented),
    "errors not told": Edit(WEBHOOKS, "Raises:", "May raise:", "getWebhook", documentation.documented),
    "another line": Edit(WEBHOOKS, "HTTP: GET /v1/projects/{projectId}/webhooks/{webhookId}", "HTTP: GET /v1", "getWebhook", documentation.documented),
    "pages not told": Edit(WEBHOOKS, "        Returns: a page; iterating over it goes on through the items of all pages that follow.\n", "", "listWebhooks", documentation.documented),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_is_caught(edit: Edit, edited: Edited) -> None:
    pair = repackaged(PAIR, edited(*edit[:3]))
    found = list(edit.check(pair, operation(DOCUMENT, f"Controller_{edit.operation}_")))
    assert any(isinstance(it, Finding) for it in found)
    assert all(len(str(it).splitlines()) < 50 for it in found)


# Edits of the document


def _operation_of(value: Any, name: str) -> Any:
    operations = (it for item in value["paths"].values() for it in item.values() if isinstance(it, dict))
    return next(it for it in operations if f"Controller_{name}_" in it.get("operationId", ""))


def _parameter(value: Any, name: str, wire: str) -> Any:
    return next(it for it in _operation_of(value, name)["parameters"] if it.get("name") == wire)


def _schema(value: Any, name: str) -> Any:
    return value["components"]["schemas"][name]


def _is_null_too(schema: Any) -> None:
    schema["nullable"] = True


DOCUMENT_EDITS: dict[str, tuple[Callable[[Any], Any], str]] = {
    "type": (lambda it: _parameter(it, "listWebhooks", "pageSize")["schema"].update(type="string"), "listWebhooks"),
    "format": (lambda it: _parameter(it, "listWebhooks", "pageToken")["schema"].update(format="date-time"), "listWebhooks"),
    "required": (lambda it: _parameter(it, "listWebhooks", "pageToken").update(required=True), "listWebhooks"),
    "one more parameter": (lambda it: _operation_of(it, "listWebhooks")["parameters"].append({"name": "new", "in": "query", "schema": {}}), "listWebhooks"),
    "one parameter less": (lambda it: _operation_of(it, "listWebhooks")["parameters"].pop(), "listWebhooks"),
    "deprecated": (lambda it: _operation_of(it, "listWebhooks").update(deprecated=True), "listWebhooks"),
    "deprecated parameter": (lambda it: _parameter(it, "listWebhooks", "pageToken").update(deprecated=True), "listWebhooks"),
    "summary": (lambda it: _operation_of(it, "listWebhooks").update(summary="List"), "listWebhooks"),
    "description": (lambda it: _operation_of(it, "listWebhooks").update(description="List them"), "listWebhooks"),
    "text of a parameter": (lambda it: _parameter(it, "listWebhooks", "pageToken").update(description="The page"), "listWebhooks"),
    "an error": (lambda it: _operation_of(it, "listWebhooks")["responses"].pop("401"), "listWebhooks"),
    "a success": (lambda it: _operation_of(it, "listWebhooks")["responses"].update({"204": {"description": ""}}), "listWebhooks"),
    "optional body": (lambda it: _operation_of(it, "createWebhook")["requestBody"].update(required=False), "createWebhook"),
    "no body": (lambda it: _operation_of(it, "createWebhook").pop("requestBody"), "createWebhook"),
    "optional field": (lambda it: _schema(it, "WebhookWebhookInputDto")["required"].remove("secret"), "createWebhook"),
    "field may be null": (lambda it: _is_null_too(_schema(it, "WebhookWebhookInputDto")["properties"]["secret"]), "createWebhook"),
    "field is read-only": (lambda it: _schema(it, "WebhookWebhookInputDto")["properties"]["secret"].update(readOnly=True), "createWebhook"),
    "one more field": (lambda it: _schema(it, "WebhookWebhookInputDto")["properties"].update(new={"type": "string"}), "createWebhook"),
    "deprecated field": (lambda it: _schema(it, "WebhookWebhookInputDto")["properties"]["secret"].update(deprecated=True), "createWebhook"),
    "limit of a field": (lambda it: _schema(it, "WebhookWebhookInputDto")["properties"]["secret"].update(maxLength=77), "createWebhook"),
    "values without class": (lambda it: _schema(it, "WebhookWebhookTriggers").pop("enum"), "createWebhook"),
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENT_EDITS)
def test_an_edit_of_the_document_is_caught(name: str) -> None:
    change, subject = DOCUMENT_EDITS[name]
    value = copy.deepcopy(DOCUMENT.value)
    change(value)
    document = RawDocument(value)
    pair = Pair(document, PAIR.package, PAIR.contradictions, PAIR.conventions)
    assert list(_findings(pair, operation(document, f"Controller_{subject}_")))


def _findings(pair: Pair, one: RawOperation) -> Iterator[Finding]:
    yield from (it for check in CHECKS for it in check(pair, one) if isinstance(it, Finding))


# Types of every kind


@cache
def _typed(folder: Path) -> Pair:
    return typed.generated(folder, typed.document())


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return _typed(tmp_path_factory.mktemp("typed"))


def test_a_document_with_types_of_every_kind_is_kept(pair: Pair) -> None:
    found = [it for one in pair.document.operations for check in CHECKS for it in check(pair, one)]
    assert [str(it) for it in found] == []


@pytest.mark.parametrize("name", typed.TYPES)
def test_the_annotation_of_a_schema(pair: Pair, name: str) -> None:
    _, argument, result = typed.TYPES[name]
    field, answer = f"/components/schemas/Fields/properties/{name}", f"/paths/~1{name}/get/responses/200"
    assert pair.annotations.of(field, ARGUMENT, argument) == parsed(argument)
    assert pair.annotations.of(f"{answer}/content/application~1json/schema", RESULT, result) == parsed(result)


def test_what_is_written_is_read_in_one_form() -> None:
    assert parsed("Optional[Union[A, 'B']]") == parsed("None | B | A") == {"A", "B", "None"}
    assert parsed("Annotated[Sequence[B | A], Field(ge=1)]") == parsed("Sequence[A | B]") == {"Sequence[A | B]"}
    assert parsed("Mapping[str, A | None]") != parsed("Mapping[str, A] | None")
    assert parsed("") == frozenset()


def test_a_schema_without_class_is_told() -> None:
    value = copy.deepcopy(DOCUMENT.value)
    _parameter(value, "listWebhooks", "pageToken")["schema"] = {"enum": ["x", "y"]}
    document = RawDocument(value)
    pair = Pair(document, PAIR.package, PAIR.contradictions, PAIR.conventions)
    (parameter,) = (it for it in operation(document, "listWebhooks").parameters if it.name == "pageToken")
    with pytest.raises(Classless, match="no class that it stands for this enum"):
        pair.annotations.of(parameter.schema, ARGUMENT, "str")


def test_a_schema_that_is_not_there_is_told() -> None:
    with pytest.raises(Underivable, match="nothing at"):
        PAIR.annotations.of("/components/schemas/Nothing", ARGUMENT, "str")
