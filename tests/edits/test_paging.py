"""Which operations page, by conventions of many kinds, and that whatever goes wrong with their pages is caught."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from generator.contract.checks import documentation, paging, signatures
from generator.contract.conventions import Conventions, Paging
from generator.contract.document.raw import RawDocument, RawOperation
from generator.contract.findings import Excluded, Finding
from generator.contract.pair import Pair
from generator.contract.wire.paged import paged
from tests.contract import typed
from tests.contract.committed import DOCUMENT, PAIR, operation
from tests.edits.editing import Edited
from tests.mutants.mutant import repackaged

CONVENTIONS = (
    Paging("cursor", "next", "rows"),
    Paging("cursor", "next"),
    Paging("page", "/meta/nextPage"),
    Paging("page", "/meta/next~1page", "/found/all"),
)
SETTINGS = """
[[tool.provgen.paging]]
token = "cursor"
next = "next"
items = "rows"
[[tool.provgen.paging]]
token = "cursor"
next = "next"
[[tool.provgen.paging]]
token = "page"
next = "/meta/nextPage"
[[tool.provgen.paging]]
token = "page"
next = "/meta/next~1page"
items = "/found/all"
"""

TEXT, NUMBER = {"type": "string"}, {"type": "integer"}
LIST = {"type": "array", "items": TEXT}
THINGS = {"type": "array", "items": typed.ref("Thing")}
NO_BODY = {"description": "Nothing"}


def _object(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": properties}


class Case(NamedTuple):
    """The body of an answer, and the ways through it, None where it does not page; what the operation has else."""

    body: Any
    ways: tuple[str, str] | None
    token: Any = TEXT
    parameter: str = "cursor"
    more: dict[str, Any] = {}


CASES = {
    "plain": Case(_object(next=TEXT, things=LIST), ("next", "things")),
    "of_things": Case(_object(next=TEXT, things=THINGS), ("next", "things")),
    "all_required": Case(_object("next", "things", next=TEXT, things=THINGS), ("next", "things")),
    "may_be_null": Case(_object("next", next={"type": ["string", "null"]}, things={"type": ["array", "null"], "items": TEXT}), ("next", "things")),
    "of_anything": Case(_object(next={}, things={"type": "array"}), ("next", "things"), {}),
    "by_number": Case(_object(next=NUMBER, things=LIST), ("next", "things"), NUMBER),
    "number_as_text": Case(_object(next=TEXT, things=LIST), ("next", "things"), {"type": "integer", "minimum": 3}),
    "text_of_number": Case(_object(next=NUMBER, things=LIST), ("next", "things"), TEXT),
    "by_pattern": Case(_object(next=TEXT, things=LIST), ("next", "things"), {"type": "string", "minLength": 3, "maxLength": 5}),
    "required_token": Case(_object(next=TEXT, things=LIST), ("next", "things"), more={"required": True}),
    "named": Case(_object(next=TEXT, rows=THINGS, others=LIST), ("next", "rows")),
    "deep": Case(_object(meta=_object(nextPage=TEXT), things=THINGS), ("meta nextPage", "things"), parameter="page"),
    "deep_and_both": Case(_object(meta=_object(nextPage=TEXT, things=THINGS)), ("meta nextPage", "meta things"), parameter="page"),
    "deep_with_signs": Case(_object(meta=_object(**{"next/page": TEXT}), found=_object(all=THINGS)), ("meta next/page", "found all"), parameter="page"),
    "one_of_two": Case({"oneOf": [_object("a", a=TEXT, next=TEXT, things=LIST), _object("b", b=TEXT, next=TEXT, things=THINGS)]}, ("next", "things")),
    "wrapped": Case({"allOf": [_object(next=TEXT), _object(things=LIST)]}, ("next", "things")),
    "posted": Case(_object(next=TEXT, things=LIST), ("next", "things"), more={"method": "post"}),
    "two_lists": Case(_object(next=TEXT, a=LIST, b=LIST), None),
    "no_next": Case(_object(things=LIST), None),
    "next_is_an_object": Case(_object(next=_object(x=TEXT), things=LIST), None),
    "next_is_listed": Case(_object(next={"enum": ["a", "b"]}, things=LIST), None),
    "next_is_never_received": Case(_object(next={**TEXT, "writeOnly": True}, things=LIST, first=TEXT), None),
    "list_is_never_received": Case(_object(next=TEXT, things={**LIST, "writeOnly": True}, second=TEXT), None),
    "token_is_a_list": Case(_object(next=TEXT, things=LIST), None, LIST),
    "token_is_a_boolean": Case(_object(next=TEXT, things=LIST), None, {"type": "boolean"}),
    "token_is_no_query": Case(_object(next=TEXT, things=LIST), None, more={"in": "header"}),
    "another_token": Case(_object(next=TEXT, things=LIST), None, parameter="page"),
    "one_is_no_object": Case({"oneOf": [_object(next=TEXT, things=LIST), TEXT]}, None),
    "a_list_alone": Case(LIST, None),
    "sometimes_nothing": Case(_object(next=TEXT, things=LIST), None, more={"204": NO_BODY}),
    "sometimes_moved": Case(_object(next=TEXT, things=LIST), None, more={"304": NO_BODY}),
}  # fmt: skip


def _operation(name: str, case: Case) -> dict[str, Any]:
    parameter = {"name": case.parameter, "in": case.more.get("in", "query"), "schema": case.token}
    parameter["required"] = case.more.get("required", False)
    other = {"name": "other", "in": "query", "schema": {"type": "array", "items": TEXT}}
    responses = {"200": {"description": "", "content": {"application/json": {"schema": case.body}}}}
    responses |= {status: it for status, it in case.more.items() if status.isdigit()}
    return {"operationId": name, "tags": ["paged"], "parameters": [parameter, other], "responses": responses}


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    paths = {f"/{name}": {case.more.get("method", "get"): _operation(name, case)} for name, case in CASES.items()}
    document = {**typed.document(), "paths": paths}
    made = typed.generated(tmp_path_factory.mktemp("paged"), document, SETTINGS)
    return dataclasses.replace(made, conventions=Conventions(CONVENTIONS))


def _of(pair: Pair, name: str) -> RawOperation:
    return next(it for it in pair.document.operations if it.id == name)


@pytest.mark.parametrize("name", CASES)
def test_which_operations_page(pair: Pair, name: str) -> None:
    found = paged(pair, _of(pair, name))
    assert (None if found is None else (" ".join(found.next), " ".join(found.items))) == CASES[name].ways


@pytest.mark.parametrize("name", CASES)
def test_the_generated_package_pages_like_that(pair: Pair, name: str) -> None:
    checks = (paging.pages, signatures.signature, signatures.returned, documentation.documented)
    assert [str(it) for check in checks for it in check(pair, _of(pair, name))] == []


def test_the_committed_pair_has_pages() -> None:
    assert sum(paged(PAIR, it) is not None for it in DOCUMENT.operations) > 8


# Edits


WEBHOOKS, PAGES, RESOURCE = "resources/webhooks.py", "_runtime/pages.py", "_runtime/resource.py"
PAGING = 'Paging("page_token", ("next_page_token",), ("webhooks",))'
EDITS: dict[str, tuple[str, str, str]] = {
    "another argument": (WEBHOOKS, PAGING, PAGING.replace('"page_token"', '"page_size"')),
    "another token": (WEBHOOKS, PAGING, PAGING.replace("next_page", "previous_page")),
    "another list": (WEBHOOKS, PAGING, PAGING.replace("webhooks", "next_page_token")),
    "no list": (WEBHOOKS, PAGING, PAGING.replace("webhooks", "hooks")),
    "a number for a token": (WEBHOOKS, PAGING, PAGING.replace(",))", ",), int)")),
    "no pages": (WEBHOOKS, "self._pages(_LIST_WEBHOOKS", "self._call(_LIST_WEBHOOKS"),
    "token ignored": (PAGES, "return arguments if token is None or", "return arguments if True or"),
    "other arguments lost": (PAGES, "else {**arguments, operation.paging.argument: token}", "else {operation.paging.argument: token}"),
    "options lost": (RESOURCE, "calls.value(self._client, operation, options, asking(", "calls.value(self._client, operation, {}, asking("),
    "options lost, async": (RESOURCE, "value_async(self._client, operation, options, asking(", "value_async(self._client, operation, {}, asking("),
    "circles not seen": (PAGES, "if token in self.known and any", "if False and any"),
    "circle of the caller not seen": (PAGES, "known=set() if token is None else {token}", "known=set()"),
    "an empty page is the end": (PAGES, "not in (None, \"\")\n", "not in (None, \"\") and bool(self.items(body))\n"),
    "an empty token leads on": (PAGES, "not in (None, \"\")\n", "is not None\n"),
    "null leads on": (PAGES, "not in (None, \"\")\n", "!= \"\"\n"),
    "never the last page": (PAGES, "not in (None, \"\")\n", "is not self\n"),
    "always the last page": (PAGES, "not in (None, \"\")\n", "is self\n"),
    "only the first page": (PAGES, "(item for page in _walk(self) for item in page.items)", "iter(self.items)"),
    "the first page left out": (PAGES, "    yield page\n    while", "    while"),
    "in the wrong order": (PAGES, "return found or []", "return list(reversed(found or []))"),
    "an item lost": (PAGES, "return found or []", "return (found or [])[:1]"),
    "async items of one page": (PAGES, "            self._items = iter((await self._pages.__anext__()).items)", "            self._items = iter((await self._pages.__anext__()).items[:1])"),
    "async call without its first page": (PAGES, "return _AsyncWalk(self._first)", "return _AsyncWalk(self._second)\n\n    async def _second(self):\n        return await (await self._first()).next_page()"),
    "no error at the end": (PAGES, '            raise self._fault("this is the last page, as has_next_page() tells")', '            return ""'),
    "an error of another kind": (PAGES, "        return PagingError(message, token=token, operation=self.operation)", "        return ValueError(message)"),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_is_caught(edit: tuple[str, str, str], edited: Edited) -> None:
    pair = repackaged(PAIR, edited(*edit))
    found = list(paging.pages(pair, operation(DOCUMENT, "listWebhooks")))
    assert any(isinstance(it, Finding) for it in found)
    assert all(len(str(it).splitlines()) < 50 for it in found)


def _answer(value: Any) -> Any:
    return value["components"]["schemas"]["WebhookWebhookListDto"]["properties"]


DOCUMENT_EDITS: dict[str, Callable[[Any], Any]] = {
    "the list is called otherwise": lambda it: _answer(it).update(hooks=_answer(it).pop("webhooks")),
    "two lists": lambda it: _answer(it).update(more={"type": "array", "items": {}}),
    "no token": lambda it: _answer(it).pop("nextPageToken"),
}


@pytest.mark.parametrize("name", DOCUMENT_EDITS)
def test_an_edit_of_the_document_is_caught(name: str) -> None:
    value = copy.deepcopy(DOCUMENT.value)
    DOCUMENT_EDITS[name](value)
    pair = dataclasses.replace(PAIR, document=RawDocument(value))
    subject = operation(pair.document, "listWebhooks")
    assert [*paging.pages(pair, subject), *signatures.returned(pair, subject)]


def test_other_conventions_are_caught() -> None:
    subject = operation(DOCUMENT, "listWebhooks")
    for ways in ((), (Paging("pageToken", "previousPageToken"),), (Paging("pageSize", "nextPageToken"),)):
        pair = dataclasses.replace(PAIR, conventions=Conventions(ways))
        assert [*paging.pages(pair, subject), *signatures.returned(pair, subject)]


def test_pages_that_cannot_be_told_apart_are_excluded() -> None:
    value = copy.deepcopy(DOCUMENT.value)
    subject = next(
        it
        for it in value["paths"]["/v1/projects/{projectId}/webhooks"]["get"]["parameters"]
        if it.get("name") == "pageToken"
    )
    subject["schema"] = {"type": "string", "maxLength": 0}
    pair = dataclasses.replace(PAIR, document=RawDocument(value))
    found = list(paging.pages(pair, operation(pair.document, "listWebhooks")))
    assert [type(it) for it in found] == [Excluded]
    assert "no four tokens that pageToken may be" in str(found[0])
