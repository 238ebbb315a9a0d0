"""No string of a document becomes code, wherever it stands and whatever it says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import ProvgenError, Severity
from generator.document import pointers
from generator.document.load import parse
from generator.document.validate import validate
from generator.settings import NameSettings, PagingSettings, Settings, WebhookSettings, default_settings
from tests.hostile.shape import calls_of, violations
from tests.rendered import rendered

BASE = json.loads((Path(__file__).parent / "base.json").read_text())
"""A valid document that has a string in every place where OpenAPI has strings."""

PAYLOADS = (
    '"""\n__import__("os").system("PWNED")\n"""',
    "'); __import__('os').system('PWNED') #",
    '\\"""; eval("PWNED")\n#',
    "]\nimport os; os.system('PWNED')\nx = [",
    "{{ 7 * 7 }}{% import os %}\x00\x1b[31m\u2028\u202ePWNED",
    "\\N{BULLET}\\x41\\u0041 %s %(x)s {0} {x!r} PWNED",
    "eval(exec('PWNED'))",
    "a, **__import__('os').__dict__",
)


def _settings() -> Settings:
    settings = default_settings("hostile")
    names = NameSettings(client_parameters=("tenant",), error_code="errorCode")
    webhooks = WebhookSettings(type="type", signature="x-signature")
    paging = (PagingSettings("cursor", "/meta/nextCursor"),)
    return replace(settings, names=names, client=replace(settings.client, webhooks=webhooks, paging=paging))


def _render(value: Any) -> dict[str, str]:
    document = parse(json.dumps(value).encode(), "hostile.json")
    errors = [finding for finding in validate(document) if finding.severity is Severity.ERROR]
    if errors:
        raise ProvgenError(errors)
    return rendered(document, _settings())[0]


@lru_cache
def _calls() -> frozenset[str]:
    return calls_of(_render(BASE))


def _strings(value: Any, pointer: str = "") -> Iterator[tuple[str, bool]]:
    """Every place of a string: (pointer, whether it is the key rather than the value)."""
    if isinstance(value, dict):
        for key in value:
            inner = pointers.join(pointer, key)
            yield inner, True
            yield from _strings(value[key], inner)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _strings(item, pointers.join(pointer, index))
    elif isinstance(value, str):
        yield pointer, False


def _poisoned(pointer: str, key: bool, payload: str, *, whole: bool) -> Any:
    """The base document with one string replaced by the payload, or ending with it."""
    value = json.loads(json.dumps(BASE))
    *parents, last = pointers.split(pointer)
    holder = pointers.resolve(value, pointers.join("", *parents))
    old = last if key else holder[last if isinstance(holder, dict) else int(last)]
    new = payload if whole else f"{old}{payload}"
    if not key:
        holder[last if isinstance(holder, dict) else int(last)] = new
        return value
    items = [(new if name == last else name, item) for name, item in holder.items()]
    holder.clear()
    holder.update(items)
    return value


PLACES = list(_strings(BASE))


def test_the_base_document_has_a_string_in_every_place() -> None:
    assert len(PLACES) > 300


def test_the_allowed_shape_is_not_empty() -> None:
    sources = _render(BASE)
    for path, source in sources.items():
        if path.endswith(".py"):
            assert list(violations(source, _calls())) == []
    assert list(violations("import os\nos.system('x')", _calls())) != []
    assert any("paging=Paging(" in source for source in sources.values())


@pytest.mark.parametrize(
    "source",
    [
        "self.get = viewed(resource.put)",
        "self.get = viewed_async(other.get)",
        "resource.get = viewed(resource.get)",
        "self.get = resource.get",
        "Client.get = None",
        "globals()['x'] = found",
        "class A(Resource, metaclass=Evil): ...",
    ],
)
def test_assignments_and_classes_have_a_shape_too(source: str) -> None:
    assert list(violations(source, frozenset({"viewed", "viewed_async", "globals"}))) != []
    assert list(violations("self.get = viewed(resource.get)\nx = 1", frozenset({"viewed"}))) == []


@pytest.mark.parametrize("chunk", range(8))
def test_a_hostile_string_anywhere_stays_a_string(chunk: int) -> None:
    """Each place gets one payload here; which one differs from place to place, and from chunk to chunk."""
    for number, (pointer, key) in enumerate(PLACES[chunk::8]):
        payload = PAYLOADS[(number + chunk) % len(PAYLOADS)]
        try:
            sources = _render(_poisoned(pointer, key, payload, whole=number % 2 == 0))
        except ProvgenError as refused:
            assert refused.diagnostics
            continue
        for path, source in sources.items():
            if path.endswith(".py"):
                found = list(violations(source, _calls()))
                assert not found, f"{pointer} ({'key' if key else 'value'}) reaches {path}: {found[:3]}"


PROSE = ("description", "summary", "title", "example", "default", "format")


def _all_prose(value: Any, payload: str) -> Any:
    if isinstance(value, list):
        return [_all_prose(item, payload) for item in value]
    if not isinstance(value, dict):
        return value
    texts = {**dict.fromkeys(PROSE, payload), "pattern": re.escape(payload)}
    return {
        name: texts[name] if name in texts and isinstance(item, str) else _all_prose(item, payload)
        for name, item in value.items()
    }


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_in_all_prose_at_once(payload: str) -> None:
    for path, source in _render(_all_prose(BASE, payload)).items():
        if path.endswith(".py"):
            assert list(violations(source, _calls())) == []
