"""Lists that come page by page: served several pages, a method gives the items of all, asking for each by its token."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

from ..document.raw import RawOperation
from ..document.shapes import types
from ..findings import Excluded, Finding, Outcome
from ..instances.values import NoInstance
from ..pair import Pair
from ..python.package import Method
from ..wire.calls import Call, calls, given
from ..wire.media import concrete
from ..wire.paged import Paged, paged, place_of
from ..wire.parsed import unequal
from ..wire.successes import successes
from ..wire.walking import Server, Walked, token_in, walked

Token = str | int
Body = Any
"""A body that a server answers with, as JSON."""

_OPTIONS = {"extra_headers": {"x-contract": "1"}}
"""What all requests of a call must have besides its arguments."""
_TOKENS: Sequence[Token] = ("t/1=", "t&2", "t 3", "t+4", 11, 12, 13, 14, "one", "two", "three", "four")
"""What is tried as a token; each must arrive as it is."""


class Serving(NamedTuple):
    """What a server has: bodies by the token that asks for them. A call begins with `start`, None: without a token.

    `circles`: the pages lead back to one that was there before.
    """

    label: str
    bodies: Mapping[str | None, Body]
    start: Token | None
    circles: bool = False


def pages(pair: Pair, operation: RawOperation) -> Outcome:
    """All items come in order, page after page; each request is the first one with the token of the page that follows."""
    found = paged(pair, operation)
    if found is None:
        return
    try:
        serves = list(_serves(pair, found))
        made = calls(pair, operation, 0)[:2]
    except NoInstance as problem:
        yield Excluded(operation.id, operation.pointer, f"its pages are not followed: {problem}")
        return
    for method in pair.methods(operation):
        for serving in serves:
            for call in made if serving is serves[0] else made[:1]:
                yield from _followed(pair, operation, method, found, call, serving)


def _followed(
    pair: Pair, operation: RawOperation, method: Method, found: Paged, call: Call, serving: Serving
) -> Outcome:
    """What is wrong with going through the pages that a server has."""
    subject = f"{method.symbol} (pages, {serving.label}, {call.label})"
    success = next(it for it in successes(operation) if it.contents)
    media_type = concrete(success.contents[0].media_type)
    server = Server(pair.package.http, found.token.name, success.status, media_type, serving.bodies)
    try:
        options, keywords = given(pair, operation, method, _beginning(pair, found, call, serving.start))
        got = walked(pair, method, server, options, {**keywords, **_OPTIONS})
    except Exception as problem:
        yield Finding(subject, operation.pointer, "a page", f"{type(problem).__name__}: {problem}")
        return
    for what, *it in _differences(found, serving, got):
        yield Finding(f"{subject}: {what}", operation.pointer, *it)


def _beginning(pair: Pair, found: Paged, call: Call, start: Token | None) -> Call:
    """A call that asks for the page of a token."""
    key = (found.token.location, found.token.name)
    arguments = {it: value for it, value in call.arguments.items() if it != key}
    if start is not None:
        arguments[key] = start if pair.values.valid(found.token.schema, "request", start) else str(start)
    return replace(call, arguments=arguments)


# What is served


def _serves(pair: Pair, found: Paged) -> Iterator[Serving]:
    """Ways in which a server hands out its pages. Raises `NoInstance`."""
    first, second, third, fourth = _tokens(pair, found)
    start = first if found.token.required else None
    begin, at_second, at_third = _key(start), _key(second), _key(third)
    one, two, three = _lists(pair, found)
    body = _maker(pair, found)
    yield Serving("three", {begin: body(one, second), at_second: body(two, third), at_third: body(three, None)}, start)
    yield Serving("from a token", {at_second: body(two, third), at_third: body(three, None)}, second)
    none = body([], third)
    yield Serving("one is empty", {begin: body(one, second), at_second: none, at_third: body(three, None)}, start)
    yield Serving("in a circle", {begin: body(one, second), at_second: body(two, second)}, start, True)
    yield Serving("back to the start", {_key(fourth): body(one, fourth)}, fourth, True)
    for last in (None, ""):
        yield Serving(f"the last token is {last!r}", {begin: _set(body(one, second), found.next, last)}, start)


def _key(token: Token | None) -> str | None:
    """A token as it stands in a query."""
    return None if token is None else str(token)


def _maker(pair: Pair, found: Paged) -> Callable[[list[Any], Token | None], Body]:
    """What makes a body of items and the token of the page that follows; None: it has none."""
    whole = pair.values.full(found.answers[0], "response")
    is_number = "integer" in _kinds_of_next(pair, found)

    def body(items: list[Any], token: Token | None) -> Body:
        value = token if token is None or is_number else str(token)
        made = _set(_set(whole, found.items, items), found.next, value)
        if value is None:
            del _at(made, found.next[:-1])[found.next[-1]]
        return made

    return body


def _kinds_of_next(pair: Pair, found: Paged) -> list[str]:
    return types(pair.values.shape(place_of(pair, found.answers[0], found.next) or ""))


def _tokens(pair: Pair, found: Paged) -> Sequence[Token]:
    """Four tokens that the document allows. Raises `NoInstance`."""
    kinds = {*types(pair.values.shape(found.token.schema)), *_kinds_of_next(pair, found)}
    cases = [it.value for it in pair.values.cases(found.token.schema, "request")]
    allowed = [
        it
        for it in [*_TOKENS, *cases]
        if ("integer" not in kinds or type(it) is int) and _is_token(it) and _is_allowed(pair, found, it)
    ]
    distinct = list({str(it): it for it in allowed}.values())
    if len(distinct) < 4:
        raise NoInstance(f"there are no four tokens that {found.token.name} may be")
    return distinct[:4]


def _is_token(value: Any) -> bool:
    return isinstance(value, (str, int)) and not isinstance(value, bool) and value != ""


def _is_allowed(pair: Pair, found: Paged, token: Token) -> bool:
    return any(pair.values.valid(found.token.schema, "request", it) for it in (token, str(token)))


def _lists(pair: Pair, found: Paged) -> list[list[Any]]:
    """The items of three pages, different as far as the document lets them be."""
    schema = found.choices[0]
    if schema is None:
        return [[1, {"a": 2}], ["three"], [4.5, True]]
    cases = [case.value for case in pair.values.cases(schema, "response", 0)]
    return [[cases[(page + index) % len(cases)] for index in range(2 + page % 2)] for page in range(3)]


def _set(body: Body, way: Sequence[str], value: Any) -> Body:
    """A body with something else at the end of a way."""
    made = holder = copy.deepcopy(body)
    for name in way[:-1]:
        if not isinstance(holder.get(name), dict):
            holder[name] = {}
        holder = holder[name]
    holder[way[-1]] = value
    return made


def _at(body: Body, way: Sequence[str]) -> Any:
    """What a body has at the end of a way; None if it has nothing."""
    for name in way:
        body = body.get(name) if isinstance(body, dict) else None
    return body


# What must come of it


def _differences(found: Paged, serving: Serving, got: Walked) -> Iterator[tuple[str, Any, Any]]:
    chained = _chained(found, serving)
    lists = [_at(it, found.items) for it in chained]
    fails = "PagingError" if serving.circles else None
    all_items = fails or list(chain.from_iterable(lists))
    wanted = {
        "items": lists[0],
        "has_next_page()": _leads_on(found, chained[0]),
        "iter(page)": all_items,
        "iter(call)": all_items,
        "pages()": fails or lists,
        "pages() of the call": fails or lists,
        "next_page()": fails or [*lists, "PagingError"],
    }
    for what, value in got.ways.items():
        if list(unequal(value, wanted[what])):
            yield what, wanted[what], value
    yield from _requests(
        found, [_key(serving.start), *(_key(_at(it, found.next)) for it in chained[:-1])], got.requests
    )


def _leads_on(found: Paged, body: Body) -> bool:
    return _at(body, found.next) not in (None, "")


def _chained(found: Paged, serving: Serving) -> list[Body]:
    """The bodies in the order in which a client goes through them, until one would come again."""
    seen = [_key(serving.start)]
    bodies = [serving.bodies[seen[0]]]
    while _leads_on(found, bodies[-1]) and _key(_at(bodies[-1], found.next)) not in seen:
        seen.append(_key(_at(bodies[-1], found.next)))
        if seen[-1] not in serving.bodies:
            break
        bodies.append(serving.bodies[seen[-1]])
    return bodies


def _requests(found: Paged, tokens: list[str | None], requests: list[Any]) -> Iterator[tuple[str, Any, Any]]:
    """Where the requests are not the first one, each with the token of its page."""
    name, sent = found.token.name, [token_in(it, found.token.name) for it in requests]
    if sent != tokens:
        yield f"requests, by {name}", tokens, sent
    if requests and not _OPTIONS["extra_headers"].items() <= requests[0].headers.items():
        yield "request 1", _OPTIONS, requests[0].headers
    for number, request in enumerate(requests[1:], 2):
        if _rest(request, name) != _rest(requests[0], name):
            yield f"request {number}, but for {name}", _rest(requests[0], name), _rest(request, name)


def _rest(request: Any, name: str) -> tuple[Any, ...]:
    """What of a request is the same for all pages."""
    pairs = sorted(it for it in request.url.query.decode().split("&") if it and it.partition("=")[0] != name)
    return request.method, str(request.url).partition("?")[0], pairs, sorted(request.headers.items()), request.content
