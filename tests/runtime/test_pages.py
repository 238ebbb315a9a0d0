"""Pages: every item once, in order, to the end; and no fault that loops for ever or loses an item silently."""

from __future__ import annotations

import asyncio
import gc
import json
import weakref
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Annotated, Any, TypeVar

import httpx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import Field
from runtime.codec import Codec
from runtime.errors import APIConnectionError, APIError, InvalidRequestError, PagingError
from runtime.models import Model, Unknown
from runtime.operation import Operation, Paging, json_response
from runtime.pages import MAX_EMPTY, AsyncPage, AsyncPages, Page, Token, trail
from runtime.parameters import query
from runtime.resource import AsyncResource, Resource

from tests.runtime.sample import async_client, sync_client

T = TypeVar("T")


class Meta(Model):
    next: str | None = None


class Body(Model):
    """The list and the next token at the top, and one further down."""

    next_token: Annotated[str | None, Field(alias="nextToken")] = None
    things: list[int] | None = None
    total: int | None = None
    meta: Meta | None = None


PAGING = Paging("token", ("next_token",), ("things",))
LIST: Operation[Body] = Operation(
    "list_things",
    "GET /things",
    parameters=(query("token", "token", str), query("size", "size", int)),
    responses=(json_response("200", Body),),
    paging=PAGING,
)
CODEC: Codec[Body] = Codec(Body)

Answers = Callable[[Token | None], Body]


def body(things: Any = None, following: Any = None, **more: Any) -> Body:
    """A body as it is read of an answer, whether or not it is as the document has it."""
    return CODEC.decode(json.dumps({"things": things, "nextToken": following, **more}).encode())


def operation(paging: Paging = PAGING) -> Operation[Body]:
    return Operation(LIST.name, LIST.line, LIST.parameters, responses=LIST.responses, paging=paging)


def first(answer: Answers, paging: Paging = PAGING, **arguments: Any) -> Page[int, Body]:
    return Page(answer(None), trail(operation(paging), arguments), answer)


def first_async(answer: Answers, paging: Paging = PAGING, **arguments: Any) -> AsyncPages[int, Body]:
    async def fetch(token: Token | None) -> Body:
        await asyncio.sleep(0)
        return answer(token)

    return AsyncPages(trail(operation(paging), arguments), fetch)


def run(awaitable: Awaitable[T]) -> T:
    async def main() -> T:
        return await awaitable

    return asyncio.run(main())


async def collected(items: AsyncIterator[T], into: list[T]) -> None:
    async for item in items:
        into.append(item)


def outcome(iterate: Callable[[list[Any]], None]) -> tuple[list[Any], str | None]:
    """What came, and the fault that ended it."""
    found: list[Any] = []
    try:
        iterate(found)
    except PagingError as fault:
        return found, f"{fault} {fault.token!r}"
    return found, None


def both(answer: Callable[[], Answers], paging: Paging = PAGING, **arguments: Any) -> tuple[list[Any], str | None]:
    """The items and the fault of a list, which are the same sync and async, over items and over pages."""
    items = outcome(lambda found: found.extend(iter(first(answer(), paging, **arguments))))
    pages = outcome(lambda found: found.extend(it for page in first(answer(), paging).pages() for it in page.items))
    later = outcome(lambda found: run(collected(aiter(first_async(answer(), paging, **arguments)), found)))
    assert items == later
    assert arguments or items == pages
    return items


def table(pages: dict[Any, Body]) -> Callable[[], Answers]:
    return lambda: pages.__getitem__


THREE = table({None: body([1, 2], "b"), "b": body([3], "c"), "c": body([4])})


def test_iterating_goes_through_all_pages() -> None:
    assert both(THREE) == ([1, 2, 3, 4], None)


