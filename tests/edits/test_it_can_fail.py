"""Edited copies of the package are caught, each by the check that is there for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.contract.checks import answers, documentation, existence, schemas, sending, signatures, statuses
from generator.contract.document.raw import RawDocument
from generator.contract.findings import Outcome
from generator.contract.pair import Pair
from generator.contract.python.package import NotAPackage, Package
from tests.contract.committed import DOCUMENT, OVERLAYS, PAIR, ROOT, operation
from tests.documents import read
from tests.edits.editing import Edit, Edited
from tests.mutants.mutant import repackaged

WEBHOOKS, SENDERS = "resources/webhooks.py", "resources/whatsapp_senders.py"
EDITS = {
    "wrong verb": Edit(WEBHOOKS, '"PUT /v1', '"POST /v1', "replaceWebhook", sending.requests),
    "wrong path": Edit(WEBHOOKS, '"GET /v1/projects/{projectId}/webhooks"', '"GET /v1/projects/{projectId}/hooks"', "listWebhooks", sending.requests),
    "dropped parameter": Edit(WEBHOOKS, "        page_size: float | None = None,\n", "", "listWebhooks", signatures.signature),
    "parameter not sent": Edit(WEBHOOKS, "page_size=page_size, ", "", "listWebhooks", sending.requests),
    "parameters swapped": Edit(WEBHOOKS, "page_size=page_size, page_token=page_token", "page_size=None, page_token=page_size", "listWebhooks", sending.requests),
    "argument renamed": Edit(WEBHOOKS, "page_token", "cursor", "listWebhooks", signatures.signature),
    "argument left over": Edit(WEBHOOKS, "        page_size: float", "        page_sizes: float | None = None,\n        page_size: float", "listWebhooks", signatures.signature),
    "wrong default": Edit(WEBHOOKS, "        project_id: str | None = None,\n", "        project_id: str | None,\n", "listWebhooks", signatures.signature),
    "optional body field required": Edit(WEBHOOKS, "secret: str | Unset = UNSET", "secret: str", "updateWebhook", signatures.signature),
    "method gone": Edit(WEBHOOKS, "async def get_webhook(", "async def fetch_webhook(", "getWebhook", existence.exists),
    "resource gone": Edit("client.py", "def webhooks(self) -> AsyncWebhooksResource", "def hooks(self) -> AsyncWebhooksResource", "getWebhook", existence.exists),
    "documented as another": Edit(WEBHOOKS, "HTTP: GET /v1/projects/{projectId}/webhooks/{webhookId}", "HTTP: GET /v1", "getWebhook", documentation.documented),
    "deprecation lost": Edit("resources/whatsapp.py", "        Deprecated.\n", "", "createLongLivedAccessToken", documentation.documented),
    "wrong query name": Edit(WEBHOOKS, '"pageToken", str', '"page_token", str', "listWebhooks", sending.requests),
    "wrong style": Edit(SENDERS, '"filterStates", list[', '"filterStates", explode=False, type_=list[', "listSenders", sending.requests),
    "unquoted path": Edit("_runtime/parameters.py", "        return _quote(value)\n    expand", "        return value\n    expand", "getWebhook", sending.requests),
    "wrong media type": Edit("_runtime/operation.py", 'Body(Content("application/json"', 'Body(Content("application/problem+json"', "createWebhook", sending.requests),
    "wrong body field": Edit(WEBHOOKS, 'fields={"secret": "secret"', 'fields={"secret": "target"', "createWebhook", sending.requests),
    "wrong scheme": Edit("_runtime/auth.py", '"Basic ', '"Bearer ', "getWebhook", sending.requests),
    "wrong host": Edit("client.py", "https://provisioning.api.sinch.com", "https://api.sinch.com", "getWebhook", sending.requests),
    "wrong alias": Edit("models/webhooks.py", 'alias="projectId"', 'alias="project"', "getWebhook", answers.responses),
    "dropped required": Edit("models/webhooks.py", "    target: Annotated[str, Field(max_length=742, min_length=1)]", "    target: Annotated[str | None, Field(max_length=742, min_length=1)] = None", "createWebhook", sending.refusals),
    "lost limit": Edit("models/webhooks.py", "Field(max_length=742, ", "Field(", "createWebhook", sending.refusals),
    "narrowed limit": Edit("models/webhooks.py", "max_length=742", "max_length=741", "createWebhook", sending.requests),
    "missing enum member": Edit("models/webhooks.py", '    WHATSAPP_TEMPLATE_DELETED = "WHATSAPP_TEMPLATE_DELETED"\n', "", "createWebhook", sending.requests),
    "narrowed type": Edit("models/webhooks.py", "    id: str\n", "    id: int\n", "getWebhook", answers.responses),
    "another model": Edit(WEBHOOKS, 'json_response("200", WebhookWebhookDto)', 'json_response("200", WebhookWebhookListDto)', "getWebhook", answers.responses),
    "another return type": Edit(WEBHOOKS, ") -> WebhookWebhookDto:", ") -> WebhookWebhookListDto:", "getWebhook", signatures.returned),
    "swapped error class": Edit("_runtime/errors.py", "404: NotFoundError", "404: ConflictError", "getWebhook", statuses.problems),
    "status not documented": Edit(WEBHOOKS, 'json_response("400 401 404 500", ErrorBody)', 'json_response("400 401 500", ErrorBody)', "getWebhook", statuses.problems),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edited_package_is_caught(edit: Edit, edited: Edited) -> None:
    pair = repackaged(PAIR, edited(*edit[:3]))
    found = list(edit.check(pair, operation(DOCUMENT, f"Controller_{edit.operation}_")))
    assert found
    assert all(len(str(it).splitlines()) < 50 for it in found)


SCHEMA_EDITS = {
    "wrong alias": ('alias="projectId"', 'alias="project"', "WebhookWebhookDto", schemas.declared),
    "dropped required": ("    target: str\n", "    target: str | None = None\n", "WebhookWebhookDto", schemas.declared),
    "attribute gone": ("    id: str\n", "", "WebhookWebhookDto", schemas.declared),
    "missing enum member": ('    ALL = "ALL"\n', "", "WebhookWebhookTriggers", schemas.declared),
    "class of the other side": (
        "InputDto(RequestModel)",
        "InputDto(Model)",
        "WebhookWebhookInputDto",
        schemas.declared,
    ),
    "lost limit": ("Field(max_length=742, ", "Field(", "WebhookWebhookInputDto", schemas.refused),
    "items may repeat": (", Unique()", ", None", "WebhookWebhookDto", schemas.refused),
    "widened type": ("    id: str\n", "    id: str | float\n", "WebhookWebhookDto", schemas.refused),
    "narrowed type": ("    id: str\n", "    id: float\n", "WebhookWebhookDto", schemas.accepted),
    "narrowed limit": ("max_length=742", "max_length=741", "WebhookWebhookInputDto", schemas.accepted),
}


@pytest.mark.parametrize("edit", SCHEMA_EDITS.values(), ids=SCHEMA_EDITS.keys())
def test_an_edited_model_is_caught(edit: tuple[str, str, str, Callable[[Pair, str], Outcome]], edited: Edited) -> None:
    old, new, name, check = edit
    package = edited("models/webhooks.py", old, new)
    assert list(check(repackaged(PAIR, package), f"/components/schemas/{name}"))


def test_symbols_that_are_too_many_or_too_few(edited: Edited) -> None:
    both = "class WebhookOtherDto(Model): ...\n\n\nWebhookWebhookDto = WebhookOtherDto\n\n\nclass _Hidden("
    package = edited("models/webhooks.py", "class WebhookWebhookDto(", both)
    found = {it.subject for it in schemas.symbols(repackaged(PAIR, package))}
    assert {"models.WebhookOtherDto", "models.WebhookWebhookDto"} <= found


def test_a_method_without_operation_is_left_over(edited: Edited) -> None:
    package = edited(WEBHOOKS, "def get_webhook(", "def get_other(")
    found = [str(it) for it in existence.left_over(repackaged(PAIR, package))]
    assert any("WebhooksResource.get_other" in it for it in found)


def test_another_document_is_caught() -> None:
    """What 1.2.16 has and the package of 1.2.36 has not, by name."""
    other = read(ROOT / "spec" / "1.2.16" / "openapi.yaml", OVERLAYS)
    pair = Pair(other, PAIR.package)
    found = {it.id for it in other.operations if any(True for _ in existence.exists(pair, it))}
    assert found == _only_in(other, DOCUMENT)


def _only_in(one: RawDocument, other: RawDocument) -> set[str]:
    known = {it.pointer for it in other.operations}
    return {it.id for it in one.operations if it.pointer not in known}


def test_a_folder_that_is_no_package(tmp_path: Path) -> None:
    with pytest.raises(NotAPackage, match="holds no generated package"):
        Package(tmp_path)


def test_a_package_that_cannot_be_imported(edited: Edited) -> None:
    with pytest.raises(NotAPackage, match="cannot be imported: ModuleNotFoundError"):
        edited("client.py", "from functools import", "from nowhere import")
