"""What is wrong with the reading of answers is caught: of successes, of errors, of what departs from the document."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.contract.checks import answers, drift, statuses
from generator.contract.findings import Excluded, Finding
from generator.contract.pair import Pair
from generator.contract.wire.parsed import unequal
from tests.contract import odd
from tests.contract.committed import DOCUMENT, PAIR, operation
from tests.edits.editing import Check, Edit, Edited
from tests.mutants.mutant import repackaged

CHECKS: tuple[Check, ...] = (
    answers.responses, answers.others, answers.views, answers.unreadable, drift.tolerated, drift.strict, statuses.problems,
)  # fmt: skip


WEBHOOKS, MODELS = "resources/webhooks.py", "models/webhooks.py"
RESPONSES, ERRORS, CLIENT = "_runtime/responses.py", "_runtime/errors.py", "_runtime/client.py"
PLANS, READING, EXACT = "_runtime/plans.py", "_runtime/reading.py", "_runtime/exact.py"
EDITS = {
    "a success without its body": Edit(WEBHOOKS, 'json_response("201", WebhookWebhookDto)', 'response("201")', "createWebhook", answers.responses),
    "a body for 204": Edit(WEBHOOKS, 'response("204")', 'json_response("200", WebhookWebhookDto)', "deleteWebhook", answers.others),
    "an enum as mere texts": Edit(MODELS, "list[WebhookWebhookTriggers | str]", "list[str]", "getWebhook", answers.responses),
    "items as mere dicts": Edit(MODELS, "webhooks: list[WebhookWebhookDto]", "webhooks: list[dict[str, object]]", "listWebhooks", answers.responses),
    "aliases swapped": Edit(MODELS, 'project_id: Annotated[str, Field(alias="projectId")]\n', 'project_id: Annotated[str, Field(alias="id")]\n', "getWebhook", answers.responses),
    "unknown fields dropped": Edit("_runtime/models.py", 'extra="allow"', 'extra="ignore"', "getWebhook", drift.tolerated),
    "unset fields sent": Edit("_runtime/writing.py", "value.model_fields_set, value.__dict__", "value.__dict__.keys(), value.__dict__", "listWebhooks", answers.responses),
    "a success that is not listed": Edit(RESPONSES, "200 <= status < 300", "200 <= status < 205", "getWebhook", answers.others),
    "an unlisted success unread": Edit(RESPONSES, "operation.response(answer.status) or operation.success", "operation.response(answer.status)", "getWebhook", answers.others),
    "a view without headers": Edit("_runtime/views.py", "return self.answer.headers\n", "return {}\n", "getWebhook", answers.views),
    "a view of another status": Edit("_runtime/views.py", "return self.answer.status\n", "return 200\n", "createWebhook", answers.views),
    "a view that does not parse": Edit("_runtime/views.py", "        return self._decode(self._read_answer)\n", "        return self.json()\n", "getWebhook", answers.views),
    "HTML for a success": Edit(RESPONSES, "        pointer = cause.pointer if", "        return None\n        pointer = cause.pointer if", "getWebhook", answers.unreadable),
    "an unreadable body lost": Edit(RESPONSES, "body=answer.content,", 'body=b"",', "getWebhook", answers.unreadable),
    "an empty body is null": Edit("_runtime/codec.py", "        return json.loads(content)\n", '        return json.loads(content or b"null")\n', "getWebhook", answers.unreadable),

    "5xx are no errors": Edit(RESPONSES, "status >= 400 or", "400 <= status < 500 or", "getWebhook", statuses.problems),
    "one class for all": Edit(ERRORS, "_BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)", "APIStatusError", "getWebhook", statuses.problems),
    "5xx as any other": Edit(ERRORS, "InternalServerError if status >= 500 else APIStatusError", "APIStatusError", "getWebhook", statuses.problems),
    "the error model lost": Edit(RESPONSES, "        error=error,\n", "", "getWebhook", statuses.problems),
    "another error model": Edit(WEBHOOKS, 'json_response("400 401 404 500", ErrorBody)', 'json_response("400 401 404 500", WebhookWebhookDto)', "getWebhook", statuses.problems),
    "errors as mere dicts": Edit(WEBHOOKS, 'json_response("400 401 404 500", ErrorBody)', 'json_response("400 401 404 500", dict[str, Any])', "getWebhook", statuses.problems),
    "an error field lost": Edit(ERRORS, "            return getattr(self.error, name)\n", "            return None\n", "getWebhook", statuses.problems),
    "the message lost": Edit(ERRORS, "return told if isinstance(told, str) else super().message", "return super().message", "getWebhook", statuses.problems),
    "the body lost": Edit(RESPONSES, "body=json_or_text(answer)", "body=None", "getWebhook", statuses.problems),
    "the headers lost": Edit(RESPONSES, "        headers=answer.headers,\n        body=json", "        body=json", "getWebhook", statuses.problems),
    "the status lost": Edit(ERRORS, "        self.status_code = status_code\n        self.headers = headers or {}\n        self.body = body\n        self.error", "        self.status_code = 400\n        self.headers = headers or {}\n        self.body = body\n        self.error", "getWebhook", statuses.problems),
    "several lines": Edit(ERRORS, 'line = " ".join(text.split())\n', "line = text\n", "getWebhook", statuses.problems),
    "a page of HTML in the message": Edit(ERRORS, 'line if line[:1] != "<" else', "line if True else", "getWebhook", statuses.problems),
    "the operation not named": Edit(ERRORS, 'f"{self.operation}: {self.args[0]}" if self.operation', 'f"{self.args[0]}" if self.operation', "getWebhook", statuses.problems),
    "the code not told": Edit(ERRORS, '_CODES = ("errorCode", ', "_CODES = (", "getWebhook", statuses.problems),
    "the request lost": Edit("_runtime/calls.py", "error.request or call.request.shown()", "None", "getWebhook", statuses.problems),

    "drift swallowed": Edit(RESPONSES, "codec.decode(answer.content, told)", "codec.decode(answer.content)", "getWebhook", drift.tolerated),
    "on_drift not called": Edit(CLIENT, "            self._settings.on_drift(drift)\n", "            pass\n", "getWebhook", drift.tolerated),
    "drift without operation": Edit(RESPONSES, "on_drift(replace(drift, operation=operation.title))", "on_drift(drift)", "getWebhook", drift.tolerated),
    "pointer of another place": Edit(READING, "return tuple(reversed(found))", "return tuple(found)", "listWebhooks", drift.tolerated),
    "pointer of what is around": Edit(READING, "pointer(tokens(place))", "pointer(tokens(place)[:-1])", "getWebhook", drift.tolerated),
    "another value told": Edit(READING, "expected, got))", "expected, None))", "getWebhook", drift.tolerated),
    "closed enum": Edit(PLANS, "            return receive_member(member(self.cls, value))\n", "            return self._members[False, value]\n", "getWebhook", drift.tolerated),
    "an unknown value as mere text": Edit(PLANS, "            return receive_member(member(self.cls, value))\n", "            return value\n", "getWebhook", drift.tolerated),
    "an unknown value taken for known": Edit("_runtime/values.py", 'return not hasattr(self, "_unlisted")', "return True", "getWebhook", drift.tolerated),
    "an unknown variant as a mere dict": Edit(PLANS, "return unknown(value) if isinstance(value, dict) else value", "return value", "Controller_createTemplate", drift.tolerated),
    "any variant will do": Edit("_runtime/unions.py", "return None if not ranked or ranked[0][0].lacks else ranked[0][1]", "return ranked[0][1] if ranked else None", "Controller_createTemplate", drift.tolerated),
    "null for what is only absent": Edit(EXACT, 'if field["type"] != "default" or', "if True or", "listWebhooks", drift.tolerated),
    "texts as numbers": Edit(EXACT, '{**node, "strict": True, "allow_inf_nan": False}', '{**node, "strict": False, "allow_inf_nan": False}', "listWebhooks", drift.tolerated),
    "missing is not told": Edit(PLANS, '            report((place, declared.wire), "a value", MISSING)\n', "            pass\n", "getWebhook", drift.tolerated),
    "a required property may be missing": Edit(MODELS, "    target: str\n", "    target: str | None = None\n", "getWebhook", drift.tolerated),
    "strict is tolerant": Edit(CLIENT, "        if self._settings.strict:\n", "        if False:\n", "getWebhook", drift.strict),
    "strict does not say where": Edit(CLIENT, "raise DecodeError(expected, pointer=drift.pointer)", "raise DecodeError(expected)", "getWebhook", drift.strict),
    "strict does not say what": Edit(CLIENT, ", got {excerpt(drift.got)}", "", "getWebhook", drift.strict),
    "strict does not say in what": Edit(RESPONSES, "            operation=operation.title,\n", "", "getWebhook", drift.strict),
    "strict does not say the status": Edit(RESPONSES, "            status_code=answer.status,\n", "", "getWebhook", drift.strict),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edited_package_is_caught(edit: Edit, edited: Edited) -> None:
    pair = repackaged(PAIR, edited(*edit[:3]))
    found = list(edit.check(pair, operation(DOCUMENT, edit.operation)))
    assert [it for it in found if isinstance(it, Finding)]
    assert all(len(str(it).splitlines()) < 50 for it in found)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return odd.generated(tmp_path_factory.mktemp("odd"))


def held(pair: Pair) -> Iterator[Finding | Excluded]:
    for one in pair.document.operations:
        for check in CHECKS:
            yield from check(pair, one)


def test_statuses_and_media_types_that_are_seldom(pair: Pair) -> None:
    found = list(held(pair))
    assert [it.reason for it in found if isinstance(it, Excluded)] == ["the body of 200: such an answer has none"]
    assert not [str(it) for it in found if isinstance(it, Finding)]


RESOURCE = "resources/odd.py"
ODD_EDITS = {
    "of several successes one": (RESOURCE, 'json_response("202", Ticket)', 'json_response("202", Thing)', "makeThing"),
    "a range of successes": (RESOURCE, 'json_response("2XX", Thing)', 'json_response("2XX", Ticket)', "getThing"),
    "a range of errors": (RESOURCE, 'response("4XX", content("application/problem+json", Problem))', 'response("4XX")', "getThing"),
    "the default": (RESOURCE, 'json_response("default", Problem)', 'response("default")', "getThing"),
    "the default is no success": ("_runtime/operation.py", "return None if listed and status < 400", "return None if status < 400", "getDefault"),
    "a view of bytes": ("_runtime/views.py", "return self.answer.headers\n", "return {}\n", "getBytes"),
    "text as bytes": (RESOURCE, 'content("text/plain")', 'content("application/octet-stream")', "getText"),
    "bytes as text": ("_runtime/operation.py", 'return "binary"', 'return "text"', "getBytes"),
    "a stream of lines as JSON": (RESOURCE, 'lines("application/x-ndjson", Thing)', 'content("application/json", Thing)', "getLines"),
    "a stream of events as bytes": (RESOURCE, 'events("text/event-stream", Thing)', 'content("a/b")', "getEvents"),
    "JSON of another name": (RESOURCE, 'content("application/hal+json", Thing)', 'content("application/hal+json")', "getHal"),
    "always the first media type": ("_runtime/responses.py", "            return declared.contents[names.index(wanted)]", "            return declared.contents[0]", "getEither"),
    "anything but objects": (RESOURCE, 'json_response("200", Any)', 'json_response("200", str)', "getAny"),
    "a list as a list of anything": (RESOURCE, 'json_response("200", list[Thing])', 'json_response("200", list[Any])', "listThings"),
    "a map of anything": (RESOURCE, "dict[str, Thing]", "dict[str, Any]", "mapThings"),
    "304 is an error": ("_runtime/responses.py", "(status >= 400 or operation.response(status) is None)", "True", "getMoved"),
    "a date-time as text": ("models/odd.py", "made: datetime | None", "made: str | None", "getThing"),
    "a day as text": ("models/odd.py", "day: date | None", "day: str | None", "getThing"),
    "a date-time of another zone": ("_runtime/values.py", "found.timetz()", "found.time()", "getThing"),
    "tags swapped": ("models/odd.py", '"cat": Cat, "dog": Dog', '"cat": Dog, "dog": Cat', "getMoved"),
    "an unknown tag": ("_runtime/unions.py", "[self.tags[tag]] if tag in self.tags else []", "[self.tags[tag]] if tag in self.tags else [0]", "getMoved"),
    "an attribute of an error": ("_runtime/errors.py", "            return getattr(self.error, name)\n", '            return getattr(self.error, name) if name != "fields" else None\n', "getThing"),
}  # fmt: skip


@pytest.mark.parametrize("edit", ODD_EDITS.values(), ids=ODD_EDITS.keys())
def test_an_edited_odd_package_is_caught(edit: tuple[str, str, str, str], pair: Pair, edited: Edited) -> None:
    package = edited(*edit[:3], pair.package.folder)
    other = repackaged(pair, package)
    one = next(it for it in pair.document.operations if it.id == edit[3])
    assert [it for check in CHECKS for it in check(other, one) if isinstance(it, Finding)]


def test_an_operation_that_cannot_be_called_is_excluded(edited: Edited) -> None:
    edit = (WEBHOOKS, 'query("page_token", "pageToken", str)', 'query("page_token", "pageToken", str, required=True)')
    package = edited(*edit)
    found = list(statuses.problems(repackaged(PAIR, package), operation(DOCUMENT, "listWebhooks")))
    assert found
    assert all(isinstance(it, Excluded) and "it cannot be called" in it.reason for it in found)


@pytest.mark.parametrize(
    ("got", "raw"), [("1", 1), (1, True), (None, {}), ([1], [1, 2]), ({"a": 1}, {"b": 1}), (1.5, 1)]
)
def test_values_that_are_not_what_was_read(got: object, raw: object) -> None:
    assert list(unequal(got, raw))


@pytest.mark.parametrize(("got", "raw"), [(1, 1.0), ("a", "a"), ([{"a": None}], [{"a": None}])])
def test_values_that_are_what_was_read(got: object, raw: object) -> None:
    assert not list(unequal(got, raw))
