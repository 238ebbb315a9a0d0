"""Mutants of the runtime, which every operation and model shares: each is one edit, written out."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from tests.mutants.kinds import PackageKind
from tests.mutants.sources import Change, Edit, Source, found


class Text(NamedTuple):
    """One text of a file, which is there once, in place of another."""

    file: str
    old: str
    new: str


_KINDS: dict[str, tuple[str, tuple[Text, ...]]] = {
    "path-not-quoted": (
        "Values that come into the path as they are.",
        (
            Text("parameters", "isinstance(value, str):\n        return _quote(value)", "isinstance(value, str):\n        return value"),
            Text("parameters", 'return quote(value, safe="")', 'return quote(value, safe="/")'),
            Text("parameters", 'return quote(value, safe="")', 'return quote(value, safe="").replace("%20", "+")'),
        ),
    ),
    "path-not-checked": (
        "Path values that lead to another path.",
        (
            Text("requests", 'if text[:1] in (".", "%") and', 'if text[:1] == "%" and'),
            Text("requests", 'in (".", "..")', 'in (".",)'),
            Text("requests", "    if not text:\n        problems", "    if text is None:\n        problems"),
        ),
    ),
    "path-template-wrong": (
        "Paths put together in another way.",
        (
            Text("operation", 'literal = f"{pieces.pop()}/"', 'literal = f"{pieces.pop()}//"'),
            Text("requests", "return \"\".join([p if type(p) is str", "return \"\".join([p.lower() if type(p) is str"),
        ),
    ),
    "query-not-quoted": (
        "Queries with characters that mean something else.",
        (
            Text("parameters", "        return [(key, encode(text(value)))]\n    if style", "        return [(key, text(value))]\n    if style"),
            Text("parameters", "encode = _quote_reserved if reserved else _quote\n    key", "encode = _quote_reserved\n    key"),
        ),
    ),
    "query-wrong": (
        "Queries that lack something.",
        (
            Text("requests", "with_query(url, query) if query else url", "url"),
            Text("parameters", "if isinstance(value, list) and explode:\n        return [(key", "if isinstance(value, list) and not explode:\n        return [(key"),
            Text("parameters", "for item in value if item is not None]\n    if isinstance(value, dict) and explode", "for item in value[:1] if item is not None]\n    if isinstance(value, dict) and explode"),
            Text("messages", "{'&' if '?' in url else '?'}{given}", "?{given}?"),
        ),
    ),
    "text-of-values-wrong": (
        "Booleans and numbers written as Python has them.",
        (Text("parameters", '        raise ValueError("a finite number")\n    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=bytes.decode)', '        raise ValueError("a finite number")\n    return str(value)'),),
    ),
    "argument-not-checked": (
        "Arguments that are sent although the document does not allow them.",
        (
            Text("requests", "parameter.codec.to_wire(value)", "value"),
            Text("requests", "        if parameter.required:\n", "        if not parameter.required:\n"),
            Text("requests", "    if problems:\n        raise InvalidRequestError", "    if not problems and options:\n        raise InvalidRequestError"),
        ),
    ),
    "client-parameter-ignored": (
        "Parameters of the client that do not count, or count too much.",
        (
            Text("requests", "value = target.arguments.get(parameter.wire)", "value = None"),
            Text("requests", "if (value is None or value is UNSET) and parameter", "if parameter"),
        ),
    ),
    "headers-wrong": (
        "Requests with other headers.",
        (
            Text("requests", '"Accept": operation.accept', '"Accept": "text/plain"'),
            Text("operation", 'return self.asked or ", ".join(dict.fromkeys(names)) or "*/*"', 'return "text/html"'),
            Text("requests", 'headers["Content-Type"] = payload', 'headers["X-Content-Type"] = payload'),
            Text("operation", 'return Body(Content("application/json", Codec(type_)), required', 'return Body(Content("application/problem+json", Codec(type_)), required'),
            Text("operation", 'return Response(status, (Content("application/json", Codec(type_)),))', 'return Response(status, (Content("application/xml", Codec(type_)),))'),
        ),
    ),
    "method-wrong": (
        "Requests with another method.",
        (Text("operation", 'return self.line.partition(" ")[0]', 'return "POST"'),),
    ),
    "body-not-sent": (
        "Requests without their body.",
        (
            Text("requests", "        payload.content,\n", "        None,\n"),
            Text("transport", "content = httpx.URL(url), request.content or b\"\"", "content = httpx.URL(url), b\"\""),
            Text("requests", "            raise InvalidRequestError([Problem(\"body\", \"a value\", UNSET)])", "            return _NOTHING"),
        ),
    ),
    "body-not-checked": (
        "Bodies that are sent although the document does not allow them.",
        (
            Text("codec", "            _raise(problems(self.plan, value, sent))\n        self._check_owed(sent)\n        return content", "            pass\n        return content"),
            Text("codec", "        _raise(problems(self.plan, value, sent))\n        self._check_owed(sent)\n        return sent", "        return sent"),
        ),
    ),
    "body-fields-wrong": (
        "Bodies that are not made of their fields.",
        (
            Text("requests", "for name, wire in body.fields.items() if arguments.get(name, UNSET) is not UNSET}", "for name, wire in body.fields.items() if arguments.get(name)}"),
            Text("requests", "return fields if fields or (body.required and body.fields) else UNSET", "return fields or UNSET"),
            Text("options", "found = {name: given[name] for name in given if name in operation.arguments} if given else {}", "found: dict[str, Any] = {}"),
        ),
    ),
    "json-wrong": (
        "Bodies with another JSON.",
        (
            Text("codec", "        return to_json(value)", "        return to_json([value])"),
            Text("codec", "        return to_json(value)", '        return to_json(value).replace(b"true", b"1")'),
        ),
    ),
    "token-not-sent": (
        "Requests that are not authenticated, or not with what they should be.",
        (
            Text("auth", 'f"Bearer {_headerable(token, \'token\')}"', 'f"Token {_headerable(token, \'token\')}"'),
            Text("auth", 'return "Basic " +', 'return "Bearer " +'),
            Text("auth", 'f"{username}:{password}".encode()', 'f"{password}:{username}".encode()'),
            Text("exchange", "request = request.with_additions(found.headers, found.query)", "request = request"),
            Text("auth", '        form = {"grant_type": "client_credentials"}', '        form = {"grant_type": "password"}'),
            Text("auth", 'return PreparedRequest("POST", url, headers, urlencode', 'return PreparedRequest("GET", url, headers, urlencode'),
            Text("auth", '            "Authorization": basic(self.client_id, self._secret),\n', ""),
            Text("auth", "self._held = (found, self._clock()", "self._held = (Additions(), self._clock()"),
        ),
    ),
    "token-not-kept": (
        "Tokens that are fetched for each request.",
        (Text("auth", "return held[0] if held is not None and self._clock() < held[1] else None", "return None"),),
    ),
    "error-class-wrong": (
        "Statuses of errors that raise another class.",
        tuple(
            Text("errors", f"    {status}: {name},\n", f"    {status}: {other},\n")
            for status, name, other in (
                (400, "BadRequestError", "NotFoundError"),
                (401, "AuthenticationError", "PermissionDeniedError"),
                (403, "PermissionDeniedError", "AuthenticationError"),
                (404, "NotFoundError", "ConflictError"),
                (409, "ConflictError", "BadRequestError"),
                (412, "PreconditionFailedError", "ConflictError"),
                (422, "UnprocessableEntityError", "BadRequestError"),
                (424, "FailedDependencyError", "InternalServerError"),
                (429, "RateLimitError", "InternalServerError"),
            )
        )
        + (
            Text("errors", "InternalServerError if status >= 500 else APIStatusError", "APIStatusError"),
            Text("errors", "InternalServerError if status >= 500 else APIStatusError", "InternalServerError"),
            Text("errors", "class ConflictError(APIStatusError)", "class ConflictError(Exception)"),
        ),
    ),
    "error-not-raised": (
        "Errors that are taken for successes.",
        (
            Text("responses", "status >= 400 or operation.response(status) is None", "status >= 500 or operation.response(status) is None"),
            Text("responses", "if not 200 <= status < 300 and (status", "if 300 <= status < 500 and (status"),
            Text("responses", "(status >= 400 or operation.response(status) is None)", "operation.response(status) is None"),
        ),
    ),
    "error-not-parsed": (
        "Errors without what their body says.",
        (
            Text("responses", "        error=error,\n", "        error=None,\n"),
            Text("responses", "        body=json_or_text(answer),\n", ""),
            Text("responses", "        headers=answer.headers,\n        body=json", "        body=json"),
            Text("responses", "status_class(answer.status)(\n        answer.status,", "status_class(answer.status)(\n        400,"),
            Text("responses", "        operation=operation,\n    )\n    found", "    )\n    found"),
            Text("errors", "            return getattr(self.error, name)", "            return getattr(None, name)"),
            Text("responses", "content = _select(declared, answer.content_type) if declared is not None else None\n    error", "content = None\n    error"),
        ),
    ),
    "answer-not-read": (
        "Answers that are not read as what the document says.",
        (
            Text("responses", "        found: Any = _decoded(operation, codec, answer, on_drift)", "        found: Any = json_or_text(answer)"),
            Text("responses", "        return None\n    content = representation", "        return answer.content\n    content = representation"),
            Text("operation", "status not in (204, 205, 304)", "status not in (201, 204, 205, 304)"),
        ),
    ),
    "undocumented-status-refused": (
        "Successes that the document does not list and that are not read.",
        (
            Text("responses", "operation.response(answer.status) or operation.success", "operation.response(answer.status)"),
            Text("responses", "if not 200 <= status < 300 and", "if status != 200 and"),
        ),
    ),
    "drift-not-told": (
        "Departures from the document that nobody hears of.",
        (
            Text("client", "            self._settings.on_drift(drift)", "            pass"),
            Text("client", "        if self._settings.strict:", "        if not self._settings:"),
            Text("reading", "        if on_drift is not None:\n            on_drift(Drift(", "        if on_drift is None:\n            on_drift(Drift("),
            Text("responses", "        on_drift(replace(drift, operation=operation.title))", "        on_drift(drift)"),
            Text("plans", '        report(place, self.expected, value)\n', ""),
            Text("plans", '            report((place, declared.wire), "a value", MISSING)\n', "            pass\n"),
            Text("plans", '            report(place, expectation(refused), value)\n', "            pass\n"),
            Text("plans", "        report(place, f\"one of {', '.join(_title(choice) for choice in self.one_of.choices)}\", value)\n", ""),
            Text("codec", "            return self._drifted(_loads(content), on_drift)", "            return self._drifted(_loads(content), None)"),
        ),
    ),
    "drift-not-tolerated": (
        "Departures from the document that are errors, or lose what came.",
        (
            Text("client", "        if self._settings.strict:", "        if True:"),
            Text("codec", "            return self._drifted(_loads(content), on_drift)", "            raise"),
            Text("plans", "        return unknown(value) if isinstance(value, dict) else value", "        return None"),
            Text("plans", "            return receive_member(member(self.cls, value))", "            return None"),
            Text("plans", "        more = {key: one for key, one in value.items() if key not in self.by_wire}", "        more: dict[str, Any] = {}"),
            Text("plans", '            report(place, "an array", value)\n            return value', '            report(place, "an array", value)\n            return []'),
            Text("values", "            raise\n        return _unlisted(cls, value)", "            raise\n        raise"),
            Text("plans", "            report(place, expectation(refused), value)\n        return value", "            report(place, expectation(refused), value)\n        return None"),
        ),
    ),
    "drift-not-sent-back": (
        "What came although it does not match, and is refused when it is sent back.",
        (
            Text("writing", "    elif isinstance(value, OpenEnum) and is_received(value):\n        yield path", "    elif isinstance(value, OpenEnum) and is_received(value):\n        yield from ()"),
        ),
    ),
    "extra-dropped": (
        "Undeclared properties that are lost.",
        (
            Text("models", '        extra="allow",\n', '        extra="ignore",\n'),
            Text("writing", "    for key, one in extra.items():\n        if one is not UNSET:", "    for key, one in extra.items():\n        if one is UNSET:"),
            Text("plans", 'object.__setattr__(found, "__pydantic_extra__", dict(extra))', 'object.__setattr__(found, "__pydantic_extra__", {})'),
        ),
    ),
    "extra-sent": (
        "Undeclared properties that are sent where there may be none.",
        (
            Text("models", 'model_config = ConfigDict(extra="forbid")', "model_config = ConfigDict()"),
            Text("plans", "issubclass(cls, (ClosedModel, RequestModel))", "issubclass(cls, ClosedModel)"),
        ),
    ),
    "null-taken-for-absent": (
        "Null and absence that are one.",
        (
            Text("writing", "        if p.name in given and not", "        if p.name in given and fields[p.name] is not None and not"),
            Text("planning", "    if info.is_required() or any(isinstance(mark, NullMark) for mark in marks):", "    if info.is_required():"),
            Text("planning", "    return plan(_without_null(info.annotation), marks)", "    return plan(info.annotation, marks)"),
            Text("exact", 'if field["type"] != "default" or inner.get("type") != "nullable"', 'if True or field["type"] != "default" or inner.get("type") != "nullable"'),
            Text("writing", "        if one is UNSET:\n            continue\n", "        if one is UNSET or one is None:\n            continue\n"),
            Text("plans", "given = {p.name for p in self._properties if p.wire in value}", "given = {p.name for p in self._properties}"),
        ),
    ),
    "absent-sent": (
        "Fields that are sent although nobody has set them.",
        (Text("writing", "        if p.name in given and not", "        if not"),),
    ),
    "aliases-ignored": (
        "JSON names that are not written or read.",
        (
            Text("writing", "            found[p.wire] = wire(fields[p.name]", "            found[p.name] = wire(fields[p.name]"),
            Text("writing", "        return (declared.wire, declared.plan, declared.side) if declared", "        return (key, declared.plan, declared.side) if declared"),
            Text("codec", '{"by_alias": True, "by_name": False}', '{"by_alias": False, "by_name": True}'),
            Text("planning", "yield Property(name, name if info.alias is None else info.alias,", "yield Property(name, name,"),
        ),
    ),
    "read-only-sent": (
        "Fields of the server that are sent.",
        (
            Text("models", 'ReadOnly = Annotated[T, SentBy("server")]', 'ReadOnly = Annotated[T, SentBy("nobody")]'),
        ),
    ),
    "type-not-strict": (
        "Values of other types that are taken.",
        (
            Text("models", "        strict=True,\n        populate", "        strict=False,\n        populate"),
            Text("exact", 'return cs.union_schema([whole, real], mode="left_to_right")', 'return cs.union_schema([whole, real, cs.str_schema()], mode="left_to_right")'),
            Text("exact", 'return cs.union_schema([whole, real], mode="left_to_right")', "return whole"),
            Text("exact", 'limits: Node = {key: node[key] for key in ("ge", "gt", "le", "lt", "multiple_of") if key in node}', "limits: Node = {}"),
        ),
    ),
    "enum-not-checked": (
        "Enums that take anything, or nothing new.",
        (
            Text("exact", 'listed: Node = {**node, "strict": True, "cls": _Closed}', 'listed: Node = {**node, "strict": False}'),
            Text("exact", 'kind = cast(cs.CoreSchema, {**node, "strict": False})', 'kind = cast(cs.CoreSchema, {**node, "strict": True, "cls": _Closed})'),
            Text("plans", "        found = self._listed(value)\n        if found is not None:", "        found = self._listed(value)\n        if True:"),
        ),
    ),
    "unique-not-checked": (
        "Lists that may repeat their items, or may not hold two.",
        (
            Text("exact", "    if len(different) < len(items):", "    if len(different) > len(items):"),
            Text("exact", "        if len(set(items or ())) == len(items or ()):\n            return items", "        if len(set(items or ())) == len(items or ()):\n            raise ValueError"),
            Text("exact", "different = {(False, json.dumps(wire(item), sort_keys=True)) for item in items}", "different = {(False, id(item)) for item in items}"),
        ),
    ),
    "number-changed": (
        "Numbers that go out or come in as others.",
        (
            Text("exact", "whole = cast(cs.CoreSchema, {**cs.int_schema(strict=True), **{k: int(v) for k, v in limits.items()}})", "whole = cast(cs.CoreSchema, {**cs.float_schema(), **limits})"),
            Text("writing", "        return _finite(value, path)\n    if isinstance(value, (str", "        return int(_finite(value, path))\n    if isinstance(value, (str"),
        ),
    ),
    "union-choice-wrong": (
        "Unions that choose another variant.",
        (
            Text("unions", "return sorted(fit for fit in fits if fit[0] != MISMATCH)", "return sorted((fit for fit in fits if fit[0] != MISMATCH), reverse=True)"),
            Text("unions", "range(len(self.plans)) if tag is None else [self.tags[tag]]", "range(len(self.plans)) if tag is None else [0]"),
            Text("unions", "return None if not ranked or ranked[0][0].lacks else ranked[0][1]\n\n    def exact", "return 0\n\n    def exact"),
        ),
    ),
    "page-token-ignored": (
        "Pages that are not asked for by their token.",
        (
            Text("pages", "{**arguments, operation.paging.argument: token}", "{**arguments}"),
            Text("pages", "        return Page(self._fetch(way.token), way, self._fetch)", "        return Page(self._fetch(None), way, self._fetch)"),
            Text("pages", "        return AsyncPage(await self._fetch(way.token), way, self._fetch)", "        return AsyncPage(await self._fetch(None), way, self._fetch)"),
        ),
    ),
    "page-end-wrong": (
        "Lists that end too early, or never.",
        (
            Text("pages", 'return self._at(body, self.paging.next) not in (None, "")', "return False"),
            Text("pages", 'return self._at(body, self.paging.next) not in (None, "")', "return True"),
            Text("pages", 'return self._at(body, self.paging.next) not in (None, "")', "return self._at(body, self.paging.next) is not None"),
            Text("pages", "        if token in self.known and any(step.token == token for step in self._steps()):", "        if False:"),
            Text("pages", "    while page.has_next_page():\n", "    if page.has_next_page():\n"),
            Text("pages", "        if self._page is not None and not self._page.has_next_page():", "        if self._page is not None:"),
        ),
    ),
    "page-items-wrong": (
        "Pages with other items.",
        (
            Text("pages", "            return found or []\n", "            return (found or [])[:1]\n"),
            Text("pages", "        return self._trail.items(self.body)", "        return []"),
            Text("pages", "            for item in self._items:\n                return item", "            for _item in self._items:\n                break"),
            Text("pages", "(item for page in _walk(self) for item in page.items)", "(item for item in self.items)"),
        ),
    ),
    "page-arguments-lost": (
        "Pages that follow and forget what the first was asked for.",
        (
            Text("resource", "            return calls.value(self._client, operation, options, asking(operation, arguments, token))", "            return calls.value(self._client, operation, options, asking(operation, {} if token else arguments, token))"),
            Text("resource", "            return await calls.value_async(self._client, operation, options, asking(operation, arguments, token))", "            return await calls.value_async(\n                self._client, operation, options, asking(operation, {} if token else arguments, token)\n            )"),
        ),
    ),
    "colour-differs": (
        "An asynchronous client that does something else than the synchronous one.",
        (
            Text("calls", "    return decoded(client, operation, call, await answer_async(client, operation, call))", "    return await answer_async(client, operation, call)  # type: ignore"),
            Text("calls", "        found = await client._exchange(call)\n        responses.check(operation, found)", "        found = await client._exchange(call)"),
            Text("client", "            return await send_async(shared.http, step, shared.http_auth, shared.clock)", "            return send(shared.http, step, shared.http_auth, shared.clock)"),
            Text("resource", "        found: Any = AsyncPages(trail(operation, arguments), fetch) if", "        found: Any = fetch(None) if"),
        ),
    ),
    "timestamp-not-checked": (
        "Old messages that are taken.",
        (
            Text("signatures", "        if timestamp:\n            _check_time", "        if not timestamp:\n            _check_time"),
            Text("signatures", "    if abs(age) > tolerance:", "    if age < -tolerance:"),
            Text("signatures", "    if abs(age) > tolerance:", "    if age > tolerance:"),
            Text("signatures", "    age = now - sent", "    age = (now - sent) / 60"),
        ),
    ),
    "signature-not-compared": (
        "Messages that are taken although somebody else has sent them.",
        (
            Text("signatures", "        if not sum(hmac.compare_digest(given, one) for one in expected):", "        if not expected:"),
            Text("signatures", "hmac.compare_digest(given, one) for one in expected", "hmac.compare_digest(given[:8], one[:8]) for one in expected"),
            Text("signatures", "        return hmac.digest(key, b\"\".join(parts), hash_name)", "        return hmac.digest(b\"\", b\"\".join(parts), hash_name)"),
            Text("signatures", '{"{body}": body,', '{"{body}": b"",'),
            Text("signatures", '"{nonce}": nonce.encode()', '"{nonce}": b""'),
            Text("signatures", '"{timestamp}": timestamp.encode()', '"{timestamp}": b""'),
            Text("signatures", 'values.get(part, part.encode()) for part in _PLACE.split(self.signed)', 'values.get(part, b"") for part in _PLACE.split(self.signed)'),
        ),
    ),
    "signature-headers-wrong": (
        "Signatures that are looked for in another way.",
        (
            Text("signatures", "    if missing:\n", "    if len(missing) > 1:\n"),
            Text("signatures", "_text(name).lower(), []", "_text(name), []"),
            Text("signatures", "    if name not in signing.algorithms:\n", "    if not name:\n"),
            Text("signatures", "    return signing.algorithms[name]\n", "    return next(iter(signing.algorithms.values()))\n"),
            Text("signatures", "    if repeated:\n", "    if len(repeated) > 1:\n"),
        ),
    ),
    "nonce-not-checked": (
        "Messages that are taken twice.",
        (Text("signatures", "if seen is not None and nonce and seen(nonce):", "if seen is not None and nonce and not seen(nonce):"),),
    ),
    "secret-of-many-ignored": (
        "Only the first of several secrets counts.",
        (Text("signatures", "for key in keys]\n", "for key in keys[:1]]\n"),),
    ),
    "message-misread": (
        "Messages that are read as something else.",
        (
            Text("webhooks", "return self._unknown(value, on_drift) if codec is None else codec.decode(content, on_drift)", "return self._unknown(value, on_drift)"),
            Text("webhooks", "        choices = self._choices.get(type_, ()) if isinstance(type_, str) else ()", "        choices = [one for many in self._choices.values() for one in many]"),
            Text("webhooks", "        type_ = value.get(self.by)\n", '        type_ = value.get("kind")\n'),
            Text("webhooks", "        found: UnknownEvent = build(UnknownEvent, {}, set(), value)", "        found: UnknownEvent = build(UnknownEvent, {}, set(), {})"),
            Text("webhooks", '            on_drift(Drift(f"/{self.by}", "the type of a known event", type_))', "            pass"),
            Text("event", "        return self._codec.decode(content_of(body), on_drift)", "        return self._codec.decode(content_of(body))"),
            Text("event", "        return self._codec.decode(content_of(body), on_drift)", "        return json.loads(content_of(body))  # type: ignore[no-any-return]"),
            Text("event", '            object.__setattr__(event, "name", name)\n', "            pass\n"),
        ),
    ),
    "view-returns-value": (
        "Whole responses that say something else than what came.",
        (
            Text("resource", "        found: V = type(self)._views(type(self)(self._client, _raw))", "        found: V = type(self)._views(type(self)(self._client))"),
            Text("resource", "type(self)(self._client, partial(_response, False))", "type(self)(self._client)"),
            Text("views", "        return self.answer.status\n", "        return 200\n"),
            Text("views", "        return self._decode(self._read_answer)", "        return json.loads(self.content)  # type: ignore[no-any-return]"),
        ),
    ),
    "options-ignored": (
        "Options of calls and clients that do nothing.",
        (
            Text("requests", "    if options:\n        headers = _with_options(headers, options)\n", ""),
            Text("client", "            target = settings.target._replace(base_url=self._base_url(base_url), chosen=True)", "            target = settings.target"),
            Text("client", 'self._base_url(base_url), base_url is not None, given, agent)', 'self._base_url(None), base_url is not None, given, agent)'),
            Text("requests", '    if "extra_query" in options:', '    if "extra_queries" in options:'),
        ),
    ),
}  # fmt: skip


def _kind(name: str, about: str, texts: tuple[Text, ...]) -> PackageKind:
    def changes(source: Source) -> Iterator[Change]:
        for text in (it for it in texts if it.file == source.stem):
            yield _change(source, text)

    files = dict.fromkeys(f"_runtime/{it.file}.py" for it in texts)
    return PackageKind(name, about, len(texts), tuple(files), changes)


def _change(source: Source, text: Text) -> Change:
    """Raises ValueError if the text is not there once."""
    old = text.old.encode()
    if source.data.count(old) != 1:
        raise ValueError(f"{source.file} has {source.data.count(old)} × {text.old!r}: write the edit anew")
    start = source.data.index(old)
    return Change(_around(source, start + len(old) - len(old.lstrip())), "", (Edit(start, start + len(old), text.new),))


def _around(source: Source, at: int) -> str:
    """The function or class that a place is in."""
    holders = [
        it
        for it in found(source.tree, ast.AST)
        if isinstance(it, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef))
    ]
    inside = [it for it in holders if source.span(it)[0] <= at <= source.span(it)[1]]
    return ".".join(it.name for it in inside) or source.stem


KINDS = tuple(_kind(name, about, texts) for name, (about, texts) in _KINDS.items())