def test_step_by_step() -> None:
    page = first(THREE())
    assert (page.items, page.body.total, page.has_next_page()) == ([1, 2], None, True)
    second = page.next_page()
    assert (second.items, list(second), list(page)) == ([3], [3, 4], [1, 2, 3, 4])
    last = second.next_page()
    assert (last.items, last.has_next_page()) == ([4], False)
    with pytest.raises(PagingError, match="^list_things: GET /things: this is the last page, as has_next_page"):
        last.next_page()
    assert [it.items for it in page.pages()] == [[1, 2], [3], [4]]
    assert [it.items for it in last.pages()] == [[4]]


def test_step_by_step_async() -> None:
    async def steps() -> None:
        page = await first_async(THREE())
        assert isinstance(page, AsyncPage)
        assert (page.items, page.body.total, page.has_next_page()) == ([1, 2], None, True)
        second = await page.next_page()
        assert ([it async for it in second], [it async for it in page]) == ([3, 4], [1, 2, 3, 4])
        last = await second.next_page()
        with pytest.raises(PagingError, match="this is the last page"):
            await last.next_page()
        assert [it.items async for it in page.pages()] == [[1, 2], [3], [4]]
        assert [it.items async for it in first_async(THREE()).pages()] == [[1, 2], [3], [4]]

    run(steps())


def test_a_list_may_be_gone_through_many_times() -> None:
    pages = first_async(THREE())

    async def twice() -> list[int]:
        return [it async for it in pages] + [it async for it in pages] + (await pages).items

    assert run(twice()) == [1, 2, 3, 4, 1, 2, 3, 4, 1, 2]


def test_what_pages_look_like() -> None:
    page = first(THREE())
    assert repr(page) == "<Page of list_things: 2 items, more to come>"
    assert repr(page.next_page().next_page()) == "<Page of list_things: 1 item, the last page>"
    assert repr(first_async(THREE())) == "<AsyncPages of list_things: use await or async for>"
    assert repr(run(first_async(THREE()))) == "<AsyncPage of list_things: 2 items, more to come>"
    wrong = first(table({None: body("x")})())
    assert repr(wrong) == "<Page of list_things: expected a list of items at things, got 'x'>"


@pytest.mark.parametrize("end", [None, ""])
def test_the_end(end: str | None) -> None:
    assert both(table({None: body([1], end)})) == ([1], None)
    assert both(lambda: lambda token: CODEC.decode(b'{"things": [1]}')) == ([1], None)


@pytest.mark.parametrize("things", [None, []])
def test_a_page_without_items_is_not_the_end(things: Any) -> None:
    assert both(table({None: body([1], "b"), "b": body(things, "c"), "c": body([2])})) == ([1, 2], None)


def test_no_body_at_all_is_an_empty_page() -> None:
    """What a 204 gives in spite of the document."""
    nothing: Any = None
    assert both(lambda: lambda token: nothing) == ([], None)
    assert repr(first(lambda token: nothing)) == "<Page of list_things: 0 items, the last page>"


def test_pages_without_items_end() -> None:
    def empties(count: int) -> Callable[[], Answers]:
        return lambda: lambda token: body([], str(int(token or 0) + 1)) if int(token or 0) < count else body([7])

    assert both(empties(MAX_EMPTY)) == ([7], None)
    found, fault = both(empties(MAX_EMPTY + 1))
    assert (found, fault) == (
        [],
        "list_things: GET /things: 11 pages without items in a row, the next token is '11' '11'",
    )


def test_only_empty_pages_in_a_row_count() -> None:
    def answer(token: Token | None) -> Body:
        number = int(token or 0)
        return body([number] if number % 10 == 0 else [], str(number + 1) if number < 50 else None)

    assert both(lambda: answer) == ([0, 10, 20, 30, 40, 50], None)


CIRCLE = table({None: body([1], "b"), "b": body([2], "c"), "c": body([3], "b")})


def test_a_token_that_comes_again_is_a_fault() -> None:
    found, fault = both(CIRCLE)
    assert found == [1, 2, 3]
    assert fault == "list_things: GET /things: the token 'b' comes a second time, the pages go round in circles 'b'"
    assert both(table({None: body([1], "a"), "a": body([2], "a")}))[0] == [1, 2]
    assert both(lambda: lambda token: body([1], "b"), token="b")[0] == [1]


