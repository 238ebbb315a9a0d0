"""Lists that come page by page: a page iterates over its own items and those of all pages after it.

What is to be known of a page that arrived, and whether it leads on, is decided in `Trail`, which sends nothing.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from .errors import PagingError, excerpt
from .models import Model, Unknown
from .operation import Operation, Paging

ItemT = TypeVar("ItemT")
BodyT = TypeVar("BodyT")

Token = str | int
"""What leads to a page."""

MAX_EMPTY = 10
"""How many pages without items are followed in a row."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Trail:
    """The way to a page: the `token` that led to it (None: none was given) and those `before`; `empty` pages came last.

    `known` holds all tokens of all ways with the same start: what is not in it need not be looked for on this one.
    """

    operation: str
    paging: Paging
    token: Token | None
    before: Trail | None = None
    empty: int = 0
    known: set[Token] = field(default_factory=set)

    def items(self, body: Any) -> list[Any]:
        """The items in a body; none where the body has no list. Raises `PagingError` if it has something else there."""
        found = self._at(body, self.paging.items)
        if found is None or isinstance(found, list):
            return found or []
        raise self._fault(f"expected a list of items at {'.'.join(self.paging.items)}, got {excerpt(found)}")

    def leads_on(self, body: Any) -> bool:
        """Whether a body names a page that follows."""
        return self._at(body, self.paging.next) not in (None, "")

    def onward(self, body: Any) -> Trail:
        """The way to the page that follows. Raises `PagingError` if there is none, or none that leads to the end."""
        token = self._token(body)
        if token in self.known and any(step.token == token for step in self._steps()):
            raise self._fault(f"the token {excerpt(token)} comes a second time, the pages go round in circles", token)
        empty = 0 if self.items(body) else self.empty + 1
        if empty > MAX_EMPTY:
            raise self._fault(f"{empty} pages without items in a row, the next token is {excerpt(token)}", token)
        self.known.add(token)
        return Trail(self.operation, self.paging, token, self, empty, self.known)

    def _token(self, body: Any) -> Token:
        found = self._at(body, self.paging.next)
        if found is None or found == "":
            raise self._fault("this is the last page, as has_next_page() tells")
        if isinstance(found, (str, int)) and not isinstance(found, bool):
            try:
                return self.paging.kind(found)
            except ValueError:
                pass
        wanted = "an integer" if self.paging.kind is int else "a string"
        raise self._fault(f"expected {wanted} as the token of the next page, got {excerpt(found)}", found)

    def _at(self, body: Any, way: tuple[str, ...]) -> Any:
        """What stands there, None if nothing does."""
        for name in way:
            if body is None:
                return None
            if not isinstance(body, Model) or isinstance(body, Unknown):
                raise self._fault(f"expected an object that holds {name}, got {excerpt(body)}")
            body = getattr(body, name, None)
        return body

    def _steps(self) -> Iterator[Trail]:
        step: Trail | None = self
        while step is not None:
            yield step
            step = step.before

    def _fault(self, message: str, token: Any = None) -> PagingError:
        return PagingError(message, token=token, operation=self.operation)


def trail(operation: Operation[Any], arguments: Mapping[str, Any]) -> Trail:
    """The way to the first page that a call with these arguments asks for."""
    assert operation.paging is not None
    given = arguments.get(operation.paging.argument)
    token = given if isinstance(given, (str, int)) else None
    return Trail(operation.title, operation.paging, token, known=set() if token is None else {token})


def asking(operation: Operation[Any], arguments: Mapping[str, Any], token: Token | None) -> Mapping[str, Any]:
    """The arguments that ask for the page of a token; None: the page that `arguments` themselves ask for."""
    return arguments if token is None or operation.paging is None else {**arguments, operation.paging.argument: token}


class _Page(Generic[ItemT, BodyT]):
    """What a page is without fetching others. `body` is the whole body as the document's model of it."""

    def __init__(self, body: BodyT, way: Trail) -> None:
        self.body = body
        self._trail = way

    @property
    def items(self) -> list[ItemT]:
        """The items of this page alone. Raises `PagingError` if the server sent something else than a list."""
        return self._trail.items(self.body)

    def has_next_page(self) -> bool:
        """Whether the server names a page after this one; nothing is sent."""
        return self._trail.leads_on(self.body)

    def __repr__(self) -> str:
        try:
            size = len(self.items)
            text = f"{size} item{'s' * (size != 1)}, {'more to come' if self.has_next_page() else 'the last page'}"
        except PagingError as fault:
            text = fault.message
        return f"<{type(self).__name__} of {self._trail.operation.partition(':')[0]}: {text}>"