def test_the_same_step_twice_is_none() -> None:
    page = first(THREE())
    assert [page.next_page().items for _ in range(3)] == [[3]] * 3
    assert page.next_page().next_page().items == [4]


def test_a_step_that_failed_may_be_taken_again() -> None:
    """Nothing is remembered of a page that did not arrive."""
    failures = [APIConnectionError("broken"), None, APIConnectionError("broken"), None]

    def answer(token: Token | None) -> Body:
        failure = failures.pop(0) if token else None
        if failure:
            raise failure
        return THREE()(token)

    page = first(answer)
    with pytest.raises(APIConnectionError):
        page.next_page()
    assert page.next_page().items == [3]

    async def again() -> list[int]:
        found: list[int] = []
        items = aiter(first_async(answer))
        with pytest.raises(APIConnectionError):
            await collected(items, found)
        failures.append(None)
        await collected(items, found)
        return found

    assert run(again()) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (body("abc"), "expected a list of items at things, got 'abc'"),
        (body({"a": 1}), "expected a list of items at things, got {'a': 1}"),
        (body([1], {"a": 1}), "expected a string as the token of the next page, got {'a': 1}"),
        (body([1], True), "expected a string as the token of the next page, got True"),
        (body([1], 1.5), "expected a string as the token of the next page, got 1.5"),
        (body([1], ["b"]), "expected a string as the token of the next page, got ['b']"),
        (CODEC.decode(b'["a"]'), "expected an object that holds"),
        (CODEC.decode(b'"a"'), "expected an object that holds"),
        (Unknown(), "expected an object that holds"),
    ],
)
def test_bodies_that_are_not_as_the_document_has_them(answer: Any, words: str) -> None:
    found, fault = both(table({None: answer}))
    assert found == ([1] if "token" in words else [])
    assert fault is not None and words in fault


def test_integers_as_tokens() -> None:
    """A text where an integer is declared is one if it says so, and the other way round."""
    seen: list[Any] = []

    def answer(token: Token | None) -> Body:
        seen.append(token)
        return body([1], 2 if token is None else None)

    assert both(lambda: answer)[0] == [1, 1]
    assert seen[1] == "2"
    numbers = Paging("token", ("next_token",), ("things",), int)
    assert both(table({None: body([1], "2"), 2: body([2], 3), 3: body([3])}), numbers) == ([1, 2, 3], None)
    assert both(table({None: body([1], "x")}), numbers)[1] == (
        "list_things: GET /things: expected an integer as the token of the next page, got 'x' 'x'"
    )


def test_tokens_further_down() -> None:
    nested = Paging("token", ("meta", "next"), ("things",))
    pages = {None: body([1], meta={"next": "b"}), "b": body([2], meta={"next": None})}
    assert both(table(pages), nested) == ([1, 2], None)
    ends: tuple[Any, ...] = (None, {})
    for end in ends:
        assert both(table({None: body([1], meta=end)}), nested) == ([1], None)
    found, fault = both(table({None: body([1], meta=[3])}), nested)
    assert found == [1]
    assert fault is not None and "expected an object that holds next, got [3]" in fault


def test_earlier_pages_are_not_kept() -> None:
    """Of 2,000 pages gone through, one at a time is alive."""
    alive: list[weakref.ref[Body]] = []

    def answer(token: Token | None) -> Body:
        number = int(token or 0)
        found = body([number], str(number + 1) if number < 2_000 else None)
        alive.append(weakref.ref(found))
        return found

    def count() -> int:
        return sum(it() is not None for it in alive)

    for item in first(answer):
        assert item % 500 or count() <= 2

    async def later() -> None:
        async for item in first_async(answer):
            assert item % 500 or count() <= 2

    alive.clear()
    run(later())
    gc.collect()
    assert count() == 0


def test_very_many_pages() -> None:
    """The way of 50,000 tokens is followed and forgotten without recursion."""
    things = [1]

    def answer(token: Token | None) -> Body:
        number = int(token or 0)
        return Body.model_construct(next_token=str(number + 1) if number < 50_000 else None, things=things)

    page = first(answer)
    assert sum(page) == 50_001
    del page


Answer = tuple[int, int | None]


@given(st.lists(st.tuples(st.integers(0, 2), st.one_of(st.none(), st.integers(0, 30))), min_size=1, max_size=40))
@example([(0, n + 1) for n in range(30)])
@example([(1, 0)])
@settings(deadline=None)
def test_every_sequence_of_pages_ends(pages: list[Answer]) -> None:
    """Page n has some items and leads to another page, to none, or back: what comes is what stands before the fault."""
    expected, fault = model(pages)

    def answer(token: Token | None) -> Body:
        number = int(token or 0)
        size, following = pages[number]
        return body([number] * size, None if following is None else str(following % len(pages)))

    found, message = both(lambda: answer)
    assert (found, message and message.split(": ")[2][:9]) == (expected, fault)


def model(pages: list[Answer]) -> tuple[list[int], str | None]:
    """The items before the fault and how its message begins, without any of the code."""
    items: list[int] = []
    seen: set[int] = set()
    empty = number = 0
    while True:
        size, following = pages[number]
        items += [number] * size
        empty = 0 if size else empty + 1
        if following is None:
            return items, None
        number = following % len(pages)
        if number in seen:
            return items, f"the token {number}"[:9]
        if empty > 10:
            return items, "11 pages "
        seen.add(number)


class Lists(Resource[Any]):
    def all(self, **arguments: Any) -> Page[int, Body]:
        return self._pages(LIST, {}, **arguments)


class AsyncLists(AsyncResource[Any]):
    def all(self, **arguments: Any) -> AsyncPages[int, Body]:
        return self._pages(LIST, {}, **arguments)


def serving(request: httpx.Request) -> httpx.Response:
    token = request.url.params.get("token", "")
    assert request.url.params.get("size") == "2"
    things = {"": [1, 2], "b/ü &": [3]}[token]
    return httpx.Response(200, json={"things": things, "nextToken": "" if token else "b/ü &", "total": 3})


def test_calls_follow_tokens_with_the_same_arguments() -> None:
    with sync_client(serving) as client:
        page = Lists(client).all(size=2)
        assert (list(page), page.body.total) == ([1, 2, 3], 3)
        assert list(Lists(client).all(size=2, token="b/ü &")) == [3]
        with pytest.raises(InvalidRequestError, match="token"):
            Lists(client).all(token=["b"])


def test_calls_follow_tokens_async() -> None:
    async def calls() -> tuple[list[int], list[int]]:
        async with async_client(serving) as client:
            lists = AsyncLists(client)
            return [it async for it in lists.all(size=2)], (await lists.all(size=2, token="b/ü &")).items

    assert run(calls()) == ([1, 2, 3], [3])


def test_nothing_is_sent_before_it_is_asked_for() -> None:
    sent: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        sent.append(request.url.params.get("token", ""))
        return httpx.Response(200, json={"things": [1], "nextToken": f"{request.url.params.get('token', '')}x"})

    async def calls() -> None:
        async with async_client(handler) as client:
            pages = AsyncLists(client).all()
            assert sent == []
            page = await pages
            assert (sent, page.has_next_page()) == ([""], True)
            async for _ in pages:
                break

    run(calls())
    assert sent == ["", ""]
    sent.clear()
    with sync_client(handler) as client:
        items: Iterator[int] = iter(Lists(client).all())
        assert ([next(items), next(items)], sent) == ([1, 1], ["", "x"])


def test_a_failing_page_raises_as_any_call() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.params.get("token"):
            return httpx.Response(404, json={})
        return httpx.Response(200, json={"things": [1], "nextToken": "b"})

    with sync_client(handler) as client, pytest.raises(APIError, match="list_things: GET /things: 404"):
        list(Lists(client).all())