class Page(_Page[ItemT, BodyT]):
    """A page of a list. Iterating over it goes on with the items of all pages that follow, fetching one at a time."""

    def __init__(self, body: BodyT, way: Trail, fetch: Callable[[Token | None], BodyT]) -> None:
        super().__init__(body, way)
        self._fetch = fetch

    def next_page(self) -> Page[ItemT, BodyT]:
        """Fetches the page after this one. Raises `PagingError` if there is none or it was there already."""
        way = self._trail.onward(self.body)
        return Page(self._fetch(way.token), way, self._fetch)

    def pages(self) -> Iterator[Page[ItemT, BodyT]]:
        """This page and all that follow, each fetched when its turn comes."""
        return _walk(self)

    def __iter__(self) -> Iterator[ItemT]:
        return (item for page in _walk(self) for item in page.items)


def _walk(page: Page[ItemT, BodyT]) -> Iterator[Page[ItemT, BodyT]]:
    """A page and those that follow; none is held longer than its turn."""
    yield page
    while page.has_next_page():
        page = page.next_page()
        yield page


AsyncFetch = Callable[[Token | None], Awaitable[BodyT]]


class AsyncPage(_Page[ItemT, BodyT]):
    """A page of a list. `async for` goes on with the items of all pages that follow, fetching one at a time."""

    def __init__(self, body: BodyT, way: Trail, fetch: AsyncFetch[BodyT]) -> None:
        super().__init__(body, way)
        self._fetch = fetch

    async def next_page(self) -> AsyncPage[ItemT, BodyT]:
        """Fetches the page after this one. Raises `PagingError` if there is none or it was there already."""
        way = self._trail.onward(self.body)
        return AsyncPage(await self._fetch(way.token), way, self._fetch)

    def pages(self) -> AsyncIterator[AsyncPage[ItemT, BodyT]]:
        """This page and all that follow, each fetched when its turn comes."""
        return _AsyncWalk(self._itself)

    def __aiter__(self) -> AsyncIterator[ItemT]:
        return _AsyncItems(self.pages())

    async def _itself(self) -> AsyncPage[ItemT, BodyT]:
        return self


class AsyncPages(Generic[ItemT, BodyT]):
    """A list that is not fetched yet: `await` gives its first page, `async for` the items of all its pages."""

    def __init__(self, way: Trail, fetch: AsyncFetch[BodyT]) -> None:
        self._trail = way
        self._fetch = fetch

    def __await__(self) -> Generator[Any, None, AsyncPage[ItemT, BodyT]]:
        return self._first().__await__()

    def pages(self) -> AsyncIterator[AsyncPage[ItemT, BodyT]]:
        """All pages, each fetched when its turn comes."""
        return _AsyncWalk(self._first)

    def __aiter__(self) -> AsyncIterator[ItemT]:
        return _AsyncItems(self.pages())

    def __repr__(self) -> str:
        return f"<AsyncPages of {self._trail.operation.partition(':')[0]}: use await or async for>"

    async def _first(self) -> AsyncPage[ItemT, BodyT]:
        return AsyncPage(await self._fetch(None), self._trail, self._fetch)


class _AsyncWalk(AsyncIterator[AsyncPage[ItemT, BodyT]]):
    """Page after page. No generator: one that is left half-way would need the event loop once more."""

    def __init__(self, first: Callable[[], Awaitable[AsyncPage[ItemT, BodyT]]]) -> None:
        self._next = first
        self._page: AsyncPage[ItemT, BodyT] | None = None

    async def __anext__(self) -> AsyncPage[ItemT, BodyT]:
        if self._page is not None and not self._page.has_next_page():
            raise StopAsyncIteration
        self._page = await self._next()
        self._next = self._page.next_page
        return self._page


class _AsyncItems(AsyncIterator[ItemT]):
    """Item after item of page after page."""

    def __init__(self, pages: AsyncIterator[AsyncPage[ItemT, Any]]) -> None:
        self._pages = pages
        self._items: Iterator[ItemT] = iter(())

    async def __anext__(self) -> ItemT:
        while True:
            for item in self._items:
                return item
            self._items = iter((await self._pages.__anext__()).items)
